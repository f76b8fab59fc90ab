import { redirect } from '@sveltejs/kit';
import { onePage } from '#lib/search/answer.ts';
import { waysOn } from '#lib/search/nothing.ts';
import { sparse } from '#lib/search/sparse.ts';
import { problemsIn } from '#lib/search/problems.ts';
import { listed } from '#lib/search/listed.ts';
import { personalKeys } from '#lib/search/refine.ts';
import { withinKm, type Home } from '#lib/search/nearness.ts';
import type { Query } from '#lib/search/query.ts';
import { fromKm } from '#lib/study/distance.ts';
import { stated } from '#lib/study/stated.ts';
import { isQueryKey, parse, serialise } from '#lib/search/url.ts';
import { askedAt } from '#lib/server/asked.ts';
import { becomeOf } from '#lib/server/asked-since.ts';
import { exportLinks } from '#lib/search/receipt-links.ts';
import { viewPreview } from '#lib/server/render/card.ts';
import { feedPath } from '#lib/server/render/feed.ts';
import { crawlOf, writtenReceipt } from '#lib/server/render/receipt.ts';
import { wholeAnswer } from '#lib/server/render/stream-export.ts';
import { siteMap } from '#lib/server/map.ts';
import { articlesBeside } from '#lib/server/causes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, setHeaders, locals }) => {
	const ask = await askedAt(url.searchParams, locals);
	const { query, problems, home, otherPlaces, catalogue, today } = ask;
	const address = serialise(query);
	if (problems.length === 0 && saysNothing(url.searchParams)) redirect(303, `/trials${address}`);

	if (personalKeys.some((key) => url.searchParams.has(key)))
		setHeaders({ 'cache-control': 'private, no-store' });
	// one search for the list and its receipt
	const whole = wholeAnswer(catalogue, query, today, home);
	const found = onePage(whole, query);
	const { near, studies, ...head } = found;
	const at = { now: locals.now, today, origin: url.origin };
	const crawl = await crawlOf(locals.store, catalogue);
	const written = await writtenReceipt(catalogue, whole, { ...at, crawl });
	return {
		/** The day by which "open" is judged: that of the catalogue. */
		day: today,
		since: becomeOf(ask, locals),
		keeps: locals.catalogue.source !== 'starter',
		feeds: { atom: feedPath(query, 'atom'), json: feedPath(query, 'json') },
		receipt: { text: written.text, links: exportLinks(query) },
		preview: viewPreview(catalogue, query, at, { found: whole }),
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
	const within = km === undefined ? undefined : { miles: fromKm(km, 'mi'), words: inWords(query) };
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
