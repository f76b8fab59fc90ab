import { describe, expect, it } from 'vitest';
import { on, saysOf, trialWith } from './sample.ts';
import { parseAge } from '#lib/study/age.ts';
import { stated } from '#lib/study/stated.ts';

describe('a study in plain words', () => {
	it('goes from what it is to whether results are posted', () => {
		expect(
			saysOf({
				...trialWith(['EXPERIMENTAL', 'Iron sucrose'], ['PLACEBO_COMPARATOR', 'Placebo']),
				conditions: ['Restless Legs Syndrome'],
				design: {
					allocation: 'RANDOMIZED',
					interventionModel: 'PARALLEL',
					masking: 'DOUBLE',
					whoMasked: ['PARTICIPANT', 'CARE_PROVIDER']
				},
				enrollment: { count: 209, kind: 'ACTUAL' },
				eligibility: stated({
					sex: 'ALL',
					minimumAge: parseAge('18 Years'),
					healthyVolunteers: false,
					ageGroups: ['ADULT', 'OLDER_ADULT']
				}),
				start: { date: on('2017-05-02'), kind: 'ACTUAL' },
				completion: { date: on('2019-08'), kind: 'ACTUAL' },
				sites: [{ country: 'Germany' }],
				status: 'COMPLETED',
				verified: on('2020-04'),
				hasResults: false
			})
		).toEqual([
			'This study is a trial: it tests something.',
			'It is about: Restless Legs Syndrome.',
			'It tests: Iron sucrose.',
			'There is a placebo group (placebo: no active drug), which gets: Placebo.',
			'Chance decides which group a person is in.',
			'The groups run side by side.',
			'Who gets what is not known to the people in the study and those who treat them.',
			'It counts 209 people in all.',
			'It is for people of any sex, 18 years or older.',
			'Healthy volunteers are not part of it.',
			'It began on May 2, 2017.',
			'It ended in August 2019.',
			'It has 1 site in Germany.',
			'It is finished.',
			'The sponsor last checked this in April 2020 (6 years ago).',
			'No results are posted.'
		]);
	});

	it('tells a trial from watching and from access outside a trial', () => {
		expect(saysOf({ type: 'OBSERVATIONAL' })[0]).toContain('watches people');
		expect(saysOf({ type: 'EXPANDED_ACCESS' })[0]).toContain('This is not a trial');
	});

	it('says of a thin record in one sentence what it does not state', () => {
		expect(saysOf({})).toEqual([
			'The record does not state who it is for, how many take part, where it is or its status.'
		]);
	});

	it('says of a withheld study that it is, and what is not stated', () => {
		expect(saysOf({ status: 'WITHHELD', verified: on('2026-01') })).toEqual([
			'The details of this study are withheld.',
			'The sponsor last checked this in January 2026 (4 months ago).',
			'The record does not state who it is for, how many take part or where it is.'
		]);
	});

	it('names a single thing that is not stated', () => {
		const says = saysOf({
			status: 'COMPLETED',
			enrollment: { count: 0, kind: 'ACTUAL' },
			eligibility: { sex: 'ALL', ageGroups: [] }
		});
		expect(says.at(-1)).toBe('Not stated by the study: where it is.');
	});

	it('does not miss a planned number where access is given outside a trial', () => {
		expect(saysOf({ type: 'EXPANDED_ACCESS' }).join(' ')).not.toContain('how many');
	});
});
