import type { Study } from '#lib/study/study.ts';
import { checkCondition } from './check-conditions.ts';
import { verdicts, type Finding, type Verdict } from './check-finding.ts';
import { checkAfterMedicine } from './check-after-medicine.ts';
import { checkMedicines } from './check-medicines.ts';
import { checkAge, checkFerritin } from './check-numbers.ts';
import { readSentences, type Sentence } from './check-sentences.ts';
import { checkTravel } from './check-travel.ts';
import { saidIds, type Answers, type QuestionId } from './self-check-answers.ts';

const module = 'protocolSection.eligibilityModule';

type Checked = Pick<Study, 'eligibility' | 'unread'>;

/**
 * Lays a visitor's answers beside each sentence of the criteria and each structured limit. It marks and
 * sorts; it hides nothing and adds nothing up. What is not answered has no finding; what is answered
 * and not named by the study is "not stated". Where a sentence may cut either way it is to be read.
 */
export function check(study: Checked, answers: Answers): Finding[] {
	const { criteria } = study.eligibility;
	const sentences = criteria === undefined ? [] : readSentences(criteria);
	const found = [...checkFields(study, answers), ...checkSentences(sentences, answers)];
	const silent = asked(answers)
		.filter((question) => !found.some((finding) => finding.question === question))
		.map((question): Finding => ({
			question,
			verdict: 'not-stated',
			why:
				criteria === undefined
					? 'The rules for joining are not in the data here. Ask the study team.'
					: 'No sentence of the rules that we can read names it. Ask the study team.'
		}));
	return [...found, ...silent].toSorted(
		(a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict)
	);
}

function checkSentences(sentences: readonly Sentence[], answers: Answers): Finding[] {
	const { age, sex, ferritin, said } = answers;
	const findings = [
		...(age === undefined ? [] : checkAge(sentences, age)),
		...(ferritin === undefined ? [] : checkFerritin(sentences, ferritin)),
		...saidIds.flatMap((id) => {
			const answer = said[id];
			if (answer === undefined) return [];
			const findings = checkCondition(sentences, id, answer, sex);
			// a limit on ferritin is compared with the value, where there is one
			return id === 'iron-deficiency' && ferritin !== undefined
				? findings.filter(
						({ verdict, quote = '' }) => verdict !== 'read' || !/ferritin/i.test(quote)
					)
				: findings;
		}),
		...checkMedicines(sentences, answers),
		...(said['after-medicine'] === undefined
			? []
			: checkAfterMedicine(sentences, said['after-medicine'])),
		...(said.travel === undefined ? [] : checkTravel(sentences, said.travel))
	];
	// in the order of the text within each verdict
	const order = new Map(sentences.map(({ quote }, index) => [quote, index]));
	return findings.toSorted(
		(a, b) => (order.get(a.quote ?? '') ?? 0) - (order.get(b.quote ?? '') ?? 0)
	);
}

function asked({ age, sex, ferritin, said }: Answers): QuestionId[] {
	return [
		...(age === undefined ? [] : ['age' as const]),
		...(sex === undefined ? [] : ['sex' as const]),
		...(ferritin === undefined ? [] : ['ferritin' as const]),
		...saidIds.filter((id) => said[id] !== undefined)
	];
}

/** Structured age, sex and healthy volunteers. */
function checkFields({ eligibility, unread }: Checked, { age, sex, said }: Answers): Finding[] {
	const { minimumAge, maximumAge, genderBased, healthyVolunteers } = eligibility;
	const findings: Finding[] = [];
	const give = (question: QuestionId, name: string, verdict: Verdict, why: string) =>
		findings.push({ question, verdict, why, field: `${module}.${name}` });
	if (age !== undefined) {
		const unclear = unread.some(({ field }) =>
			/eligibilityModule\.(?:min|max)imumAge$/.test(field)
		);
		if (unclear)
			give('age', 'minimumAge', 'read', 'The record gives an age limit that we cannot read.');
		// a limit of 75 years holds until the next birthday
		if (minimumAge && age < minimumAge.years)
			give(
				'age',
				'minimumAge',
				'may-rule-out',
				`The lowest age is ${minimumAge.text.toLowerCase()}.`
			);
		else if (minimumAge)
			give('age', 'minimumAge', 'matches', `The lowest age is ${minimumAge.text.toLowerCase()}.`);
		if (maximumAge && age >= maximumAge.years + 1)
			give(
				'age',
				'maximumAge',
				'may-rule-out',
				`The highest age is ${maximumAge.text.toLowerCase()}.`
			);
		else if (maximumAge)
			give('age', 'maximumAge', 'matches', `The highest age is ${maximumAge.text.toLowerCase()}.`);
	}
	if (sex !== undefined && eligibility.sex !== undefined) {
		if (genderBased === true)
			give('sex', 'genderBased', 'read', 'Who it is for depends on gender, not on sex alone.');
		else if (eligibility.sex === 'ALL')
			give('sex', 'sex', 'matches', 'It takes people of any sex.');
		else if (eligibility.sex === 'FEMALE' || eligibility.sex === 'MALE')
			give(
				'sex',
				'sex',
				eligibility.sex.toLowerCase() === sex ? 'matches' : 'may-rule-out',
				eligibility.sex === 'FEMALE'
					? 'It takes women and girls only.'
					: 'It takes men and boys only.'
			);
		else give('sex', 'sex', 'read', `The record gives the sex as “${eligibility.sex}”.`);
	}
	if (said.rls !== undefined && healthyVolunteers !== undefined) {
		if (said.rls === 'yes' && healthyVolunteers)
			give(
				'rls',
				'healthyVolunteers',
				'read',
				'It takes people in good health. Read if it takes people with RLS too.'
			);
		else
			give(
				'rls',
				'healthyVolunteers',
				(said.rls === 'yes') === healthyVolunteers ? 'may-rule-out' : 'matches',
				healthyVolunteers
					? 'It takes people in good health.'
					: 'It does not take people in good health.'
			);
	}
	return findings;
}
