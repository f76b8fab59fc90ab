import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpen } from '#lib/study/status.ts';
import { answer } from './answer.ts';
import { facetKeys, isAbout, passes, valuesOf } from './filters.ts';
import { everything, type Query } from './query.ts';
import { aCatalogue, aQuery, catalogue, date, labels, nct, study, today } from './sample.ts';
import { textIndex } from './text.ts';

const idsOf = (found: ReturnType<typeof answer>) => found.studies.map((hit) => hit.study.nctId);

describe('an answer', () => {
	it('has the studies that pass each filter, as brute force finds them', () => {
		fc.assert(
			fc.property(aCatalogue, aQuery, (given, query) => {
				const text = textIndex(given.studies).search(query.q);
				const expected = given.studies.filter(
					(hit, index) =>
						(!text || text.matches.has(index)) &&
						(query.scope === 'all' || isAbout(hit)) &&
						facetKeys.every((key) => passes(hit, query, key, today))
				);
				expect(answer(given, query, today).total).toBe(expected.length);
			})
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
		expect(answer(given, everything, today)).toMatchObject({ total: 2, outside: 2 });
		expect(answer(given, { ...everything, scope: 'all' }, today)).toMatchObject({
			total: 4,
			outside: 0
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

	it('sorts titles without regard to capitals', () => {
		expect(order(['title'])).toEqual([3, 1, 2, 4].map(nct));
	});
});
