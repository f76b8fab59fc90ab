import { answer } from '#lib/search/answer.ts';
import { everything } from '#lib/search/query.ts';
import { causeLinks } from '#lib/server/causes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { catalogue, today } }) => {
	const all = answer(catalogue, everything, today);
	const open = answer(catalogue, { ...everything, status: ['open'] }, today);
	const countOf = ({ facets }: typeof all, id: string) =>
		facets.mechanism.find(({ value }) => value === id)?.count ?? 0;
	return {
		about: all.total,
		open: open.total,
		causes: causeLinks().map((cause) => ({
			...cause,
			total: countOf(all, cause.mechanism),
			open: countOf(open, cause.mechanism)
		}))
	};
};
