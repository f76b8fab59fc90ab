import type { Label } from '#lib/mechanism/labels.ts';
import { isOpen, kebab, statuses } from '#lib/study/status.ts';
import type { Eligibility } from '#lib/study/study.ts';
import type { LabelledStudy } from './catalogue.ts';
import { phaseIds, typeIds, type Query } from './query.ts';
import { isWithin } from './range.ts';

/** The keys whose values are ticked, in the order in which they are shown. */
export const facetKeys = [
	'mechanism',
	'suspect',
	'status',
	'approach',
	'related',
	'phase',
	'type',
	'results',
	'country',
	'sponsor'
] as const;
export type FacetKey = (typeof facetKeys)[number];

const known = new Set(Object.keys(statuses));
const idsOf = (labels: Label<string>[]) => labels.map(({ id }) => id);

/** The registry's AgencyClass as links name it; `AMBIG` is as good as unknown. */
const sponsors: Record<string, string> = {
	INDUSTRY: 'industry',
	NIH: 'nih',
	FED: 'federal',
	OTHER_GOV: 'other-gov',
	NETWORK: 'network',
	INDIV: 'individual',
	OTHER: 'other',
	AMBIG: 'unknown',
	UNKNOWN: 'unknown'
};

/**
 * The values that a study has for a facet, as they stand in links. A study may have several (a 2/3
 * trial is both); a filter asks for any of them.
 */
export const valuesOf: Record<FacetKey, (hit: LabelledStudy, today: string) => string[]> = {
	mechanism: ({ labels }) => idsOf(labels.mechanisms),
	suspect: ({ labels }) => idsOf(labels.suspects),
	related: ({ labels }) => idsOf(labels.related),
	approach: ({ labels }) => idsOf(labels.approaches),
	status: ({ study }, today) => {
		const { status } = study;
		if (status === undefined) return ['not-stated'];
		const own = known.has(status) ? kebab(status) : 'other';
		return isOpen(study, today) ? ['open', own] : [own];
	},
	// absent is not NA (API reference §9): a record without phases says nothing
	phase: ({ study }) => (study.phases.length === 0 ? ['not-stated'] : study.phases.map(phaseId)),
	type: ({ study }) => [
		study.type === undefined ? 'not-stated' : oneOf(typeIds, kebab(study.type))
	],
	results: ({ study }) =>
		study.hasResults === undefined ? ['not-stated'] : [study.hasResults ? 'posted' : 'none'],
	country: ({ study }) => [...new Set(study.sites.flatMap(({ countryCode }) => countryCode ?? []))],
	sponsor: ({ study }) => {
		const kind = study.sponsor?.class;
		if (kind === undefined) return ['not-stated'];
		return [Object.hasOwn(sponsors, kind) ? (sponsors[kind] ?? 'unknown') : 'unknown'];
	}
};

/** One thing for each facet. */
export function perFacet<T>(make: (key: FacetKey) => T): Record<FacetKey, T> {
	return {
		mechanism: make('mechanism'),
		suspect: make('suspect'),
		status: make('status'),
		approach: make('approach'),
		related: make('related'),
		phase: make('phase'),
		type: make('type'),
		results: make('results'),
		country: make('country'),
		sponsor: make('sponsor')
	};
}

/** `EARLY_PHASE1` → `early-1`, `PHASE2` → `2`, `NA` → `na`. */
function phaseId(phase: string): string {
	return oneOf(phaseIds, kebab(phase).replace('phase', ''));
}

/** A word that the registry brought after this release is counted as another one, never lost. */
function oneOf(known: readonly string[], value: string): string {
	return known.includes(value) ? value : 'other';
}

/** Does a study have one of the values that the query asks for in this facet? Nothing asked: yes. */
export function passes(hit: LabelledStudy, query: Query, key: FacetKey, today: string): boolean {
	const wanted: readonly string[] = query[key];
	return wanted.length === 0 || valuesOf[key](hit, today).some((value) => wanted.includes(value));
}

/** The limits that are no facets: who may join, and when things happened. */
export function passesRest({ study }: LabelledStudy, query: Query): boolean {
	return (
		admitsSex(study.eligibility, query.sex) &&
		admitsAge(study.eligibility, query.age) &&
		(query.healthy === '' || study.eligibility.healthyVolunteers === true) &&
		isWithin(study.start?.date, query.started) &&
		isWithin(study.completion?.date, query.completed) &&
		isWithin(study.updated?.date, query.updated)
	);
}

/** Only a study for the other sex alone is left out; one that states no sex admits all: a study for men never shows under `sex=female`. */
function admitsSex({ sex }: Eligibility, wanted: Query['sex']): boolean {
	return wanted === '' || sex !== (wanted === 'female' ? 'MALE' : 'FEMALE');
}

/**
 * Somebody of 17 is 17 until the day before 18: a study from 18 on does not admit them, one up to 17
 * years does. A limit that is not stated admits (API reference §6.3).
 */
function admitsAge({ minimumAge, maximumAge }: Eligibility, wanted: string): boolean {
	if (wanted === '') return true;
	const age = Number(wanted);
	return (
		(minimumAge === undefined || minimumAge.years < age + 1) &&
		(maximumAge === undefined || maximumAge.years >= age)
	);
}

/** Is a study about RLS, wholly or partly (the default scope)? */
export function isAbout({ labels }: LabelledStudy): boolean {
	return labels.relevance === 'core' || labels.relevance === 'partial';
}
