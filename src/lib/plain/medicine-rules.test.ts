import { describe, expect, it } from 'vitest';
import { bareStudy } from '#lib/study/sample.ts';
import { medicineRules } from './medicine-rules.ts';

function rulesOf(criteria: string) {
	return medicineRules(bareStudy('NCT00000101', { eligibility: { criteria, ageGroups: [] } }));
}

/** `kind: first words` of each rule. */
function told(criteria: string): string[] {
	return rulesOf(criteria).map(({ kind, quote }) => `${kind}: ${quote}`);
}

const exclusion = (item: string) => told(`Exclusion Criteria:\n\n* ${item}`);
const inclusion = (item: string) => told(`Inclusion Criteria:\n\n* ${item}`);

describe('what must be stopped', () => {
	it('takes a medicine within a time before the study for one that must be stopped', () => {
		const [rule] = rulesOf(
			'Exclusion Criteria:\n\n1. Took ropinirole or gabapentin within 5 half-lives or 2 weeks before the first visit'
		);
		expect(rule).toMatchObject({
			kind: 'must-stop',
			field: 'protocolSection.eligibilityModule.eligibilityCriteria',
			quote: 'Took ropinirole or gabapentin within 5 half-lives or 2 weeks before the first visit',
			durations: ['5 half-lives', '2 weeks'],
			medicines: ['ropinirole', 'gabapentin']
		});
	});

	it('finds it in what people must do or be willing to do', () => {
		for (const item of [
			'Off all RLS medicines for 14 days',
			'Ready to taper their opioid before the baseline night',
			'Has washed out any sleep medication at least ten nights ahead',
			'No use of iron tablets in the past three months',
			'Drug-naive people, or those who stopped their RLS drugs a week ago'
		])
			expect(inclusion(item)).toEqual([`must-stop: ${item}`]);
	});

	it('keeps a sentence apart from the next of the same list item', () => {
		expect(
			told(
				'Inclusion Criteria:\n\n- Legs restless on 15 nights a month. Any medication for RLS must be stopped 7 days before day 1. Others may stay.'
			)
		).toEqual(['must-stop: Any medication for RLS must be stopped 7 days before day 1.']);
	});

	it('gives each name of a list the rule of the line above it, and its own where it says more', () => {
		expect(
			told(
				'Exclusion Criteria:\n\n- Any of the following medications within 4 weeks of screening:\n  - Pramipexole\n  - Fluoxetine (within 8 weeks)\n- Pregnancy'
			)
		).toEqual([
			'must-stop: Any of the following medications within 4 weeks of screening:',
			'must-stop: Pramipexole',
			'must-stop: Fluoxetine (within 8 weeks)'
		]);
	});

	it('does so where the list lost its steps, and stops at what is no medicine', () => {
		expect(
			told(
				'Exclusion Criteria:\n\n* Takes prohibited medication, including:\n* Sedating antihistamines\n* Melatonin\n* Sleep apnea'
			)
		).toEqual([
			'not-allowed: Takes prohibited medication, including:',
			'not-allowed: Sedating antihistamines',
			'not-allowed: Melatonin'
		]);
	});
});

describe('what is not allowed', () => {
	it('is a medicine that leaves people out, with no word on a time before', () => {
		for (const item of [
			'Current use of opioids',
			'Patients treated with lithium',
			'Concomitant antidepressants',
			'Benzodiazepines',
			'Is on dopamine agonists at present'
		])
			expect(exclusion(item)).toEqual([`not-allowed: ${item}`]);
		expect(inclusion('Not taking any antipsychotic')).toEqual([
			'not-allowed: Not taking any antipsychotic'
		]);
	});
});

describe('what is allowed', () => {
	// the shape of NCT01192503: a list of what people may go on with
	it('reads a list of medicines that may go on at a stable dose', () => {
		expect(
			told(
				'Inclusion Criteria:\n\n- Takes one of these medicines at a stable dose for 6 weeks:\n  - ropinirole, at most 4 mg\n  - gabapentin\n\nExclusion Criteria:\n\n- Pregnancy'
			)
		).toEqual([
			'allowed-stable: Takes one of these medicines at a stable dose for 6 weeks:',
			'allowed-stable: ropinirole, at most 4 mg',
			'allowed-stable: gabapentin'
		]);
	});

	it('finds what may go on among the exclusions too', () => {
		expect(exclusion('Vitamin D tablets are permitted if the dose was stable for a month')).toEqual(
			['allowed-stable: Vitamin D tablets are permitted if the dose was stable for a month']
		);
	});

	it('does not take the stable health of a person for a stable dose', () => {
		expect(inclusion('Medically stable, with no new illness')).toEqual([]);
	});
});

describe('what cannot be told apart', () => {
	it('shows the whole passage as unclear', () => {
		for (const item of [
			'Use of antidepressants unless at a stable dose for 3 months',
			'Not on a stable dose of levodopa',
			'Change of any RLS medication in the last month',
			'Other sleeping pills, at the discretion of the investigator'
		])
			expect(exclusion(item)).toEqual([`unclear: ${item}`]);
		expect(inclusion('On a stable dose of iron, or stopped iron 3 months ago')).toEqual([
			'unclear: On a stable dose of iron, or stopped iron 3 months ago'
		]);
	});
});

describe('how a rule is built', () => {
	it('takes two rules in one sentence for unclear', () => {
		expect(
			inclusion('No opioids for 3 weeks before the test, or on a fixed dose of them')[0]
		).toMatch(/^unclear/);
		expect(
			inclusion('Without antidepressants, or at a stable dose of them, until the last call')[0]
		).toMatch(/^unclear/);
		expect(
			exclusion('Prior use of interferon and use of any steroid within six months of the start')[0]
		).toMatch(/^unclear/);
		expect(exclusion('Use of lithium or gabapentin within 6 months of the start')[0]).toMatch(
			/^must-stop/
		);
	});

	it('does not take a limit to the amount for a ban', () => {
		expect(exclusion('Takes more than 20 mg of prednisone a day')[0]).toMatch(/^unclear/);
		expect(exclusion('Use of opioids on > 10 days per month')[0]).toMatch(/^unclear/);
		expect(inclusion('Agrees to take no supplements of more than 2 g a day')[0]).toMatch(
			/^unclear/
		);
		// an amount in the blood is no dose
		expect(exclusion('Ferritin < 30 g/L or iron tablets within 2 months')[0]).toMatch(/^must-stop/);
	});

	it('takes people who do without a medicine, among those left out, for a double negative', () => {
		expect(exclusion('Those who are not taking a dopamine agonist')[0]).toMatch(/^unclear/);
		expect(exclusion('Participants must not be taking opioids')[0]).toMatch(/^not-allowed/);
		expect(exclusion('High blood pressure without medication')).toEqual([]);
	});

	it('leaves to somebody else what somebody else decides', () => {
		for (const item of [
			'Takes sedatives; discuss with the study doctor first',
			'Any medicine that, in the opinion of the team, disturbs sleep',
			'Needs a drug that is not allowed by the protocol'
		])
			expect(exclusion(item)).toEqual([`unclear: ${item}`]);
	});

	it('reads brackets for what they are', () => {
		// one medicine out of a class may stay: the others still may not
		expect(exclusion('Currently taking antidepressants (except bupropion)')[0]).toMatch(
			/^not-allowed/
		);
		expect(exclusion('Current use of antidepressants (except at stable doses)')[0]).toMatch(
			/^unclear/
		);
		expect(exclusion('A mood disorder, such as depression (taking antidepressants)')[0]).toMatch(
			/^unclear/
		);
		expect(exclusion('Severe heart failure (scarring from chemotherapy)')).toEqual([]);
		expect(
			inclusion('(People treated with stimulants can be included if they sleep well.)')[0]
		).toMatch(/^allowed-stable/);
	});

	it('gives a time to the illness that it stands with', () => {
		expect(
			exclusion(
				'Seizures within the past 5 years or requirement for medications to prevent them'
			)[0]
		).toMatch(/^unclear/);
	});

	it('does not take "during the clinical trial" for a rule on other trials', () => {
		expect(exclusion('Needs prohibited drugs during the clinical trial')[0]).toMatch(
			/^not-allowed/
		);
		expect(exclusion('Took drugs in another clinical trial last month')).toEqual([]);
	});

	it('does not take what people may happen to do for a permission', () => {
		expect(exclusion('Those who get hay fever and may use medicines for it')).not.toContainEqual(
			expect.stringMatching(/^allowed/)
		);
		expect(exclusion('Patients may use acetaminophen')[0]).toMatch(/^allowed-stable/);
	});

	it('reads "no" before a name, but not "no changes"', () => {
		expect(inclusion('No opioids')).toEqual(['not-allowed: No opioids']);
		expect(inclusion('No changes in medication')[0]).toMatch(/^allowed-stable/);
	});

	it('forbids what people promise to avoid, and what they received none of', () => {
		expect(inclusion('Willing to avoid any new medicines while taking part')[0]).toMatch(
			/^not-allowed/
		);
		expect(inclusion('Received no steroids within 8 weeks prior to consent')[0]).toMatch(
			/^must-stop/
		);
		expect(inclusion('A test that proves the absence of benzodiazepines')[0]).toMatch(
			/^not-allowed/
		);
	});

	it('binds nobody by one of several ways in', () => {
		expect(
			told(
				'Inclusion Criteria:\n\n- Meets any of the following criteria:\n  - Never took any RLS medication\n  - Legs restless on most nights'
			)
		).toEqual([]);
		// "one of these medicines" is no choice of ways in
		expect(
			told(
				'Inclusion Criteria:\n\n- Is taking one of the following:\n  - gabapentin\n  - ropinirole'
			)
		).toHaveLength(2);
	});

	it('reads a heading that leaves the rule to its items for no rule', () => {
		expect(told('Exclusion Criteria:\n\n- Concomitant medications for RLS as follows:')).toEqual(
			[]
		);
	});

	it('lets a plain permission stand below a ban', () => {
		expect(
			told(
				'Exclusion Criteria:\n\n- Takes any of these medications:\n  - Sedatives. A stable dose of melatonin is allowed.'
			).at(-1)
		).toBe('allowed-stable: A stable dose of melatonin is allowed.');
	});
});

describe('what is no rule on medicines', () => {
	it('leaves out what else names a medicine', () => {
		for (const item of [
			'Restless legs associated with earlier treatment with neuroleptics, lithium (any dose) or antiemetics',
			'Augmentation or an early-morning rebound under levodopa',
			'Unresponsiveness to dopaminergic treatment',
			'Withdrawal symptoms of any medication',
			'Bad reaction (swelling or rash) to anticholinergics',
			'Legs that would be worse each night if not on medication',
			'Iron in the eye, or great iron loss',
			'A bowel disease that lowers absorption of drugs'
		])
			expect(exclusion(item)).toEqual([]);
	});

	// the shape of NCT01455012: an illness that a medicine causes is left out, not the medicine
	it('leaves out RLS that a medicine causes', () => {
		for (const item of [
			'RLS secondary to antidepressants or other drugs',
			'Drug-induced restless legs',
			'Akathisia caused by neuroleptics',
			'Restless legs due to iron deficiency, kidney failure or medications'
		])
			expect(exclusion(item)).toEqual([]);
	});

	it('leaves out allergy, failure, abuse, contraception, other trials and illness by its treatment', () => {
		for (const item of [
			'Allergy to pramipexole or any part of the tablet',
			'Hypersensitivity to iron products',
			'No benefit from dopamine agonists before',
			'Failed treatment with gabapentin',
			'History of alcohol or drug abuse within 2 years',
			'Dependence on hypnotics',
			'Women who take hormonal contraceptives',
			'Took an investigational drug within 30 days',
			'In another drug trial in the past month',
			'Diabetes that requires insulin',
			'Iron deficiency',
			'Positive urine drug screen for opiates'
		])
			expect(exclusion(item)).toEqual([]);
	});

	it('leaves out alcohol and coffee alone, not beside a medicine', () => {
		expect(exclusion('Drinks more than two cups of coffee')).toEqual([]);
		expect(exclusion('Use of alcohol or sleeping pills within 24 hours before the test')).toEqual([
			'must-stop: Use of alcohol or sleeping pills within 24 hours before the test'
		]);
	});
});

describe('running text', () => {
	const inSummary = (summary: string) =>
		medicineRules(
			bareStudy('NCT00000101', {
				summary,
				interventions: [{ name: 'Pramipexole', arms: [], otherNames: [] }]
			})
		).map(({ kind, field }) => [kind, field]);

	it('takes only what is plainly a rule', () => {
		expect(
			inSummary('People on RLS medicines will be asked to stop them two weeks before the start.')
		).toEqual([['must-stop', 'protocolSection.descriptionModule.briefSummary']]);
		expect(inSummary('No other RLS medicine is allowed during the trial.')).toHaveLength(1);
		expect(
			inSummary('Earlier RLS medicines were tapered and stopped 7 days before the baseline visit.')
		).toHaveLength(1);
	});

	it('leaves out what the study gives and what is known of a medicine', () => {
		for (const summary of [
			'Pramipexole will be stopped after 12 weeks.',
			'Study medication should be taken before bed and tapered at the end.',
			'Symptoms may return when patients stop their dopamine agonist.',
			'The aim is to see whether patients can stop opioids before surgery.'
		])
			expect(inSummary(summary)).toEqual([]);
	});
});

describe('places', () => {
	// the shape of NCT03337529: exclusions of several kinds, numbered, with escapes
	it('gives verbatim pieces of the field, without the list sign, in order', () => {
		const criteria =
			'Exclusion Criteria:\n\n1. Uses neuroleptics, lithium or metoclopramide\n2. Ferritin \\< 20\n3. IV iron in the previous 12 weeks\n4. Known allergy to iron';
		const rules = rulesOf(criteria);
		expect(rules.map(({ kind }) => kind)).toEqual(['not-allowed', 'must-stop']);
		for (const { start, end, quote } of rules) expect(criteria.slice(start, end)).toBe(quote);
		expect(rules[1]?.quote).toBe('IV iron in the previous 12 weeks');
	});

	it('reads hostile text in time', () => {
		const start = performance.now();
		rulesOf(
			`Exclusion Criteria:\n${'use of opioids within 2 weeks or alcohol or drug '.repeat(3000)}`
		);
		rulesOf('failed '.repeat(20_000));
		expect(performance.now() - start).toBeLessThan(3000);
	});

	it('finds nothing in a study without texts', () => {
		expect(medicineRules(bareStudy('NCT00000101'))).toEqual([]);
	});
});
