import { describe, expect, it } from 'vitest';
import { headingOf, readCriteria } from './read-criteria.ts';

function sections(text: string): Record<string, string[]> {
	const found: Record<string, string[]> = { inclusion: [], exclusion: [], neutral: [] };
	for (const { start, end, section } of readCriteria(text))
		found[section]?.push(text.slice(start, end));
	return found;
}

describe('headingOf', () => {
	it.each([
		['Inclusion Criteria:', 'inclusion'],
		['* Inclusion criteria', 'inclusion'],
		['**Key Inclusion Criteria:**', 'inclusion'],
		['INCLUSION CRITERIA', 'inclusion'],
		['Inclusion:', 'inclusion'],
		['Main eligibility criteria:', 'inclusion'],
		['Participants are eligible if all of the following apply:', 'inclusion'],
		['Exclusion Criteria：', 'exclusion'],
		['- Exclusion criteria:', 'exclusion'],
		['III.6 EXCLUSION CRITERIA', 'exclusion'],
		['2. Exclusion criteria (both cohorts):', 'exclusion'],
		['Exclusion criteria for healthy participants:', 'exclusion'],
		['Non-inclusion criteria:', 'exclusion'],
		['Family exclusion criteria:', 'exclusion'],
		['Patients will be excluded if any of these is true:', 'exclusion'],
		['A volunteer is not eligible if one of these holds:', 'exclusion'],
		['Exclusion Criteria: all answers must be no', 'exclusion']
	])('reads "%s" as %s', (line, section) => {
		expect(headingOf(line)).toBe(section);
	});

	it.each([
		'Does not meet any exclusion criteria',
		'Other protocol-defined inclusion/exclusion criteria apply',
		'Fulfils the diagnostic criteria of the study group',
		'Patients of the clinic who meet one of the following criteria:',
		'Failure to meet any of the inclusion criteria',
		'Diabetes'
	])('does not take "%s" for a heading', (line) => {
		expect(headingOf(line)).toBeUndefined();
	});
});

describe('readCriteria', () => {
	it('splits a plain list', () => {
		const found = sections(
			'Inclusion Criteria:\n\n* RLS\n* adult\n\nExclusion Criteria:\n\n* diabetes'
		);
		expect(found['inclusion']).toContain('* RLS');
		expect(found['exclusion']).toContain('* diabetes');
	});

	it('splits a list that lost its line breaks, with and without colons', () => {
		const found = sections(
			'Inclusion Criteria: - Has RLS - Adult Exclusion Criteria - Iron deficiency - Dialysis'
		);
		expect(found['inclusion']?.join()).toContain('Has RLS');
		expect(found['exclusion']?.join()).toContain('Iron deficiency');
		expect(found['inclusion']?.join()).not.toContain('Iron deficiency');
	});

	it('goes back to inclusion where a second group starts', () => {
		const found = sections(
			'Inclusion criteria for cases:\nRLS\nExclusion criteria for cases:\npregnancy\nInclusion criteria for controls:\nno RLS'
		);
		expect(found['inclusion']).toContain('no RLS');
		expect(found['exclusion']).toContain('pregnancy');
	});

	it('leaves text before any heading neutral', () => {
		const found = sections('Adults with low iron.\nExclusion Criteria:\nkidney failure');
		expect(found['neutral']).toEqual(['Adults with low iron.']);
	});

	it('keeps a sentence whole that was wrapped over two lines', () => {
		const text =
			'Inclusion Criteria:\n- took the first dose in an earlier study in adolescents with\n  Restless Legs Syndrome, without a reason to stop';
		expect(sections(text)['inclusion']).toHaveLength(2);
	});

	it('keeps each offset verbatim with Markdown escapes', () => {
		const text = 'Inclusion Criteria:\n\n1. ferritin \\< 75 µg/l\n2. age \\>= 18';
		for (const { start, end } of readCriteria(text))
			expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
		expect(sections(text)['inclusion']).toContain('1. ferritin \\< 75 µg/l');
	});
});
