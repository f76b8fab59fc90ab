import { describe, expect, it } from 'vitest';
import { problemsIn } from './problems.ts';

const oddParts = (text: string) => problemsIn(text).map(({ from, to }) => text.slice(from, to));

describe('what is odd in a search is shown at its place', () => {
	it.each([
		['iron OR patch', []],
		['iron NOT sleep', []],
		['"restless legs" AND iron -sleep', []],
		['iron or patch', []],
		['"restless legs', ['"']],
		['iron OR', ['OR']],
		['AND iron', ['AND']],
		['iron AND OR sleep', ['AND', 'OR']],
		['iron NOT', ['NOT']],
		['(iron OR patch)', ['(', ')']],
		['"OR" iron', []]
	])('%s', (text, parts) => {
		expect(oddParts(text)).toEqual(parts);
	});
});
