import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, serialise } from '#lib/search/url.ts';

/** Links that were given out, with what they mean: address, tab, canonical form. Lines are only added. */
const lines = readFileSync(new URL('./links.tsv', import.meta.url), 'utf8')
	.split('\n')
	.filter((line) => line !== '' && !line.startsWith('#'))
	.map((line) => line.split('\t'));

describe('links that must live', () => {
	it.each(lines)('%s', (address = '', meaning = '') => {
		const { query, problems } = parse(new URLSearchParams(address));
		expect(problems).toEqual([]);
		expect(serialise(query)).toBe(meaning);
	});

	it('are many', () => {
		expect(lines.length).toBeGreaterThan(30);
	});
});
