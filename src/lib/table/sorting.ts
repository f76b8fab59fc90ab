import type { Query, Sort, SortKey } from '#lib/search/query.ts';
import { refine } from '#lib/search/refine.ts';
import { ascends, sortKeyOf } from '#lib/search/sort.ts';

type Sorted = Pick<Query, 'sort'>;

/** Where a key stands among the keys that order the list: 0 is the first, -1 not at all. */
export function rankOf({ sort }: Sorted, key: SortKey): number {
	return sort.findIndex((each) => sortKeyOf(each).key === key);
}

/** The direction of a key that orders the list. */
export function directionOf(
	{ sort }: Sorted,
	key: SortKey
): 'ascending' | 'descending' | undefined {
	const asked = sort.find((each) => sortKeyOf(each).key === key);
	if (asked === undefined) return undefined;
	return ascends(asked) ? 'ascending' : 'descending';
}

/** The list ordered by this key first; if it already is, the other way round, further keys kept. */
export function sortedBy(query: Query, key: SortKey): Query {
	return rankOf(query, key) === 0 ? turned(query, key) : refine(query, { sort: [key] });
}

/** The same keys, one of them the other way round. */
export function turned(query: Query, key: SortKey): Query {
	const turn = (sort: Sort): Sort =>
		sortKeyOf(sort).key !== key ? sort : sort === key ? `-${key}` : key;
	return refine(query, { sort: query.sort.map(turn) });
}

/**
 * The list with a further key for where the others tie; undefined where that would change nothing:
 * the key orders the list already, or the first key is the best match, which hardly ever ties.
 */
export function thenBy(query: Query, key: SortKey): Query | undefined {
	if (rankOf(query, key) >= 0 || rankOf(query, 'relevance') === 0) return undefined;
	return refine(query, { sort: [...query.sort, key] });
}

/** The list without a further key; undefined for the first key and for keys that are not in use. */
export function notBy(query: Query, key: SortKey): Query | undefined {
	if (rankOf(query, key) < 1) return undefined;
	return refine(query, { sort: query.sort.filter((sort) => sortKeyOf(sort).key !== key) });
}

/** "1st", "2nd", "3rd", "4th" … for the few keys that a list can have. */
export function ordinal(position: number): string {
	return `${position}${['st', 'nd', 'rd'][position - 1] ?? 'th'}`;
}
