import { facetHeadings, facetLabel } from './facets.ts';
import { facetKeys } from './filters.ts';
import type { Query } from './query.ts';
import { refine, toggle, withoutPersonal } from './refine.ts';

/** The keys that limit a list and are no facets, with their names in a sentence. */
export const otherLimits = [
	['q', 'the words'],
	['condition', 'condition'],
	['intervention', 'treatment'],
	['title', 'title'],
	['org', 'sponsor'],
	['id', 'number'],
	['sex', 'sex'],
	['age', 'age'],
	['healthy', 'healthy volunteers'],
	['within', 'distance'],
	['near', 'near'],
	['places', 'places'],
	['asof', 'as of'],
	['started', 'start'],
	['completed', 'end'],
	['updated', 'last update']
] as const;

/** The query without one of these limits, and without what means nothing without it. */
export function withoutLimit(query: Query, key: (typeof otherLimits)[number][0]): Query {
	if (key !== 'near') return refine(query, { [key]: '' });
	const { sort } = withoutPersonal(query);
	return refine(query, { near: '', within: '', places: '', sort });
}

/** Each single limit of a search by name, and the search without it. */
export function limitsOf(query: Query): { name: string; without: Query }[] {
	const words = otherLimits
		.filter(([key]) => query[key] !== '')
		.map(([key, name]) => ({
			name: key === 'q' ? `“${query.q}”` : `${name}: ${query[key]}`,
			without: withoutLimit(query, key)
		}));
	const ticked = facetKeys.flatMap((key) =>
		query[key].map((value) => ({
			name: value === 'not-stated' ? `${facetHeadings[key]}: not stated` : facetLabel(key, value),
			without: toggle(query, key, value)
		}))
	);
	return [...words, ...ticked];
}
