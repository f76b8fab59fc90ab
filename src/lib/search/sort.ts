import { latest } from '#lib/study/date.ts';
import { isOpen } from '#lib/study/status.ts';
import { titleOf, type DatedFact } from '#lib/study/study.ts';
import type { LabelledStudy } from './catalogue.ts';
import type { Sort, SortKey } from './query.ts';

/** A study in a list, with how well it fits the words. */
export interface Hit extends LabelledStudy {
	score: number;
}

/** What a key sorts by; undefined: the record does not say, which always comes last. */
type Value = string | number | undefined;

const dayOf = (fact: DatedFact | undefined): Value => fact && latest(fact.date);

/** Values to compare one after another; larger first, except for titles. */
const values: Record<SortKey, (hit: Hit, today: string) => Value[]> = {
	relevance: (hit, today) => [
		hit.score,
		isOpen(hit.study, today) ? 1 : 0,
		hit.labels.relevance === 'core' ? 1 : 0,
		dayOf(hit.study.updated ?? hit.study.start)
	],
	updated: ({ study }) => [dayOf(study.updated)],
	started: ({ study }) => [dayOf(study.start)],
	enrollment: ({ study }) => [study.enrollment?.count],
	title: ({ study }) => [titleOf(study).toLowerCase()]
};

const names: Record<SortKey, string> = {
	relevance: 'best match',
	updated: 'last update',
	started: 'start date',
	enrollment: 'number of people',
	title: 'title'
};

/**
 * How an order reads in a sentence, and in a menu. Without words to match, "relevance" has open
 * studies first, then those about RLS itself, then the last update.
 */
export function sortName(key: SortKey, q: string): string {
	return key === 'relevance' && q === '' ? 'open first, then last update' : names[key];
}

/** Orders studies by several keys in turn; ties by NCT id, so that a list is always the same. */
export function sorted(hits: readonly Hit[], sorts: readonly Sort[], today: string): Hit[] {
	return hits.toSorted((a, b) => {
		for (const sort of sorts) {
			const order = compare(a, b, sort, today);
			if (order !== 0) return order;
		}
		return a.study.nctId < b.study.nctId ? -1 : 1;
	});
}

/** The key of a sort, without its direction. */
export function sortKeyOf(sort: Sort): { key: SortKey; reversed: boolean } {
	switch (sort) {
		case '-relevance':
			return { key: 'relevance', reversed: true };
		case '-updated':
			return { key: 'updated', reversed: true };
		case '-started':
			return { key: 'started', reversed: true };
		case '-enrollment':
			return { key: 'enrollment', reversed: true };
		case '-title':
			return { key: 'title', reversed: true };
		default:
			return { key: sort, reversed: false };
	}
}

function compare(a: Hit, b: Hit, sort: Sort, today: string): number {
	const { key, reversed } = sortKeyOf(sort);
	const direction = (key === 'title') === reversed ? -1 : 1;
	const [left, right] = [values[key](a, today), values[key](b, today)];
	for (const [index, x] of left.entries()) {
		const y = right[index];
		if (x === y) continue;
		if (x === undefined) return 1;
		if (y === undefined) return -1;
		return (x < y ? -1 : 1) * direction;
	}
	return 0;
}
