import { approaches, mechanisms, related, suspects } from '#lib/mechanism/taxonomy.ts';
import { statuses, kebab } from '#lib/study/status.ts';
import { wordFor } from '#lib/study/vocabulary.ts';
import type { FacetKey } from './filters.ts';
import { phaseIds, statusIds, typeIds } from './query.ts';

export interface FacetValue {
	value: string;
	label: string;
	/** How many studies have it, under all other filters. */
	count: number;
	selected: boolean;
}

/** How each facet is headed: a medicine as suspect and one as treatment are never mixed up. */
export const facetHeadings: Record<FacetKey, string> = {
	mechanism: 'Suspected cause studied',
	suspect: 'Medicine or substance under suspicion',
	status: 'Status',
	approach: 'Treatment tested',
	related: 'Other conditions',
	phase: 'Phase',
	type: 'Kind of study',
	results: 'Results'
};

type Values = readonly (readonly [value: string, label: string])[];

const fromTaxonomy = (facet: Record<string, { label: string }>): Values =>
	Object.entries(facet).map(([id, { label }]) => [id, label]);

const statusWords = new Map(Object.entries(statuses).map(([key, word]) => [kebab(key), word]));
const otherWords: Record<string, string> = {
	open: 'Open now',
	other: 'Another status',
	'not-stated': 'Not stated',
	na: 'No phase (not a medicine trial)'
};

/** Every value of a facet with its name, in the order in which it is shown. */
export const facetValues: Record<FacetKey, Values> = {
	mechanism: fromTaxonomy(mechanisms),
	suspect: fromTaxonomy(suspects),
	approach: fromTaxonomy(approaches),
	related: fromTaxonomy(related),
	status: statusIds.map((id) => [id, otherWords[id] ?? statusWords.get(id) ?? id]),
	phase: phaseIds.map((id) => [
		id,
		otherWords[id] ?? (id === 'early-1' ? 'Early phase 1' : `Phase ${id}`)
	]),
	type: typeIds.map((id) => [
		id,
		otherWords[id] ?? wordFor('studyType', id.toUpperCase().replaceAll('-', '_'))
	]),
	results: [
		['posted', 'Results posted'],
		['none', 'No results posted'],
		['not-stated', 'Not stated']
	]
};

/** The name of one value of a facet. */
export function facetLabel(key: FacetKey, value: string): string {
	return facetValues[key].find(([id]) => id === value)?.[1] ?? value;
}

/** The values of one facet with their counts, from the values of each study that passes the other filters. */
export function countFacet(
	key: FacetKey,
	valuesPerStudy: readonly string[][],
	selected: readonly string[]
): FacetValue[] {
	const counts = new Map<string, number>();
	for (const values of valuesPerStudy)
		for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
	return facetValues[key].map(([value, label]) => ({
		value,
		label,
		count: counts.get(value) ?? 0,
		selected: selected.includes(value)
	}));
}
