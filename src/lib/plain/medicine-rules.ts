import type { Section } from '#lib/mechanism/read-criteria.ts';
import type { Study } from '#lib/study/study.ts';
import { passagesOf, type Passage, type Quote } from './passages.ts';
import {
	aboutContraception,
	aboutTrials,
	amounts,
	beside,
	cues,
	explains,
	illnessByTreatment,
	saysBeforeStudy,
	saysTimeBefore
} from './stop-cues.ts';
import { namesIn } from './stop-names.ts';

export const ruleKinds = ['must-stop', 'not-allowed', 'allowed-stable', 'unclear'] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** A passage of the record that says what people must, may or must not take. */
export interface MedicineRule extends Quote {
	kind: RuleKind;
	/** Verbatim pieces such as "4 weeks" or "5 half-lives". */
	durations: string[];
	/** Medicines and classes, as written. */
	medicines: string[];
}

/**
 * What a study's texts say about medicines, passage by passage in the order of the record, each
 * verbatim. Where a rule does not know what a passage says it shows the whole passage as `unclear`,
 * or nothing: an empty list means that none was found, not that there is none.
 */
export function medicineRules(study: Study): MedicineRule[] {
	const own = study.interventions.flatMap(({ name, otherNames }) => [name, ...otherNames]);
	const seen = new Set<string>();
	return passagesOf(study).flatMap((passage) => {
		const key = `${passage.field} ${passage.start}`;
		const kind = kindOf(passage, own);
		if (kind === undefined || seen.has(key)) return [];
		seen.add(key);
		const { field, start, end, quote } = passage;
		const names = namesIn(withoutBeside(quote)).filter(({ weight }) => weight !== 'weak');
		return [
			{
				...{ kind, field, start, end, quote },
				durations: [...new Set(amounts(quote).map(([piece]) => piece))],
				medicines: [...new Set(names.map(({ start: at, end: to }) => quote.slice(at, to)))]
			}
		];
	});
}

function kindOf(passage: Passage, own: readonly string[]): RuleKind | undefined {
	const { quote } = passage;
	if (aboutContraception.test(quote) || explains.test(quote)) return undefined;
	if (/^(?:these|such|this|they)\b[^.]*:$/i.test(quote)) return undefined;
	const text = withoutBeside(passage.from === 'criteria' ? quote : without(quote, own));
	if (!hasName(text)) return undefined;
	if (aboutTrials.test(quote) && !strong(text).some(({ weight }) => weight === 'named'))
		return undefined;
	if (cues.discretion.test(quote) && passage.from === 'criteria') return 'unclear';
	const above = kindOfLead(passage, text);
	const alone = inPassage(text, passage, above === undefined);
	if (above === undefined || alone === undefined) return above ?? alone;
	// "within 2 weeks:" above a list of names goes for each name; what an item says more wins.
	if (alone === 'not-allowed' && above !== 'allowed-stable') return above;
	return alone === above || (above === 'not-allowed' && alone === 'must-stop') ? alone : 'unclear';
}

function inPassage(text: string, { section, from }: Passage, bare: boolean): RuleKind | undefined {
	if (section === 'neutral' && from !== 'criteria') return inRunningText(text);
	return inSection(text, section, bare);
}

/** What the line above a list says of an item of it. */
function kindOfLead(passage: Passage, item: string): RuleKind | undefined {
	const { lead, loose } = passage;
	if (lead === undefined || (loose === true && !isBare(item))) return undefined;
	const text = withoutBeside(lead);
	const points =
		/\b(?:following|these|below|listed|any of|such as|including|include|treatments?|therap(?:y|ies)|with|substances)\b/i;
	const says = cues.use.test(text) || cues.stop.test(text) || cues.allow.test(text);
	return hasName(text) || (points.test(text) && says && isBare(item))
		? inPassage(text, passage, true)
		: undefined;
}

function inSection(text: string, section: Section, bare: boolean): RuleKind | undefined {
	const parts = text.split(';').filter(hasName);
	const kinds = new Set(
		(parts.length > 0 ? parts : [text]).flatMap((part) => {
			const kind =
				section === 'exclusion' || (section === 'neutral' && cues.excluded.test(part))
					? inExclusion(part, bare)
					: inInclusion(part);
			return kind === undefined ? [] : [kind];
		})
	);
	return kinds.size > 1 ? 'unclear' : [...kinds][0];
}

/** A line that leaves people out. */
function inExclusion(text: string, bare: boolean): RuleKind | undefined {
	if (illnessByTreatment.test(text) && !/^(?:us(?:e|ing)|taking|current\w* us)/i.test(text))
		return undefined;
	if (cues.discretion.test(text)) return 'unclear';
	if (cues.allow.test(text) && !/\bnot (?:be )?(?:allow|permit|accept)/i.test(text))
		return isPermission(text) ? 'allowed-stable' : 'unclear';
	if (cues.unstable.test(text) || cues.stable.test(text)) return 'unclear';
	if (cues.exception.test(text)) return 'unclear';
	if (cues.change.test(text)) return 'unclear';
	if (cues.stop.test(text)) return 'must-stop';
	if (saysTimeBefore(text))
		return cues.illness.test(text) && !nearTime(text) ? 'unclear' : 'must-stop';
	if (cues.use.test(text) || cues.forbid.test(text)) return 'not-allowed';
	return bare && isBare(text) ? 'not-allowed' : undefined;
}

/** A line that people must meet. */
function inInclusion(text: string): RuleKind | undefined {
	if (cues.discretion.test(text)) return 'unclear';
	const stops = cues.stop.test(text);
	if (cues.unstable.test(text)) return 'unclear';
	if (cues.stable.test(text)) return stops ? 'unclear' : 'allowed-stable';
	if (stops) return 'must-stop';
	if (cues.refrain.test(text)) return saysTimeBefore(text) ? 'must-stop' : 'unclear';
	if (cues.forbid.test(text)) {
		if (cues.exception.test(text)) return 'unclear';
		return saysTimeBefore(text) ? 'must-stop' : 'not-allowed';
	}
	if (cues.allow.test(text)) return 'allowed-stable';
	return cues.present.test(text) && !cues.past.test(text) ? 'allowed-stable' : undefined;
}

/** A sentence of a description: only what is plainly a rule. */
function inRunningText(text: string): RuleKind | undefined {
	if (cues.aim.test(text)) return undefined;
	if (!cues.duty.test(text) && !saysBeforeStudy(text)) return undefined;
	if (cues.excluded.test(text) && cues.people.test(text)) return inExclusion(text, false);
	const whose = cues.people.test(text) || saysBeforeStudy(text);
	const bound = cues.bound.test(text) || saysBeforeStudy(text);
	const stops = cues.stop.test(text) && cues.ahead.test(text) && whose && bound;
	const reached = /\b(?:titrat|reach|achiev|until|optimal|optimi[sz])/i.test(text);
	if (cues.stable.test(text) && !reached && (cues.duty.test(text) || cues.people.test(text)))
		return stops ? 'unclear' : 'allowed-stable';
	if (stops) return 'must-stop';
	if (cues.forbid.test(text) && /\b(?:allowed|permitted|prohibited|must|may)\b/i.test(text))
		return 'not-allowed';
	return cues.allowedPlainly.test(text) && isPermission(text) ? 'allowed-stable' : undefined;
}

/** Is the main thing said that something is allowed? A permission in brackets is an exception. */
function isPermission(text: string): boolean {
	const outside = text.replace(/\([^)]{0,300}\)/g, ' ');
	return cues.allow.test(outside) && !cues.exception.test(outside) && !saysTimeWithUse(outside);
}

function saysTimeWithUse(text: string): boolean {
	return /\bwithin\b/i.test(text) && saysTimeBefore(text) && !cues.stable.test(text);
}

/** Do a time and a medicine stand near each other? Else the time may belong to an illness. */
function nearTime(text: string): boolean {
	const names = strong(text);
	return amounts(text).some(({ index, 0: piece }) =>
		names.some(({ start, end }) => index - end < 60 && start - (index + piece.length) < 60)
	);
}

/** A list item that is a name and little else. */
function isBare(text: string): boolean {
	if (cues.illness.test(text) || !hasName(text)) return false;
	const first = strong(text)[0];
	const words = text.slice(0, first?.start ?? 0).trim();
	return words === '' || (words.split(/\s+/).length < 4 && text.length < 90);
}

function hasName(text: string): boolean {
	return strong(text).length > 0;
}

function strong(text: string) {
	return namesIn(text).filter(({ weight }) => weight !== 'weak');
}

/** The text with all that names a medicine and rules on nothing blotted out; offsets stay. */
function withoutBeside(text: string): string {
	return beside.reduce((left, pattern) => left.replace(pattern, blot), text);
}

/** What the study itself gives is no rule on what people take. */
function without(text: string, names: readonly string[]): string {
	const lower = text.toLowerCase();
	let left = text;
	for (const name of names.filter(({ length }) => length > 3).slice(0, 60)) {
		const sought = name.toLowerCase();
		for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, at + sought.length))
			left = left.slice(0, at) + blot(name) + left.slice(at + name.length);
	}
	return left;
}

function blot(piece: string): string {
	return '#'.repeat(piece.length);
}
