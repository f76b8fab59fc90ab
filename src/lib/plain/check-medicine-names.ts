import { compile, find } from '#lib/mechanism/dictionary.ts';
import { tokenise } from '#lib/mechanism/text.ts';
import type { Agent } from '#lib/mechanism/vocabulary/agent.ts';
import { medicines } from '#lib/mechanism/vocabulary/medicines.ts';
import { suspectAgents } from '#lib/mechanism/vocabulary/suspects.ts';
import { medicineIds, type MedicineId } from './self-check-answers.ts';

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

const dictionary = compile(
	[...medicines, ...suspectAgents].map((row) => ({ row, names: row.names }))
);

/** A place in a sentence that names a class of medicines. */
export interface Mention {
	id: MedicineId;
	at: number;
	loose?: true;
	/** "RLS medication": not taking one class says nothing on the others. */
	general?: true;
}

/** Does a sentence speak of medicines as such, or of those for RLS? */
export function isGeneral(text: string): boolean {
	return [...text.matchAll(anyMedicine)].length > 0 || [...text.matchAll(rlsMedicine)].length > 0;
}

/** Does a sentence name a medicine of any class that is asked for? */
export function namesMedicine(text: string): boolean {
	return mentionsIn(text).length > 0;
}

/** All classes that a sentence names, with where it does: `at` is an index into the text. */
export function mentionsIn(text: string): Mention[] {
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
