import { expand } from '#lib/mechanism/vocabulary/vocabulary.ts';
import { tokens, type Expression } from './expression.ts';

/** A name that the visitor wrote, and the other names that were searched as well. */
export interface Expansion {
	term: string;
	synonyms: string[];
}

const longestName = 5;

/**
 * Puts synonyms beside the names in an expression: "Requip" becomes `requip OR ropinirole OR …`.
 * Longest names first; what is left out (`-word`) is not widened, so that it leaves out no more
 * than was said.
 */
export function expansionsIn(expression: Expression): {
	expression: Expression;
	expansions: Expansion[];
} {
	const expansions: Expansion[] = [];
	const alternatives = (words: string[], own: Expression): Expression | undefined => {
		const term = words.join(' ');
		const found = expand(term);
		if (!found) return undefined;
		const synonyms = [found.term, ...found.synonyms].filter(
			(name) => tokens(name).join(' ') !== term
		);
		if (synonyms.length === 0) return undefined;
		expansions.push({ term, synonyms });
		const others = synonyms
			.map((name): Expression => ({ kind: 'phrase', words: tokens(name) }))
			.filter((part) => part.kind === 'phrase' && part.words.length > 0);
		return { kind: 'or', parts: [own, ...others] };
	};
	const widen = (part: Expression): Expression => {
		switch (part.kind) {
			case 'phrase':
				return alternatives(part.words, part) ?? part;
			case 'words':
				return allOf(runs(part.words, alternatives));
			case 'not':
				return part;
			default:
				return { kind: part.kind, parts: part.parts.map(widen) };
		}
	};
	return { expression: widen(expression), expansions };
}

/** Goes through bare words, taking the longest known name at each place. */
function runs(
	words: string[],
	alternatives: (words: string[], own: Expression) => Expression | undefined
): Expression[] {
	const parts: Expression[] = [];
	let at = 0;
	while (at < words.length) {
		let taken: Expression | undefined;
		let length = Math.min(longestName, words.length - at);
		for (; length > 0 && !taken; length -= 1) {
			const run = words.slice(at, at + length);
			taken = alternatives(run, { kind: 'words', words: run });
			if (taken) at += length;
		}
		if (taken) parts.push(taken);
		else {
			parts.push({ kind: 'words', words: words.slice(at, at + 1) });
			at += 1;
		}
	}
	return parts;
}

function allOf(parts: Expression[]): Expression {
	const [only] = parts;
	return parts.length === 1 && only ? only : { kind: 'and', parts };
}
