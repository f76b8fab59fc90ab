import * as v from 'valibot';
import { approaches, mechanisms, related, suspects } from '#lib/mechanism/taxonomy.ts';
import { isPartialDate } from '#lib/study/date.ts';
import { countryName } from '#lib/study/place.ts';
import { kebab, statuses } from '#lib/study/status.ts';
import { columnIds } from './columns.ts';
import { isDateRange } from './range.ts';

function idsOf<T extends object>(facet: T): (keyof T & string)[];
function idsOf(facet: object): string[] {
	return Object.keys(facet);
}

const oneOf = <const T extends string>(values: readonly T[]) =>
	v.picklist(values, `is not one of: ${values.join(', ')}`);

const anyOf = <const T extends string>(values: readonly T[]) =>
	v.optional(v.array(oneOf(values)), () => []);

const words = v.optional(
	v.pipe(
		v.string(),
		v.transform((text) => text.replace(/\s+/gu, ' ').trim()),
		v.maxLength(200, 'is longer than 200 characters')
	),
	''
);

const dates = v.optional(
	v.pipe(
		v.string(),
		v.check(
			isDateRange,
			'is not a span of time such as 2015..2020, 2020-01.. or ..2019 (the end after the beginning)'
		)
	),
	''
);

function isDay(text: string): boolean {
	return text === '' || (text.length === 10 && isPartialDate(text));
}

/** 1 to 500 miles, in whole miles or kilometres. */
function isLength(text: string): boolean {
	const [, length = '0', unit] = /^([1-9]\d{0,2})(mi|km)$/.exec(text) ?? [];
	return text === '' || (Number(length) >= 1 && Number(length) <= (unit === 'km' ? 804 : 500));
}

const country = v.pipe(
	v.string(),
	v.toUpperCase(),
	v.check((code) => countryName(code) !== undefined, 'is not a country code such as US')
);

export const sortKeys = [
	'relevance',
	'distance',
	'updated',
	'started',
	'completed',
	'enrollment',
	'sites',
	'phase',
	'title',
	'sponsor',
	'number'
] as const;
export type SortKey = (typeof sortKeys)[number];
export type Sort = SortKey | `-${SortKey}`;

export const phaseIds = ['early-1', '1', '2', '3', '4', 'na', 'other', 'not-stated'] as const;
export const typeIds = [
	'interventional',
	'observational',
	'expanded-access',
	'other',
	'not-stated'
] as const;
export const sponsorIds = [
	'industry',
	'nih',
	'federal',
	'other-gov',
	'network',
	'individual',
	'other',
	'unknown',
	'not-stated'
] as const;
export const statusIds = [
	'open',
	...Object.keys(statuses).map(kebab),
	// a word that the registry brought after this release
	'other',
	'not-stated'
];

/**
 * What a visitor can ask (URL contract). The one description of every key: its values, whether it
 * may be repeated (an array) and its default. `parse` and `serialise` both work from it. A link
 * that ever worked keeps its meaning: keys and values are added, never changed.
 */
export const QuerySchema = v.object({
	q: words,
	condition: words,
	intervention: words,
	title: words,
	org: words,
	id: words,
	mechanism: anyOf(idsOf(mechanisms)),
	suspect: anyOf(idsOf(suspects)),
	related: anyOf(idsOf(related)),
	approach: anyOf(idsOf(approaches)),
	status: anyOf(statusIds),
	phase: anyOf(phaseIds),
	type: anyOf(typeIds),
	results: anyOf(['posted', 'none', 'not-stated']),
	sponsor: anyOf(sponsorIds),
	country: v.optional(v.array(country), () => []),
	sex: v.optional(oneOf(['', 'female', 'male']), ''),
	age: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^(|\d{1,2}|1[01]\d|120)$/, 'is not an age from 0 to 120 years'),
			v.transform((age) => (age === '' ? '' : String(Number(age))))
		),
		''
	),
	healthy: v.optional(oneOf(['', 'yes']), ''),
	near: v.optional(
		v.pipe(
			v.string(),
			v.transform((text) => text.replace(/\s+/gu, ' ').trim()),
			v.maxLength(100, 'is longer than 100 characters')
		),
		''
	),
	within: v.optional(
		v.pipe(
			v.string(),
			v.check(isLength, 'is not a distance such as 50mi or 80km, from 1 to 500 miles')
		),
		''
	),
	asof: v.optional(v.pipe(v.string(), v.check(isDay, 'is not a day such as 2026-05-31')), ''),
	places: v.optional(oneOf(['', 'not-stated']), ''),
	started: dates,
	completed: dates,
	updated: dates,
	scope: v.optional(oneOf(['about', 'all']), 'about'),
	sort: v.optional(
		v.array(oneOf([...sortKeys, ...sortKeys.map((key) => `-${key}` as const)])),
		() => ['relevance' as const]
	),
	view: v.optional(oneOf(['cards', 'table']), 'cards'),
	columns: anyOf(columnIds),
	pin: anyOf(columnIds),
	density: v.optional(oneOf(['roomy', 'tight']), 'roomy'),
	page: v.optional(
		v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}$/, 'is not a page number'), v.transform(Number)),
		'1'
	),
	size: v.optional(v.pipe(oneOf(['10', '25', '50', '100']), v.transform(Number)), '25')
});

export type Query = v.InferOutput<typeof QuerySchema>;
export type QueryKey = keyof Query;

/** The keys whose value is words, each with the texts of a study that it looks in. */
export const textKeys = ['q', 'condition', 'intervention', 'title', 'org', 'id'] as const;
export type TextKey = (typeof textKeys)[number];

/** The query that asks for nothing: all studies about RLS, whatever their status. */
export const everything: Query = v.parse(QuerySchema, {});
