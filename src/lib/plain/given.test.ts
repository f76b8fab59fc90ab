import { describe, expect, it } from 'vitest';
import { plainSummary } from './summary.ts';
import { bareStudy } from '#lib/study/sample.ts';
import { saysOf, today, trialWith } from './sample.ts';

describe('what is given and compared', () => {
	it('names what is tested and the placebo group, each in its role', () => {
		const says = saysOf(
			trialWith(['EXPERIMENTAL', 'Iron sucrose'], ['PLACEBO_COMPARATOR', 'Salt water'])
		);
		expect(says).toContain('It tests: Iron sucrose.');
		expect(says).toContain(
			'There is a placebo group (placebo: no active drug), which gets: Salt water.'
		);
	});

	it('does not call an active comparator tested', () => {
		const says = saysOf(trialWith(['EXPERIMENTAL', 'Aa'], ['ACTIVE_COMPARATOR', 'Bb', 'Cc']));
		expect(says).toContain('It tests: Aa.');
		expect(says).toContain('It compares this with: Bb + Cc.');
	});

	it('compares groups with each other where all are active comparators', () => {
		const says = saysOf(trialWith(['ACTIVE_COMPARATOR', 'Aa'], ['ACTIVE_COMPARATOR', 'Bb']));
		expect(says).toContain('It compares with each other: Aa; Bb.');
		expect(says.join(' ')).not.toContain('tests:');
	});

	it('says of one active group what it gives, and of groups alike that they are', () => {
		expect(saysOf(trialWith(['ACTIVE_COMPARATOR', 'Aa']))).toContain('It gives: Aa.');
		expect(saysOf(trialWith(['ACTIVE_COMPARATOR', 'Aa'], ['ACTIVE_COMPARATOR', 'Aa']))).toContain(
			'It compares groups that all get: Aa.'
		);
		expect(saysOf(trialWith(['EXPERIMENTAL', 'Aa'], ['ACTIVE_COMPARATOR', 'Aa']))).toContain(
			'It compares this with people who also get: Aa.'
		);
	});

	it('never says that a placebo alone is tested, though its arm is called experimental', () => {
		const says = saysOf(trialWith(['EXPERIMENTAL', 'Aa'], ['EXPERIMENTAL', 'Placebo tablet']));
		expect(says).toContain('It tests: Aa.');
	});

	it('keeps "Sham feeding", which is a real thing, among what is tested', () => {
		expect(saysOf(trialWith(['EXPERIMENTAL', 'Sham feeding']))).toContain(
			'It tests: Sham feeding.'
		);
	});

	it('tells sham, nothing and other groups', () => {
		const says = saysOf(
			trialWith(['SHAM_COMPARATOR', 'Coil off'], ['NO_INTERVENTION'], ['OTHER', 'Usual care'])
		);
		expect(says).toContain(
			'There is a sham group (sham: it only looks real), which gets: Coil off.'
		);
		expect(says).toContain('Some people get nothing that is tested.');
		expect(says).toContain('There is a group of another kind, which gets: Usual care.');
	});

	it.each(['MOON_COMPARATOR', 'constructor'])('shows a role %s, new to us, as it is', (role) => {
		expect(saysOf(trialWith([role, 'Aa']))).toContain(
			`There is a group of the kind “${role}”, which gets: Aa.`
		);
	});

	it('finds the whole name where another name is its end', () => {
		const trial = trialWith(['EXPERIMENTAL', 'Step 2: Iron'], ['ACTIVE_COMPARATOR', 'Iron']);
		expect(saysOf(trial)).toContain('It tests: Step 2: Iron.');
	});

	it('finds what a group gets where only the medicine names its group', () => {
		const says = saysOf({
			type: 'INTERVENTIONAL',
			arms: [
				{ label: 'Group 1', type: 'EXPERIMENTAL', interventions: [] },
				{ label: 'Group 2', type: 'NO_INTERVENTION', interventions: [] },
				{ label: 'Group 3', type: 'ACTIVE_COMPARATOR', interventions: [] }
			],
			interventions: [{ name: 'Iron', arms: ['Group 1'], otherNames: [] }]
		});
		expect(says).toContain('It tests: Iron.');
		expect(says).toContain('Some people get nothing that is tested.');
		expect(says).toContain('It compares this with: what the record calls “Group 3”.');
		expect(says.join(' ')).not.toContain('also lists');
	});

	it('says no role of what no group lists', () => {
		const [iron] = trialWith(['EXPERIMENTAL', 'Iron']).interventions ?? [];
		if (!iron) throw new Error('no intervention');
		expect(saysOf({ type: 'INTERVENTIONAL', interventions: [iron] })).toContain(
			'The record lists as given: Iron.'
		);
		expect(saysOf({ type: 'EXPANDED_ACCESS', interventions: [iron] })).toContain(
			'It gives access to: Iron.'
		);
		expect(saysOf({ type: 'OBSERVATIONAL', interventions: [iron] })).toContain(
			'It looks at: Iron.'
		);
	});

	it('shows where each sentence comes from', () => {
		const study = bareStudy('NCT00000101', trialWith(['EXPERIMENTAL', 'Aa'], ['OTHER', 'Bb']));
		const from = plainSummary(study, today).find(({ says }) => says.includes('Bb'))?.fields;
		expect(from).toEqual([
			'protocolSection.armsInterventionsModule.armGroups[1].type',
			'protocolSection.armsInterventionsModule.armGroups[1].interventionNames'
		]);
	});

	it('names a field once, though two groups rest on it', () => {
		const study = bareStudy('NCT00000101', {
			arms: ['A', 'B'].map((label) => ({ label, type: 'EXPERIMENTAL', interventions: [] })),
			interventions: [{ name: 'Iron', arms: ['A', 'B'], otherNames: [] }]
		});
		const [given] = plainSummary(study, today);
		expect(given?.says).toBe('It tests: Iron.');
		expect(new Set(given?.fields).size).toBe(given?.fields.length);
	});
});
