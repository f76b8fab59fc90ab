import { findingOn, type Finding, type Verdict } from './check-finding.ts';
import type { Sentence } from './check-sentences.ts';
import type { Answer } from './self-check-answers.ts';

const coming =
	/\btravel(?:l?ing)?\b|\btransport(?:ation)?\b|\bcommut\w+|\battend(?:ing|ance)?\b[^.;]{0,40}\b(?:visits?|assessments?|clinic|sessions?|appointments?)|\b(?:come|return) (?:to|for)\b|\b(?:all|scheduled|study|clinic|follow-?up|treatment|weekly) visits\b|\bvisit schedules?\b|\blives? (?:within|near|close|too far)|\bdistance\b/i;
const able =
	/\b(?:able|ability|willing\w*|capable|must have|available|availability|agrees?|has (?:a )?transport|can)\b/i;
const unable =
	/\b(?:unable|inability|unwilling\w*|cannot|not (?:be )?(?:able|willing)|incapable|too far|no (?:means|access)|lack of)\b/i;

/** What the sentences say on coming to visits. */
export function checkTravel(sentences: readonly Sentence[], answer: Answer): Finding[] {
	return sentences.flatMap((sentence) => {
		const { text, section } = sentence;
		if (!coming.test(text)) return [];
		const give = (verdict: Verdict, why: string) => [
			findingOn(sentence, 'travel', { verdict, why })
		];
		const cannot = unable.test(text);
		if (!cannot && !able.test(text))
			return /\btravel|\btransport|\bdistance\b|\blives?\b/i.test(text)
				? give('read', 'It is about travel.')
				: [];
		if (/\b(?:caregiver|companion|partner)\b/i.test(text))
			return give('read', 'It is about somebody who comes along.');
		if (/\btime zones?\b|\bjet lag\b|\bif\b|\bunless\b/i.test(text))
			return give('read', 'It is about travel.');
		if (section === 'exclusion' ? !cannot : cannot)
			return give('read', 'It is about coming to visits.');
		return answer === 'yes'
			? give('matches', 'This rule asks for people who can come to visits. You said yes.')
			: give('may-rule-out', 'This rule asks for people who can come to visits. You said no.');
	});
}
