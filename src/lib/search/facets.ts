import { approaches, mechanisms, related, suspects } from '#lib/mechanism/taxonomy.ts';
import { countryName } from '#lib/study/place.ts';
import { statuses, kebab } from '#lib/study/status.ts';
import { wordFor } from '#lib/study/vocabulary.ts';
import type { FacetKey } from './filters.ts';
import { phaseIds, sponsorIds, statusIds, typeIds } from './query.ts';

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
	results: 'Results',
	country: 'Country',
	sponsor: 'Sponsor'
};

type Values = readonly (readonly [value: string, label: string])[];

const fromTaxonomy = (facet: Record<string, { label: string }>): Values =>
	Object.entries(facet).map(([id, { label }]) => [id, label]);

const statusWords = new Map(Object.entries(statuses).map(([key, word]) => [kebab(key), word]));
const otherWords: Record<string, string> = {
	open: 'Open now',
	other: 'Another word of the registry',
	'not-stated': 'Not stated',
	na: 'No phase (not a medicine trial)'
};

const sponsorWords: Record<(typeof sponsorIds)[number], string> = {
	industry: 'Industry',
	nih: 'US National Institutes of Health',
	federal: 'Another US federal agency',
	'other-gov': 'Another government',
	network: 'Research network',
	individual: 'An individual',
	other: 'Hospital, university or other',
	unknown: 'Unknown',
	'not-stated': 'Not stated'
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
	],
	// those that occur, see countFacet
	country: [],
	sponsor: sponsorIds.map((id) => [id, sponsorWords[id]])
};

/** The name of one value of a facet. */
export function facetLabel(key: FacetKey, value: string): string {
	if (key === 'country') return countryName(value) ?? value;
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
	return valuesToShow(key, counts, selected).map(([value, label]) => ({
		value,
		label,
		count: counts.get(value) ?? 0,
		selected: selected.includes(value)
	}));
}

/** Countries are too many to show all: those that occur, most studies first, and those asked for. */
function valuesToShow(
	key: FacetKey,
	counts: ReadonlyMap<string, number>,
	selected: readonly string[]
): Values {
	if (key !== 'country') return facetValues[key];
	return [...new Set([...counts.keys(), ...selected])]
		.map((code) => [code, facetLabel('country', code)] as const)
		.sort(
			([a, nameA], [b, nameB]) =>
				(counts.get(b) ?? 0) - (counts.get(a) ?? 0) || nameA.localeCompare(nameB, 'en')
		);
}
