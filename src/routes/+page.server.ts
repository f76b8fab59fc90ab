import { answer } from '#lib/search/answer.ts';
import { everything } from '#lib/search/query.ts';
import { causeIndex } from '#lib/server/causes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { catalogue, today } }) => {
	const { total, open } = answer(catalogue, everything, today);
	return { about: total, open, groups: causeIndex(catalogue, today) };
};
