import { compile, find } from '#lib/mechanism/dictionary.ts';
import { tokenise } from '#lib/mechanism/text.ts';
import type { Agent } from '#lib/mechanism/vocabulary/agent.ts';
import { medicines } from '#lib/mechanism/vocabulary/medicines.ts';
import { suspectAgents } from '#lib/mechanism/vocabulary/suspects.ts';
import { findingOn, type Finding, type Verdict } from './check-finding.ts';
import { clauseAt, denied, hasException, type Sentence } from './check-sentences.ts';
import { medicineIds, type Answer, type Answers, type MedicineId } from './self-check-answers.ts';

interface MedicineClass {
	/** Is this medicine of the class? */
	has(agent: Agent): boolean;
	/** Names of the class itself, besides those of the vocabulary. */
	sure?: RegExp;
	/** Wider names that may cover the class: only to be read. */
	loose?: RegExp;
}

const named =
	(...names: string[]) =>
	(agent: Agent) =>
		names.includes(agent.name);
const antagonist =
	/\bdopamine[^.;,]{0,20}(?:antagonists?|block\w+)|\banti-?dopaminergic\w*|\bor antagonists?\b/gi;
const seizure = /\banti-?\s?(?:convul\w+|epilep\w+)|\bseizure medic\w+/gi;

const classes: Record<MedicineId, MedicineClass> = {
	'dopamine-medicine': {
		has: ({ suspect }) => suspect === 'dopamine-medicine',
		sure: /\bdopaminergics?\b|\bdopa-?agonists?|\bL-?dopa\b|\banti-?parkinson\S* (?:drug|medic|agent)\w*/gi
	},
	'nerve-medicine': {
		has: ({ approaches }) => approaches.includes('alpha-2-delta'),
		sure: /\bgabapentin\w*|\balpha[- ]?2[- ]?delta\b/gi,
		loose: seizure
	},
	opioid: {
		has: ({ approaches }) => approaches.includes('opioid'),
		sure: /\bopi(?:oid|ate)s?\b|\bnarcotics?\b/gi
	},
	'sleep-medicine': {
		has: ({ approaches }) => approaches.includes('sedative'),
		sure: /\bhypnotics?\b|\bsedatives?\b(?! anti)|\bbenzodiazepin\w+|\banxiolytic\w*|\bbarbiturat\w+|\bsleep(?:ing)? (?:aids?|pills?|medic\w+)/gi,
		loose: /\bpsychoactive\b|\bpsychotropics?\b/gi
	},
	'iron-medicine': {
		// "iron" alone is mostly a laboratory value
		has: ({ approaches, name }) => approaches.includes('iron-therapy') && name !== 'iron',
		sure: /\b(?:oral|IV|intravenous|parenteral|i\.v\.) iron\b|\biron (?:by vein|by mouth|use|supplement\w*|therap\w+|infusions?|tablets?|pills?|preparations?|replacement|treatment|products?|injections?|intake)\b|\bferrous\b/gi
	},
	antidepressant: {
		has: ({ suspect, name }) => suspect === 'antidepressant' || name === 'bupropion',
		sure: /\banti-?\s?depress\w+|\bSSRIs?\b|\bSNRIs?\b|\bTCAs?\b|\bserotonin[- ](?:and |nor\w+ )?[^.;,]{0,20}reuptake\b|\b(?:tri|tetra)-?\s?cyclics?\b/gi,
		loose:
			/\bmonoamine[- ]oxidase|\bMAO\b|\bMAOIs?\b|\bpsychotropics?\b|\bpsychoactive\b|\bpsychiatric (?:medic|drug)\w*/gi
	},
	antinausea: {
		has: (agent) =>
			agent.suspect === 'antinausea' || named('domperidone', 'ondansetron', 'granisetron')(agent),
		sure: /\banti-?\s?emetics?\b|\banti-?\s?nausea\b/gi,
		loose: antagonist
	},
	antihistamine: {
		has: (agent) =>
			agent.suspect === 'antihistamine' || named('cetirizine', 'loratadine', 'fexofenadine')(agent),
		sure: /\banti-?\s?histamin\w+|\b(?:allergy|cold) (?:medic\w+|remed\w+|products?|and allergy medic\w+)/gi
	},
	psychiatric: {
		has: ({ suspect, name }) =>
			(suspect === 'antipsychotic' && name !== 'psychotropic medication') || name === 'lithium',
		sure: /\banti-?\s?psychotics?\b|\bneuroleptics?\b|\blithium\b|\bmood stabili\w+|\bbutyrophenon\w+|\bphenothiazin\w+/gi,
		loose: new RegExp(
			`${antagonist.source}|\\bpsychotropics?\\b|\\bpsychoactive\\b|\\bpsychiatric (?:medic|drug)\\w*`,
			'gi'
		)
	},
	heart: {
		has: (agent) =>
			agent.suspect === 'calcium-channel-blocker' ||
			named(
				'propranolol',
				'beta blocker',
				'diuretic',
				'statin',
				'clonidine',
				'guanfacine',
				'ticagrelor'
			)(agent),
		sure: /\banti-?\s?hypertensives?\b|\bblood pressure (?:medic|drug|treat)\w*|\banti-?\s?arrhythmics?\b|\b(?:heart|cardiac|cardiovascular) (?:medic|drug)\w*|\bbeta-?\s?(?:adrenergic )?blockers?\b|\bACE inhibitors?\b/gi
	}
};

/** Mostly taken for restless legs: "RLS medication" means these, and may mean more. */
const forRls: readonly MedicineId[] = ['dopamine-medicine', 'nerve-medicine'];
const mayBeForRls: readonly MedicineId[] = ['opioid', 'sleep-medicine', 'iron-medicine'];
const rlsMedicine =
	/\b(?:RLS|restless legs?(?: syndrome)?)[- ](?:medic(?:ation|ine)s?|drugs?|treatments?|therap(?:y|ies)|pharmac\w+)|\b(?:medic(?:ation|ine)s?|drugs?|supplements?|treatments?|therap(?:y|ies)|treated|treating)\b[^.;,]{0,60}\b(?:for|of|treats?|affects?|influences?|improves?|alters?|causes?|induces?) (?:or \w+ )?(?:the (?:treatment|symptoms) of )?(?:their )?(?:RLS|restless)/gi;
const anyMedicine =
	/\b(?:prescription|concomitant|current|other|any|psychiatric|prohibited|excluded|disallowed) (?:medic(?:ation|ine)s?|drugs?|drug therap\w+|pharmac\w+)\b|\b(?:medic(?:ation|ine)s?|drugs?) (?:\([^)]{0,60}\) )?(?:that|which|known to|likely to|with (?:an )?effect)\b|\bpsychotropic|\bCNS[- ]active|\bcentral(?:ly)?[- ](?:nervous system[- ])?act\w+|\b(?:receiving|taking|use of) (?:any )?(?:medic(?:ation|ine)s?|drugs?)\b/gi;

const reaction =
	/\ballerg(?:y|ies|ic)\b(?! (?:medic|drug|pill|remed|and cold|or cold))|hypersens|intoler|adverse (?:drug )?(?:reaction|event)|contraindicat\w+ (?:to|for)\b|sensitivity to|did not tolerate|tolerated/i;
const misuse = /\babus|misuse|addict|dependen(?:ce|cy|t)\b|use disorder|overdose/i;
const response =
	/\brespon(?:d|se|sive|ded|ders?|siveness)\b|unrespons|non-?respon|refractory|\bfail(?:ed|ure)?\b|unsuccessful|augmentation|withdrawal (?:from|symptom|of)|randomi[sz]ed to|\b(?:previous|earlier|prior|another|clinical|parent) (?:study|trial)/i;
const body = /\b(?:interferes? with|absorption|metabolism|excretion|clearance)\b/i;
const illness =
	/\b(?:disorders?|diseases?|conditions?|illness(?:es)?) (?:that |which )?(?:may )?(?:requir\w+|need\w*)/i;
const blame =
	/(?:\bRLS\b|restless legs?(?: syndrome)?|symptoms?)[^.;]{0,60}\b(?:secondary to|due to|caused by|induced by|associated with|because of|worsened by|triggered by|attributable to|related to|resulting from)\b|\b(?:secondary|symptomatic) (?:RLS|restless)|\b(?:drug|medication|medicine|neuroleptic|antidepressant|antipsychotic|treatment)-? ?(?:induced|related|associated)\b|\biatrogenic/i;
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

const dictionary = compile(
	[...medicines, ...suspectAgents].map((row) => ({ row, names: row.names }))
);

interface Mention {
	id: MedicineId;
	at: number;
	loose?: true;
	/** "RLS medication": not taking one class says nothing on the others. */
	general?: true;
}

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

function isGeneral(text: string): boolean {
	return [...text.matchAll(anyMedicine)].length > 0 || [...text.matchAll(rlsMedicine)].length > 0;
}

/** Does a sentence name a medicine of any class that is asked for? */
function namesMedicine(text: string): boolean {
	return mentionsIn(text).length > 0;
}

function mentionsIn(text: string): Mention[] {
	const mentions: Mention[] = [];
	const hits = find(dictionary, tokenise(text));
	for (const id of medicineIds) {
		const { has, sure, loose } = classes[id];
		for (const { row, start } of hits) if (has(row)) mentions.push({ id, at: start });
		if (sure) for (const { index } of text.matchAll(sure)) mentions.push({ id, at: index });
		if (loose && !mentions.some((mention) => mention.id === id))
			for (const { index } of text.matchAll(loose)) mentions.push({ id, at: index, loose: true });
	}
	// "RLS medication" stands for those that are mostly taken for it, unless the sentence names some
	if (!mentions.some(({ loose }) => !loose))
		for (const { index: at } of text.matchAll(rlsMedicine)) {
			for (const id of forRls) mentions.push({ id, at, general: true });
			for (const id of mayBeForRls) mentions.push({ id, at, loose: true });
		}
	return mentions;
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
