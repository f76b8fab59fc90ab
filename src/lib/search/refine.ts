import { facetKeys } from './filters.ts';
import { everything, type Query, type QueryKey } from './query.ts';
import { parse, serialise } from './url.ts';

/** The query with some keys changed; back on page one, because the list is another. */
export function refine(query: Query, change: Partial<Query>): Query {
	return { ...query, page: 1, ...change };
}

/** The keys that say something of the visitor: left out of links that are shared, unless ticked. */
export const personalKeys = ['sex', 'age', 'near', 'within'] as const;

/** The query with nothing in it that says something of the visitor. */
export function withoutPersonal(query: Query): Query {
	const sort = query.sort.filter((key) => key !== 'distance' && key !== '-distance');
	return {
		...query,
		...{ sex: '', age: '', near: '', within: '' },
		sort: sort.length > 0 ? sort : everything.sort
	};
}

/** Does the query say something of the visitor? Such answers are not to be kept by any cache. */
export function isPersonal(query: Query): boolean {
	return personalKeys.some((key) => query[key] !== '');
}

/** The query with no filter set; words, order and view stay. */
export function withoutFilters(query: Query): Query {
	const none = [...facetKeys, ...personalKeys, 'healthy' as const, 'places' as const].map((key) => [
		key,
		everything[key]
	]);
	return refine(query, Object.fromEntries(none));
}

/** The values of a key as they stand in a link. */
function valuesOf(query: Query, key: QueryKey): string[] {
	const text = new URLSearchParams(serialise(query)).get(key);
	return text === null ? [] : text.split(',');
}

/** The query with one value of a repeatable key put in, or taken out if it was there. */
export function toggle(query: Query, key: QueryKey, value: string): Query {
	const before = valuesOf(query, key);
	const after = before.includes(value)
		? before.filter((each) => each !== value)
		: [...before, value];
	const params = new URLSearchParams(serialise(query));
	params.set(key, after.join(','));
	params.delete('page');
	return parse(params).query;
}
