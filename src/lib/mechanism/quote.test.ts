import { describe, expect, it } from 'vitest';
import { quote } from './quote.ts';

describe('quote', () => {
	it('gives a short text whole', () => {
		expect(quote('Ferric carboxymaltose', 0, 6)).toBe('Ferric carboxymaltose');
	});

	it('gives the clause of the words in a long text, between 20 and 160 characters', () => {
		const text = `${'Many words come first and say little, '.repeat(6)}people with low iron are picked, ${'and many words follow later on '.repeat(6)}`;
		const at = text.indexOf('low iron');
		const shown = quote(text, at, at + 8);
		expect(shown).toContain('low iron');
		expect(text).toContain(shown);
		expect(shown.length).toBeGreaterThanOrEqual(20);
		expect(shown.length).toBeLessThanOrEqual(160);
	});

	it('does not cut words', () => {
		const text = 'wordy '.repeat(60);
		expect(quote(text, 150, 155)).toMatch(/^(?:wordy ?)+$/);
	});

	it('cuts a match that is itself longer than a quote', () => {
		expect(quote('x'.repeat(500), 0, 500).length).toBeLessThanOrEqual(160);
	});
});
