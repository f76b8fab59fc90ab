import type { Study } from '#lib/study/study.ts';
import type { Hit } from './dictionary.ts';
import type { Basis, Confidence, NearMiss } from './labels.ts';
import { notGiven } from './not-given.ts';
import { prove } from './quote.ts';
import { has, type Passage, type Role } from './read-study.ts';
import type { ApproachId } from './taxonomy.ts';
import type { Agent } from './vocabulary/agent.ts';

/** One thing that people in the study are given or do. */
export interface Given {
	agent: Agent;
	passage: Passage;
	hit: Hit<Agent>;
	basis: Extract<Basis, 'gives' | 'comparator'>;
	confidence: Confidence;
}

/** What a study gives, and what it names without giving it. */
export interface Treatments {
	given: Given[];
	/** Interventions that are listed and not in the vocabulary. */
	unknown: { passage: Passage; type: string }[];
	misses: NearMiss[];
}

const done: readonly ApproachId[] = [
	'exercise-physical',
	'behavioural',
	'procedure',
	'complementary',
	'device'
];

/** A few words for a card: "gives ropinirole", "uses massage", "compares with levodopa". */
export function says({ agent, basis }: Pick<Given, 'agent' | 'basis'>): string {
	if (basis === 'comparator') return `compares with ${agent.name}`;
	return `${agent.approaches.some((id) => done.includes(id)) ? 'uses' : 'gives'} ${agent.name}`;
}

/** Most interventions and arms that are looked at; honest records stay far below. */
const mostListed = 400;
const controls = ['PLACEBO_COMPARATOR', 'SHAM_COMPARATOR', 'NO_INTERVENTION'];

/**
 * Finds what is given: first in the list of interventions, then in the titles and arms; where these
 * are silent, in the sentences that say what the study does.
 */
export function judgeTreatments(full: Study, passages: readonly Passage[]): Treatments {
	const study = { ...full, arms: full.arms.slice(0, mostListed) };
	const misses: NearMiss[] = [];
	const listed = listedTreatments(study, passages, misses);
	const titles = fromRole(passages, ['title'], 'high', misses).filter(
		(one) => !isOnlyMeasured(study, one)
	);
	const named = [...listed.given, ...titles.map((one) => lessSure(one, listed.given))];
	const arms = armTreatments(study, passages, misses, named.length > 0);
	const given = [...named, ...arms];
	// A record without a list of interventions tells in its aim what is compared with what.
	// What people of an observational study take is an exposure, not given.
	if (study.type === 'OBSERVATIONAL') return { given, unknown: listed.unknown, misses };
	if (given.length === 0 || study.interventions.length === 0)
		given.push(...fromRole(passages, ['aim'], 'medium', misses));
	if (given.length === 0) given.push(...fromRole(passages, ['detail-aim'], 'low', misses));
	if (given.length === 0 && listed.unknown.length === 0)
		given.push(
			...fromRole(
				passages.filter((passage) => has(passage, 'act')),
				['detail'],
				'low',
				misses
			)
		);
	if (given.length === 0 && listed.unknown.length > 0) given.push(...byOtherNames(passages));
	return { given, unknown: listed.unknown, misses };
}

function isTreatment({ row }: Hit<Agent>): boolean {
	return row.approaches.length > 0;
}

function listedTreatments(study: Study, passages: readonly Passage[], misses: NearMiss[]) {
	const given: Given[] = [];
	const unknown: Treatments['unknown'] = [];
	for (const [of, intervention] of study.interventions.slice(0, mostListed).entries()) {
		const names = passages.filter((p) => p.role === 'intervention' && p.of === of);
		const told = passages.filter((p) => p.role === 'intervention-description' && p.of === of);
		const [name] = names;
		if (!name || intervention.type === 'DIAGNOSTIC_TEST') continue;
		if (isControl(study, intervention.arms, name)) continue;
		const basis = basisOf(study, intervention.arms);
		const found = names.flatMap((passage) => pick(passage, basis, 'high', misses));
		const tests = name.agents.some(({ row }) => row.approaches.length === 0 && !row.trigger);
		if (found.length === 0 && !tests)
			found.push(...told.slice(0, 3).flatMap((passage) => pick(passage, basis, 'medium', misses)));
		given.push(...found);
		const plain =
			/^[^:]*\b(?:standard|usual|routine|control|questionnaire|observation|survey|evaluation|data collection|registry)\b/i;
		if (
			found.length === 0 &&
			!tests &&
			intervention.type &&
			!has(name, 'usual-care') &&
			!plain.test(name.text)
		)
			unknown.push({ passage: name, type: intervention.type });
	}
	return { given, unknown };
}

/** Is an intervention only a placebo, a sham or usual care? */
function isControl(study: Pick<Study, 'arms'>, labels: readonly string[], name: Passage): boolean {
	const agents = name.agents.filter(isTreatment);
	if (has(name, 'placebo')) {
		const others = agents.some((hit) =>
			name.cues.some(
				({ row, first }) =>
					row.kind === 'versus' &&
					name.cues.some(
						(cue) =>
							cue.row.kind === 'placebo' &&
							(first > hit.last ? cue.first > first : cue.last < first && first < hit.first)
					)
			)
		);
		if (!others && !/placebo[- ]controlled/i.test(name.text)) return true;
	}
	if (has(name, 'rescue')) return true;
	if (has(name, 'usual-care') && agents.length === 0) return true;
	const own = study.arms.filter(({ label }) => label !== undefined && labels.includes(label));
	const isOff = (type: string | undefined) => controls.includes(type ?? '');
	return (
		own.length > 0 &&
		own.every(({ type }) => isOff(type)) &&
		!study.arms.every(({ type }) => isOff(type))
	);
}

/** A comparator only where another arm is the tested one: if every arm is "active comparator", all are tested. */
function basisOf(study: Pick<Study, 'arms'>, labels: readonly string[]): Given['basis'] {
	const own = study.arms.filter(({ label }) => label !== undefined && labels.includes(label));
	const compared = own.length > 0 && own.every(({ type }) => type === 'ACTIVE_COMPARATOR');
	return compared && study.arms.some(({ type }) => type === 'EXPERIMENTAL')
		? 'comparator'
		: 'gives';
}

function armTreatments(
	study: Study,
	passages: readonly Passage[],
	misses: NearMiss[],
	known: boolean
): Given[] {
	return passages.flatMap((passage) => {
		if (passage.role !== 'arm' && !(passage.role === 'arm-description' && !known)) return [];
		const arm = study.arms[passage.of ?? -1];
		if (!arm || controls.includes(arm.type ?? '') || has(passage, 'placebo', 'usual-care'))
			return [];
		const basis = basisOf(study, arm.label === undefined ? [] : [arm.label]);
		return pick(passage, basis, passage.role === 'arm' ? 'high' : 'medium', misses);
	});
}

function fromRole(
	passages: readonly Passage[],
	roles: readonly Role[],
	confidence: Confidence,
	misses: NearMiss[]
): Given[] {
	return passages
		.filter(({ role }) => roles.includes(role))
		.flatMap((passage) => pick(passage, 'gives', confidence, misses))
		.filter(({ agent, passage }) => passage.role === 'title' || !agent.trigger);
}

/** A treatment that stands in the title and not in the list of interventions is less sure. */
function lessSure(one: Given, listed: readonly Given[]): Given {
	const isListed = listed.some(({ agent }) =>
		agent.approaches.some((id) => one.agent.approaches.includes(id))
	);
	return listed.length === 0 || isListed ? one : { ...one, confidence: 'medium' };
}

/** Treatments that are medicines of the field. */
const medicines = ['dopaminergic', 'alpha-2-delta', 'opioid', 'sedative', 'medicine-change'];

/**
 * "Role of iron", "physical activity and …" in the title of a study that observes and lists nothing:
 * it is measured. Only a medicine of the field, or a word for treatment, tells of something given.
 */
function isOnlyMeasured(study: Study, { agent, passage }: Given): boolean {
	const medicine =
		agent.approaches.some((id) => medicines.includes(id)) ||
		(agent.approaches.includes('other-drug') && !agent.mechanisms.includes('nutrients-hormones'));
	return (
		!medicine &&
		study.type === 'OBSERVATIONAL' &&
		study.interventions.length === 0 &&
		!has(passage, 'for') &&
		!/\b(?:supplement\w*|treated|therapy|treatment)\b/i.test(passage.text)
	);
}

/** The treatments of a passage; those that it names without giving them become near misses. */
function pick(
	passage: Passage,
	basis: Given['basis'],
	confidence: Confidence,
	misses: NearMiss[]
): Given[] {
	return passage.agents.filter(isTreatment).flatMap((hit) => {
		const why = notGiven(passage, hit);
		if (why === undefined) return { agent: hit.row, passage, hit, basis, confidence };
		for (const id of hit.row.approaches)
			misses.push({
				facet: 'approach',
				id,
				why,
				evidence: [prove(passage, 'near-not-given', hit.start, hit.end)]
			});
		return [];
	});
}

/**
 * An intervention of unknown name: the registry's term for it, its class in the aim ("XYZ-123, a D3
 * receptor agonist"), or the one medicine among the keywords.
 */
function byOtherNames(passages: readonly Passage[]): Given[] {
	const lowly = (passage: Passage, hit: Hit<Agent>): Given => ({
		agent: hit.row,
		passage,
		hit,
		basis: 'gives',
		confidence: 'low'
	});
	const of = (...roles: Role[]) =>
		passages
			.filter(({ role }) => roles.includes(role))
			.flatMap((passage) => passage.agents.map((hit) => lowly(passage, hit)))
			.filter(
				({ agent, passage, hit }) =>
					isTreatment(hit) && notGiven(passage, hit) === undefined && !agent.trigger
			);
	const terms = of('mesh-intervention');
	if (terms.length > 0) return terms;
	const classes = of('aim', 'detail-aim', 'intervention-description').filter(({ agent }) =>
		classNames.includes(agent.name)
	);
	if (classes.length > 0) return classes;
	const words = of('keyword');
	return new Set(words.map(({ agent }) => agent.name)).size === 1 ? words : [];
}

const classNames = [
	'dopamine agonist',
	'D3 agonist',
	'gabapentinoid',
	'opioid',
	'orexin antagonist',
	'benzodiazepine'
];
