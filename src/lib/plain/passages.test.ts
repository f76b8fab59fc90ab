import { describe, expect, it } from 'vitest';
import { bareStudy } from '#lib/study/sample.ts';
import { passagesOf } from './passages.ts';

function passagesIn(criteria: string) {
	return passagesOf(bareStudy('NCT00000101', { eligibility: { criteria, ageGroups: [] } }));
}

describe('passages', () => {
	it('takes the list sign away, with its escape, and keeps a number that is no sign', () => {
		const criteria =
			'Inclusion Criteria:\n\n* one\n\\* two\n1. three\n(b) four\n- 18 years or older';
		expect(passagesIn(criteria).map(({ quote }) => quote)).toEqual([
			...['Inclusion Criteria:', 'one', 'two', 'three', 'four', '18 years or older']
		]);
		for (const { start, end, quote } of passagesIn(criteria))
			expect(criteria.slice(start, end)).toBe(quote);
	});

	it('does not take the start of a name for a list sign', () => {
		expect(
			passagesIn(
				"Exclusion Criteria:\n\n- Any of these:\n- Kava\n- St. John's wort\n- Valerian"
			).map(({ quote, lead }) => [quote, lead])
		).toContainEqual(["St. John's wort", 'Any of these:']);
	});

	it('puts items below the line with a colon above them, not the items after the list', () => {
		const leads = passagesIn(
			'Exclusion Criteria:\n\n1. These drugs:\n   * a drug\n   * another\n2. Something else'
		).map(({ quote, lead }) => [quote, lead]);
		expect(leads).toContainEqual(['a drug', 'These drugs:']);
		expect(leads).toContainEqual(['Something else', undefined]);
	});

	it('lets a heading in a description go no further than its paragraph and list', () => {
		const description =
			'Exclusion criteria: takes opioids.\n\nPatients are then treated with care for a year.';
		expect(
			passagesOf(bareStudy('NCT00000101', { description })).map(({ section }) => section)
		).toEqual(['exclusion', 'neutral']);
	});

	it('names each field by its path in the record', () => {
		const study = bareStudy('NCT00000101', {
			summary: 'A.',
			description: 'B.',
			arms: [{ interventions: [] }, { description: 'C.', interventions: [] }],
			interventions: [{ name: 'x', description: 'D.', arms: [], otherNames: [] }]
		});
		expect(passagesOf(study).map(({ field }) => field.replace('protocolSection.', ''))).toEqual([
			'descriptionModule.briefSummary',
			'descriptionModule.detailedDescription',
			'armsInterventionsModule.armGroups[1].description',
			'armsInterventionsModule.interventions[0].description'
		]);
	});
});
