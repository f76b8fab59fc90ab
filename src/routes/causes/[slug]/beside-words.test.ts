import { expect, it } from 'vitest';
import { existWords, openWords, resultsWords } from './beside-words.ts';

const say = (total: number, open: number, results: number) =>
	[existWords({ total }), openWords({ total, open }), resultsWords({ total, results })].join(' ');

it.each([
	[41, 7, 12, '41 studies in this catalogue. 7 are open now. 12 have posted results.'],
	[3, 1, 1, '3 studies in this catalogue. 1 is open now. 1 has posted results.'],
	[2, 2, 2, '2 studies in this catalogue. Both are open now. Both have posted results.'],
	[3, 0, 0, '3 studies in this catalogue. None of them is open now. None has posted results yet.'],
	[1, 1, 0, '1 study in this catalogue. It is open now. It has no posted results yet.'],
	[1, 0, 1, '1 study in this catalogue. It is not open now. It has posted results.'],
	[3, 3, 3, '3 studies in this catalogue. All 3 are open now. All 3 have posted results.']
])('%i studies, %i open, %i with results', (total, open, results, words) => {
	expect(say(total, open, results)).toBe(words);
});

it('that there is none here is never said as if nobody did research', () => {
	expect(existWords({ total: 0 })).not.toMatch(/no research|nobody|no studies exist/i);
	expect(existWords({ total: 0 })).toMatch(/yet/);
});
