import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marked } from './mark.ts';

const marks = (text: string, ...quotes: string[]) =>
	marked(text, quotes)
		.filter((piece) => piece.marked)
		.map((piece) => piece.text);

describe('marking quotes in a text', () => {
	it('finds a quote whatever the white space and the Markdown backslashes', () => {
		expect(marks('* Age \\>= 18,\n   ferritin \\< 75', 'Age >= 18, ferritin < 75')).toEqual([
			'Age \\>= 18,\n   ferritin \\< 75'
		]);
	});

	it('joins quotes that overlap, and keeps others apart', () => {
		expect(marks('one two three four', 'one two', 'two three', 'four')).toEqual([
			'one two three',
			'four'
		]);
	});

	it('marks nothing for a quote that is not there, or that is empty', () => {
		expect(marks('one two', 'three', '', '  ')).toEqual([]);
	});

	it('loses no letter of the text', () => {
		fc.assert(
			fc.property(fc.string(), fc.array(fc.string()), (text, quotes) => {
				const pieces = marked(text, [...quotes, text.slice(2, 9)]);
				expect(pieces.map((piece) => piece.text).join('')).toBe(text);
			})
		);
	});

	it('is quick on a megabyte', () => {
		const text = 'a\\ \\'.repeat(250_000);
		const start = performance.now();
		marked(text, ['zzz']);
		expect(performance.now() - start).toBeLessThan(2000);
	});
});
