import { headingOf, readCriteria, type Section } from '#lib/mechanism/read-criteria.ts';
import type { Piece } from '#lib/mechanism/read-sentences.ts';
import { stated } from '#lib/study/stated.ts';

/** One rule as it stands in the text, from `start` to `end`, its list marker included. */
export interface CriteriaItem extends Piece {
	/** The rule without its bullet or number, verbatim. */
	text: string;
	/** Its number or letter in the record ("2.", "b)"): other rules may point to it. */
	marker?: string;
	/** 0 for a rule of the list itself, 1 for one under another rule. */
	depth: number;
}

/** Rules of one kind, in the order of the text. */
export interface CriteriaList {
	section: Section;
	/** The study's own heading, without marks and colon; absent where the text begins without one. */
	heading?: string;
	/** Where the heading stands. */
	head?: Piece;
	items: CriteriaItem[];
}

const bullet = /^[ \t]*(?:[-–—*•·▪◦o+](?=[ \t])|\\?[*•·▪-](?=[ \t]))[ \t]*/;
const number = /^[ \t]*(\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{2,4})\\?[.)])[ \t]+/i;
const inLine = /\s(?:[-–*•](?=\s+[\p{Lu}\d≥≤<>"(\\])|\(?\d{1,2}\\?[.)](?=\s+\p{Lu}))/gu;

/**
 * Parts eligibility criteria into lists of rules by the sections that `readCriteria` finds. Nothing is
 * lost: each letter or sign stands in exactly one heading or item. A wrapped line stays with its rule;
 * the depth is that of the indent. Linear in the length of the text.
 */
export function criteriaLists(text: string): CriteriaList[] {
	const lists: CriteriaList[] = [];
	let list: CriteriaList | undefined;
	let margins: number[] = [];
	for (const line of linesOf(text)) {
		const raw = text.slice(line.start, line.end);
		const opens = headingOf(raw);
		if (opens !== undefined) {
			const head = trimmed(text, line.start, line.start + headLength(raw));
			list = {
				section: opens,
				...stated({ heading: bare(text.slice(head.start, head.end)) }),
				head,
				items: []
			};
			lists.push(list);
			margins = [];
			const rest = trimmed(text, head.end, line.end);
			if (rest.end > rest.start) list.items.push(...itemsOf(text, rest, 0, true));
			continue;
		}
		if (!list) {
			list = { section: 'neutral', items: [] };
			lists.push(list);
		}
		const last = list.items.at(-1);
		if (last && goesOn(text, last, line)) {
			last.end = trimmed(text, last.start, line.end).end;
			last.text = withoutMarker(text.slice(last.start, last.end)).text;
			continue;
		}
		const indent = /^[ \t]*/.exec(raw)?.[0].replaceAll('\t', '    ').length ?? 0;
		margins = [...margins.filter((margin) => margin < indent), indent];
		list.items.push(...itemsOf(text, trimmed(text, line.start, line.end), margins.length - 1));
	}
	return lists.filter(({ head, items }) => head !== undefined || items.length > 0);
}

/** The lines that are not blank, cut once more where a section begins inside of one. */
function linesOf(text: string): Piece[] {
	const cuts = sectionStarts(text);
	const lines: Piece[] = [];
	for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
		const inside = cuts.filter(
			(cut) => cut > index && cut < index + line.length && /[\p{L}\d]/u.test(text.slice(index, cut))
		);
		const starts = [index, ...inside];
		for (const [at, start] of starts.entries()) {
			const end = starts[at + 1] ?? index + line.length;
			if (text.slice(start, end).trim() !== '') lines.push({ start, end });
		}
	}
	return lines;
}

/** Where sections begin by `readCriteria`, so that labels and lists never see different ones. */
function sectionStarts(text: string): number[] {
	const pieces = readCriteria(text);
	return pieces
		.filter(
			({ start, section }, index) =>
				section !== pieces[index - 1]?.section &&
				headingOf(text.slice(start, start + 160).split('\n', 1)[0] ?? '') !== undefined
		)
		.map(({ start }) => start);
}

/** How much of a line is heading: up to its colon, or up to the first bullet where it has none. */
function headLength(line: string): number {
	const head =
		/^[^:：]{0,300}[:：](?:\*\*|__)?/.exec(line) ??
		/^.*?criteri(?:a|on)(?=\s+(?:[-*•]|1[.)])\s)/i.exec(line);
	return head?.[0].length ?? line.length;
}

/** The items of a line: several where a record lost its line breaks. */
function itemsOf(text: string, line: Piece, depth: number, afterHead = false): CriteriaItem[] {
	const raw = text.slice(line.start, line.end);
	const starts = [0, ...[...raw.matchAll(inLine)].map(({ index }) => index)];
	// one dash in a sentence is no list ("score from 4 - 10"), but after a heading in the same line it is
	const parts = starts.length > (afterHead ? 1 : 2) ? starts : [0];
	return parts.map((start, index) => {
		const piece = trimmed(text, line.start + start, line.start + (parts[index + 1] ?? raw.length));
		const { marker, text: bareText } = withoutMarker(text.slice(piece.start, piece.end));
		return { ...piece, text: bareText, ...stated({ marker }), depth };
	});
}

function withoutMarker(raw: string): { marker: string | undefined; text: string } {
	const dash = bullet.exec(raw)?.[0] ?? '';
	const numbered = number.exec(raw.slice(dash.length));
	// a marker with nothing behind it is all that the item has
	const rest = raw.slice(dash.length + (numbered?.[0].length ?? 0));
	return rest.trim() === ''
		? { marker: undefined, text: raw }
		: { marker: numbered?.[1], text: rest };
}

/** Is this line the rest of the one before? Only without a blank line, and where it was plainly cut. */
function goesOn(text: string, last: CriteriaItem, line: Piece): boolean {
	if ((text.slice(last.end, line.start).match(/\n/g) ?? []).length !== 1) return false;
	const raw = text.slice(line.start, line.end);
	if (bullet.test(raw) || number.test(raw)) return false;
	if (/[.:;!?]$/.test(last.text)) return /^\s+\p{Ll}/u.test(raw) && !last.text.endsWith(':');
	const lastLine = text.slice(text.lastIndexOf('\n', last.end - 1) + 1, last.end);
	return lastLine.length > 50 || /^\s*[\p{Ll}(]/u.test(raw);
}

function trimmed(text: string, start: number, end: number): Piece {
	let [first, last] = [start, end];
	while (first < last && /\s/.test(text.charAt(first))) first++;
	while (last > first && /\s/.test(text.charAt(last - 1))) last--;
	return { start: first, end: last };
}

/** A heading as a visitor reads it: no bullet, no stars, no colon. */
function bare(heading: string): string | undefined {
	const words = heading
		.replace(/^[\s*•\-–·>#\\_]+/, '')
		.replace(/[\s*_:：\\]+$/, '')
		.replace(/\\([!-/:-@[-`{-~])/g, '$1');
	return words === '' ? undefined : words;
}
