import { describe, expect, it } from 'vitest';
import { compile, find } from './dictionary.ts';
import { fold, tokenise } from './text.ts';

const names = (entries: Record<string, string[]>, text: string) =>
	find(
		compile(Object.entries(entries).map(([row, names]) => ({ row, names }))),
		tokenise(text)
	).map(({ row, start, end }) => `${row}: ${text.slice(start, end)}`);

describe('find', () => {
	it('takes the longest name', () => {
		const rows = { short: ['gabapentin'], long: ['gabapentin enacarbil'] };
		expect(names(rows, 'Gabapentin Enacarbil and gabapentin')).toEqual([
			'long: Gabapentin Enacarbil',
			'short: gabapentin'
		]);
	});

	it.each(['XP13512', 'XP-13512', 'xp 13512'])('finds the code name written as %s', (text) => {
		expect(names({ code: ['XP13512'] }, text)).toHaveLength(1);
	});

	it('finds no name across a full stop, a bracket or a comma', () => {
		const rows = { iron: ['iron deficiency'] };
		expect(names(rows, 'gives iron. Deficiency of iron (deficiency), iron, deficiency')).toEqual(
			[]
		);
		expect(names(rows, 'Iron-Deficiency')).toHaveLength(1);
	});

	it('finds a registry term that is written with a comma', () => {
		expect(names({ kidney: ['Kidney Failure, Chronic'] }, 'Kidney Failure, Chronic')).toHaveLength(
			1
		);
	});

	it('keeps an abbreviation to its exact case', () => {
		const rows = { scan: ['=PET'], cbd: ['=CBD'] };
		expect(names(rows, 'a pet owner; PET scan; cbd')).toEqual(['scan: PET']);
	});

	it('does not find a name within a longer word', () => {
		expect(names({ iron: ['iron'] }, 'environment ironic')).toEqual([]);
	});
});

describe('fold', () => {
	it.each([
		['haemodialysis', 'hemodialysis'],
		['oestrogen', 'estrogen'],
		['sulphate', 'sulfate'],
		['Legs', 'leg'],
		['neuropathies', 'neuropathy']
	])('gives %s and %s one spelling', (one, other) => {
		expect(fold(one)).toBe(fold(other));
	});

	it('leaves short words and -ss, -us, -is alone', () => {
		expect(['RLS', 'restless', 'virus', 'diagnosis'].map(fold)).toEqual([
			'rls',
			'restless',
			'virus',
			'diagnosis'
		]);
	});
});
