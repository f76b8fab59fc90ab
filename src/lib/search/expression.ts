/** What the words of a search mean, as a tree. */
export type Expression =
	| { kind: 'words'; words: string[] }
	| { kind: 'phrase'; words: string[] }
	| { kind: 'and' | 'or'; parts: Expression[] }
	| { kind: 'not'; part: Expression };

interface Text {
	kind: 'word' | 'phrase';
	text: string;
}

type Token = Text | { kind: 'and' | 'or' | 'not' };

/**
 * Splits text into search words: lower case, accents gone, parted at all that is no letter or digit.
 * Used for texts and for questions alike, so that both meet.
 */
export function tokens(text: string): string[] {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '');
}

/** Folds the plural s, so that "legs" finds "leg" and the other way round. */
export function fold(word: string): string {
	return word.length > 3 && /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Words that say nothing about a study; a search of nothing else keeps them. */
const fillers = new Set('a an and about at by for from in is of on or the to with'.split(' '));

/**
 * Reads a search: words are joined by AND, `"…"` is a phrase, `-word` and NOT leave out, OR joins
 * alternatives (AND binds tighter). Operators count in capitals only, so that an "or" in a sentence
 * is a word. Never fails: what cannot be an operator is taken as a word.
 */
export function parseExpression(text: string): Expression | undefined {
	const alternatives: Expression[][] = [[]];
	let negated = false;
	for (const token of lex(text)) {
		if (token.kind === 'or') alternatives.push([]);
		else if (token.kind === 'not') negated = true;
		else if ('text' in token) {
			const leaf = leafOf(token);
			if (leaf) alternatives.at(-1)?.push(negated ? { kind: 'not', part: leaf } : leaf);
			negated = false;
		}
	}
	const parts = alternatives.map(joined).filter((part) => part !== undefined);
	return parts.length > 1 ? { kind: 'or', parts } : parts[0];
}

function lex(text: string): Token[] {
	const found: Token[] = [];
	for (const [, minus, phrase, word] of text.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/gu)) {
		if (minus) found.push({ kind: 'not' });
		if (phrase !== undefined) found.push({ kind: 'phrase', text: phrase });
		else if (word === 'AND' || word === 'OR' || word === 'NOT')
			found.push({ kind: operators[word] });
		else if (word !== undefined) found.push({ kind: 'word', text: word });
	}
	return found;
}

const operators = { AND: 'and', OR: 'or', NOT: 'not' } as const;

function leafOf(token: Text): Expression | undefined {
	const words = tokens(token.text);
	if (words.length === 0) return undefined;
	// "XP-13512" is two tokens that belong together
	const kind = token.kind === 'phrase' || words.length > 1 ? 'phrase' : 'words';
	return { kind, words };
}

/** Joins the parts of one alternative; neighbouring bare words stay together, for synonyms. */
function joined(parts: Expression[]): Expression | undefined {
	const grouped: Expression[] = [];
	for (const part of parts) {
		const last = grouped.at(-1);
		if (part.kind === 'words' && last?.kind === 'words') last.words.push(...part.words);
		else grouped.push(part.kind === 'words' ? { ...part, words: [...part.words] } : part);
	}
	const telling = grouped.map(withoutFillers);
	return telling.length > 1 ? { kind: 'and', parts: telling } : telling[0];
}

function withoutFillers(part: Expression): Expression {
	if (part.kind !== 'words') return part;
	const words = part.words.filter((word) => !fillers.has(word));
	return words.length > 0 ? { kind: 'words', words } : part;
}
