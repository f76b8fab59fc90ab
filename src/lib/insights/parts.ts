import { facetLabel, facetValues } from '#lib/search/facets.ts';
import { valuesOf, type FacetKey } from '#lib/search/filters.ts';
import { having, type View } from './view.ts';

/** A view narrowed to one value of a facet, with the value's name. */
export interface Part {
	value: string;
	label: string;
	view: View;
}

/**
 * A view in parts, one for each value of a facet that its search allows. A study with two values is
 * in two parts.
 */
export function partsBy(view: View, key: FacetKey): Part[] {
	return valuesIn(view, key).flatMap((value) => {
		const part = having(view, key, value);
		return part ? [{ value, label: facetLabel(key, value), view: part }] : [];
	});
}

/** The same without the values that no study has. */
export function filledPartsBy(view: View, key: FacetKey): Part[] {
	return partsBy(view, key).filter(({ view: { hits } }) => hits.length > 0);
}

/** Countries are those that occur; every other facet has a list of its own. */
function valuesIn({ hits, today }: View, key: FacetKey): string[] {
	if (key !== 'country') return facetValues[key].map(([value]) => value);
	return [...new Set(hits.flatMap((hit) => valuesOf.country(hit, today)))];
}
