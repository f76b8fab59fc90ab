import { stated } from '#lib/study/stated.ts';
import type { Section } from '#lib/mechanism/read-criteria.ts';
import type { Sentence } from './check-sentences.ts';
import type { QuestionId } from './self-check-answers.ts';

/** In the order in which they are shown: what needs a question first. `read`: which way it cuts is not sure. */
export const verdicts = ['may-rule-out', 'read', 'matches', 'not-stated'] as const;
export type Verdict = (typeof verdicts)[number];

/** What one sentence or field of a record says on one answer. Never a total, never a "no" by silence. */
export interface Finding {
	question: QuestionId;
	verdict: Verdict;
	/** Why, in plain words. */
	why: string;
	/** The sentence, verbatim. */
	quote?: string;
	/** The rule that it stands under, verbatim. */
	lead?: string;
	/** The path of the registry field. */
	field?: string;
	section?: Section;
	/** A medicine of the visitor's may matter: the warning not to stop it goes with it. */
	medicine?: true;
}

const criteriaField = 'protocolSection.eligibilityModule.eligibilityCriteria';

/**
 * A finding on a sentence. What is said of one group only, before any heading, or as one way in among
 * several, is only to be read.
 */
export function findingOn(
	sentence: Sentence,
	question: QuestionId,
	judged: { verdict: Verdict; why: string; medicine?: true }
): Finding {
	const { section, quote, lead } = sentence;
	const doubt = judged.verdict === 'read' ? undefined : doubtOf(sentence, judged.verdict);
	return {
		question,
		...judged,
		...(doubt === undefined ? {} : { verdict: 'read', why: doubt }),
		...stated({ quote, lead }),
		field: criteriaField,
		section
	};
}

function doubtOf(
	{ section, some, leadText, text }: Sentence,
	verdict: Verdict
): string | undefined {
	if (some) return 'This rule seems to be for one group of people only.';
	if (section === 'neutral')
		return 'The study does not say if this lets people in or keeps them out.';
	const ways = /\b(?:any|one|at least one|either|some) (?:or more )?of (?:the|these)\b/i;
	if (
		section === 'inclusion' &&
		verdict === 'may-rule-out' &&
		(ways.test(leadText) || ways.test(text))
	)
		return 'This rule seems to be one way in among several.';
	return undefined;
}
