/**
 * A word or number of a text: `key` is its folded form, `joined` says that nothing but a space, a
 * hyphen or the like stands before it.
 */
export interface Token {
	key: string;
	raw: string;
	start: number;
	end: number;
	joined: boolean;
}

const word = /\p{L}+|\p{N}+|,/gu;
const soft = /^[\s\-‐‑–—/'’®™*\\&+_]{0,4}$/;

/**
 * Splits a text into words, numbers and commas. Letters and digits part, so that "XP13512",
 * "XP-13512" and "XP 13512" are the same name. Linear in the length of the text.
 */
export function tokenise(text: string): Token[] {
	const tokens: Token[] = [];
	let last = 0;
	for (const match of text.matchAll(word)) {
		const raw = match[0];
		const start = match.index;
		const gap = text.slice(last, Math.min(start, last + 5));
		// "e.g." and "i. e." are one name, but a full stop parts all else.
		const letters = raw.length === 1 && tokens.at(-1)?.raw.length === 1;
		const joined = soft.test(gap) || (letters && /^\. ?$/.test(gap));
		last = start + raw.length;
		tokens.push({ key: fold(raw), raw, start, end: last, joined });
	}
	return tokens;
}

/**
 * One spelling for a word: lower case, American, singular. It is applied to names and records
 * alike, so that an odd result ("diabete") does no harm.
 */
export function fold(raw: string): string {
	let key = raw.toLowerCase();
	if (key.length < 4) return key;
	key = key
		.replaceAll('ae', 'e')
		.replaceAll('oe', 'e')
		.replace('sulph', 'sulf')
		.replace('aviour', 'avior')
		.replace('isation', 'ization');
	if (key.length > 4 && key.endsWith('ies')) return `${key.slice(0, -3)}y`;
	return key.endsWith('s') && !/(?:ss|us|is)$/.test(key) ? key.slice(0, -1) : key;
}
