import fc from 'fast-check';
import type { Label, Labels } from '#lib/mechanism/labels.ts';
import {
	approaches,
	mechanisms,
	related,
	relevances,
	suspects,
	type ApproachId,
	type MechanismId,
	type RelatedId,
	type SuspectId
} from '#lib/mechanism/taxonomy.ts';
import { isPartialDate, type PartialDate } from '#lib/study/date.ts';
import { statuses } from '#lib/study/status.ts';
import { bareStudy } from '#lib/study/sample.ts';
import { stated } from '#lib/study/stated.ts';
import { parseAge, type Age } from '#lib/study/age.ts';
import { isNctId, type Eligibility, type NctId, type Study } from '#lib/study/study.ts';
import type { Catalogue, LabelledStudy } from './catalogue.ts';
import { columnIds } from './columns.ts';
import {
	phaseIds,
	QuerySchema,
	sortKeys,
	sponsorIds,
	statusIds,
	typeIds,
	type Query
} from './query.ts';
import * as v from 'valibot';

/** Invented studies and queries for the tests of this folder. */

export const today = '2026-06-15';

export function nct(number: number): NctId {
	const id = `NCT${String(number).padStart(8, '0')}`;
	if (!isNctId(id)) throw new Error(id);
	return id;
}

export function date(text: string): PartialDate {
	if (!isPartialDate(text)) throw new Error(text);
	return text;
}

/** A study that says nothing but what is given here. */
export function study(number: number, fields: Partial<Study> = {}): Study {
	return bareStudy(nct(number), fields);
}

const labelled = <Id extends string>(id: Id): Label<Id> => ({
	id,
	basis: 'gives',
	confidence: 'high',
	evidence: [],
	reason: `gives ${id}`
});

export function labels(
	fields: Partial<Pick<Labels, 'relevance'>> & {
		mechanisms?: MechanismId[];
		suspects?: SuspectId[];
		related?: RelatedId[];
		approaches?: ApproachId[];
	} = {}
): Labels {
	return {
		relevance: fields.relevance ?? 'core',
		relevanceEvidence: [],
		mechanisms: (fields.mechanisms ?? []).map(labelled),
		suspects: (fields.suspects ?? []).map(labelled),
		related: (fields.related ?? []).map(labelled),
		approaches: (fields.approaches ?? []).map(labelled),
		nearMisses: []
	};
}

export function catalogue(studies: LabelledStudy[]): Catalogue {
	return {
		version: 'test',
		rules: 'test',
		source: 'live',
		question: [],
		narrow: false,
		studies,
		setAside: []
	};
}

const keysOf = <T extends object>(facet: T): (keyof T & string)[] =>
	Object.keys(facet).filter((key): key is keyof T & string => key in facet);
const some = <T>(values: readonly T[], most = 3) =>
	fc.uniqueArray(fc.constantFrom(...values), { maxLength: most });
const maybe = <T>(values: readonly T[]) =>
	fc.option(fc.constantFrom(...values), { nil: undefined });

const words = ['iron', 'restless', 'legs', 'sleep', 'dopamine', 'patch', 'kidney', 'ropinirole'];
const phrase = fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((list) => list.join(' '));

export const aStudy = fc
	.record({
		title: phrase,
		summary: phrase,
		status: maybe([...Object.keys(statuses), 'BRAND_NEW_STATUS']),
		verified: maybe(['2026-05', '2024-07', '2024-05', '2019'].map(date)),
		phases: some(['PHASE1', 'PHASE2', 'PHASE3', 'EARLY_PHASE1', 'NA'], 2),
		type: maybe(['INTERVENTIONAL', 'OBSERVATIONAL', 'EXPANDED_ACCESS']),
		hasResults: maybe([true, false]),
		enrollment: maybe([{ count: 10 }, { count: 200, kind: 'ACTUAL' }]),
		sponsor: maybe([
			{ name: 'A', class: 'INDUSTRY' },
			{ name: 'B', class: 'NEW_KIND' },
			{ name: 'C' }
		]),
		sex: maybe(['ALL', 'FEMALE', 'MALE', 'NEW_SEX']),
		minimumAge: maybe(['1 Year', '18 Years', '6 Months'].map(age)),
		maximumAge: maybe(['17 Years', '75 Years'].map(age)),
		healthyVolunteers: maybe([true, false]),
		countries: some(['US', 'DE', 'TR'], 2),
		completion: maybe([{ date: date('2021-06') }]),
		updated: maybe([{ date: date('2022') }, { date: date('2026-01-05') }]),
		start: maybe(['2015', '2015-03', '2020-01-01'].map((day) => ({ date: date(day) }))),
		relevance: fc.constantFrom(...keysOf(relevances)),
		mechanisms: some(keysOf(mechanisms), 2),
		suspects: some(keysOf(suspects), 2),
		related: some(keysOf(related), 2),
		approaches: some(keysOf(approaches), 2)
	})
	.map(({ relevance, mechanisms: m, suspects: s, related: r, approaches: a, ...rest }) => ({
		fields: fieldsOf(rest),
		labels: labels({ relevance, mechanisms: m, suspects: s, related: r, approaches: a })
	}));

function age(text: string): Age {
	const parsed = parseAge(text);
	if (!parsed) throw new Error(text);
	return parsed;
}

type Drawn = Omit<Study, 'eligibility' | 'sites'> & Eligibility & { countries: string[] };

/** Puts what was drawn where a study has it. */
function fieldsOf(drawn: { [K in keyof Drawn]?: Drawn[K] | undefined }): Partial<Study> {
	const { sex, minimumAge, maximumAge, healthyVolunteers, countries = [], ...rest } = drawn;
	return {
		...stated(rest),
		eligibility: {
			ageGroups: [],
			...stated({ sex, minimumAge, maximumAge, healthyVolunteers })
		},
		sites: countries.map((countryCode) => ({ countryCode }))
	};
}

export const aCatalogue = fc.array(aStudy, { maxLength: 40 }).map((list) =>
	catalogue(
		list.map(({ fields, labels: given }, index) => ({
			study: study(index + 1, fields),
			labels: given
		}))
	)
);

const ordered = new Set(['sort', 'columns', 'pin']);

/** Canonical queries: lists sorted and without repeats, as every link has them. */
export const aQuery: fc.Arbitrary<Query> = fc
	.record({
		q: fc.oneof(
			phrase,
			fc.constantFrom('', '"restless legs"', 'iron -sleep', 'iron OR patch', 'Ä+b, c&d=é 漢')
		),
		mechanism: some(keysOf(mechanisms)),
		suspect: some(keysOf(suspects)),
		related: some(keysOf(related)),
		approach: some(keysOf(approaches)),
		status: some(statusIds),
		phase: some(phaseIds),
		type: some(typeIds),
		results: some(['posted', 'none', 'not-stated']),
		condition: fc.constantFrom('', '', 'sleep'),
		intervention: fc.constantFrom('', '', 'ropinirole'),
		title: fc.constantFrom('', '', 'iron'),
		org: fc.constantFrom('', '', 'a'),
		id: fc.constantFrom('', '', 'NCT00000001'),
		sponsor: some(sponsorIds),
		country: some(['US', 'DE', 'TR', 'FR']),
		sex: fc.constantFrom('', 'female', 'male'),
		age: fc.constantFrom('', '0', '17', '18', '75', '120'),
		healthy: fc.constantFrom('', 'yes'),
		asof: fc.constantFrom('', '', '2026-05-31'),
		near: fc.constantFrom('', '60611', 'München', '41.9,-87.6'),
		within: fc.constantFrom('', '50mi', '120km'),
		places: fc.constantFrom('', '', 'not-stated'),
		started: fc.constantFrom('', '2015..2020', '2015-03', '..2015-02'),
		completed: fc.constantFrom('', '2021..'),
		updated: fc.constantFrom('', '2022-05..', '..2021'),
		columns: fc.shuffledSubarray([...columnIds]),
		pin: fc.shuffledSubarray([...columnIds], { maxLength: 3 }),
		density: fc.constantFrom('roomy', 'tight'),
		scope: fc.constantFrom('about', 'all'),
		sort: fc
			.uniqueArray(fc.constantFrom(...sortKeys), { minLength: 1, maxLength: 3 })
			.chain((keys) => fc.tuple(...keys.map((key) => fc.constantFrom(key, `-${key}`)))),
		view: fc.constantFrom('cards', 'table'),
		page: fc.integer({ min: 1, max: 9 }).map(String),
		size: fc.constantFrom('10', '25', '50', '100')
	})
	.map((input) => {
		const sorted = Object.entries(input).map(([key, value]) => [
			key,
			Array.isArray(value) && !ordered.has(key) ? value.toSorted() : value
		]);
		return v.parse(QuerySchema, Object.fromEntries(sorted));
	});
