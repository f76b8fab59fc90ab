import type { Label } from '#lib/mechanism/labels.ts';
import { isOpen, kebab, statuses } from '#lib/study/status.ts';
import type { LabelledStudy } from './catalogue.ts';
import type { Query } from './query.ts';

/** The keys whose values are ticked, in the order in which they are shown. */
export const facetKeys = [
	'mechanism',
	'suspect',
	'status',
	'approach',
	'related',
	'phase',
	'type',
	'results'
] as const;
export type FacetKey = (typeof facetKeys)[number];

const known = new Set(Object.keys(statuses));
const idsOf = (labels: Label<string>[]) => labels.map(({ id }) => id);

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
	type: ({ study }) => [study.type === undefined ? 'not-stated' : kebab(study.type)],
	results: ({ study }) =>
		study.hasResults === undefined ? ['not-stated'] : [study.hasResults ? 'posted' : 'none']
};

/** `EARLY_PHASE1` → `early-1`, `PHASE2` → `2`, `NA` → `na`. */
function phaseId(phase: string): string {
	return kebab(phase).replace('phase', '');
}

/** Does a study have one of the values that the query asks for in this facet? Nothing asked: yes. */
export function passes(hit: LabelledStudy, query: Query, key: FacetKey, today: string): boolean {
	const wanted: readonly string[] = query[key];
	return wanted.length === 0 || valuesOf[key](hit, today).some((value) => wanted.includes(value));
}

/** Is a study about RLS, wholly or partly (the default scope)? */
export function isAbout({ labels }: LabelledStudy): boolean {
	return labels.relevance === 'core' || labels.relevance === 'partial';
}
