import { redirect } from '@sveltejs/kit';
import { answer } from '#lib/search/answer.ts';
import { waysOn } from '#lib/search/nothing.ts';
import { sparse } from '#lib/search/sparse.ts';
import { problemsIn } from '#lib/search/problems.ts';
import { listed } from '#lib/search/listed.ts';
import { isPersonal } from '#lib/search/refine.ts';
import { isQueryKey, parse, serialise } from '#lib/search/url.ts';
import { asked } from '#lib/server/asked.ts';
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
			others: otherPlaces
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

/** A form also sends its empty and untouched fields; without them the address is one to keep. */
function saysNothing(params: URLSearchParams): boolean {
	const address = serialise(parse(params).query);
	return [...params.keys()].filter(isQueryKey).some((key) => {
		const others = new URLSearchParams(params);
		others.delete(key);
		return serialise(parse(others).query) === address;
	});
}
