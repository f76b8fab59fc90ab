import { describe, expect, it } from 'vitest';
import { ago, earliest, inWords, isPartialDate, latest, type PartialDate } from './date.ts';

function date(text: string): PartialDate {
	if (!isPartialDate(text)) throw new Error(text);
	return text;
}

describe('partial dates', () => {
	it.each(['2015', '2015-03', '2015-03-24', '2024-02-29'])('%s is one', (text) => {
		expect(isPartialDate(text)).toBe(true);
	});

	it.each(['', '15', '2015-13', '2015-00', '2024-02-31', '2023-02-29', '2015-3', 'March 2015'])(
		'%s is none',
		(text) => {
			expect(isPartialDate(text)).toBe(false);
		}
	);

	it('a month means any of its days', () => {
		expect([earliest(date('2024-02')), latest(date('2024-02'))]).toEqual([
			'2024-02-01',
			'2024-02-29'
		]);
		expect([earliest(date('2015')), latest(date('2015'))]).toEqual(['2015-01-01', '2015-12-31']);
	});

	it('reads in words with no day invented', () => {
		expect(['2015', '2015-03', '2015-03-24'].map((text) => inWords(date(text)))).toEqual([
			'2015',
			'March 2015',
			'March 24, 2015'
		]);
	});

	it.each([
		['2026-06-15', 'today'],
		['2026-06-14', '1 day ago'],
		['2026-06', 'this month'],
		['2026-05-20', '3 weeks ago'],
		['2025-04', '13 months ago'],
		['2020-01', '6 years ago'],
		['2027-01', 'not past']
	])('%s is %s', (text, words) => {
		expect(ago(date(text), '2026-06-15')).toBe(words);
	});
});
