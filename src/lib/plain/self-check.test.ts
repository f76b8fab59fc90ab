import { describe, expect, it } from 'vitest';
import { parseAge } from '#lib/study/age.ts';
import { bareStudy } from '#lib/study/sample.ts';
import { stated } from '#lib/study/stated.ts';
import type { Eligibility } from '#lib/study/study.ts';
import type { Verdict } from './check-finding.ts';
import { check } from './self-check.ts';
import { noAnswers, readAnswers, type Answers, type SaidId } from './self-check-answers.ts';

function checkOf(fields: Partial<Eligibility>, answers: Partial<Answers>) {
	const study = bareStudy('NCT00000101', { eligibility: { ageGroups: [], ...fields } });
	return check(study, { ...noAnswers, ...answers });
}

/** The verdict on one rule; undefined where it bears on nothing that was said. */
function verdictOn(
	section: 'in' | 'out',
	rule: string,
	answers: Partial<Answers>
): Verdict | undefined {
	const heading = section === 'in' ? 'Inclusion Criteria' : 'Exclusion Criteria';
	const found = checkOf({ criteria: `${heading}:\n\n${rule}` }, answers).filter(
		({ quote }) => quote !== undefined
	);
	expect(new Set(found.map(({ verdict }) => verdict)).size).toBeLessThan(2);
	return found[0]?.verdict;
}

type Case = [
	section: 'in' | 'out',
	rule: string,
	id: SaidId,
	yes: Verdict | undefined,
	no: Verdict | undefined
];

const out = 'may-rule-out';
const ok = 'matches';
const read = 'read';
const none = undefined;

describe('health', () => {
	it.each<Case>([
		['out', '* Pregnant or breastfeeding women', 'pregnancy', out, ok],
		['out', '* Women who are pregnant or plan to become pregnant', 'pregnancy', out, read],
		['in', '* Not pregnant', 'pregnancy', out, ok],
		['in', '* Women must have a negative pregnancy test', 'pregnancy', out, read],
		['in', '* Postmenopausal women', 'pregnancy', none, none],
		['in', '* Pregnant women in week 20 to 30', 'pregnancy', ok, out],
		['out', '* Women of childbearing potential without birth control', 'pregnancy', read, read],
		['out', '* On dialysis', 'dialysis', out, ok],
		['out', '* Kidney failure', 'dialysis', out, read],
		['in', '* On hemodialysis for 3 months or more', 'dialysis', ok, read],
		['in', '* On hemodialysis', 'dialysis', ok, out],
		['in', '* Not in hospital, on hemodialysis', 'dialysis', read, read],
		['out', '* Diabetes', 'diabetes', out, ok],
		['out', '* Uncontrolled diabetes', 'diabetes', out, ok],
		['in', '* No diabetes', 'diabetes', out, ok],
		['in', '* No history of diabetes', 'diabetes', out, read],
		['out', '* History of diabetes', 'diabetes', out, read],
		['out', '* Family history of diabetes', 'diabetes', read, read],
		['out', '* Diabetes, unless well controlled', 'diabetes', read, ok],
		['out', '* Any illness other than diabetes', 'diabetes', read, read],
		['in', '* People with or without diabetes', 'diabetes', read, read],
		['out', '* Gestational diabetes is not an exclusion', 'diabetes', read, read],
		['out', '* Diabetic neuropathy', 'diabetes', read, read],
		['out', '* Diabetic neuropathy', 'neuropathy', out, ok],
		[
			'out',
			'* Neurological disorders, such as Parkinson\u2019s disease or epilepsy',
			'parkinson',
			out,
			ok
		],
		['out', '* Neurological disorders', 'parkinson', read, none],
		['in', '* RLS, Parkinson\u2019s disease or tremor', 'parkinson', ok, read],
		['out', '* Sleep disorders other than RLS, such as sleep apnea', 'sleep-apnea', out, ok],
		['out', '* Sleep apnea, unless on stable CPAP', 'sleep-apnea', read, ok],
		['out', '* Suspected sleep apnea', 'sleep-apnea', out, read],
		['out', '* Augmentation in the past', 'augmentation', out, ok],
		['in', '* Augmentation with a dopamine medicine', 'augmentation', ok, out],
		['out', '* Secondary RLS (e.g. iron deficiency, renal failure)', 'iron-deficiency', out, ok],
		['out', '* Secondary RLS (e.g. iron deficiency, renal failure)', 'dialysis', out, read],
		['in', '* Iron deficiency', 'iron-deficiency', ok, out],
		['out', '* Pacemaker or metal in the body', 'mri', out, ok],
		['out', '* An MRI scan is not possible (claustrophobia)', 'mri', out, ok],
		['in', '* Able to have an MRI scan', 'mri', out, ok],
		['out', '* Abnormal MRI', 'mri', read, none],
		['in', '* Able to travel to the clinic', 'travel', ok, out],
		['out', '* Unable to attend all study visits', 'travel', ok, out],
		['out', '* Travel across time zones', 'travel', read, read],
		['in', '* Symptoms at the baseline visit', 'travel', none, none]
	])('%s %s: %s', (section, rule, id, yes, no) => {
		expect(verdictOn(section, rule, { said: { [id]: 'yes' } }), 'yes').toBe(yes);
		expect(verdictOn(section, rule, { said: { [id]: 'no' } }), 'no').toBe(no);
	});

	it('takes a limit on what is asked for as something to read', () => {
		const found = checkOf(
			{
				criteria:
					'Inclusion:\n* Pregnant women\n\nExclusion:\n* Multiple pregnancy\n* Pregnancy ends'
			},
			{ said: { pregnancy: 'yes' } }
		);
		expect(found.map(({ verdict, quote }) => [verdict, quote])).toEqual([
			[read, 'Multiple pregnancy'],
			[read, 'Pregnancy ends'],
			[ok, 'Pregnant women']
		]);
	});

	it('asks men nothing about contraception for women', () => {
		const rule = '* Women of childbearing potential without birth control';
		expect(verdictOn('out', rule, { sex: 'male', said: { pregnancy: 'no' } })).toBeUndefined();
	});
});

describe('medicines', () => {
	it.each<Case>([
		['out', '* Use of dopamine agonists within 2 weeks', 'dopamine-medicine', out, ok],
		['out', '* Current treatment with sertraline', 'antidepressant', out, ok],
		['out', '* Anti-depressants (SSRIs)', 'antidepressant', out, ok],
		['out', '* Antidepressants within the past 6 months', 'antidepressant', out, read],
		['out', '* Antidepressants, unless at a stable dose', 'antidepressant', read, ok],
		['out', '* Change of antidepressant dose within 4 weeks', 'antidepressant', read, none],
		['out', '* Depression', 'antidepressant', none, none],
		['in', '* A stable dose of antidepressants is allowed', 'antidepressant', ok, none],
		['out', '* A stable dose of gabapentin is permitted', 'nerve-medicine', ok, none],
		['out', '* Gabapentin is not permitted', 'nerve-medicine', out, ok],
		['in', '* On a stable dose of pramipexole for 4 weeks', 'dopamine-medicine', ok, read],
		['in', '* Taking pramipexole', 'dopamine-medicine', ok, out],
		['in', '* Off pramipexole for 2 weeks', 'dopamine-medicine', out, ok],
		['in', '* Willing to stop pramipexole', 'dopamine-medicine', read, none],
		['in', '* Without antidepressants or at a fixed dose', 'antidepressant', read, read],
		['in', '* Never took pramipexole', 'dopamine-medicine', out, read],
		['in', '* Answered to levodopa before', 'dopamine-medicine', read, none],
		['in', '* A good response to levodopa', 'dopamine-medicine', read, none],
		['out', '* Allergy to ropinirole', 'dopamine-medicine', read, none],
		['out', '* Cold and allergy medicines', 'antihistamine', out, ok],
		['out', '* Opioid use disorder', 'opioid', read, none],
		['out', '* Opioids', 'opioid', out, ok],
		['out', '* Zolpidem or other hypnotics', 'sleep-medicine', out, ok],
		['out', '* Iron by vein, such as intravenous iron, within 6 weeks', 'iron-medicine', out, read],
		['out', '* Intravenous iron treatment for RLS', 'dopamine-medicine', none, none],
		['out', '* Serum iron above normal', 'iron-medicine', none, none],
		['out', '* Metoclopramide', 'antinausea', out, ok],
		['out', '* Dopamine antagonists', 'antinausea', read, none],
		['out', '* Antipsychotics or lithium', 'psychiatric', out, ok],
		['out', '* Beta-blockers', 'heart', out, ok],
		['in', '* Not on treatment for RLS', 'dopamine-medicine', out, none],
		[
			'out',
			'* A sleep disorder that may affect the assessment of RLS',
			'dopamine-medicine',
			none,
			none
		],
		[
			'out',
			'* Disorders that require treatment with dopamine agonists',
			'dopamine-medicine',
			read,
			none
		],
		['out', '* RLS due to antidepressants', 'antidepressant', read, none],
		['out', '* Secondary RLS due to medication', 'after-medicine', out, ok],
		['out', '* Drug-induced RLS', 'after-medicine', out, ok],
		['in', '* RLS that is associated with antidepressants', 'after-medicine', ok, out],
		['out', '* Use of antidepressants', 'after-medicine', none, none],
		['out', '* Medicines that can cause RLS', 'after-medicine', none, none],
		['out', '* Secondary RLS', 'after-medicine', read, none],
		['in', '* Idiopathic RLS', 'after-medicine', read, none]
	])('%s %s: %s', (section, rule, id, yes, no) => {
		expect(verdictOn(section, rule, { said: { [id]: 'yes' } }), 'yes').toBe(yes);
		expect(verdictOn(section, rule, { said: { [id]: 'no' } }), 'no').toBe(no);
	});

	it('reads a list under "Patients receiving:", whatever its indent', () => {
		const criteria =
			'Exclusion Criteria:\n- Patients receiving:\n- tricyclic antidepressants,\n- lithium,\n- Patients with stones';
		const found = checkOf({ criteria }, { said: { antidepressant: 'yes', psychiatric: 'no' } });
		expect(found.map(({ verdict, lead }) => [verdict, lead])).toEqual([
			[out, 'Patients receiving:'],
			[ok, 'Patients receiving:']
		]);
	});

	it('reads a list under "stable dose of the following" as allowed', () => {
		const criteria =
			'Inclusion Criteria:\n\n- On a stable dose of the following antidepressants:\n\n- Sertraline, up to 90 mg a day\n\nExclusion Criteria:\n\n- Antidepressants, except for those listed above';
		const found = checkOf({ criteria }, { said: { antidepressant: 'yes' } });
		expect(found.map(({ verdict }) => verdict)).toEqual([read, ok, ok]);
	});

	it('sends the warning along with every line that may concern a medicine', () => {
		const criteria =
			'Inclusion:\n* Stable antidepressants\n\nExclusion:\n* Opioids\n* Other medications that act on sleep\n* Allergy to sertraline';
		const found = checkOf({ criteria }, { said: { antidepressant: 'yes', opioid: 'yes' } });
		expect(found).toHaveLength(4);
		expect(found.every(({ medicine }) => medicine)).toBe(true);
	});
});

describe('numbers', () => {
	it.each<['in' | 'out', string, number, Verdict | undefined]>([
		['in', '* Iron deficiency, ferritin < 50', 30, ok],
		['in', '* Iron deficiency, ferritin < 50', 90, out],
		['in', '* Ferritin \\< 75 ng/mL', 75, out],
		['in', '* Ferritin ≤ 75 µg/L', 75, ok],
		['in', '* Serum ferritin of less than 75 mcg/L', 74, ok],
		['in', '* Ferritin level below 75 ng/ml', 80, out],
		['in', '* Ferritin between 15 and 75 ng/mL', 20, ok],
		['in', '* Ferritin 15-75 ng/mL', 90, out],
		['out', '* Ferritin > 300 ng/mL', 22, ok],
		['out', '* Ferritin > 300 ng/mL', 301, out],
		['out', '* Ferritin < 10 ng/mL', 5, out],
		['out', '* Ferritin above 300 pmol/L', 22, read],
		['in', '* Ferritin < 50 or transferrin saturation < 20%', 90, read],
		['in', '* Ferritin < 20, or ferritin < 100 with a low saturation', 50, read],
		['in', '* Transferrin saturation < 20%', 50, none],
		['in', '* Ferritin and transferrin saturation below 20%', 50, read],
		['in', '* Ferritin is known', 50, read]
	])('%s %s: ferritin %d', (section, rule, ferritin, verdict) => {
		expect(verdictOn(section, rule, { ferritin })).toBe(verdict);
	});

	it('has only words for low iron where the ferritin is not known', () => {
		const rule = '* Ferritin < 50';
		expect(verdictOn('in', rule, { said: { 'iron-deficiency': 'yes' } })).toBe(read);
		expect(verdictOn('in', rule, { ferritin: 30, said: { 'iron-deficiency': 'yes' } })).toBe(ok);
	});

	it.each<['in' | 'out', string, number, Verdict | undefined]>([
		['in', '* Age 18 to 75 years', 68, ok],
		['in', '* Aged 18-65', 68, out],
		['in', '* ≥ 18 years of age and ≤ 65 years', 68, out],
		['in', '* At least 18 years of age', 68, ok],
		['in', '* 50 years and older', 45, out],
		['out', '* Under 18 years of age', 45, ok],
		['out', '* Patients 17 years old and younger', 12, out],
		['in', '* Over 18 years of age', 18, read],
		['in', '* Women aged 18 to 45', 60, read],
		['in', '* RLS for at least 5 years', 4, none],
		['in', '* Gestational age of 20 to 30 weeks', 33, none],
		['in', '* Weight greater than 33 kg by age-based charts', 12, none]
	])('%s %s: age %d', (section, rule, age, verdict) => {
		expect(verdictOn(section, rule, { age })).toBe(verdict);
	});
});

describe('structured fields', () => {
	const limits = (least: string | undefined, most: string | undefined): Partial<Eligibility> =>
		stated({
			minimumAge: least === undefined ? undefined : parseAge(least),
			maximumAge: most === undefined ? undefined : parseAge(most)
		});

	it.each<[Partial<Eligibility>, Partial<Answers>, Verdict[]]>([
		[limits('18 Years', '75 Years'), { age: 75 }, [ok, ok]],
		[limits('18 Years', '75 Years'), { age: 76 }, [out, ok]],
		[limits('18 Years', undefined), { age: 17 }, [out]],
		[{}, { age: 40 }, ['not-stated']],
		[{ sex: 'ALL' }, { sex: 'male' }, [ok]],
		[{ sex: 'FEMALE' }, { sex: 'male' }, [out]],
		[{ sex: 'FEMALE', genderBased: true }, { sex: 'male' }, [read]],
		[{}, { sex: 'female' }, ['not-stated']],
		[{ healthyVolunteers: false }, { said: { rls: 'no' } }, [out]],
		[{ healthyVolunteers: false }, { said: { rls: 'yes' } }, [ok]],
		[{ healthyVolunteers: true }, { said: { rls: 'no' } }, [ok]],
		[{ healthyVolunteers: true }, { said: { rls: 'yes' } }, [read]],
		[{}, { said: { rls: 'yes' } }, ['not-stated']]
	])('%j %j', (fields, answers, verdicts) => {
		expect(checkOf(fields, answers).map(({ verdict }) => verdict)).toEqual(verdicts);
	});
});

describe('what is not sure', () => {
	it('is nothing where nothing was said: unknown is never no', () => {
		expect(checkOf({ criteria: 'Exclusion:\n* Diabetes\n* Dialysis' }, {})).toEqual([]);
	});

	it('is "not stated" where the study does not name it', () => {
		const found = checkOf({ criteria: 'Inclusion:\n* RLS' }, { said: { mri: 'yes' } });
		expect(found.map(({ verdict, quote }) => [verdict, quote])).toEqual([
			['not-stated', undefined]
		]);
	});

	it.each([
		'Diabetes',
		'Exclusion criteria for healthy controls:\n* Diabetes',
		'Exclusion criteria, part B:\n* Diabetes',
		'Exclusion:\n* Healthy controls:\n  * Diabetes',
		'Inclusion:\n* One of the following:\n  * No diabetes'
	])('is to be read where it may be for others, or one way of several: %s', (criteria) => {
		const found = checkOf({ criteria }, { said: { diabetes: 'yes' } });
		expect(found.map(({ verdict }) => verdict)).toEqual([read]);
	});

	it('quotes the sentence as it stands, with its section', () => {
		const [found] = checkOf(
			{ criteria: 'Inclusion:\n* Ferritin \\< 75 ng/mL. Adults.' },
			{ ferritin: 30 }
		);
		expect(found).toMatchObject({
			quote: 'Ferritin \\< 75 ng/mL.',
			section: 'inclusion',
			field: 'protocolSection.eligibilityModule.eligibilityCriteria'
		});
	});

	it('is sorted by what needs a question first', () => {
		const found = checkOf(
			{ criteria: 'Exclusion:\n* Dialysis\n* History of diabetes\n* Sleep apnea' },
			{ said: { dialysis: 'no', diabetes: 'no', 'sleep-apnea': 'yes', mri: 'no' } }
		);
		expect(found.map(({ verdict }) => verdict)).toEqual([out, read, ok, 'not-stated']);
	});
});

describe('kept answers', () => {
	it('are read back as they were', () => {
		const answers: Answers = { age: 68, sex: 'female', ferritin: 22, said: { mri: 'no' } };
		expect(readAnswers(JSON.stringify(answers))).toEqual(answers);
	});

	it.each([
		'',
		'{',
		'null',
		'[]',
		'{"said":{"mri":"maybe"}}',
		'{"age":"68","said":{}}',
		'{"said":{"x":"yes"}}'
	])('are none where they are not ours: %s', (kept) => {
		expect(readAnswers(kept)).toBeUndefined();
	});
});
