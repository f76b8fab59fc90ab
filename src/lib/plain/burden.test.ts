import { describe, expect, it } from 'vitest';
import { bareStudy } from '#lib/study/sample.ts';
import type { Study } from '#lib/study/study.ts';
import { burdenKinds, burdenOf } from './burden.ts';

function kindsIn(part: Partial<Study>): string[] {
	return burdenOf(bareStudy('NCT00000101', part))
		.filter(({ quotes }) => quotes.length > 0)
		.map(({ kind }) => kind);
}

const inText = (description: string) => kindsIn({ description });
const inCriteria = (criteria: string) => kindsIn({ eligibility: { criteria, ageGroups: [] } });

describe('burden', () => {
	it('always lists the eight kinds in order, empty where nothing is stated', () => {
		const burdens = burdenOf(bareStudy('NCT00000101'));
		expect(burdens.map(({ kind }) => kind)).toEqual(burdenKinds);
		expect(burdenKinds).toEqual([
			...['visits', 'sleep-nights', 'infusions', 'scans'],
			...['length', 'placebo', 'after', 'pay']
		]);
		expect(burdens.every(({ quotes, fact }) => quotes.length === 0 && fact === undefined)).toBe(
			true
		);
	});

	it('finds each kind where it is said', () => {
		expect(inText('Participants will come to the clinic five times.')).toEqual(['visits']);
		expect(inText('There will be seven visits.')).toEqual(['visits']);
		expect(inText('Participants will be called by phone in weeks 2 and 4.')).toEqual(['visits']);
		expect(inText('They will sleep two nights in the sleep laboratory.')).toEqual(['sleep-nights']);
		expect(inText('Subjects undergo polysomnography.')).toEqual(['sleep-nights']);
		expect(inText('A blood sample will be drawn.')).toEqual(['infusions']);
		expect(inText('Participants will have an MRI of the brain.')).toEqual(['scans']);
		expect(inText('Participants will take the tablets for 12 weeks.')).toEqual(['length']);
		expect(inText('The study lasts nine months.')).toEqual(['length']);
		expect(inText('Half of the participants will receive a placebo.')).toEqual(['placebo']);
		expect(inText('People will be randomized in a 2:1 ratio.')).toEqual(['placebo']);
		expect(
			inText('Participants who complete the trial may enter an open-label extension.')
		).toEqual(['after']);
		expect(inText('Participants will be reimbursed for parking.')).toEqual(['pay']);
	});

	it('gives one passage to each kind that it speaks of, verbatim', () => {
		const description =
			'Background first. Participants will have eight visits over 10 weeks, with a blood draw at each.';
		const burdens = burdenOf(bareStudy('NCT00000101', { description }));
		const found = burdens.filter(({ quotes }) => quotes.length > 0);
		expect(found.map(({ kind }) => kind)).toEqual(['visits', 'infusions', 'length']);
		for (const { start, end, quote } of found.flatMap(({ quotes }) => quotes))
			expect(description.slice(start, end)).toBe(quote);
	});

	it('leaves out what is known already and what is counted', () => {
		expect(inText('Previous studies have shown that intravenous iron helps.')).toEqual([]);
		expect(inText('Patients with RLS often have MRI changes, as has been reported.')).toEqual([]);
		expect(inText('The placebo effect in RLS was large.')).toEqual([]);
		expect(inText('So far, no trial was made with polysomnography.')).toEqual([]);
		expect(inText('People will be recruited over a period of 2 years.')).toEqual([]);
		expect(inText('The number of emergency visits was counted.')).toEqual([]);
	});

	it('does not take a limit among the rules for joining for a thing that is done', () => {
		expect(
			inCriteria(
				'Exclusion Criteria:\n- Metal that rules out an MRI\n- Sleep apnea in polysomnography\n- Blood transfusion in the past 3 months\n- Allergy to the placebo'
			)
		).toEqual([]);
		expect(inCriteria('Inclusion Criteria:\n- Willing to come to six clinic visits')).toEqual([
			'visits'
		]);
	});

	it('shows the aim "compared with placebo" only where nothing says it more plainly', () => {
		const aim = 'The trial compares the patch with placebo.';
		const plain = 'Participants will be given the patch or a placebo patch.';
		const quotes = (description: string) =>
			burdenOf(bareStudy('NCT00000101', { description })).find(({ kind }) => kind === 'placebo')
				?.quotes;
		expect(quotes(aim)).toHaveLength(1);
		expect(quotes(`${aim} ${plain}`)?.map(({ quote }) => quote)).toEqual([plain]);
	});

	it('takes a visit or needle that only marks a time for no burden of its own', () => {
		expect(inText('Weight will be taken at the baseline visit.')).toEqual([]);
		expect(inText('Subjects will be asked about mood at each visit.')).toEqual([]);
		expect(inText('Participants will be asked how they feel after the final infusion.')).toEqual(
			[]
		);
		expect(inText('The first tablet will be taken at Visit 2.')).toEqual([]);
		expect(inText('There will be the following study visits: one at home, one here.')).toEqual([
			'visits'
		]);
		expect(inText('Subjects will be seen at Visit 2 (day 14).')).toEqual(['visits']);
	});

	it('tells exercises at home from sessions', () => {
		expect(inText('People will be asked to do exercises twice a week.')).toEqual([]);
		expect(inText('The group will receive exercises twice a week.')).toEqual(['visits']);
		expect(inText('Weekly text messages will be sent.')).toEqual(['visits']);
	});

	it('does not take the nights of an illness or a tablet for nights of a test', () => {
		expect(inText('Subjects must have had symptoms on 15 nights in the past month.')).toEqual([]);
		expect(inText('On 3 nights of single-blind treatment the participants were awake.')).toEqual(
			[]
		);
	});

	it('reads a test or placebo of the study out of the rules for joining', () => {
		expect(
			inCriteria('Inclusion Criteria:\n- 15 leg movements an hour on the screening PSG')
		).toEqual(['sleep-nights']);
		expect(inCriteria('Exclusion Criteria:\n- Tumor on the MRI at baseline')).toEqual(['scans']);
		expect(inCriteria('Inclusion Criteria:\n- Accepts that they may receive a placebo')).toEqual([
			'placebo'
		]);
		// a test of former days
		expect(inCriteria('Exclusion Criteria:\n- Sleep apnea shown by PSG')).toEqual([]);
	});

	it('leaves out scans by other doctors and by which an illness was told', () => {
		expect(inText('Subjects will have their usual X-rays from their family doctor.')).toEqual([]);
		expect(inText('Participants were diagnosed with a slipped disc by MRI.')).toEqual([]);
	});

	it('finds odds, "compared to placebo" with no doer, and care after the study', () => {
		expect(inText('Each of them has a 50-50 chance of yoga.')).toEqual([]);
		expect(inText('Participants have a 50-50 chance of yoga.')).toEqual(['placebo']);
		expect(inText('Two doses of the tablet are compared to placebo.')).toEqual(['placebo']);
		expect(inText('Non-responders will leave the study and be treated by their clinic.')).toEqual([
			'after'
		]);
		expect(inText('A 6-week, open (OL) treatment period will begin.')).toEqual(['length']);
	});

	it('reads what the groups get', () => {
		const arms = [{ description: 'Two injections, 5 days apart', interventions: [] }];
		const infusions = burdenOf(bareStudy('NCT00000101', { arms })).find(
			({ kind }) => kind === 'infusions'
		);
		expect(infusions?.quotes[0]?.field).toBe(
			'protocolSection.armsInterventionsModule.armGroups[0].description'
		);
	});

	it('gives facts of other fields apart from quotes', () => {
		const types = ['EXPERIMENTAL', 'PLACEBO_COMPARATOR', 'EXPERIMENTAL', 'SHAM_COMPARATOR'];
		const facts = burdenOf(
			bareStudy('NCT00000101', {
				arms: types.map((type) => ({ type, interventions: [] })),
				design: { whoMasked: [], targetDuration: '5 Years' }
			})
		).flatMap(({ kind, fact, quotes }) =>
			fact === undefined ? [] : [[kind, fact, quotes.length]]
		);
		expect(facts).toEqual([
			['length', 'Each person is to be followed for 5 years.', 0],
			['placebo', '1 of 4 groups gets a placebo. 1 of 4 groups gets a sham.', 0]
		]);
	});

	it('reads hostile text in time', () => {
		const start = performance.now();
		inText('Participants will receive 2 weeks of visits at week 2 and '.repeat(2000));
		inText('one two three four weeks '.repeat(5000));
		expect(performance.now() - start).toBeLessThan(3000);
	});
});
