import type { Arm, Intervention, Outcome, Study } from '#lib/study/study.ts';
import { find, type Hit } from './dictionary.ts';
import { readCriteria } from './read-criteria.ts';
import { sentences, whole } from './read-sentences.ts';
import { tokenise, type Token } from './text.ts';
import type { Agent } from './vocabulary/agent.ts';
import type { Condition } from './vocabulary/conditions.ts';
import type { Cue, CueKind } from './vocabulary/cues.ts';
import type { Subject } from './vocabulary/subjects.ts';
import type { Topic } from './vocabulary/topics.ts';
import { vocabulary } from './vocabulary/vocabulary.ts';

/** What a passage is in the record. `aim` and `detail-aim` are sentences that say what is asked or done. */
export type Role =
	| 'title'
	| 'acronym'
	| 'condition'
	| 'keyword'
	| 'mesh-condition'
	| 'mesh-intervention'
	| 'intervention'
	| 'intervention-description'
	| 'arm'
	| 'arm-description'
	| 'aim'
	| 'summary'
	| 'detail-aim'
	| 'detail'
	| 'primary'
	| 'secondary'
	| 'population'
	| 'inclusion'
	| 'exclusion'
	| 'neutral';

/** How much a passage says about a study: A names it, B says what it does, C tells more, X is no proof. */
export type Strength = 'A' | 'B' | 'C' | 'X';

/** A piece of a record as a person reads it, with all the names and cues found in it. */
export interface Passage {
	/** Registry path of the field; `text` is a verbatim piece of it. */
	field: string;
	text: string;
	strength: Strength;
	role: Role;
	/** Number of the intervention or arm it belongs to. */
	of?: number;
	tokens: Token[];
	subjects: Hit<Subject>[];
	agents: Hit<Agent>[];
	conditions: Hit<Condition>[];
	topics: Hit<Topic>[];
	cues: Hit<Cue>[];
}

/** Longest text that is read, in characters: of one field, and of one study. */
const fieldLimit = 120_000;
const studyLimit = 400_000;
/** Most entries that are read of one list; honest records stay far below. */
const listLimit = 400;

const protocol = 'protocolSection';
const strengths: Record<Role, Strength> = {
	title: 'A',
	acronym: 'A',
	condition: 'A',
	'mesh-condition': 'A',
	'mesh-intervention': 'A',
	intervention: 'A',
	'intervention-description': 'B',
	arm: 'B',
	'arm-description': 'B',
	keyword: 'B',
	aim: 'B',
	primary: 'B',
	population: 'B',
	inclusion: 'B',
	summary: 'C',
	'detail-aim': 'C',
	detail: 'C',
	secondary: 'C',
	exclusion: 'X',
	neutral: 'X'
};

interface Source {
	field: string;
	text: string | undefined;
	role: Role;
	of?: number;
}

/** Reads a study as a person does: every text as passages, each with its field, role and strength. */
export function readStudy(study: Study): Passage[] {
	const passages: Passage[] = [];
	let left = studyLimit;
	for (const source of sources(study)) {
		const text = (source.text ?? '').slice(0, Math.min(fieldLimit, left));
		left -= text.length;
		if (text !== '') passages.push(...read({ ...source, text }));
	}
	return passages;
}

function* sources(study: Study): Generator<Source> {
	const id = `${protocol}.identificationModule`;
	yield { field: `${id}.briefTitle`, text: study.title, role: 'title' };
	yield { field: `${id}.officialTitle`, text: study.officialTitle, role: 'title' };
	yield { field: `${id}.acronym`, text: study.acronym, role: 'acronym' };
	const about = `${protocol}.conditionsModule`;
	yield* list(`${about}.conditions`, study.conditions, 'condition');
	yield* list(`${about}.keywords`, study.keywords, 'keyword');
	const { conditions, interventions } = study.mesh;
	yield* mesh('conditionBrowseModule', conditions, 'mesh-condition');
	yield* mesh('interventionBrowseModule', interventions, 'mesh-intervention');
	yield* treatments(study.interventions, study.arms);
	const description = `${protocol}.descriptionModule`;
	yield { field: `${description}.briefSummary`, text: study.summary, role: 'summary' };
	yield* outcomes('primaryOutcomes', study.outcomes.primary, 'primary');
	const eligibility = `${protocol}.eligibilityModule`;
	yield {
		field: `${eligibility}.studyPopulation`,
		text: study.eligibility.population,
		role: 'population'
	};
	yield {
		field: `${eligibility}.eligibilityCriteria`,
		text: study.eligibility.criteria,
		role: 'neutral'
	};
	yield { field: `${description}.detailedDescription`, text: study.description, role: 'detail' };
	yield* outcomes('secondaryOutcomes', study.outcomes.secondary, 'secondary');
	yield* outcomes('otherOutcomes', study.outcomes.other, 'secondary');
}

function* list(field: string, texts: readonly string[], role: Role): Generator<Source> {
	for (const [i, text] of texts.slice(0, listLimit).entries())
		yield { field: `${field}[${i}]`, text, role };
}

function* mesh(module: string, terms: readonly { term: string }[], role: Role): Generator<Source> {
	for (const [i, { term }] of terms.slice(0, listLimit).entries()) {
		if (!meshNoise.has(term))
			yield { field: `derivedSection.${module}.meshes[${i}].term`, text: term, role };
	}
}

/** Leaf terms that the registry derives for nearly every record on restless legs; they mean nothing. */
const meshNoise = new Set([
	'Psychomotor Agitation',
	'Syndrome',
	'Parasomnias',
	'Dyssomnias',
	'Sleep Wake Disorders',
	'Nervous System Diseases',
	'Mental Disorders',
	'Signs and Symptoms',
	'Disease',
	'Movement Disorders',
	'Anemia',
	'Pharmaceutical Preparations'
]);

function* treatments(
	interventions: readonly Intervention[],
	arms: readonly Arm[]
): Generator<Source> {
	const module = `${protocol}.armsInterventionsModule`;
	for (const [of, { name, description, otherNames }] of interventions
		.slice(0, listLimit)
		.entries()) {
		const field = `${module}.interventions[${of}]`;
		yield { field: `${field}.name`, text: name, role: 'intervention', of };
		for (const [i, text] of otherNames.slice(0, 50).entries())
			yield { field: `${field}.otherNames[${i}]`, text, role: 'intervention', of };
		yield {
			field: `${field}.description`,
			text: description,
			role: 'intervention-description',
			of
		};
	}
	for (const [of, { label, description }] of arms.slice(0, listLimit).entries()) {
		const field = `${module}.armGroups[${of}]`;
		yield { field: `${field}.label`, text: label, role: 'arm', of };
		yield { field: `${field}.description`, text: description, role: 'arm-description', of };
	}
}

function* outcomes(list: string, all: readonly Outcome[], role: Role): Generator<Source> {
	for (const [i, { measure, description }] of all.slice(0, listLimit).entries()) {
		const field = `${protocol}.outcomesModule.${list}[${i}]`;
		yield { field: `${field}.measure`, text: measure, role };
		// A description tells how a thing is measured, which may name what is not the question.
		yield { field: `${field}.description`, text: description, role: 'secondary' };
	}
}

function read(source: Source & { text: string }): Passage[] {
	const { text, role } = source;
	if (role === 'neutral') return readEligibility(source);
	if (role !== 'summary' && role !== 'detail') {
		const inSentences =
			role === 'arm-description' || role === 'intervention-description' || role === 'population';
		const pieces = inSentences ? sentences(text) : whole(text);
		return pieces.map(({ start, end }) => scan(source, start, end, role));
	}
	let secondary = false;
	return sentences(text).map(({ start, end }) => {
		const passage = scan(source, start, end, role);
		if (has(passage, 'secondary')) secondary = true;
		else if (/\bprimary\b/i.test(passage.text) || !/^[-*•\d(]/.test(passage.text))
			secondary = false;
		return withRole(
			passage,
			secondary && !/\bprimary\b/i.test(passage.text) ? 'secondary' : roleOf(passage)
		);
	});
}

/** List items under a line such as "Recorded, but not required:" ask for nothing. */
function readEligibility(source: Source & { text: string }): Passage[] {
	let optional = false;
	return readCriteria(source.text).map(({ start, end, section }) => {
		const passage = scan(source, start, end, section);
		if (section !== 'inclusion') return passage;
		const item = /^[-*•]|^\(?\w{1,2}[.)]/.test(passage.text);
		if (!item || passage.text.endsWith(':'))
			optional = passage.text.endsWith(':') && has(passage, 'allowed');
		return optional && item ? withRole(passage, 'neutral') : passage;
	});
}

/** Is a sentence of a description an aim, or background? */
function roleOf(passage: Passage): Role {
	if (has(passage, 'leave-out')) return 'exclusion';
	if (passage.role === 'detail') return has(passage, 'aim') ? 'detail-aim' : 'detail';
	if (has(passage, 'aim') || passage.text.endsWith('?')) return 'aim';
	return has(passage, 'plan', 'act') && !has(passage, 'not-aim') ? 'aim' : 'summary';
}

function withRole(passage: Passage, role: Role): Passage {
	return { ...passage, role, strength: strengths[role] };
}

function scan(source: Source & { text: string }, start: number, end: number, role: Role): Passage {
	const text = source.text.slice(start, end);
	const tokens = tokenise(text);
	return {
		field: source.field,
		text,
		role,
		strength: strengths[role],
		...(source.of === undefined ? {} : { of: source.of }),
		tokens,
		subjects: find(vocabulary.subjects, tokens),
		agents: find(vocabulary.agents, tokens),
		conditions: find(vocabulary.conditions, tokens),
		topics: find(vocabulary.topics, tokens),
		cues: find(vocabulary.cues, tokens)
	};
}

/** Does the passage hold a cue of one of these kinds? */
export function has(passage: Passage, ...kinds: CueKind[]): boolean {
	return passage.cues.some(({ row }) => kinds.includes(row.kind));
}

interface Place {
	first: number;
	last: number;
}

/** Does a cue of one of these kinds end within so many words before the hit? */
export function before(passage: Passage, hit: Place, within: number, ...kinds: CueKind[]): boolean {
	return passage.cues.some(
		({ row, last }) => kinds.includes(row.kind) && last < hit.first && hit.first - last <= within
	);
}

/** Does a cue of one of these kinds begin within so many words after the hit? */
export function after(passage: Passage, hit: Place, within: number, ...kinds: CueKind[]): boolean {
	return passage.cues.some(
		({ row, first }) => kinds.includes(row.kind) && first > hit.last && first - hit.last <= within
	);
}
