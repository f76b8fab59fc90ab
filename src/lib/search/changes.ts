import type { Labels } from '#lib/mechanism/labels.ts';
import { relevances } from '#lib/mechanism/taxonomy.ts';
import { isOpen, statusLabel } from '#lib/study/status.ts';
import type { DatedFact, Site, Study } from '#lib/study/study.ts';
import { titleOf } from '#lib/study/study.ts';
import { stated } from '#lib/study/stated.ts';
import type { LabelledStudy } from './catalogue.ts';
import { facetLabel } from './facets.ts';

/** One field of a study before and after. Absent: the record did not state it. */
export interface FieldChange {
	field: FieldName;
	/** What changed, in words: "Status". */
	label: string;
	from?: string;
	to?: string;
}

const labels = {
	title: 'Title',
	status: 'Status',
	whyStopped: 'Why it stopped',
	verified: 'Last check by the sponsor',
	start: 'Start',
	primaryCompletion: 'Main measurements end',
	completion: 'End',
	enrollment: 'Number of people',
	results: 'Results',
	ages: 'Ages',
	sex: 'Sex',
	healthy: 'Healthy volunteers',
	criteriaAdded: 'Rules for joining: new',
	criteriaRemoved: 'Rules for joining: taken out',
	sitesAdded: 'Sites: new',
	sitesRemoved: 'Sites: taken out',
	sitesChanged: 'Sites: other status',
	interventions: 'What is given',
	relevance: 'How we see it',
	labels: 'Our labels'
} as const;
export type FieldName = keyof typeof labels;

/** What differs between two states of a study, field by field, in a fixed order. */
export function changesBetween(before: LabelledStudy, after: LabelledStudy): FieldChange[] {
	const [old, now] = [before.study, after.study];
	const criteria = linesOf(old.eligibility.criteria, now.eligibility.criteria);
	const sites = siteChanges(old.sites, now.sites);
	const pairs: [FieldName, string | undefined, string | undefined][] = [
		['title', titleOf(old), titleOf(now)],
		['status', statusWords(old), statusWords(now)],
		['whyStopped', old.whyStopped, now.whyStopped],
		['verified', old.verified, now.verified],
		['start', dateWords(old.start), dateWords(now.start)],
		['primaryCompletion', dateWords(old.primaryCompletion), dateWords(now.primaryCompletion)],
		['completion', dateWords(old.completion), dateWords(now.completion)],
		['enrollment', peopleWords(old), peopleWords(now)],
		['results', resultsWords(old), resultsWords(now)],
		['ages', agesOf(old), agesOf(now)],
		['sex', old.eligibility.sex, now.eligibility.sex],
		['healthy', yesOrNo(old), yesOrNo(now)],
		['criteriaAdded', undefined, criteria.added],
		['criteriaRemoved', criteria.removed, undefined],
		['sitesAdded', undefined, sites.added],
		['sitesRemoved', sites.removed, undefined],
		['sitesChanged', sites.from, sites.to],
		['interventions', givenOf(old), givenOf(now)],
		[
			'relevance',
			relevances[before.labels.relevance].label,
			relevances[after.labels.relevance].label
		],
		['labels', labelWords(before.labels), labelWords(after.labels)]
	];
	return pairs
		.filter(([, from, to]) => from !== to)
		.map(([field, from, to]) => ({ field, label: labels[field], ...stated({ from, to }) }));
}

/** What of a change is news to a reader, in the order of its weight; `back`: new again after it left. */
export const newsKinds = [
	'new',
	'back',
	'left',
	'opened',
	'results',
	'status',
	'criteria',
	'sites',
	'dates',
	'other'
] as const;
export type NewsKind = (typeof newsKinds)[number];

/** The kinds that a feed tells of; the rest is in the history only. */
export const meaningful = new Set<NewsKind>([
	'new',
	'back',
	'left',
	'opened',
	'results',
	'status',
	'criteria',
	'sites'
]);

const kinds: Partial<Record<FieldName, NewsKind>> = {
	status: 'status',
	criteriaAdded: 'criteria',
	criteriaRemoved: 'criteria',
	ages: 'criteria',
	sex: 'criteria',
	healthy: 'criteria',
	sitesAdded: 'sites',
	sitesRemoved: 'sites',
	sitesChanged: 'sites',
	start: 'dates',
	primaryCompletion: 'dates',
	completion: 'dates',
	verified: 'dates'
};

/**
 * What kinds of news there are in a step from one state to the next.
 * @param today the day of the step, `yyyy-MM-dd`: decides what counts as open
 */
export function newsIn(
	before: LabelledStudy | undefined,
	after: LabelledStudy | undefined,
	changes: readonly FieldChange[],
	today: string
): NewsKind[] {
	if (!after) return ['left'];
	const opened = isOpen(after.study, today) && !(before && isOpen(before.study, today));
	const found = new Set(changes.map(kindOf));
	if (!before) found.add('new');
	else if (opened) found.add('opened');
	// what we do not compare, such as a description
	else if (changes.length === 0) found.add('other');
	return newsKinds.filter((kind) => found.has(kind));
}

/** Results that came are news; a record that only begins to say that it has none is not. */
function kindOf({ field, to }: FieldChange): NewsKind {
	return field === 'results' && to === posted ? 'results' : (kinds[field] ?? 'other');
}

function statusWords({ status, lastKnownStatus }: Study): string | undefined {
	if (status === undefined) return undefined;
	const was = lastKnownStatus === undefined ? '' : ` (was: ${statusLabel(lastKnownStatus)})`;
	return `${statusLabel(status)}${was}`;
}

function dateWords(fact: DatedFact | undefined): string | undefined {
	if (!fact) return undefined;
	return fact.kind === undefined ? fact.date : `${fact.date} (${fact.kind.toLowerCase()})`;
}

function peopleWords({ enrollment }: Study): string | undefined {
	if (!enrollment) return undefined;
	const kind = enrollment.kind === undefined ? '' : ` (${enrollment.kind.toLowerCase()})`;
	return `${enrollment.count}${kind}`;
}

const posted = 'posted';

function resultsWords({ hasResults }: Study): string | undefined {
	return hasResults === undefined ? undefined : hasResults ? posted : 'none posted';
}

function agesOf({ eligibility: { minimumAge, maximumAge } }: Study): string | undefined {
	if (!minimumAge && !maximumAge) return undefined;
	return `${minimumAge?.text ?? 'no lower limit'} to ${maximumAge?.text ?? 'no upper limit'}`;
}

function yesOrNo({ eligibility: { healthyVolunteers } }: Study): string | undefined {
	return healthyVolunteers === undefined ? undefined : healthyVolunteers ? 'yes' : 'no';
}

function givenOf({ interventions }: Study): string | undefined {
	return joined(interventions.map(({ name }) => name));
}

/** The names of all labels, whatever their order; undefined where there is none. */
function labelWords({ mechanisms, suspects, related, approaches }: Labels): string | undefined {
	return joined([
		...mechanisms.map(({ id }) => facetLabel('mechanism', id)).sort(),
		...suspects.map(({ id }) => `suspect: ${facetLabel('suspect', id)}`).sort(),
		...related.map(({ id }) => `also on: ${facetLabel('related', id)}`).sort(),
		...approaches.map(({ id }) => `treatment: ${facetLabel('approach', id)}`).sort()
	]);
}

/** The lines that only one of two texts has. */
function linesOf(before = '', after = ''): { added?: string; removed?: string } {
	const lines = (text: string) =>
		text
			.split('\n')
			.map((line) => line.replace(/\s+/g, ' ').trim())
			.filter((line) => line !== '');
	const [old, now] = [lines(before), lines(after)];
	const only = (these: string[], others: string[]) => {
		const known = new Set(others);
		return joined(
			these.filter((line) => !known.has(line)),
			'\n'
		);
	};
	return stated({ added: only(now, old), removed: only(old, now) });
}

function siteChanges(before: readonly Site[], after: readonly Site[]) {
	const name = ({ facility, city, country }: Site) =>
		[facility, city, country].filter((part) => part !== undefined).join(', ');
	const [old, now] = [before, after].map(
		(sites) => new Map(sites.map((site) => [name(site), site.status]))
	);
	const missing = (
		these: Map<string, unknown> = new Map(),
		others: Map<string, unknown> = new Map()
	) => joined([...these.keys()].filter((key) => !others.has(key)));
	const changed = [...(now ?? [])].filter(
		([key, status]) => old?.has(key) === true && old.get(key) !== status
	);
	const told = (statuses: Map<string, string | undefined> | undefined) =>
		joined(changed.map(([key]) => `${key}: ${statusLabel(statuses?.get(key))}`));
	return { added: missing(now, old), removed: missing(old, now), from: told(old), to: told(now) };
}

function joined(parts: readonly string[], by = '; '): string | undefined {
	return parts.length === 0 ? undefined : parts.join(by);
}
