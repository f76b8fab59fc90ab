import { answer } from './answer.ts';
import type { Catalogue } from './catalogue.ts';
import { facetHeadings, facetLabel } from './facets.ts';
import { facetKeys } from './filters.ts';
import type { Query } from './query.ts';
import { otherLimits, withoutLimit } from './limits.ts';
import type { Home } from './nearness.ts';
import { refine } from './refine.ts';
import { serialise, type QueryString } from './url.ts';

/** A search with one limit less. */
export interface Easier {
	/** The limit that is left out, in words. */
	without: string;
	total: number;
	query: QueryString;
}

/**
 * For a search that finds nothing: the same search without one of its limits, where that finds
 * something; the limit that costs most first.
 */
export function easier(catalogue: Catalogue, query: Query, today: string, home?: Home): Easier[] {
	const limits = facetKeys
		.filter((key) => query[key].length > 0)
		.map((key) => ({
			without: `${facetHeadings[key].toLowerCase()} “${query[key].map((value) => facetLabel(key, value)).join('” or “')}”`,
			changed: refine(query, { [key]: [] })
		}));
	for (const [key, name] of otherLimits)
		if (query[key] !== '')
			limits.push({ without: `${name} “${query[key]}”`, changed: withoutLimit(query, key) });
	return limits
		.map(({ without, changed }) => ({
			without,
			total: answer(catalogue, changed, today, changed.near === '' ? undefined : home).total,
			query: serialise(changed)
		}))
		.filter(({ total }) => total > 0)
		.sort((a, b) => b.total - a.total);
}
