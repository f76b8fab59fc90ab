import { findingOn, type Finding, type Verdict } from './check-finding.ts';
import { clauseAt, denied, hasException, type Sentence } from './check-sentences.ts';
import { topics, type Topic } from './check-topics.ts';
import type { Answer, SaidId } from './self-check-answers.ts';

const list = /,|\bor\b|\band\/or\b|\bsuch as\b|\binclud|\be\.?g\b|\bany of\b|\beither\b/i;
const aside =
	/\b(?:screen|questionnaire|scale|score|family|relatives?|matched|education|caregiver)/i;
const risk = /\b(?:risk|suspect|possible|probable|symptoms? of|signs? of|likely)/i;
const past = /\b(?:history|previous|prior|past|ever|former|lifetime)/i;
const exempt =
	/\b(?:allowed|permitted|acceptable|not (?:be )?(?:an? )?exclu\w*|may (?:be )?(?:included|enrolled|participate)|with or without|regardless|irrespective)\b/i;

/** What the sentences say on one question on health: a finding for each that bears on it. */
export function checkCondition(
	sentences: readonly Sentence[],
	id: SaidId,
	answer: Answer,
	sex?: 'female' | 'male'
): Finding[] {
	const topic = topics.find((each) => each.id === id);
	if (!topic) return [];
	// "on hemodialysis" asked for, "peritoneal dialysis" kept out: what is kept out is a part of it
	const asked = sentences.some(
		(sentence) =>
			sentence.section === 'inclusion' &&
			!sentence.some &&
			matchesOf(topic.sure, sentence.text).some(
				(at) =>
					!topic.other?.test(sentence.text) &&
					judge(topic, sentence, at, 'yes', false).verdict === 'matches'
			)
	);
	return sentences.flatMap((sentence) => {
		const judged = judgeSentence(topic, sentence, answer, asked, sex);
		return judged ? [findingOn(sentence, id, judged)] : [];
	});
}

interface Judged {
	verdict: Verdict;
	why: string;
}

function judgeSentence(
	topic: Topic,
	sentence: Sentence,
	answer: Answer,
	asked: boolean,
	sex: 'female' | 'male' | undefined
): Judged | undefined {
	const { text } = sentence;
	if (topic.id === 'mri' && sentence.section === 'inclusion' && ableToScan.test(text))
		return answer === 'yes'
			? { verdict: 'may-rule-out', why: 'This rule asks for people who can have an MRI scan.' }
			: { verdict: 'matches', why: 'This rule asks for people who can have an MRI scan.' };
	const sure = matchesOf(topic.sure, text);
	const wider = topic.wider ? matchesOf(topic.wider, text) : [];
	if (sure.length === 0 && wider.length > 0 && answer === 'yes')
		return judged(wider.map((at) => judge(topic, sentence, at, answer, asked)));
	if (sure.length === 0) {
		const loose =
			wider.length > 0 || (topic.loose ? matchesOf(topic.loose, text).length > 0 : false);
		if (!loose) return undefined;
		// rules on contraception are for those who can bear children, and rules for men name men
		if (topic.id === 'pregnancy' && sex === 'male' && !/\b(?:men|males?|partners?)\b/i.test(text))
			return undefined;
		// a wide name says nothing to somebody who does not have the thing
		if (answer === 'no' && topic.id !== 'pregnancy' && wider.length === 0) return undefined;
		// "sleep disturbance" among what a study asks for is that of restless legs
		if (topic.id === 'sleep-apnea' && sentence.section === 'inclusion') return undefined;
		if (topic.id === 'dialysis' && topic.other?.test(text)) return undefined;
		return read(topic, 'It uses wider words that may cover this.');
	}
	return judged(sure.map((at) => judge(topic, sentence, at, answer, asked)));
}

/** One verdict for a sentence that names a thing twice: a doubt wins over a match. */
function judged(all: readonly Judged[]): Judged | undefined {
	const [first] = all;
	if (all.every(({ verdict }) => verdict === first?.verdict)) return first;
	const out = all.find(({ verdict }) => verdict === 'may-rule-out');
	if (out && !all.some(({ verdict }) => verdict === 'matches')) return out;
	return all.find(({ verdict }) => verdict === 'read') ?? { verdict: 'read', why: mixed };
}

const ableToScan =
	/\b(?:able|willing|agrees?|no contraindications?)\b[^.;]{0,50}(?:\bMRI\b|magnetic resonance)/i;
const mixed = 'The sentence says more than one thing on this.';

function judge(
	topic: Topic,
	sentence: Sentence,
	at: number,
	answer: Answer,
	asked: boolean
): Judged {
	const { text, leadText } = sentence;
	const { clause, start } = clauseAt(text, at);
	const before = `${leadText} ${clause.slice(0, at - start)}`;
	const near = clause.slice(Math.max(0, at - start - 60), at - start + 60);
	const around = `${leadText} ${clause}`.replace(
		/\bunless (?:not )?(?:sexually|surgically)[^.;]*/gi,
		''
	);
	if (/\b(?:is|are) defined as\b/i.test(around)) return read(topic, 'It says what the word means.');
	if (/^exceptions?\b/i.test(around.trim()) || exempt.test(around)) return read(topic, mixed);
	if (topic.other?.test(near)) return read(topic, 'It is about a special form of this.');
	if (aside.test(near)) return read(topic, 'It is about a test or about other people.');
	const leavesOut =
		sentence.section === 'exclusion' ||
		/\b(?:are|is|will be|be|were) (?:also )?(?:excluded|ineligible)|not (?:be )?(?:eligible|included|enrolled)/i.test(
			clause
		);
	const not = topic.id === 'mri' ? mriDenied(sentence, clause) : denied(before);
	return leavesOut
		? judgeOut(topic, { around, before, near, not, answer, asked })
		: judgeIn(topic, { around, clause, near, not, answer });
}

function judgeOut(
	topic: Topic,
	{
		around,
		before,
		near,
		not,
		answer,
		asked
	}: {
		around: string;
		before: string;
		near: string;
		not: boolean | undefined;
		answer: Answer;
		asked: boolean;
	}
): Judged {
	if (asked) return read(topic, 'Other rules here ask for this, and this one limits it.');
	if (not === true && !/test/i.test(near))
		return read(topic, 'It says “not” in a list that keeps people out.');
	if (answer === 'yes') {
		if (hasException(around) && !/\bif\b/i.test(before)) return read(topic, 'It has an exception.');
		return {
			verdict: 'may-rule-out',
			why: `This rule keeps people out for ${topic.name}. You said yes.`
		};
	}
	if (not !== false) return read(topic, mixed);
	if (hasException(before)) return read(topic, 'It has an exception.');
	if (topic.more?.test(around)) return read(topic, 'It asks more than we asked you.');
	if (topic.id !== 'mri' && (risk.test(near) || (!topic.ever && past.test(near))))
		return read(topic, 'It is about the past, a risk or a sign of this too.');
	return {
		verdict: 'matches',
		why: `This rule keeps people out for ${topic.name}. You said no, so for this it does not keep you out.`
	};
}

function judgeIn(
	topic: Topic,
	{
		around,
		clause,
		near,
		not,
		answer
	}: {
		around: string;
		clause: string;
		near: string;
		not: boolean | undefined;
		answer: Answer;
	}
): Judged {
	if (/pregnan\w* tests?\b/i.test(near))
		return answer === 'yes' && /negative/i.test(near)
			? {
					verdict: 'may-rule-out',
					why: 'This rule asks for a negative pregnancy test. You said that you are pregnant.'
				}
			: read(topic, 'It is about a pregnancy test.');
	if (topic.id === 'pregnancy' && topic.more?.test(near) && not !== true)
		return read(topic, 'It asks more than we asked you.');
	if (hasException(around)) return read(topic, 'It has an “if” or an exception.');
	if (not === undefined) return read(topic, 'It says “no” or “not” near this.');
	if (risk.test(near)) return read(topic, 'It is about a risk or a sign of this.');
	if (not) {
		if (answer === 'yes')
			return {
				verdict: 'may-rule-out',
				why: `This rule asks for people without ${topic.name}. You said yes.`
			};
		if (topic.more?.test(clause) || (!topic.ever && past.test(near)))
			return read(topic, 'It asks more than we asked you.');
		return {
			verdict: 'matches',
			why: `This rule asks for people without ${topic.name}. You said no.`
		};
	}
	if (topic.id === 'mri') return read(topic, mixed);
	if (answer === 'yes')
		return {
			verdict: 'matches',
			why: `This rule asks for ${topic.name}. You said yes. Look at its times and values.`
		};
	// one of several things that a rule names need not be there
	if (list.test(around.replace(/[,;.\s]+$/, '')) || past.test(near))
		return read(topic, 'It names this as one thing among others.');
	return { verdict: 'may-rule-out', why: `This rule asks for ${topic.name}. You said no.` };
}

/** "Able to have an MRI" denies what rules one out; "unable" in the same place does not. */
function mriDenied({ section }: Sentence, clause: string): boolean | undefined {
	const unable =
		/\b(?:unable|inability|contraindicat|not (?:be )?possible|pacemaker|claustro|metal|implant|incompatib|forbid)/i.test(
			clause
		);
	if (section === 'inclusion') {
		const without = /\b(?:no|not|without|free of|absence)\b/i.test(clause);
		return unable && without ? true : unable ? undefined : false;
	}
	return unable && /\b(?:without|no)\b/i.test(clause) ? undefined : false;
}

function read({ name }: Topic, why: string): Judged {
	return { verdict: 'read', why: `This sentence is about ${name}. ${why}` };
}

function matchesOf(pattern: RegExp, text: string): number[] {
	return [...text.matchAll(pattern)].map(({ index }) => index);
}
