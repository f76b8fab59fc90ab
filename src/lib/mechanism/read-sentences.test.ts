import { describe, expect, it } from 'vitest';
import { sentences, whole } from './read-sentences.ts';

const cut = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
	it('cuts at full stops, not after abbreviations or in numbers', () => {
		expect(cut('Iron vs. Placebo is tested, e.g. Iron sucrose 1.5 mg. It is safe.')).toEqual([
			'Iron vs. Placebo is tested, e.g. Iron sucrose 1.5 mg.',
			'It is safe.'
		]);
	});

	it('cuts list items that lost their line breaks', () => {
		expect(cut('Needed: - Has RLS - Adult')).toEqual(['Needed:', 'Has RLS', 'Adult']);
	});

	it('does not cut at a dash within a sentence', () => {
		expect(cut('a patch - applied daily - is compared')).toHaveLength(1);
	});
});

describe('whole', () => {
	it('cuts nothing but what no honest sentence is as long as', () => {
		expect(whole('a. b. c.')).toHaveLength(1);
		const long = whole('iron '.repeat(2000));
		expect(long.length).toBeGreaterThan(1);
		expect(Math.max(...long.map(({ start, end }) => end - start))).toBeLessThanOrEqual(2500);
	});
});
