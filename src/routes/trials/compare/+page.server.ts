import { nearWords } from '#lib/cards/near-words.ts';
import { listed } from '#lib/search/listed.ts';
import { nearnessOf } from '#lib/search/nearness.ts';
import { homeOf } from '#lib/server/asked.ts';
import { stated } from '#lib/study/stated.ts';
import { chosenIn } from './chosen.ts';
import { compareRows } from './compare-rows.ts';
import { packOf } from './pack.ts';
import type { PageServerLoad } from './$types';

/** How the pages to print are shown on the screen, too. */
const papers = ['normal', 'large'] as const;

export const load: PageServerLoad = ({ url, setHeaders, locals: { catalogue, today } }) => {
	const { studies, ...notUsed } = chosenIn(catalogue, url.searchParams);
	const { origin, searchParams } = url;
	const near = searchParams.get('near')?.trim().slice(0, 100) ?? '';
	if (near !== '') setHeaders({ 'cache-control': 'private, no-store' });
	const { home } = homeOf(near);
	const distances =
		home &&
		Object.fromEntries(
			studies.map((found) => [
				found.study.nctId,
				nearWords(
					listed({ ...found, nearness: nearnessOf(found.study, home) }, today),
					home.unit
				).join('. ')
			])
		);
	const ids = studies.map(({ study }) => study.nctId).join(',');
	const print = studies.length > 0 ? searchParams.get('print') : undefined;
	return {
		...notUsed,
		/** Where the visitor looks from; goes along within this page, never into its link. */
		near: home ? near : '',
		place: home?.name,
		studies: studies.map((found) => {
			const { nctId, title } = listed(found, today);
			return { nctId, title };
		}),
		rows: compareRows(studies, today, distances),
		packs: studies.map((found) => packOf(found, { today, origin, ...stated({ distances }) })),
		/** The link of this comparison, with nothing of the visitor's in it. */
		link: `${origin}/trials/compare?ids=${ids}`,
		paper: papers.find((each) => each === print)
	};
};
