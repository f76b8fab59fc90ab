/** A piece of text, quoted as proof of a label or not. */
export interface Piece {
	text: string;
	marked: boolean;
}

/**
 * Splits a field's text where quotes from it begin and end. A quote equals the text after collapsing
 * white space and removing Markdown backslashes (API contract §4), so it is looked for in that way;
 * one that is not there marks nothing. Overlapping quotes are marked as one.
 */
export function marked(text: string, quotes: readonly string[]): Piece[] {
	const spans = joined(quotes.flatMap((quote) => spanOf(text, quote)));
	const pieces: Piece[] = [];
	let at = 0;
	for (const { start, end } of spans) {
		pieces.push({ text: text.slice(at, start), marked: false });
		pieces.push({ text: text.slice(start, end), marked: true });
		at = end;
	}
	pieces.push({ text: text.slice(at), marked: false });
	return pieces.filter((piece) => piece.text !== '');
}

interface Span {
	start: number;
	end: number;
}

/** Where the quote first stands in the text. Walks both once: no pattern that could run away. */
function spanOf(text: string, quote: string): Span[] {
	const places: number[] = [];
	const letters: string[] = [];
	for (let index = 0; index < text.length; index += 1) {
		const letter = text.charAt(index);
		if (letter === '\\' && /[!-/:-@[-`{-~]/.test(text.charAt(index + 1))) continue;
		if (/\s/.test(letter)) {
			if (letters.length === 0 || letters.at(-1) === ' ') continue;
			letters.push(' ');
		} else letters.push(letter);
		places.push(index);
	}
	const plain = letters.join('');
	const wanted = quote
		.replace(/\\([!-/:-@[-`{-~])/g, '$1')
		.replace(/\s+/g, ' ')
		.trim();
	const found = wanted === '' ? -1 : plain.indexOf(wanted);
	const [start, last] = [places[found], places[found + wanted.length - 1]];
	return start === undefined || last === undefined ? [] : [{ start, end: last + 1 }];
}

function joined(spans: Span[]): Span[] {
	const result: Span[] = [];
	for (const span of spans.toSorted((a, b) => a.start - b.start)) {
		const before = result.at(-1);
		if (before && span.start <= before.end) before.end = Math.max(before.end, span.end);
		else result.push({ ...span });
	}
	return result;
}
