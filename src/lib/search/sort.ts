import { latest } from '#lib/study/date.ts';
import { isOpen } from '#lib/study/status.ts';
import { titleOf, type DatedFact } from '#lib/study/study.ts';
import type { LabelledStudy } from './catalogue.ts';
import { distanceValues, siteFor, type Home, type Nearness } from './nearness.ts';
import { sortKeys, type Query, type Sort, type SortKey } from './query.ts';

/** A study in a list, with how well it fits the words. */
export interface Hit extends LabelledStudy {
	score: number;
	/** How near it is to the place that the query asks for; absent where it asks for none. */
	nearness?: Nearness;
}

/** What an order depends on besides the studies. */
interface Asked {
	query: Query;
	/** `yyyy-MM-dd` */
	today: string;
	home?: Home | undefined;
}

/** What a key sorts by; undefined: the record does not say, which always comes last. */
type Value = string | number | undefined;

const dayOf = (fact: DatedFact | undefined): Value => fact && latest(fact.date);

/** The phases from early to late; a study without one ("NA") has no place among them. */
const phases = ['EARLY_PHASE1', 'PHASE1', 'PHASE2', 'PHASE3', 'PHASE4'];

/** Latest phase first to compare, then the earlier one: a 2/3 study is before a 2 and after a 3. */
function phaseValues(given: readonly string[]): Value[] {
	const ranks = given.map((phase) => phases.indexOf(phase)).filter((rank) => rank >= 0);
	return ranks.length === 0 ? [undefined] : [Math.max(...ranks), Math.min(...ranks)];
}

/** Values to compare one after another; larger first, except for what reads from A to Z. */
const values: Record<SortKey, (hit: Hit, asked: Asked) => Value[]> = {
	relevance: (hit, asked) => [
		hit.score,
		isOpen(hit.study, asked.today) ? 1 : 0,
		...(asked.home ? distanceOf(hit, asked).map(negative) : []),
		hit.labels.relevance === 'core' ? 1 : 0,
		dayOf(hit.study.updated ?? hit.study.start)
	],
	distance: distanceOf,
	updated: ({ study }) => [dayOf(study.updated)],
	started: ({ study }) => [dayOf(study.start)],
	completed: ({ study }) => [dayOf(study.completion)],
	enrollment: ({ study }) => [study.enrollment?.count],
	// a record without a list of sites does not say that there are none
	sites: ({ study }) => [study.sites.length === 0 ? undefined : study.sites.length],
	phase: ({ study }) => phaseValues(study.phases),
	title: ({ study }) => [titleOf(study).toLowerCase()],
	sponsor: ({ study }) => [study.sponsor?.name.toLowerCase()],
	number: ({ study }) => [study.nctId]
};

const negative = (value: number | undefined) => (value === undefined ? undefined : -value);

function distanceOf({ nearness }: Hit, { query, home }: Asked): (number | undefined)[] {
	if (!nearness || !home) return [undefined, undefined];
	return distanceValues(siteFor(nearness, query), home);
}

const fromAToZ = new Set<SortKey>(['title', 'sponsor', 'number', 'distance']);

const names: Record<SortKey, string> = {
	relevance: 'best match',
	distance: 'distance',
	updated: 'last update',
	started: 'start date',
	completed: 'completion date',
	enrollment: 'number of people',
	sites: 'number of sites',
	phase: 'phase',
	title: 'title',
	sponsor: 'sponsor',
	number: 'study number'
};

/**
 * How an order reads in a sentence, and in a menu. Without words to match, "relevance" has open
 * studies first, then the nearest where a place is asked for, then those about RLS itself, then the
 * last update.
 */
export function sortName(
	key: SortKey,
	{ q, near, status }: Pick<Query, 'q' | 'near' | 'status'>
): string {
	if (key !== 'relevance' || q !== '') return names[key];
	// where all are open, "open first" says nothing
	if (status.length === 1 && status[0] === 'open')
		return near === '' ? 'RLS itself first, then last update' : 'the nearest first';
	return near === '' ? 'open first, then last update' : 'open first, then the nearest';
}

/** Orders studies by several keys in turn; ties by NCT id, so that a list is always the same. */
export function sorted(hits: readonly Hit[], asked: Asked): Hit[] {
	const orders = asked.query.sort.map((sort) => ({
		valuesOf: values[sortKeyOf(sort).key],
		direction: ascends(sort) ? 1 : -1
	}));
	return hits
		.map((hit) => ({ hit, by: orders.map(({ valuesOf }) => valuesOf(hit, asked)) }))
		.toSorted((a, b) => {
			for (const [index, { direction }] of orders.entries()) {
				const order = compare(a.by[index] ?? [], b.by[index] ?? [], direction);
				if (order !== 0) return order;
			}
			return a.hit.study.nctId < b.hit.study.nctId ? -1 : 1;
		})
		.map(({ hit }) => hit);
}

/** The key of a sort, without its direction. */
export function sortKeyOf(sort: Sort): { key: SortKey; reversed: boolean } {
	const key = sortKeys.find((each) => sort === each || sort === `-${each}`) ?? 'relevance';
	return { key, reversed: sort !== key };
}

/** Does this order begin with the least (A, the smallest, the oldest)? */
export function ascends(sort: Sort): boolean {
	const { key, reversed } = sortKeyOf(sort);
	return fromAToZ.has(key) !== reversed;
}

function compare(left: readonly Value[], right: readonly Value[], direction: number): number {
	for (const [index, x] of left.entries()) {
		const y = right[index];
		if (x === y) continue;
		if (x === undefined) return 1;
		if (y === undefined) return -1;
		return (x < y ? -1 : 1) * direction;
	}
	return 0;
}
