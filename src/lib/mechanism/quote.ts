import type { Evidence } from './labels.ts';
import type { Passage } from './read-study.ts';

const most = 160;
const least = 60;

/**
 * The proof that a passage gives: a verbatim piece of its field with the words from `start` to `end`
 * and their clause, about 20 to 160 characters; short passages are quoted whole.
 */
export function prove(
	passage: Passage,
	rule: string,
	start = 0,
	end = passage.text.length
): Evidence {
	return { field: passage.field, quote: quote(passage.text, start, end), rule };
}

/** Cuts the clause around `start` to `end` out of a text, at clause ends or else between words. */
export function quote(text: string, start: number, end: number): string {
	if (text.length <= most) return text.trim();
	const last = Math.min(end, start + most);
	const room = Math.max(0, most - (last - start));
	let from = clauseStart(text, start, room);
	let to = clauseEnd(text, last, most - (last - from));
	if (to - from < least) to = wordEnd(text, last, most - (last - from));
	if (to - from < least) from = wordStart(text, start, most - (to - start));
	return text.slice(from, to).trim();
}

function clauseStart(text: string, start: number, room: number): number {
	const window = text.slice(Math.max(0, start - room), start);
	const mark = Math.max(
		window.lastIndexOf(', '),
		window.lastIndexOf('; '),
		window.lastIndexOf(': ')
	);
	if (mark >= 0) return start - window.length + mark + 2;
	return window.length === start ? 0 : wordStart(text, start, Math.floor(room / 2));
}

function clauseEnd(text: string, end: number, room: number): number {
	const window = text.slice(end, end + Math.max(0, room));
	const marks = [', ', '; ', ': '].map((mark) => window.indexOf(mark)).filter((at) => at >= 0);
	if (marks.length > 0) return end + Math.min(...marks);
	return end + window.length === text.length ? text.length : wordEnd(text, end, room);
}

function wordStart(text: string, start: number, room: number): number {
	const from = Math.max(0, start - Math.max(0, room));
	if (from === 0) return 0;
	const space = text.slice(from, start).search(/\s/);
	return space < 0 ? start : from + space + 1;
}

function wordEnd(text: string, end: number, room: number): number {
	const to = Math.min(text.length, end + Math.max(0, room));
	if (to === text.length) return to;
	const window = text.slice(end, to);
	const space = Math.max(window.lastIndexOf(' '), window.lastIndexOf('\n'));
	return space < 0 ? end : end + space;
}
