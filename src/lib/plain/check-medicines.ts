import { blame } from './check-after-medicine.ts';
import { findingOn, type Finding, type Verdict } from './check-finding.ts';
import { isGeneral, mentionsIn, type Mention } from './check-medicine-names.ts';
import { clauseAt, denied, hasException, type Sentence } from './check-sentences.ts';
import { medicineIds, type Answer, type Answers } from './self-check-answers.ts';

const reaction =
	/\ballerg(?:y|ies|ic)\b(?! (?:medic|drug|pill|remed|and cold|or cold))|hypersens|intoler|adverse (?:drug )?(?:reaction|event)|contraindicat\w+ (?:to|for)\b|sensitivity to|did not tolerate|tolerated/i;
const misuse = /\babus|misuse|addict|dependen(?:ce|cy|t)\b|use disorder|overdose/i;
const response =
	/\brespon(?:d|se|sive|ded|ders?|siveness)\b|unrespons|non-?respon|refractory|\bfail(?:ed|ure)?\b|unsuccessful|augmentation|withdrawal (?:from|symptom|of)|randomi[sz]ed to|\b(?:previous|earlier|prior|another|clinical|parent) (?:study|trial)/i;
const body = /\b(?:interferes? with|absorption|metabolism|excretion|clearance)\b/i;
const illness =
	/\b(?:disorders?|diseases?|conditions?|illness(?:es)?) (?:that |which )?(?:may )?(?:requir\w+|need\w*)/i;
const allowed =
	/\b(?:allowed|permitted|may continue|can continue|acceptable|not (?:be )?(?:an? )?exclu\w*)\b/i;
const forbidden =
	/\b(?:not (?:be )?(?:allowed|permitted|acceptable)|unstable|not (?:been )?(?:on (?:a )?)?stable|prohibited|disallowed)\b/i;
const steady = /\b(?:stable|fixed|stabili[sz]ed|unchanged|constant|steady|same dose)\b/i;
const changed =
	/\b(?:start(?:ed|ing)?|begun|beg[ai]n|initiat\w+|chang(?:e|es|ed|ing)|adjust\w+|introduc\w+|new)\b/i;
const stopped =
	/\b(?:off|discontinu\w+|wash(?:ed)?[- ]?out|stop\w*|withdr[ae]wn?|refrain\w*|abstain\w*|avoid\w*|taper\w*|prohibited|free)\b/i;
const naive = /\b(?:na[iï]ve|never|previous(?:ly)?|prior|history|past|ever|earlier|before)\b/i;
/** More than the month that the form asks for. */
const long =
	/\b(?:(?:[2-9]|\d\d|two|three|four|six|twelve|several) months?|years?|(?:[5-9]|\d\d) weeks|(?:3[1-9]|[4-9]\d|\d{3}) days|half-lives)\b/i;
const conditional =
	/\b(?:if|subjects? on|patients? on|participants? on|those (?:on|who)|people (?:on|who)|who (?:take|are taking|are on)|subjects? taking|patients? taking)\b/i;
const takes =
	/\b(?:on|taking|takes?|receiving|receives?|treated with|treatment with|therapy with|use of|using|users? of|requir\w+|ongoing|on-going)\b/i;

/** What the sentences say on the visitor's medicines, class by class, and on medicines as such. */
export function checkMedicines(sentences: readonly Sentence[], { said }: Answers): Finding[] {
	const taken = medicineIds.filter((id) => said[id] === 'yes');
	return sentences.flatMap((sentence) => {
		const mentions = mentionsIn(sentence.text);
		const findings = medicineIds.flatMap((id) => {
			const answer = said[id];
			const own = mentions.filter((mention) => mention.id === id);
			if (answer === undefined || own.length === 0) return [];
			const judged = judgedAll(own.map((mention) => judge(sentence, mention, answer)));
			return judged ? [findingOn(sentence, id, judged)] : [];
		});
		const general =
			findings.length === 0 &&
			taken.length > 0 &&
			isGeneral(sentence.text) &&
			// a sentence that names other classes is about those, unless it goes on to others
			(mentions.every((mention) => mention.loose ?? mention.general) ||
				/\bother\b|\bsuch as\b|\be\.g\b/i.test(sentence.text));
		return general
			? [
					findingOn(
						sentence,
						'any-medicine',
						read('It is about medicines as such. Yours may be among them.', true)
					)
				]
			: findings;
	});
}

interface Judged {
	verdict: Verdict;
	why: string;
	medicine?: true;
}

function judgedAll(all: (Judged | undefined)[]): Judged | undefined {
	const some = all.filter((judged) => judged !== undefined);
	const [first] = some;
	if (!first || some.every(({ verdict }) => verdict === first.verdict)) return first;
	const out = some.find(({ verdict }) => verdict === 'may-rule-out');
	if (out && !some.some(({ verdict }) => verdict === 'matches')) return out;
	const mine = some.some(({ medicine }) => medicine);
	return read('The sentence says more than one thing on it.', mine);
}

function judge(
	sentence: Sentence,
	{ at, loose, general }: Mention,
	answer: Answer
): Judged | undefined {
	const { text, leadText, section } = sentence;
	const { clause, start } = clauseAt(text, at);
	const around = timeless(`${leadText} ${clause}`);
	const before = timeless(`${leadText} ${clause.slice(0, at - start)}`);
	const yes = answer === 'yes';
	if (general && !yes) return undefined;
	const about = aboutSomethingElse(around);
	if (about !== undefined) return yes ? read(about, true) : undefined;
	if (loose)
		return yes ? read('It uses wider words that may cover your medicine.', true) : undefined;
	const exception = hasException(around) || /^\s*exceptions?\b/i.test(around);
	if (allowed.test(around) && !forbidden.test(around)) {
		if (!yes) return undefined;
		return /\b(?:except|unless|other than)\b/i.test(around) || stopped.test(around)
			? read('It allows some uses of such a medicine and not others.', true)
			: matches(
					'This sentence allows such a medicine. Look at the dose and times that it names.',
					true
				);
	}
	return section === 'exclusion' ||
		/\b(?:are|is|will be|be) (?:also )?(?:excluded|ineligible)|not (?:be )?eligible/i.test(clause)
		? judgeOut({ around, clause, before, yes, exception })
		: judgeIn({ around, clause, before, yes, exception });
}

/** Without words on the time before the study, which are no words on the past. */
function timeless(text: string): string {
	return text
		.replace(
			/\b(?:prior to|before|preceding) (?:the )?(?:\w+ )?(?:baseline|screening|enrol\w+|study|visit|randomi\w+|inclusion|start\w*|entry|first dose|dosing)\b/gi,
			' '
		)
		.replace(
			/\b(?:past|last|previous|prior) (?=(?:\d+|one|two|three|four) (?:days?|weeks?|month)\b)/gi,
			' '
		)
		.replace(/\b(?:have|has) not (?:been )?(?:discontinued|stopped)\b/gi, ' ');
}

function aboutSomethingElse(around: string): string | undefined {
	if (reaction.test(around)) return 'It is about a bad reaction to such a medicine.';
	if (blame.test(around))
		return 'It is about RLS that such a medicine causes. It is no rule on taking the medicine.';
	if (illness.test(around)) return 'It is about an illness that needs such a medicine.';
	if (body.test(around)) return 'It is about how the body takes up such a medicine.';
	if (misuse.test(around)) return 'It is about misuse of such a medicine.';
	if (response.test(around))
		return 'It is about how such a medicine worked before, or about an earlier study.';
	return undefined;
}

function judgeOut({ around, before, yes, exception }: Judging): Judged | undefined {
	if (yes) {
		if (exception)
			return read('It keeps people out for such a medicine, but has an exception.', true);
		if (steady.test(around)) return read('It is about the dose of such a medicine.', true);
		if (denied(before) !== false)
			return read('It says “not” in a list that keeps people out.', true);
		if (changed.test(around))
			return read('It is about a start or a change of such a medicine.', true);
		return out(
			'This rule keeps people out for such a medicine. You take one, or took one in the last month.'
		);
	}
	if (denied(before) !== false || steady.test(before) || changed.test(around)) return undefined;
	if (exception && hasException(before)) return undefined;
	if (
		naive.test(before) ||
		/\b(?:history of|in the past|ever)\b/i.test(around) ||
		long.test(around)
	)
		return read('It goes back further than we asked you.', false);
	return matches(
		'This rule keeps people out for such a medicine. You said no, so for this it does not keep you out.',
		false
	);
}

function judgeIn({ around, clause, before, yes, exception }: Judging): Judged | undefined {
	const halted = stopped.test(around) || denied(before) === true;
	if (steady.test(around)) {
		if (!yes)
			// one medicine of a list that stands under such a rule says no more than the rule
			return conditional.test(around) || !steady.test(clause)
				? undefined
				: read('It may ask for such a medicine.', false);
		return halted || forbidden.test(around)
			? read('It says more than one thing on such a medicine.', true)
			: matches(
					'This sentence allows such a medicine at a stable dose. Look at the dose and times that it names.',
					true
				);
	}
	if (/\bwilling\w*(?: and able)? to (?:discontinue|stop|taper|withhold)/i.test(around))
		return yes ? read('It is about stopping such a medicine.', true) : undefined;
	if (halted) {
		if (/^\s*if this\b|\bor (?:those|who|have|are|if|dissatisf\w+|respond\w+)\b/i.test(around))
			return yes ? read('It has an “if” or an “or”.', true) : undefined;
		if (yes)
			return out(
				'This rule asks for people who do not take such a medicine. You take one, or took one in the last month.'
			);
		if (naive.test(before) || long.test(around))
			return read('It goes back further than we asked you.', false);
		return matches(
			'This rule asks for people who do not take such a medicine. You said no.',
			false
		);
	}
	if (naive.test(around) || exception || denied(before) === undefined)
		return yes ? read('Which way it cuts depends on the rest of the sentence.', true) : undefined;
	if (!takes.test(before))
		return yes ? read('Which way it cuts depends on the rest of the sentence.', true) : undefined;
	if (yes)
		return matches(
			'This rule asks for such a medicine. Look at the dose and times that it names.',
			true
		);
	return /\bor\b|,|\band\/or\b/i.test(around) || conditional.test(around)
		? read('It names such a medicine as one among others.', false)
		: { verdict: 'may-rule-out', why: 'This rule asks for such a medicine. You said no.' };
}

interface Judging {
	/** The clause with what it stands under. */
	around: string;
	clause: string;
	before: string;
	yes: boolean;
	exception: boolean;
}

function read(why: string, mine: boolean): Judged {
	return { verdict: 'read', why, ...(mine ? { medicine: true as const } : {}) };
}

function matches(why: string, mine: boolean): Judged {
	return { verdict: 'matches', why, ...(mine ? { medicine: true as const } : {}) };
}

function out(why: string): Judged {
	return { verdict: 'may-rule-out', why, medicine: true };
}
