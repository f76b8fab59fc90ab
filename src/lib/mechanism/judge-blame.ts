import type { Study } from '#lib/study/study.ts';
import type { Hit } from './dictionary.ts';
import type { Found } from './found.ts';
import { changeOf, type Change } from './judge-change.ts';
import type { Evidence, NearMiss } from './labels.ts';
import { prove } from './quote.ts';
import { after, before, has, type Passage, type Role } from './read-study.ts';
import type { MechanismId, SuspectId } from './taxonomy.ts';
import type { Agent } from './vocabulary/agent.ts';
import type { Topic } from './vocabulary/topics.ts';

/** A medicine or substance that the study blames, and whether stopping it is what is tested. */
export interface Blamed {
	mechanisms: Found<MechanismId>[];
	suspects: Found<SuspectId>[];
	/** Where a medicine is stopped, lowered or switched as the tested step. */
	changes: { evidence: Evidence; reason: string }[];
	misses: NearMiss[];
}

/** What the rules need to know of the record as a whole. */
interface Record {
	/** Restless legs are an event that is counted: "new RLS", "incidence of RLS". */
	counted: boolean;
	/** A medicine is changed as the tested step. */
	changed: boolean;
	akathisia: boolean;
	/** Suspects that the headlines, the treatments or the people to join name. */
	named: ReadonlySet<SuspectId>;
	augmented: boolean;
}

const headlines: readonly Role[] = ['title', 'condition', 'mesh-condition'];
const treated: readonly Role[] = ['intervention', 'arm'];
const asked: readonly Role[] = ['primary', 'population', 'aim'];
const main: readonly Role[] = [...headlines, ...asked, 'inclusion'];

/**
 * Finds the medicine or substance that is studied as cause or trigger (guide §2): named as such
 * ("drug-induced"), as augmentation or withdrawal, as what restless legs began with, as exposure
 * beside them, or stopped as the tested step.
 */
export function judgeBlame(study: Study, passages: readonly Passage[]): Blamed {
	const blamed: Blamed = { mechanisms: [], suspects: [], changes: [], misses: [] };
	const record = overview(passages);
	if (record.named.size > 0) changedSteps(passages, blamed);
	for (const passage of passages) {
		for (const hit of passage.topics) byTopic(passage, hit, blamed);
		for (const hit of passage.agents) byAgent(passage, hit, record, blamed);
	}
	const known = blamed.suspects.some(({ id }) => id !== 'other');
	// Nothing is a tested step where nothing is assigned.
	const changes =
		study.type === 'OBSERVATIONAL' && study.interventions.length === 0 ? [] : blamed.changes;
	return {
		...blamed,
		changes,
		suspects: blamed.suspects.filter(({ id }) => !known || id !== 'other')
	};
}

function overview(passages: readonly Passage[]): Record {
	const named = new Set<SuspectId>();
	for (const { role, agents } of passages)
		if (main.includes(role) || treated.includes(role))
			for (const { row } of agents) if (row.suspect !== undefined) named.add(row.suspect);
	return {
		counted: passages.some(
			(passage) =>
				(passage.role === 'primary' || passage.role === 'title') &&
				passage.subjects.some(
					(hit) => before(passage, hit, 4, 'onset') || after(passage, hit, 2, 'onset')
				)
		),
		changed: passages.some((passage) =>
			passage.agents.some(
				(hit) =>
					(treated.includes(passage.role) && hit.row.approaches.includes('medicine-change')) ||
					isTested(changeOf(passage, hit))
			)
		),
		akathisia: passages.some(
			({ role, subjects }) => role === 'title' && subjects[0]?.row.name === 'akathisia'
		),
		named,
		augmented: passages.some(
			({ role, topics }) =>
				main.includes(role) && topics.some(({ row }) => row.suspect === 'dopamine-medicine')
		)
	};
}

/** "Switch to losartan" as the name of an arm or treatment, where the record blames a medicine. */
function changedSteps(passages: readonly Passage[], blamed: Blamed): void {
	for (const passage of passages) {
		if (!treated.includes(passage.role)) continue;
		const cue = passage.cues.find(({ row }) => row.kind === 'change');
		if (
			!cue ||
			!/^(?:switch|stop|taper|withdr|discontin|wean|convers)/i.test(
				passage.text.slice(cue.start, cue.end)
			)
		)
			continue;
		const evidence = prove(passage, 'approach-change', cue.start, cue.end);
		blamed.changes.push({ evidence, reason: 'changes a medicine' });
	}
}

function isTested(change: Change | undefined): change is Exclude<Change, 'setting'> {
	return change !== undefined && change !== 'setting';
}

function add(
	blamed: Blamed,
	passage: Passage,
	hit: { start: number; end: number },
	id: SuspectId,
	rule: string,
	reason: string
): void {
	const sure = headlines.includes(passage.role) && rule !== 'blame-exposure';
	const found = {
		basis: 'trigger',
		confidence: sure ? 'high' : 'medium',
		reason,
		evidence: [prove(passage, rule, hit.start, hit.end)]
	} as const;
	blamed.mechanisms.push({ ...found, evidence: [...found.evidence], id: 'medicines-substances' });
	blamed.suspects.push({ ...found, evidence: [...found.evidence], id });
}

function byTopic(passage: Passage, hit: Hit<Topic>, blamed: Blamed): void {
	const { suspect, called } = hit.row;
	if (suspect === undefined) return;
	const why = topicMiss(passage, hit);
	if (why === undefined) {
		const rule = called === 'augmentation' ? 'blame-augmentation' : 'blame-withdrawal';
		add(blamed, passage, hit, suspect, rule, `studies ${called}`);
	} else if (why !== '') {
		const evidence = [prove(passage, 'near-mechanism', hit.start, hit.end)];
		blamed.misses.push({ facet: 'mechanism', id: 'medicines-substances', why, evidence });
	}
}

function topicMiss(passage: Passage, hit: Hit<Topic>): string | undefined {
	if (passage.role === 'exclusion') return 'found only in the exclusion criteria';
	if (passage.role === 'secondary') return 'only a secondary outcome';
	if (!main.includes(passage.role)) return '';
	if (before(passage, hit, 8, 'negation', 'leave-out', 'secondary')) return 'named as absent';
	if (passage.role === 'inclusion' && has(passage, 'allowed')) return 'allowed, but not asked for';
	if (passage.role === 'aim' && has(passage, 'not-aim', 'secondary')) return 'named in passing';
	// In trials of antidepressants "augmentation" means adding a second medicine.
	const other = /\b(?:depress|antidepress|psychosis|schizo|breast|bone|ridge)/i.test(passage.text);
	return hit.row.called === 'augmentation' && other ? '' : undefined;
}

function byAgent(passage: Passage, hit: Hit<Agent>, record: Record, blamed: Blamed): void {
	const { suspect, name } = hit.row;
	const change = changeOf(passage, hit);
	if (isTested(change)) {
		const evidence = prove(passage, 'approach-change', hit.start, hit.end);
		blamed.changes.push({ evidence, reason: `${change} ${name}` });
		const harm = hit.row.trigger === true || record.augmented || change === 'stops or lowers';
		if (suspect !== undefined && harm)
			add(blamed, passage, hit, suspect, 'blame-change', `${change} ${name}`);
		return;
	}
	const rule = blameRule(passage, hit, record);
	if (rule === undefined) return;
	add(blamed, passage, hit, suspect ?? 'other', rule, `studies ${name} as a cause`);
}

/** The rule by which a passage blames a medicine or substance, if it does. */
function blameRule(passage: Passage, hit: Hit<Agent>, record: Record): string | undefined {
	const { suspect, trigger, approaches } = hit.row;
	const { role } = passage;
	const medicine = suspect !== undefined || approaches.includes('other-drug');
	if (!medicine || before(passage, hit, 8, 'negation', 'leave-out')) return undefined;
	if (has(passage, 'washout', 'stable') || (has(passage, 'example') && role !== 'summary'))
		return undefined;
	const about = passage.subjects.length > 0;
	if (record.akathisia && role === 'summary' && suspect && about && has(passage, 'blames'))
		return 'blame-akathisia';
	if (suspect && main.includes(role) && about && after(passage, hit, 1, 'induced'))
		return 'blame-induced';
	if (about && (main.includes(role) || role === 'summary') && began(passage, hit))
		return 'blame-onset';
	if (suspect === 'dopamine-medicine' && isLongUse(passage, hit)) return 'blame-exposure';
	if (!trigger || suspect === undefined || hit.row.name === 'medication') return undefined;
	const substance = approaches.length === 0;
	if (substance && (role === 'title' || role === 'intervention') && passage.agents.length === 1)
		return 'blame-exposure';
	if (record.counted && (headlines.includes(role) || treated.includes(role))) return 'blame-onset';
	if (!about) return undefined;
	if (role === 'title') return isExposure(passage, hit) ? 'blame-exposure' : undefined;
	if (asked.includes(role)) return isAsked(passage, hit) ? 'blame-exposure' : undefined;
	// A plain sentence that blames is background, unless the record takes the suspect up elsewhere.
	const taken = record.named.has(suspect) || record.changed;
	return role === 'summary' && taken && isAsked(passage, hit) ? 'blame-stated' : undefined;
}

/** "RLS that began with …": restless legs, then a word for a beginning, then the medicine. */
function began(passage: Passage, hit: Hit<Agent>): boolean {
	const link = /\b(?:with|after|from|since|under|following|during|on|by|of|to)\b/i;
	return passage.cues.some(
		({ row, first, last, end }) =>
			row.kind === 'onset' &&
			last < hit.first &&
			hit.first - last <= (hit.row.trigger ? 20 : 8) &&
			passage.subjects.some((subject) => subject.last < first && first - subject.last <= 8) &&
			link.test(passage.text.slice(end, hit.start)) &&
			!/[.;:]/.test(passage.text.slice(end, hit.start)) &&
			(hit.row.trigger === true ||
				!/\b(?:treatment|therapy|treated|effect|effects)\b/i.test(
					passage.text.slice(end, hit.start)
				))
	);
}

/** Long use of a dopamine medicine is itself the question: "receptors under prolonged treatment". */
function isLongUse(passage: Passage, hit: Hit<Agent>): boolean {
	if (passage.role !== 'title' && passage.role !== 'primary') return false;
	const ahead = passage.text.slice(Math.max(0, hit.start - 45), hit.start);
	return (
		/\b(?:prolonged|duration of|chronic|long[- ]term)\s[^.;]{0,20}$/i.test(ahead) &&
		/\b(?:expression|receptors?|genes?|changes? in)\b/i.test(passage.text)
	);
}

/** In a title: "smoking and restless legs", "restless legs after anaesthesia", not "trazodone for". */
function isExposure(passage: Passage, hit: Hit<Agent>): boolean {
	if (has(passage, 'for')) return has(passage, 'blames');
	return passage.subjects.some((subject) => {
		if (subject.last < hit.first) {
			const between = passage.text.slice(subject.end, hit.start);
			return /\b(?:in|among|after|during|under|with|from|and|following|on|by|due to|of)\b/i.test(
				between
			);
		}
		const between = passage.text.slice(hit.end, subject.start);
		if (/\b(?:for|in|to treat|against)\b/i.test(between))
			return /^\s(?:use|intake|exposure|consumption)\b/i.test(between);
		return (
			/\b(?:and|on|as|with)\b|[,:?–-]/i.test(between) || has(passage, 'blames', 'exposure', 'onset')
		);
	});
}

/** In an aim or outcome: beside words that blame, and not as a treatment. */
function isAsked(passage: Passage, hit: Hit<Agent>): boolean {
	if (has(passage, 'rest')) return false;
	if (has(passage, 'for') && !has(passage, 'blames', 'onset')) return false;
	const near = ['blames', 'onset'] as const;
	return (
		before(passage, hit, 14, ...near) ||
		after(passage, hit, 14, ...near) ||
		before(passage, hit, 3, 'exposure', 'treated')
	);
}
