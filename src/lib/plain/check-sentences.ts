import type { Section } from '#lib/mechanism/read-criteria.ts';
import { sentences, type Piece } from '#lib/mechanism/read-sentences.ts';
import { stated } from '#lib/study/stated.ts';
import { criteriaLists, type CriteriaItem } from './criteria-lists.ts';

/** A sentence of the criteria with what stands over it. */
export interface Sentence {
	section: Section;
	/** Verbatim. */
	quote: string;
	/** The quote without Markdown backslashes, white space collapsed. */
	text: string;
	/** The rule that it stands under ("Patients receiving:"), verbatim. */
	lead?: string;
	/** `lead` in the manner of `text`, or empty. */
	leadText: string;
	/** It is for some people only: controls, family, one group. */
	some: boolean;
}

const group =
	/\b(?:controls?|healthy|relatives?|family|partners?|caregivers?|donors?|sub-?study|cohort|arm|part|group|stage) ?(?:[A-D]|\d|I{1,3})?\b/i;
const allGroups = /\b(?:all|both|each|study group)\b/i;
const someone =
	/^(?:the )?(?:patients?|subjects?|participants?|individuals?|people|persons?|males?|females?|men|women|those|history|known|any|must|has|have|is|are|no|not|currently|active|use of|able|willing)\b/i;

/** As a reader sees it: no backslashes of Markdown, no line breaks. */
export function plainText(quote: string): string {
	return quote
		.replace(/\\([!-/:-@[-`{-~])/g, '$1')
		.replace(/\s+/g, ' ')
		.trim();
}

/** The sentences of eligibility criteria, each with its section and what it stands under. */
export function readSentences(criteria: string): Sentence[] {
	return criteriaLists(criteria).flatMap(({ section, heading = '', items }) =>
		withLeads(items).flatMap(({ item, lead }) =>
			wholeSentences(item.text).map(({ start, end }) => {
				const quote = item.text.slice(start, end);
				const leadText = lead === undefined ? '' : plainText(lead);
				return {
					section,
					quote,
					text: plainText(quote),
					...stated({ lead }),
					leadText,
					some:
						(group.test(heading) && !allGroups.test(heading)) ||
						/\b(?:controls?|healthy (?:people|subjects|volunteers|participants))\b/i.test(
							leadText
						) ||
						/^(?:healthy|normal )?\s?controls?\b/i.test(plainText(quote))
				};
			})
		)
	);
}

/** Sentences; a dash within a rule parts none ("stage 4 - 5"), as bullets were parted before. */
function wholeSentences(text: string): Piece[] {
	const whole: Piece[] = [];
	for (const piece of sentences(text)) {
		const last = whole.at(-1);
		if (last && /[-–*•]/.test(text.slice(last.end, piece.start))) last.end = piece.end;
		else whole.push({ ...piece });
	}
	return whole;
}

/**
 * What each item stands under: the item over it by indent, else one before it that ends in a colon
 * ("Patients receiving:"), as long as short pieces follow that are no sentences of their own.
 */
function withLeads(items: readonly CriteriaItem[]): { item: CriteriaItem; lead?: string }[] {
	let open: CriteriaItem | undefined;
	let first = false;
	const over: CriteriaItem[] = [];
	return items.map((item) => {
		while ((over.at(-1)?.depth ?? -1) >= item.depth) over.pop();
		const parent = over.at(-1);
		over.push(item);
		const goesOn = first || (item.text.length < 90 && !someone.test(item.text));
		const lead = parent ?? (open && open.depth === item.depth && goesOn ? open : undefined);
		if (/:\s*$/.test(item.text)) [open, first] = [item, true];
		else if (parent) [open, first] = [undefined, false];
		else [open, first] = [lead, false];
		return { item, ...stated({ lead: lead?.text }) };
	});
}

/** The part of a sentence between semicolons in which a place stands, and where it begins. */
export function clauseAt(text: string, at: number): { clause: string; start: number } {
	const start = text.lastIndexOf(';', at - 1) + 1;
	const end = text.indexOf(';', at);
	return { clause: text.slice(start, end < 0 ? text.length : end), start };
}

/** Does a word of exception stand here? "Other than RLS" is none. */
export function hasException(text: string): boolean {
	return /\bunless\b|\bexcept|\bother than\b|\bapart from\b|\bif\b|\bexcluding\b|\bnot (?:be )?(?:an? )?(?:exclu|reason)/i.test(
		text.replace(
			/\b(?:other than|except(?: for)?) (?:the )?(?:RLS|restless legs?(?: syndrome)?)/gi,
			''
		)
	);
}

/** Is what follows denied? `true`, `false`, or undefined where the words do not make it plain. */
export function denied(before: string): boolean | undefined {
	const no = [
		...before.matchAll(
			/\b(?:no|not|without|never|none|free (?:of|from)|absence of|lack of|denies|neither|nor|negative for|non)\b(?! (?:only|limited|necessarily|less|more|later|exceed))/gi
		)
	].at(-1);
	if (!no) return false;
	const between = before.slice(no.index + no[0].length);
	return /[,:()]|\b(?:and|but|with|who|that|which)\b/i.test(between) || between.length > 60
		? undefined
		: true;
}
