import { answer, type Answer } from './answer.ts';
import type { Catalogue } from './catalogue.ts';
import { facetKeys } from './filters.ts';
import type { Query } from './query.ts';
import { refine } from './refine.ts';
import { serialise, type QueryString } from './url.ts';

/** What there is around a list with few open studies: all of them, the open ones, those with results. */
export interface Around {
	all: { total: number; query: QueryString };
	open: { total: number; query: QueryString };
	withResults: { total: number; query: QueryString };
}

const few = 3;

/**
 * For a list on something (not the whole catalogue) that has some studies but fewer than three open
 * ones; undefined for others.
 */
export function sparse(
	catalogue: Catalogue,
	{ query, open, total, near }: Answer,
	today: string
): Around | undefined {
	const limited =
		query.q !== '' || facetKeys.some((key) => key !== 'status' && query[key].length > 0);
	const asksForOpen = query.status.length === 0 || query.status.includes('open');
	if (!limited || !asksForOpen || total === 0 || open >= few) return undefined;
	const count = (change: Partial<Query>) => {
		const changed = refine(query, change);
		return {
			total: answer(catalogue, changed, today, near?.home).total,
			query: serialise(changed)
		};
	};
	return {
		all: count({ status: [] }),
		open: count({ status: ['open'] }),
		withResults: count({ status: ['completed', 'terminated'], results: ['posted'] })
	};
}
