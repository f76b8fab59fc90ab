import { describe, expect, it } from 'vitest';
import { parseAge } from './age.ts';

describe('ages', () => {
	it.each([
		['18 Years', 18],
		['1 Year', 1],
		['6 Months', 0.5]
	])('%s', (text, years) => {
		expect(parseAge(text)).toEqual({ text, years });
	});

	it.each(['', 'N/A', 'eighteen', '18', '-1 Years'])('%s is no age', (text) => {
		expect(parseAge(text)).toBeUndefined();
	});
});
