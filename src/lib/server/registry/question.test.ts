import { describe, expect, it } from 'vitest';
import { defaultQuery, narrowPart, narrowQuery, questionParts } from './question.ts';

const phrases = [
	'restless legs syndrome',
	'restless legs',
	'restless leg',
	'Willis-Ekbom disease',
	'periodic limb movement',
	'periodic limb movements'
];

describe('the default question', () => {
	const parts = questionParts(defaultQuery).map(({ words }) => words);

	it.each(['', 'AREA[EligibilityCriteria]', 'AREA[DetailedDescription]'])(
		'asks each phrase in %j: BasicSearch reads neither criteria nor detailed description',
		(area) => {
			const asked = parts.filter((part) =>
				area === '' ? !part.includes('AREA') : part.startsWith(area)
			);
			for (const phrase of phrases) {
				expect(asked.some((part) => part.includes(`"${phrase}"`))).toBe(true);
			}
		}
	);

	it('keeps each part within 12 words: 14 are "Too complicated query" (400)', () => {
		for (const part of [...parts, narrowQuery]) {
			expect(part.match(/\w+/g)?.length).toBeLessThanOrEqual(12);
		}
	});

	it('writes OR in capitals (in small letters it is a word) and closes what it opens', () => {
		for (const part of parts) {
			expect(part).not.toMatch(/\bor\b/);
			expect(part.split('"').length % 2).toBe(1);
			expect(part.split('(').length).toBe(part.split(')').length);
			// An area binds tighter than OR: without brackets only the first phrase would be in it.
			if (part.includes('AREA') && part.includes(' OR '))
				expect(part).toMatch(/^AREA\[\w+\]\(.*\)$/);
		}
	});
});

describe('questionParts', () => {
	it('asks parts apart, as query.term', () => {
		expect(questionParts(' "a b" OR c ; AREA[X]d;; ')).toEqual([
			{ words: '"a b" OR c', params: { 'query.term': '"a b" OR c' } },
			{ words: 'AREA[X]d', params: { 'query.term': 'AREA[X]d' } }
		]);
	});

	it('asks ALL without a query', () => {
		expect(questionParts('ALL')).toEqual([{ words: 'ALL', params: {} }]);
	});

	it.each(['', ' ', ' ; '])('refuses %j, which would read the whole registry', (query) => {
		expect(() => questionParts(query)).toThrow('empty');
	});
});

it('the narrow question asks for the condition', () => {
	expect(Object.keys(narrowPart.params)).toEqual(['query.cond']);
	expect(narrowQuery).toContain('"restless legs syndrome"');
});
