import { redirect } from '@sveltejs/kit';
import { answer } from '#lib/search/answer.ts';
import { waysOn } from '#lib/search/nothing.ts';
import { sparse } from '#lib/search/sparse.ts';
import { problemsIn } from '#lib/search/problems.ts';
import { listed } from '#lib/search/listed.ts';
import { isPersonal } from '#lib/search/refine.ts';
import { withinKm, type Home } from '#lib/search/nearness.ts';
import type { Query } from '#lib/search/query.ts';
import { stated } from '#lib/study/stated.ts';
import { isQueryKey, parse, serialise } from '#lib/search/url.ts';
import { asked } from '#lib/server/asked.ts';
import { siteMap } from '#lib/server/map.ts';
import { articlesBeside } from '#lib/server/causes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, setHeaders, locals: { catalogue, today } }) => {
	const { query, problems, home, otherPlaces } = asked(url.searchParams);
	const address = serialise(query);
	if (problems.length === 0 && saysNothing(url.searchParams)) redirect(303, `/trials${address}`);

	if (isPersonal(query)) setHeaders({ 'cache-control': 'private, no-store' });
	const found = answer(catalogue, query, today, home);
	const { near, studies, ...head } = found;
	return {
		answer: head,
		near: near && {
			home: near.home,
			unplaced: near.unplaced,
			nearestOpen: near.nearestOpen && listed(near.nearestOpen.hit, today),
			others: otherPlaces,
			map: siteMap(
				studies.flatMap(({ study }) => study.sites),
				mapHome(near.home, query)
			)
		},
		studies: studies.map((hit) => listed(hit, today)),
		waysOn: found.total === 0 ? waysOn(catalogue, query, today, home) : undefined,
		oddities: problemsIn(query.q),
		around: sparse(catalogue, found, today),
		problems,
		canonical: `${url.origin}/trials${address}`,
		origin: url.origin,
		articles: articlesBeside(query)
	};
};

/** The visitor's place as the map takes it, with the circle of the distance that was asked for. */
function mapHome({ lat, lon, name }: Home, query: Query) {
	const km = withinKm(query);
	const within = km === undefined ? undefined : { miles: km / 1.609344, words: inWords(query) };
	return { lat, lon, name, ...stated({ within }) };
}

/** `50mi` → "50 miles". */
function inWords({ within }: Query): string {
	return within.replace(/mi$/, ' miles').replace(/km$/, ' km');
}

/** A form also sends its empty and untouched fields; without them the address is one to keep. */
function saysNothing(params: URLSearchParams): boolean {
	const address = serialise(parse(params).query);
	return [...params.keys()].filter(isQueryKey).some((key) => {
		const others = new URLSearchParams(params);
		others.delete(key);
		return serialise(parse(others).query) === address;
	});
}
