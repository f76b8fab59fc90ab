import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Study } from '#lib/study/study.ts';
import { given, inventedStudy } from './invented-study.ts';
import { label } from './label.ts';
import { rules } from './rules.ts';

const ids = (labels: readonly { id: string }[]) => labels.map(({ id }) => id).sort();
const criteria = (text: string): Pick<Study, 'eligibility'> => ({
	eligibility: { ageGroups: [], criteria: text }
});
const other = { title: 'A Study in Insomnia', conditions: ['Insomnia'] };

describe('relevance', () => {
	const relevance = (part: Partial<Study>) => label(inventedStudy(part)).relevance;

	it('is core by title, condition or registry term', () => {
		expect(relevance({ conditions: [] })).toBe('core');
		expect(relevance({ title: 'Sleep' })).toBe('core');
		const mesh = {
			conditions: [{ id: 'D012148', term: 'Restless Legs Syndrome' }],
			interventions: []
		};
		expect(relevance({ ...other, mesh })).toBe('core');
		expect(relevance({ ...other, title: 'Willis-Ekbom Disease' })).toBe('core');
	});

	it('is partial where people must have it or it is a main outcome of another study', () => {
		expect(
			relevance({ ...other, ...criteria('Inclusion Criteria:\n- restless legs syndrome') })
		).toBe('partial');
		const outcomes = {
			primary: [{ measure: 'Periodic limb movement index' }],
			secondary: [],
			other: []
		};
		expect(relevance({ ...other, outcomes })).toBe('partial');
	});

	it('is mention-only in exclusion criteria, secondary outcomes, background and examples', () => {
		expect(
			relevance({ ...other, ...criteria('Exclusion Criteria:\n- restless legs syndrome') })
		).toBe('mention-only');
		const outcomes = { primary: [], secondary: [{ measure: 'Restless legs severity' }], other: [] };
		expect(relevance({ ...other, outcomes })).toBe('mention-only');
		expect(relevance({ ...other, summary: 'Restless legs syndrome is common in sleepers.' })).toBe(
			'mention-only'
		);
		expect(
			relevance({
				...other,
				summary: 'The aim is to study disorders such as restless legs syndrome.'
			})
		).toBe('mention-only');
	});

	it('is mention-only for a medicine that is also used for it', () => {
		const summary = 'This study tests ropinirole, which is used to treat restless legs syndrome.';
		expect(relevance({ ...other, summary })).toBe('mention-only');
	});

	it('is look-alike for akathisia and cramps, also under the name of RLS', () => {
		const part = { conditions: [], title: 'Akathisia (Restless Legs Syndrome) on a Ward' };
		expect(relevance(part)).toBe('look-alike');
		expect(relevance({ conditions: ['Leg Cramps'], title: 'Quinine at Night' })).toBe('look-alike');
	});

	it('does not take three letters for the disease', () => {
		const shunt = {
			conditions: ['Stroke'],
			title: 'RLS and Stroke',
			summary: 'Right-to-left shunt (RLS) is looked for.'
		};
		expect(relevance(shunt)).toBe('mention-only');
		const wedge = { conditions: ['Shoulder Pain'], title: 'Wedge Pillow (WED) in Bed' };
		expect(relevance(wedge)).toBe('mention-only');
	});

	it('leaves all else empty for mention-only', () => {
		const labels = label(
			inventedStudy({ conditions: ['Insomnia'], title: 'Iron', interventions: [given('Iron')] })
		);
		expect(labels).toEqual({
			relevance: 'mention-only',
			relevanceEvidence: [],
			mechanisms: [],
			suspects: [],
			related: [],
			approaches: [],
			nearMisses: []
		});
	});
});

describe('what is given', () => {
	it('knows a medicine by brand and code name', () => {
		for (const name of ['Horizant', 'XP-13512 600 mg', 'GSK1838262']) {
			const labels = label(inventedStudy({ interventions: [given(name), given('Placebo')] }));
			expect(ids(labels.approaches), name).toEqual(['alpha-2-delta']);
			expect(ids(labels.mechanisms), name).toEqual(['nerve-signals']);
			expect(labels.mechanisms[0]?.reason).toBe('gives gabapentin enacarbil');
		}
	});

	it.each([
		'Placebo of SPM 936',
		'Rotigotine placebo match',
		'Sham TENS',
		'Usual care',
		'No treatment'
	])('gives nothing by "%s"', (name) => {
		const labels = label(
			inventedStudy({ interventions: [given('Yoga', 'BEHAVIORAL'), given(name)] })
		);
		expect(ids(labels.approaches)).toEqual(['exercise-physical']);
	});

	it('still gives a medicine that is named beside its placebo', () => {
		const labels = label(inventedStudy({ interventions: [given('Rotigotine or placebo')] }));
		expect(ids(labels.approaches)).toEqual(['dopaminergic']);
	});

	it('leaves out what only control arms get', () => {
		const labels = label(
			inventedStudy({
				arms: [
					{ label: 'A', type: 'EXPERIMENTAL', interventions: [] },
					{ label: 'B', type: 'PLACEBO_COMPARATOR', interventions: [] }
				],
				interventions: [
					given('Pregabalin', 'DRUG', { arms: ['A'] }),
					given('Vitamin C', 'DRUG', { arms: ['B'] })
				]
			})
		);
		expect(ids(labels.approaches)).toEqual(['alpha-2-delta']);
	});

	it('marks an active comparator, unless every arm is called one', () => {
		const interventions = [
			given('Pregabalin', 'DRUG', { arms: ['A'] }),
			given('Levodopa', 'DRUG', { arms: ['B'] })
		];
		const arms = (first: string) => [
			{ label: 'A', type: first, interventions: [] },
			{ label: 'B', type: 'ACTIVE_COMPARATOR', interventions: [] }
		];
		const basis = (first: string) =>
			label(inventedStudy({ arms: arms(first), interventions })).mechanisms.find(
				({ id }) => id === 'dopamine'
			)?.basis;
		expect(basis('EXPERIMENTAL')).toBe('comparator');
		expect(basis('ACTIVE_COMPARATOR')).toBe('gives');
	});

	it.each([
		'Buprenorphine in RLS Refractory to Dopamine Agonists',
		'Buprenorphine in RLS Patients Treated With Ropinirole',
		'Buprenorphine in Dopamine Agonist-naive RLS',
		'Buprenorphine in RLS, Ropinirole Kept Stable'
	])('does not take the earlier medicine of "%s" as given', (title) => {
		const labels = label(inventedStudy({ title, interventions: [given('Buprenorphine')] }));
		expect(ids(labels.approaches)).toEqual(['opioid']);
		expect(ids(labels.mechanisms)).toEqual(['nerve-signals']);
	});

	it('takes rescue, wash-out and a scan for what they are', () => {
		const summary =
			'This study compares buprenorphine with placebo; rescue medication is levodopa.';
		expect(
			ids(label(inventedStudy({ summary, interventions: [given('Butrans')] })).mechanisms)
		).toEqual(['nerve-signals']);
		const scan = label(
			inventedStudy({ interventions: [given('Ferumoxytol-enhanced MRI', 'DIAGNOSTIC_TEST')] })
		);
		expect(ids(scan.mechanisms)).toEqual(['none']);
	});

	it('reads the aim of a record that lists no interventions', () => {
		const summary =
			'The aim is to compare iron plus vitamin C with placebo in restless legs syndrome.';
		const labels = label(inventedStudy({ summary }));
		expect(ids(labels.approaches)).toEqual(['iron-therapy', 'supplement']);
	});

	it('finds the class of a medicine that it does not know', () => {
		const labels = label(
			inventedStudy({
				interventions: [given('ZZ-4711')],
				summary: 'The purpose is to test ZZ-4711, a selective dopamine D3 receptor agonist.'
			})
		);
		expect(ids(labels.approaches)).toEqual(['dopaminergic']);
	});

	it('goes by the registry type where no name is known, and never sees a test as a treatment', () => {
		const type = (name: string, kind: string) =>
			ids(label(inventedStudy({ interventions: [given(name, kind)] })).approaches);
		expect(type('Device Zeta', 'DEVICE')).toEqual(['device']);
		expect(type('Polysomnography', 'DEVICE')).toEqual(['observational']);
		expect(type('Leg movement recording', 'DEVICE')).toEqual(['observational']);
	});
});

describe('mechanism', () => {
	const mechanisms = (part: Partial<Study>) => ids(label(inventedStudy(part)).mechanisms);

	it('is iron where low iron is asked for, not where enough is', () => {
		expect(mechanisms(criteria('Inclusion Criteria:\n- ferritin \\< 50 µg/l'))).toEqual(['iron']);
		expect(mechanisms(criteria('Inclusion Criteria:\n- ferritin \\> 50 µg/l'))).toEqual(['none']);
		expect(mechanisms(criteria('Exclusion Criteria:\n- iron deficiency, ferritin < 50'))).toEqual([
			'none'
		]);
	});

	it('is nerve damage of people, not the stimulation of a nerve or diabetes', () => {
		expect(
			mechanisms({ conditions: ['Restless Legs Syndrome', 'Small Fiber Neuropathy'] })
		).toEqual(['nerve-damage']);
		expect(mechanisms({ conditions: ['Restless Legs Syndrome', 'Diabetes'] })).toEqual(['none']);
		expect(mechanisms({ interventions: [given('Peroneal nerve stimulation', 'DEVICE')] })).toEqual([
			'nerve-signals'
		]);
	});

	it('is genetics for genes, not for a family history', () => {
		expect(mechanisms({ title: 'Genes in Restless Legs Syndrome' })).toEqual(['genetics']);
		expect(mechanisms(criteria('Inclusion Criteria:\n- RLS with a family history'))).toEqual([
			'none'
		]);
	});

	it('is none alone', () => {
		const labels = label(inventedStudy({ interventions: [given('Foot massage', 'OTHER')] }));
		expect(ids(labels.mechanisms)).toEqual(['none']);
		expect(ids(labels.approaches)).toEqual(['complementary']);
	});
});

describe('suspects', () => {
	const blamed = (part: Partial<Study>) => ids(label(inventedStudy(part)).suspects);

	it.each([
		['Augmentation in Restless Legs Syndrome', 'dopamine-medicine'],
		['Restless Legs Syndrome After Spinal Anesthesia', 'anaesthesia'],
		['Antidepressant-induced Restless Legs Syndrome', 'antidepressant'],
		['Smoking and Restless Legs Syndrome', 'tobacco'],
		['Restless Legs Syndrome in Opioid Withdrawal', 'opioid-withdrawal'],
		['Metoclopramide as a Trigger of Restless Legs Syndrome', 'antinausea'],
		['Coffee Consumption and Restless Legs', 'caffeine']
	])('"%s" blames %s', (title, suspect) => {
		expect(blamed({ type: 'OBSERVATIONAL', title })).toEqual([suspect]);
		expect(ids(label(inventedStudy({ type: 'OBSERVATIONAL', title })).mechanisms)).toEqual([
			'medicines-substances'
		]);
	});

	it.each([
		'Trazodone for Restless Legs Syndrome',
		'Bupropion in the Treatment of RLS',
		'Bupropion in RLS'
	])('"%s" blames nothing', (title) => expect(blamed({ title })).toEqual([]));

	it('does not blame what is only left out, washed out or allowed', () => {
		expect(
			blamed(criteria('Exclusion Criteria:\n- RLS induced by antidepressants\n- augmentation'))
		).toEqual([]);
		expect(
			blamed(criteria('Inclusion Criteria:\n- no augmentation\n- stable antidepressants'))
		).toEqual([]);
	});

	it('knows people whose restless legs began with a medicine', () => {
		expect(
			blamed(criteria('Inclusion Criteria:\n- RLS that began after sertraline was started'))
		).toEqual(['antidepressant']);
	});

	it('takes a medicine that is stopped as changed, one that is switched to as given', () => {
		const labels = label(
			inventedStudy({
				title: 'Switching From Ropinirole to Pregabalin for Augmentation in RLS',
				interventions: [given('Pregabalin')]
			})
		);
		expect(ids(labels.approaches)).toEqual(['alpha-2-delta', 'medicine-change']);
		expect(ids(labels.suspects)).toEqual(['dopamine-medicine']);
	});

	it('takes a randomized withdrawal for a design', () => {
		const title = 'Randomized Withdrawal Study of Pramipexole in RLS';
		expect(ids(label(inventedStudy({ title })).approaches)).toEqual(['dopaminergic']);
	});
});

describe('related conditions', () => {
	const related = (part: Partial<Study>) => ids(label(inventedStudy(part)).related);

	it('come from title, conditions and inclusion, never from exclusion', () => {
		expect(related({ title: 'Restless Legs in Haemodialysis' })).toEqual(['kidney']);
		expect(related({ conditions: ['Restless Legs Syndrome', 'Kidney Failure, Chronic'] })).toEqual([
			'kidney'
		]);
		expect(related(criteria('Inclusion Criteria:\n- on maintenance dialysis'))).toEqual(['kidney']);
		expect(related(criteria('Exclusion Criteria:\n- dialysis\n- pregnancy'))).toEqual([]);
	});

	it.each([
		'- no diabetes, dialysis or neuropathy',
		'- not pregnant',
		'- negative pregnancy test, reliable contraception',
		'- if diabetic, HbA1c below 8 %',
		'- depression is allowed at a stable dose of medicine'
	])('are not asked for by "%s"', (line) => {
		expect(related(criteria(`Inclusion Criteria:\n${line}`))).toEqual([]);
	});

	it('count children by age or title', () => {
		const maximumAge = { text: '17 Years', years: 17 };
		expect(related({ eligibility: { ageGroups: ['CHILD'], maximumAge } })).toEqual(['children']);
		expect(related({ title: 'Iron for Adolescents With RLS' })).toContain('children');
	});

	it('ignore noise among registry terms', () => {
		const terms = ['Psychomotor Agitation', 'Syndrome', 'Parasomnias', 'Dyssomnias'];
		const mesh = { conditions: terms.map((term) => ({ id: 'D0', term })), interventions: [] };
		expect(related({ mesh })).toEqual([]);
	});
});

describe('proof', () => {
	const study = inventedStudy({
		title: 'Iron Sucrose Versus Ropinirole in Haemodialysis Patients With RLS',
		summary:
			'Restless legs syndrome is common.  The aim is to compare iron sucrose with\nropinirole \\[tablets\\] in people on dialysis, as both are in use, and to see what helps more in the long run of the illness.',
		interventions: [given('Iron sucrose'), given('Ropinirole')],
		...criteria(
			'Inclusion Criteria:\n\n1. ferritin \\< 75 µg/l and transferrin saturation \\< 20%\n2. RLS\n\nExclusion Criteria:\n\n1. peripheral neuropathy\n2. augmentation\n3. pregnancy'
		)
	});
	const fields: Record<string, string | undefined> = {
		'protocolSection.identificationModule.briefTitle': study.title,
		'protocolSection.descriptionModule.briefSummary': study.summary,
		'protocolSection.eligibilityModule.eligibilityCriteria': study.eligibility.criteria,
		'protocolSection.conditionsModule.conditions[0]': study.conditions[0],
		'protocolSection.armsInterventionsModule.interventions[0].name': 'Iron sucrose',
		'protocolSection.armsInterventionsModule.interventions[1].name': 'Ropinirole'
	};
	const labels = label(study);
	const all = [...labels.mechanisms, ...labels.related, ...labels.approaches, ...labels.nearMisses];

	it('is a verbatim piece of the field it names', () => {
		const evidence = all.flatMap((one) => one.evidence).concat(labels.relevanceEvidence);
		expect(evidence.length).toBeGreaterThan(6);
		for (const { field, quote } of evidence) expect(fields[field], field).toContain(quote);
	});

	it('stands for every label, by a rule that is described', () => {
		const known = new Set(rules.map(({ id }) => id));
		for (const one of all) {
			expect(one.evidence.length, one.id).toBeGreaterThan(0);
			for (const { rule } of one.evidence) expect(known).toContain(rule);
		}
	});

	it('also tells what was near and why it is no label', () => {
		const near = labels.nearMisses.map(({ id, why }) => `${id}: ${why}`);
		expect(near).toContain('neuropathy: found only in the exclusion criteria');
		expect(near).toContain('medicines-substances: found only in the exclusion criteria');
		expect(near).toContain('pregnancy: found only in the exclusion criteria');
	});

	it('is the same for the same study', () => {
		expect(label(study)).toEqual(labels);
	});
});

describe('hostile text', () => {
	const hostile = [
		'no iron ',
		'restless legs syndrome ',
		'Inclusion Criteria: ',
		'Exclusion criteria for ',
		'- (',
		'a',
		' ',
		'\n',
		'((((',
		'ferritin < ',
		'\\',
		'e.g. ',
		'gabapentin enacarbil gabapentin ',
		'RLS (RLS) ',
		'aim dopamine agonist refractory '
	];
	/** Time on the processor, in ms: other programs on a busy machine do not count. */
	const time = (study: Study) => {
		const start = process.cpuUsage();
		label(study);
		const { user, system } = process.cpuUsage(start);
		return (user + system) / 1000;
	};

	it.each(hostile)(
		'takes linear time on "%s"',
		(pattern) => {
			const of = (length: number) => {
				const text = pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length);
				const eligibility = { ageGroups: [], criteria: text };
				return inventedStudy({
					title: `RLS ${text}`,
					summary: text,
					description: text,
					eligibility
				});
			};
			const [small, middle, large] = [10_000, 100_000, 1_000_000].map((length) => {
				const study = of(length);
				return Math.min(time(study), time(study), time(study));
			});
			// times of a few milliseconds are noise
			const floor = 25;
			expect(middle).toBeLessThan(12 * Math.max(small ?? 0, floor));
			expect(large).toBeLessThan(12 * Math.max(middle ?? 0, floor));
			expect(large).toBeLessThan(2000);
		},
		60_000
	);

	it('reads a long honest text to its end', () => {
		const filler = 'The visit takes an hour and ends with a talk. '.repeat(1200);
		const text = `Inclusion Criteria:\n- RLS\n${filler}\nExclusion Criteria:\n- kidney failure`;
		expect(text.length).toBeGreaterThan(50_000);
		const { nearMisses } = label(inventedStudy(criteria(text)));
		expect(nearMisses.map(({ id }) => id)).toContain('kidney');
	});
});

describe('the rules', () => {
	it('name no study: a rule for one record is no rule', () => {
		for (const name of readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }))
			if (name.endsWith('.ts'))
				expect(readFileSync(join(import.meta.dirname, name), 'utf8'), name).not.toMatch(/NCT\d{8}/);
	});

	it('have one description each', () => {
		expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
	});
});
