/** A piece of a text, by offsets; `text.slice(start, end)` is verbatim. */
export interface Piece {
	start: number;
	end: number;
}

/** No sentence of an honest record is longer; the rules look at pairs of words within one. */
const longest = 2500;

const breaks = /\n+|[.!?](?=\s)|\s[-–*•](?=\s)/g;
const abbreviation =
	/(?:^|[\s(])(?:vs|e\.\s?g|i\.\s?e|eg|ie|dr|no|approx|st|fig|resp|incl|ca|etc|[a-z])$/i;
const listItem = /^\s*(?:[-–*•]|\\?[*-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s/i;

/**
 * Cuts a text into sentences and list items. A line break ends a sentence unless the line was
 * plainly wrapped; a full stop does not after an abbreviation ("e.g.", "vs."). Linear: each possible
 * break looks at a few characters around it only.
 */
export function sentences(text: string): Piece[] {
	const pieces: Piece[] = [];
	let start = 0;
	for (const match of text.matchAll(breaks)) {
		const after = match.index + match[0].length;
		if (!isBreak(text, match.index, match[0], start)) continue;
		push(text, pieces, start, /^[.!?]/.test(match[0]) ? after : match.index);
		start = after;
	}
	push(text, pieces, start, text.length);
	return pieces;
}

/** A text as one piece, unless it is longer than any honest sentence. */
export function whole(text: string): Piece[] {
	const pieces: Piece[] = [];
	push(text, pieces, 0, text.length);
	return pieces;
}

function push(text: string, pieces: Piece[], start: number, end: number): void {
	let [first, last] = [start, end];
	while (first < last && /\s/.test(text.charAt(first))) first++;
	while (last > first && /\s/.test(text.charAt(last - 1))) last--;
	while (last - first > longest) {
		const space = text.lastIndexOf(' ', first + longest);
		const cut = space > first ? space : first + longest;
		pieces.push({ start: first, end: cut });
		first = cut;
	}
	if (last > first) pieces.push({ start: first, end: last });
}

function isBreak(text: string, index: number, mark: string, start: number): boolean {
	const next = text.slice(index + mark.length, index + mark.length + 12);
	if (mark.startsWith('\n')) {
		const before = text.slice(Math.max(start, index - 2), index).trimEnd();
		const wrapped =
			mark.length === 1 && index - start > 50 && !/[.:;!?]$/.test(before) && !listItem.test(next);
		return !wrapped;
	}
	// In a list that lost its line breaks, a bullet is followed by a capital, a digit or a sign.
	if (/^\s/.test(mark)) return /^\s+[\p{Lu}\d≥≤<>"(]/u.test(next);
	if (mark !== '.') return true;
	if (!/^\s+[\p{Lu}"“(\-*•\d]/u.test(next)) return false;
	return !abbreviation.test(text.slice(Math.max(start, index - 8), index));
}
