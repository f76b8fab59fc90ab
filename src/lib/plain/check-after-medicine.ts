import { findingOn, type Finding, type Verdict } from './check-finding.ts';
import { namesMedicine } from './check-medicine-names.ts';
import { denied, hasException, type Sentence } from './check-sentences.ts';
import type { Answer } from './self-check-answers.ts';

/** Words for RLS that something causes. */
export const blame =
	/(?:\bRLS\b|restless legs?(?: syndrome)?|symptoms?)[^.;]{0,60}\b(?:secondary to|due to|caused by|induced by|associated with|because of|worsened by|triggered by|attributable to|related to|resulting from)\b|\b(?:secondary|symptomatic) (?:RLS|restless)|\b(?:drug|medication|medicine|neuroleptic|antidepressant|antipsychotic|treatment)-? ?(?:induced|related|associated)\b|\biatrogenic/i;
const someMedicine = /\b(?:drugs?|medic(?:ation|ine)s?|pharmac\w+|agents?|therap\w+)\b/i;

/** What the sentences say on RLS that a medicine caused or made worse: not on taking that medicine. */
export function checkAfterMedicine(sentences: readonly Sentence[], answer: Answer): Finding[] {
	return sentences.flatMap((sentence) => {
		const { text, leadText, section } = sentence;
		const around = `${leadText} ${text}`;
		const yes = answer === 'yes';
		const give = (verdict: Verdict, why: string) => [
			findingOn(sentence, 'after-medicine', { verdict, why })
		];
		const blamed = blame.exec(around);
		if (!blamed)
			return yes &&
				section === 'inclusion' &&
				/\b(?:idiopathic|primary) (?:RLS|restless)/i.test(text)
				? give(
						'read',
						'Primary RLS means that no other cause was found. Ask if a medicine counts as one.'
					)
				: [];
		const rest = around.slice(blamed.index);
		const byMedicine = someMedicine.test(rest) || namesMedicine(rest);
		// a rule under "secondary RLS:" that names another cause
		if (!byMedicine && !blame.test(text)) return [];
		if (!byMedicine)
			return yes && section === 'exclusion'
				? give('read', 'RLS from another cause may include RLS from a medicine.')
				: [];
		if (!/\bRLS\b|restless|symptoms?/i.test(around) || hasException(around))
			return give('read', 'It is about problems that a medicine causes.');
		if (section === 'exclusion')
			return yes
				? give(
						'may-rule-out',
						'This rule keeps out people whose RLS comes from a medicine. It is no rule on taking one.'
					)
				: give(
						'matches',
						'This rule keeps out people whose RLS comes from a medicine. You said no.'
					);
		const not = denied(around.slice(0, blamed.index));
		if (section === 'inclusion' && not === false)
			return yes
				? give('matches', 'This rule asks for RLS that comes from a medicine. You said yes.')
				: give('may-rule-out', 'This rule asks for RLS that comes from a medicine. You said no.');
		if (section === 'inclusion' && not === true)
			return yes
				? give('may-rule-out', 'This rule asks for RLS that does not come from a medicine.')
				: give('matches', 'This rule asks for RLS that does not come from a medicine.');
		return give('read', 'It is about RLS that a medicine causes.');
	});
}
