import type { Hit } from './dictionary.ts';
import { limitAfter, picksLowIron } from './ferritin.ts';
import type { Found } from './found.ts';
import { says, type Given, type Treatments } from './judge-treatments.ts';
import type { Confidence, NearMiss } from './labels.ts';
import { prove } from './quote.ts';
import { after, before, has, type Passage, type Role } from './read-study.ts';
import type { MechanismId } from './taxonomy.ts';
import type { Topic } from './vocabulary/topics.ts';

interface Judged {
	found: Found<MechanismId>[];
	misses: NearMiss[];
}

/** Mechanisms that a study addresses by what it gives, by whom it picks and by what it measures (guide §2). */
export function judgeMechanisms(passages: readonly Passage[], treatments: Treatments): Judged {
	const judged: Judged = { found: byTreatment(treatments.given), misses: [] };
	for (const passage of passages)
		for (const hit of passage.topics) {
			const { mechanism, suspect } = hit.row;
			if (mechanism !== undefined && suspect === undefined)
				byTopic(passage, hit, mechanism, judged);
		}
	for (const { facet, id, why, evidence } of treatments.misses)
		if (facet === 'approach') judged.misses.push(...mechanismMiss(id, why, evidence));
	return judged;
}

function byTreatment(given: readonly Given[]): Found<MechanismId>[] {
	const sole = new Set(given.map(({ agent }) => agent.name)).size === 1;
	return given.flatMap(({ agent, passage, hit, basis, confidence }) =>
		agent.mechanisms
			// What is mostly a setting (a local anaesthetic, a steroid) counts if it is the one thing tested.
			.filter(() => !agent.trigger || passage.role === 'title' || sole)
			.map((id) => ({
				id,
				basis,
				confidence: agent.trigger ? 'medium' : confidence,
				reason: says({ agent, basis }),
				evidence: [prove(passage, 'mechanism-gives', hit.start, hit.end)]
			}))
	);
}

function mechanismMiss(approach: string, why: string, evidence: NearMiss['evidence']): NearMiss[] {
	const byApproach: Record<string, MechanismId> = {
		'iron-therapy': 'iron',
		dopaminergic: 'dopamine',
		'alpha-2-delta': 'nerve-signals',
		opioid: 'nerve-signals',
		sedative: 'nerve-signals'
	};
	const id = byApproach[approach];
	return id === undefined ? [] : [{ facet: 'mechanism', id, why, evidence }];
}

const headlines: readonly Role[] = ['title', 'condition', 'mesh-condition'];

function byTopic(passage: Passage, hit: Hit<Topic>, id: MechanismId, judged: Judged): void {
	const why = whyNot(passage, hit, id);
	const { kind, called } = hit.row;
	if (why === undefined) {
		const chosen = kind === 'state' || passage.role === 'inclusion';
		const rule = chosen ? 'mechanism-chosen' : 'mechanism-measured';
		const confidence: Confidence =
			headlines.includes(passage.role) && kind === 'state' ? 'high' : 'medium';
		const reason = chosen
			? `picks people with ${id === 'iron' ? 'low iron' : called}`
			: `measures ${called}`;
		const evidence = [prove(passage, rule, hit.start, hit.end)];
		judged.found.push({ id, basis: chosen ? 'chosen' : 'measured', confidence, reason, evidence });
	} else if (why !== '') {
		const evidence = [prove(passage, 'near-mechanism', hit.start, hit.end)];
		judged.misses.push({ facet: 'mechanism', id, why, evidence });
	}
}

/** Why a body process that is named is not what the study addresses; empty where it is not worth saying. */
function whyNot(passage: Passage, hit: Hit<Topic>, id: MechanismId): string | undefined {
	const { kind } = hit.row;
	const state = kind === 'state';
	if (passage.role === 'exclusion')
		return state || id === 'iron' ? 'found only in the exclusion criteria' : '';
	if (passage.role === 'secondary') return 'only a secondary outcome';
	if (passage.role === 'summary' || passage.role === 'detail')
		return state || id === 'iron' || id === 'dopamine' ? 'only in the background' : '';
	if (before(passage, hit, 6, 'negation', 'leave-out')) return state ? 'named as absent' : '';
	switch (passage.role) {
		case 'title':
			return notInTitle(passage, hit, id);
		case 'condition':
		case 'mesh-condition':
			return state || ['genetics', 'nutrients-hormones', 'immune-gut', 'circulation'].includes(id)
				? notCondition(passage, id)
				: '';
		case 'primary':
			return state ? undefined : notMeasured(passage, id);
		case 'inclusion':
		case 'population':
			return notPicked(passage, hit, id);
		case 'aim':
			return notAim(passage, hit, id);
		default:
			return '';
	}
}

function notInTitle(passage: Passage, hit: Hit<Topic>, id: MechanismId): string | undefined {
	if (
		id === 'dopamine' &&
		(before(passage, hit, 3, 'earlier', 'treated') || after(passage, hit, 2, 'earlier'))
	)
		return 'only as a treatment that people had before';
	const enough = /\b(?:sufficient|normal|adequate|replete|enough)\s+(?:\S+\s+)?$/i;
	if (enough.test(passage.text.slice(Math.max(0, hit.start - 30), hit.start)))
		return 'named as normal';
	if (id === 'genetics' && !passage.subjects.length) return '';
	return undefined;
}

/** High blood pressure as a second condition is no question about blood flow. */
function notCondition(passage: Passage, id: MechanismId): string | undefined {
	return id === 'circulation' && !/\b(?:veno|varicos|vascular|oxygen|hypox)/i.test(passage.text)
		? ''
		: undefined;
}

function notMeasured(passage: Passage, id: MechanismId): string | undefined {
	return id === 'genetics' && /\bgene expression/i.test(passage.text) ? '' : undefined;
}

/** A maximum of ferritin picks people with low iron, a minimum those with enough. */
function notPicked(passage: Passage, hit: Hit<Topic>, id: MechanismId): string | undefined {
	if (has(passage, 'allowed') || /\b(?:if|unless|may|regardless)\b/i.test(passage.text))
		return 'allowed, but not asked for';
	if (id === 'iron' && hit.row.kind !== 'state') {
		const limit = limitAfter(passage.text.slice(hit.end));
		if (picksLowIron(limit)) return undefined;
		return limit?.kind === 'minimum' ? 'a minimum ferritin to join' : '';
	}
	if (hit.row.kind === 'state')
		return before(passage, hit, 3, 'earlier') ? 'only in the past' : undefined;
	if (id === 'nutrients-hormones')
		return /\bdeficien|\binsufficien|\blow\b/i.test(passage.text) && !has(passage, 'check')
			? undefined
			: '';
	return id === 'genetics' &&
		/\b(?:genotypes?|carriers?|familial|families|twins)\b/i.test(passage.text) &&
		!/family history/i.test(passage.text)
		? undefined
		: '';
}

const measured =
	/^[^.;]{0,40}\b(?:is|are|was|were|be) (?:then |also )?(?:measured|assessed|analy[sz]ed|determined|compared|recorded|evaluated|examined|studied|quantified|genotyped|estimated)\b/i;

/** Body processes in an aim: only where they are the object of the question. */
function notAim(passage: Passage, hit: Hit<Topic>, id: MechanismId): string | undefined {
	if (has(passage, 'not-aim') && !has(passage, 'aim')) return '';
	if (before(passage, hit, 60, 'secondary') || has(passage, 'example')) return '';
	if (
		id === 'dopamine' &&
		(before(passage, hit, 3, 'earlier', 'treated') || after(passage, hit, 2, 'earlier'))
	)
		return '';
	const ahead = passage.text.slice(Math.max(0, hit.start - 70), hit.start);
	const asked =
		/\b(?:measur\w*|role of|effects? (?:of|on)|levels? of|changes? in|relation\w*|association|associated|between|whether|determine|evaluate|investigate|assess|examine|identify|compare|improv\w*|reduc\w*|lower\w*|test|mediator|markers?|caused? by|studies|study|understand)\b[^.;]{0,60}$/i;
	const behind = passage.text.slice(hit.end, hit.end + 70);
	return asked.test(ahead) || measured.test(behind) ? undefined : '';
}
