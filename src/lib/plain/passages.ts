import { readCriteria, type Section } from '#lib/mechanism/read-criteria.ts';
import { sentences } from '#lib/mechanism/read-sentences.ts';
import type { Study } from '#lib/study/study.ts';
import { field } from './saying.ts';

/** A verbatim piece of a registry field: `text.slice(start, end) === quote`. */
export interface Quote {
	/** Path in the record, such as `protocolSection.eligibilityModule.eligibilityCriteria`. */
	field: string;
	start: number;
	end: number;
	quote: string;
}

/** One sentence or list item of a free text of the record, without its bullet. */
export interface Passage extends Quote {
	from: 'summary' | 'description' | 'criteria' | 'arm' | 'intervention';
	section: Section;
	/** The line with a colon that this item stands below ("Prohibited medicines:"). */
	lead?: string;
	/** The same, where the list lost its steps and its items stand beside that line. */
	loose?: boolean;
}

interface Source {
	field: string;
	from: Passage['from'];
	text: string | undefined;
}

/** Longest text and list that is read; honest records stay far below. */
const textLimit = 120_000;
const listLimit = 200;

const bullet =
	/^(?:\\?[-–*•·>]\s*|\(?\d{1,2}(?:\.\d{1,2})*(?:[.)]\s*|\\\.\s*)(?!\d)|\(?[a-z][.)]\s+|\(?[ivx]{1,4}[.)]\s+)/i;

/** Every passage of the texts that tell what a study asks of people, in the order of the record. */
export function passagesOf(study: Study): Passage[] {
	return sources(study).flatMap((source) => passagesIn(source));
}

function sources({ summary, description, eligibility, arms, interventions }: Study): Source[] {
	const module = 'armsInterventionsModule';
	return [
		{ field: field('descriptionModule.briefSummary'), from: 'summary', text: summary },
		{
			field: field('descriptionModule.detailedDescription'),
			from: 'description',
			text: description
		},
		{
			field: field('eligibilityModule.eligibilityCriteria'),
			from: 'criteria',
			text: eligibility.criteria
		},
		...arms.slice(0, listLimit).map(({ description: text }, i): Source => ({
			field: field(`${module}.armGroups[${i}].description`),
			from: 'arm',
			text
		})),
		...interventions.slice(0, listLimit).map(({ description: text }, i): Source => ({
			field: field(`${module}.interventions[${i}].description`),
			from: 'intervention',
			text
		}))
	];
}

interface Lead {
	text: string;
	/** The bullet of the item that the line is in; an item with the same stands beside it, not below. */
	bullet: string;
	/** Items that follow may come in other bullets; the first of them tells which. */
	items?: string;
}

function passagesIn({ field: path, from, text: whole = '' }: Source): Passage[] {
	const text = whole.slice(0, textLimit);
	const pieces =
		from === 'criteria' || from === 'description'
			? readCriteria(text)
			: sentences(text).map((piece) => ({ ...piece, section: 'neutral' as const }));
	const passages: Passage[] = [];
	let lead: Lead | undefined;
	let section: Section = 'neutral';
	let item = '';
	let last = 0;
	let sign = '';
	for (const piece of pieces) {
		const raw = text.slice(piece.start, piece.end);
		const mark = bulletOf(raw);
		const start = piece.start + mark.length;
		const quote = text.slice(start, piece.end);
		// "1." may come as a sentence of its own; the sign then belongs to what follows.
		if (quote === '') {
			sign = raw;
			continue;
		}
		const before = passages.at(-1)?.quote ?? '';
		const gap = text.slice(last, piece.start);
		const apart = gap.includes('\n') || mark + sign !== '';
		// In a description the section of a heading lasts for its line and the list below, no longer.
		if (from === 'criteria' || opens(quote)) section = piece.section;
		else if (apart && mark + sign === '' && !before.endsWith(':')) section = 'neutral';
		last = piece.end;
		if (apart) item = kindOfBullet(sign || mark, gap);
		sign = '';
		const loose = apart && isBeside(lead, item);
		if (lead && (opens(quote) || (!loose && !below(lead, item, apart)))) lead = undefined;
		passages.push({
			...{ field: path, start, end: piece.end, quote, from, section },
			...(lead ? { lead: lead.text } : {}),
			...(lead && loose ? { loose } : {})
		});
		if (quote.endsWith(':') && !opens(quote)) {
			const refers = /^(?:these|this|such|they|examples?|it)\b/i.test(quote);
			lead = { text: refers && !opens(before) ? `${before} ${quote}` : quote, bullet: item };
		}
	}
	return passages;
}

/** The list sign in front of a passage with the space behind it, or ''. */
function bulletOf(raw: string): string {
	const first = bullet.exec(raw)?.[0] ?? '';
	if (first === '') return '';
	return (
		first + (/^(?:[-•*]\s+|\(?(?:[a-z]|\d{1,2})[.)]\s+)/i.exec(raw.slice(first.length))?.[0] ?? '')
	);
}

/** Items of one list have the same sign and stand equally far in. */
function kindOfBullet(mark: string, gap: string): string {
	const sign = mark.trim();
	if (sign === '') return '';
	const indent = (/^\s*/.exec(gap.split('\n').at(-1) ?? '')?.[0] ?? '').length;
	const kind = /\d/.test(sign) ? '1' : /[a-z]/i.test(sign) ? 'a' : sign.slice(-1);
	return `${kind}${indent}`;
}

/** Does an item stand beside the item of the lead, while nothing stands below it? */
function isBeside(lead: Lead | undefined, item: string): boolean {
	if (!lead || lead.bullet === '' || item !== lead.bullet) return false;
	lead.items ??= item;
	return lead.items === item;
}

/** Does a passage stand below the lead? The line right after it always does. */
function below(lead: Lead, item: string, apart: boolean): boolean {
	if (!apart) return true;
	if (lead.items === undefined) {
		lead.items = item;
		return item !== lead.bullet || item === '';
	}
	return item !== '' && item === lead.items;
}

/** "Exclusion criteria:" is a heading of a section, not of a list of medicines. */
function opens(quote: string): boolean {
	return /^(?:[\w ]{0,24}\b)?(?:inclusion|exclusion|eligibility)\b[\w ]{0,20}:/i.test(quote);
}
