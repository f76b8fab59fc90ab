import { describe, expect, it } from 'vitest';
import type { Study } from '#lib/study/study.ts';
import { changesBetween, newsIn } from './changes.ts';
import { date, labels, study, today } from './sample.ts';

const of = (fields: Partial<Study>, given = labels({})) => ({
	study: study(1, { title: 'A study', ...fields }),
	labels: given
});
const told = (before: Partial<Study>, after: Partial<Study>) =>
	changesBetween(of(before), of(after)).map(({ field, from, to }) => [field, from, to]);
const rules = (criteria: string) => ({ eligibility: { ageGroups: [], criteria } });
const open = { status: 'RECRUITING', verified: date('2026-05') };

describe('changes between two states of a study', () => {
	it('are none where nothing differs', () => {
		expect(told({ status: 'RECRUITING' }, { status: 'RECRUITING' })).toEqual([]);
	});

	it('say status, dates, people and results, and what was not stated', () => {
		expect(
			told(
				{ status: 'NOT_YET_RECRUITING', hasResults: false },
				{ status: 'COMPLETED', hasResults: true, enrollment: { count: 40, kind: 'ACTUAL' } }
			)
		).toEqual([
			['status', 'Not yet recruiting', 'Completed'],
			['enrollment', undefined, '40 (actual)'],
			['results', 'none posted', 'posted']
		]);
	});

	it('name the rules that came and went, not those that moved', () => {
		expect(told(rules('* a\n* b\n* c'), rules('* c\n* a\n* d'))).toEqual([
			['criteriaAdded', undefined, '* d'],
			['criteriaRemoved', '* b', undefined]
		]);
	});

	it('name sites that came, went, or have another status', () => {
		const at = (city: string, status?: string) => ({ city, ...(status ? { status } : {}) });
		expect(
			told(
				{ sites: [at('Bonn'), at('Oslo', 'RECRUITING')] },
				{ sites: [at('Oslo', 'COMPLETED'), at('Rome')] }
			)
		).toEqual([
			['sitesAdded', undefined, 'Rome'],
			['sitesRemoved', 'Bonn', undefined],
			['sitesChanged', 'Oslo: Recruiting', 'Oslo: Completed']
		]);
	});

	it('tell other labels on the same record', () => {
		const changed = changesBetween(of({}), of({}, labels({ mechanisms: ['iron'] })));
		expect(changed.map(({ field, to }) => [field, to])).toEqual([['labels', 'Iron']]);
	});
});

describe('news', () => {
	const news = (before: Partial<Study> | undefined, after: Partial<Study> | undefined) => {
		const [old, now] = [before && of(before), after && of(after)];
		return newsIn(old, now, old && now ? changesBetween(old, now) : [], today);
	};

	it('is new, left, opened, status, criteria, results', () => {
		expect(news(undefined, open)).toEqual(['new']);
		expect(news(open, undefined)).toEqual(['left']);
		expect(news({ ...open, status: 'NOT_YET_RECRUITING' }, open)).toEqual(['status']);
		expect(news({ status: 'COMPLETED' }, open)).toEqual(['opened', 'status', 'dates']);
		expect(news(open, { ...open, ...rules('x') })).toEqual(['criteria']);
		expect(news({ hasResults: false }, { hasResults: true })).toEqual(['results']);
		// an old copy of a record does not tell; that it now tells "none" is no news of results
		expect(news({}, { hasResults: false })).toEqual(['other']);
	});

	it('is nothing for a reader where only a label changed', () => {
		const [before, after] = [of(open), of(open, labels({ mechanisms: ['iron'] }))];
		expect(newsIn(before, after, changesBetween(before, after), today)).toEqual(['other']);
	});
});
