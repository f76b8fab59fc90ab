import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRecords } from '../../bin/records.ts';
import { studiesAt } from '../../../tests/fixtures/studies/studies.ts';
import { criteriaLists } from './criteria-lists.ts';

/** Section, heading and rules, nested ones indented. */
function shape(text: string): [section: string, heading: string | undefined, ...rules: string[]][] {
	return criteriaLists(text).map(({ section, heading, items }) => [
		section,
		heading,
		...items.map(
			({ depth, marker, text: rule }) =>
				`${'  '.repeat(depth)}${marker === undefined ? '' : `${marker} `}${rule}`
		)
	]);
}

describe('criteriaLists', () => {
	it('parts the two lists, with headings in bold or after a bullet', () => {
		expect(
			shape('**Key Inclusion Criteria:**\n\n* RLS\n* Adult\n\n- Exclusion Criteria:\n\n1. Dialysis')
		).toEqual([
			['inclusion', 'Key Inclusion Criteria', 'RLS', 'Adult'],
			['exclusion', 'Exclusion Criteria', '1. Dialysis']
		]);
	});

	it('keeps what stands before the first heading, and a second pair of lists', () => {
		expect(
			shape(
				'People of one clinic.\n\nInclusion criteria for cases:\nRLS\nExclusion criteria for cases:\nDialysis\nInclusion criteria for controls:\nNo RLS'
			)
		).toEqual([
			['neutral', undefined, 'People of one clinic.'],
			['inclusion', 'Inclusion criteria for cases', 'RLS'],
			['exclusion', 'Exclusion criteria for cases', 'Dialysis'],
			['inclusion', 'Inclusion criteria for controls', 'No RLS']
		]);
	});

	it('keeps rules under their rule, in order', () => {
		expect(
			shape(
				'Exclusion Criteria:\n\n1. Secondary RLS:\n   * Anemia\n     * Severe\n   * Dialysis\n2. Pain'
			)
		).toEqual([
			[
				'exclusion',
				'Exclusion Criteria',
				'1. Secondary RLS:',
				'  Anemia',
				'    Severe',
				'  Dialysis',
				'2. Pain'
			]
		]);
	});

	it('parts a text that lost its line breaks', () => {
		expect(
			shape('Inclusion Criteria: - Has RLS - Aged 18 to 80 Exclusion Criteria: - Anemia - Dialysis')
		).toEqual([
			['inclusion', 'Inclusion Criteria', 'Has RLS', 'Aged 18 to 80'],
			['exclusion', 'Exclusion Criteria', 'Anemia', 'Dialysis']
		]);
	});

	it('keeps a wrapped line with its rule, and a minus or a dash within one', () => {
		expect(
			shape(
				'Inclusion Criteria:\n- Took the whole first dose in an earlier study of young people\nwith restless legs\n- Score from 4 - 10 at the start\n- Aged 18 – 70'
			)
		).toEqual([
			[
				'inclusion',
				'Inclusion Criteria',
				'Took the whole first dose in an earlier study of young people\nwith restless legs',
				'Score from 4 - 10 at the start',
				'Aged 18 – 70'
			]
		]);
	});

	it('gives nothing for a text of blanks', () => {
		expect(criteriaLists(' \n ')).toEqual([]);
	});
});

const corpus = process.env['CORPUS_DIR'] ?? '../shared/corpus';
const sets = [
	{ name: 'our own making', records: () => studiesAt('2026-11-23') },
	...[
		...['authored', 'held-out'].map((name) => join('tests/fixtures', name, 'records')),
		...['rls', 'near', 'any'].map((name) => join(corpus, name))
	]
		.filter((folder) => existsSync(folder))
		.map((folder) => ({ name: folder, records: () => readRecords([folder]) }))
];

/** The criteria of a record, wherever they stand in it. */
function criteriaOf(record: unknown): string[] {
	if (typeof record !== 'object' || record === null) return [];
	return Object.entries(record).flatMap(([key, value]) =>
		key === 'eligibilityCriteria' && typeof value === 'string' ? [value] : criteriaOf(value)
	);
}

it.each(sets)('no sign of the criteria of $name is lost or doubled', ({ records }) => {
	const texts = records().flatMap(criteriaOf);
	expect(texts.length).toBeGreaterThan(10);
	for (const text of texts) {
		const times = new Uint8Array(text.length);
		for (const { head, items } of criteriaLists(text))
			for (const { start, end } of [...(head ? [head] : []), ...items])
				for (let at = start; at < end; at++) times[at] = (times[at] ?? 0) + 1;
		const wrong = [...times.keys()].filter((at) => /\S/.test(text.charAt(at)) && times[at] !== 1);
		expect(wrong.map((at) => text.slice(at - 20, at + 20))).toEqual([]);
		for (const { items } of criteriaLists(text))
			for (const item of items) expect(text.slice(item.start, item.end)).toContain(item.text);
	}
});
