import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpen } from '#lib/study/status.ts';
import type { Study } from '#lib/study/study.ts';
import { answer } from './answer.ts';
import { facetKeys, isAbout, passes, passesRest, valuesOf } from './filters.ts';
import { everything, textKeys, type Query } from './query.ts';
import { aCatalogue, aQuery, catalogue, date, labels, nct, study, today } from './sample.ts';
import { textIndex } from './text.ts';

/** Every key that limits a list. */
const limits = [
	...textKeys,
	...facetKeys,
	...(['sex', 'age', 'healthy', 'started', 'completed', 'updated'] as const)
];

const idsOf = (found: ReturnType<typeof answer>) => found.studies.map((hit) => hit.study.nctId);

describe('an answer', () => {
	it('has the studies that pass each limit, as brute force finds them', () => {
		fc.assert(
			fc.property(aCatalogue, aQuery, (given, query) => {
				const texts = textKeys
					.map((key) => textIndex(given.studies).search(query[key], key))
					.filter((text) => text !== undefined);
				const expected = given.studies.filter(
					(hit, index) =>
						texts.every((text) => text.matches.has(index)) &&
						(query.scope === 'all' || isAbout(hit)) &&
						facetKeys.every((key) => passes(hit, query, key, today)) &&
						passesRest(hit, query)
				);
				expect(answer(given, query, today).total).toBe(expected.length);
			})
		);
	});

	it('two limits together find what both find alone, for every pair of keys', () => {
		fc.assert(
			fc.property(aCatalogue, aQuery, (given, query) => {
				const found = (keys: readonly (keyof Query)[]) => {
					const asked = Object.fromEntries(keys.map((key) => [key, query[key]]));
					const whole = { ...everything, ...asked, scope: query.scope, size: 100 };
					return new Set(idsOf(answer(given, whole, today)));
				};
				const alone = new Map(limits.map((key) => [key, found([key])]));
				for (const [n, a] of limits.entries())
					for (const b of limits.slice(n + 1)) {
						const both = alone.get(a)?.intersection(alone.get(b) ?? new Set());
						expect([a, b, [...found([a, b])].sort()]).toEqual([a, b, [...(both ?? [])].sort()]);
					}
			}),
			{ numRuns: 12 }
		);
	});

	it('counts each facet value under all other filters, as asking for it alone would', () => {
		fc.assert(
			fc.property(aCatalogue, aQuery, (given, query) => {
				const { facets } = answer(given, query, today);
				for (const key of facetKeys)
					for (const { value, count } of facets[key]) {
						const others = { ...query, [key]: [] };
						const brute = answer(given, { ...others, page: 1, size: 100 }, today).studies.filter(
							(hit) => valuesOf[key](hit, today).includes(value)
						);
						expect([key, value, count]).toEqual([key, value, brute.length]);
					}
			}),
			{ numRuns: 40 }
		);
	});

	it('gives every study once over all pages, in one order', () => {
		fc.assert(
			fc.property(aCatalogue, aQuery, (given, query) => {
				const small = { ...query, size: 10 };
				const { pages, total } = answer(given, small, today);
				const all = Array.from({ length: pages }, (_, index) =>
					idsOf(answer(given, { ...small, page: index + 1 }, today))
				).flat();
				expect(new Set(all).size).toBe(total);
				expect(all).toEqual(idsOf(answer(given, { ...query, page: 1, size: 100 }, today)));
			})
		);
	});

	it('does not depend on the order of the catalogue', () => {
		fc.assert(
			fc.property(aCatalogue, aQuery, (given, query) => {
				const turned = catalogue(given.studies.toReversed());
				const whole: Query = { ...query, q: '', page: 1, size: 100 };
				expect(idsOf(answer(turned, whole, today))).toEqual(idsOf(answer(given, whole, today)));
			})
		);
	});

	it('counts what is outside the scope and hides nothing with scope=all', () => {
		const given = catalogue([
			{ study: study(1), labels: labels({ relevance: 'core' }) },
			{ study: study(2), labels: labels({ relevance: 'partial' }) },
			{ study: study(3), labels: labels({ relevance: 'look-alike' }) },
			{ study: study(4), labels: labels({ relevance: 'mention-only' }) }
		]);
		expect(answer(given, everything, today)).toMatchObject({
			total: 2,
			outside: { total: 2, lookAlike: 1, mentionOnly: 1 }
		});
		expect(answer(given, { ...everything, scope: 'all' }, today)).toMatchObject({
			total: 4,
			outside: { total: 0 }
		});
	});
});

describe('status', () => {
	const of = (status: string | undefined, verified: string | undefined) =>
		study(1, {
			...(status === undefined ? {} : { status }),
			...(verified === undefined ? {} : { verified: date(verified) })
		});

	it.each([
		['RECRUITING', '2026-06', true],
		['NOT_YET_RECRUITING', '2024-06', true],
		['RECRUITING', '2024-05', false],
		['RECRUITING', undefined, false],
		['ENROLLING_BY_INVITATION', '2026-06', false],
		['UNKNOWN', '2026-06', false],
		[undefined, '2026-06', false]
	])('%s confirmed %s counts as open: %s', (status, verified, open) => {
		expect(isOpen(of(status, verified), today)).toBe(open);
	});

	it('a status that is new to us is shown under "other", never lost', () => {
		const hit = { study: of('PAUSED_BY_MOON', '2026-06'), labels: labels() };
		expect(valuesOf.status(hit, today)).toEqual(['other']);
	});

	it('no status is "not stated", and no phase is not the phase NA', () => {
		const hit = { study: study(1), labels: labels() };
		expect(valuesOf.status(hit, today)).toEqual(['not-stated']);
		expect(valuesOf.phase(hit, today)).toEqual(['not-stated']);
		expect(valuesOf.phase({ ...hit, study: study(1, { phases: ['NA'] }) }, today)).toEqual(['na']);
	});

	it('a phase 2/3 study is both', () => {
		const hit = { study: study(1, { phases: ['PHASE2', 'PHASE3'] }), labels: labels() };
		expect(valuesOf.phase(hit, today)).toEqual(['2', '3']);
	});
});

describe('who may join', () => {
	const of = (eligibility: Partial<Study['eligibility']>) =>
		catalogue([
			{ study: study(1, { eligibility: { ageGroups: [], ...eligibility } }), labels: labels() }
		]);
	const admits = (eligibility: Partial<Study['eligibility']>, query: Partial<Query>) =>
		answer(of(eligibility), { ...everything, ...query }, today).total === 1;
	const from18 = { minimumAge: { text: '18 Years', years: 18 } };
	const upTo17 = { maximumAge: { text: '17 Years', years: 17 } };

	it('an age without a limit admits', () => {
		expect(admits({}, { age: '99' })).toBe(true);
		expect(admits(from18, { age: '120' })).toBe(true);
	});

	it('a limit admits its own year, and no other', () => {
		expect(['17', '18'].map((age) => admits(from18, { age }))).toEqual([false, true]);
		expect(['17', '18'].map((age) => admits(upTo17, { age }))).toEqual([true, false]);
		expect(admits({ maximumAge: { text: '6 Months', years: 0.5 } }, { age: '0' })).toBe(true);
	});

	it('a woman is never shown a study for men alone', () => {
		expect(admits({ sex: 'MALE' }, { sex: 'female' })).toBe(false);
		expect(admits({ sex: 'ALL' }, { sex: 'female' })).toBe(true);
		expect(admits({}, { sex: 'female' })).toBe(true);
	});

	it('healthy volunteers: not stated is not yes', () => {
		expect(admits({}, { healthy: 'yes' })).toBe(false);
		expect(admits({ healthyVolunteers: true }, { healthy: 'yes' })).toBe(true);
	});
});

describe('spans of time', () => {
	const started = (start: string, span: string) =>
		answer(
			catalogue([{ study: study(1, { start: { date: date(start) } }), labels: labels() }]),
			{ ...everything, started: span },
			today
		).total === 1;

	it.each([
		['2015-03', '2015..2020', true],
		['2015-03', '2015-03-20..', true],
		['2015-03', '2015-04..', false],
		['2015', '..2015-01', true],
		['2014-12-31', '2015..', false],
		['2015-03', '2015-03', true]
	])('a start in %s is within %s: %s', (start, span, within) => {
		expect(started(start, span)).toBe(within);
	});
});

describe('order', () => {
	const given = catalogue([
		{ study: study(1, { enrollment: { count: 5 }, title: 'b' }), labels: labels() },
		{ study: study(2, { title: 'C' }), labels: labels() },
		{ study: study(3, { enrollment: { count: 90 }, title: 'a' }), labels: labels() },
		{ study: study(4, { enrollment: { count: 5 } }), labels: labels() }
	]);
	const order = (sort: Query['sort']) => idsOf(answer(given, { ...everything, sort }, today));

	it('puts the largest first, ties by number, and what is not stated last', () => {
		expect(order(['enrollment'])).toEqual([3, 1, 4, 2].map(nct));
	});

	it('reversed, still puts what is not stated last', () => {
		expect(order(['-enrollment'])).toEqual([1, 4, 3, 2].map(nct));
	});

	it('sorts by several keys in turn', () => {
		expect(order(['enrollment', '-title'])).toEqual([3, 4, 1, 2].map(nct));
	});

	it('puts phase 3 before 2/3 before 2, and what has no phase or does not say at the end', () => {
		const phases = [['PHASE2'], ['NA'], ['PHASE2', 'PHASE3'], [], ['PHASE3']];
		const given = catalogue(
			phases.map((each, index) => ({
				study: study(index + 1, { phases: each }),
				labels: labels()
			}))
		);
		const found = (sort: Query['sort']) =>
			idsOf(answer(given, { ...everything, sort }, today)).map((id) => Number(id.slice(-1)));
		expect(found(['phase'])).toEqual([5, 3, 1, 2, 4]);
		expect(found(['-phase'])).toEqual([1, 3, 5, 2, 4]);
	});

	it('sorts completion, sites, sponsors and numbers, with what is not stated last either way', () => {
		const given = catalogue([
			{ study: study(1), labels: labels() },
			{
				study: study(2, {
					completion: { date: date('2020') },
					sites: [{}, {}],
					sponsor: { name: 'zeta Clinic' }
				}),
				labels: labels()
			},
			{
				study: study(3, {
					completion: { date: date('2020-11-30') },
					sites: [{}],
					sponsor: { name: 'Alpha University' }
				}),
				labels: labels()
			}
		]);
		const found = (sort: Query['sort']) =>
			idsOf(answer(given, { ...everything, sort }, today)).map((id) => Number(id.slice(-1)));
		// a year alone counts until its last day
		expect([found(['completed']), found(['-completed'])]).toEqual([
			[2, 3, 1],
			[3, 2, 1]
		]);
		expect([found(['sites']), found(['-sites'])]).toEqual([
			[2, 3, 1],
			[3, 2, 1]
		]);
		expect([found(['sponsor']), found(['-sponsor'])]).toEqual([
			[3, 2, 1],
			[2, 3, 1]
		]);
		expect([found(['number']), found(['-number'])]).toEqual([
			[1, 2, 3],
			[3, 2, 1]
		]);
	});

	it('sorts titles without regard to capitals', () => {
		expect(order(['title'])).toEqual([3, 1, 2, 4].map(nct));
	});
});
