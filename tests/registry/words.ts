/** Words as the registry's search sees them. */

/** Groups of phrases that stand for each other. */
export type Synonyms = readonly (readonly string[])[];

/**
 * An invention: which synonyms the registry has for restless legs syndrome is not published. The
 * acronym is in, because then studies of the other RLS (right-to-left shunt) come along, as noise.
 */
export const ourSynonyms: Synonyms = [
	['restless legs syndrome', 'Willis-Ekbom disease', 'Wittmaack-Ekbom syndrome', 'RLS']
];

/** "legs" and "leg" are one word, as the registry's relaxation has it. */
function singular(word: string): string {
	if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
	return word.length > 3 && /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

/**
 * The words of a text, in lower case and without plurals. White space and `- , / ; + & | @ # =` part
 * words, as do brackets and quotes; `. : _ '` do so only at the end of a word.
 */
export function words(text: string): string[] {
	return text
		.toLowerCase()
		.replaceAll('\\', '')
		.split(/[\s\-,/;+&|@#=()[\]{}"“”‘<>?!*–—≥≤，；（）。]+/u)
		.map((word) => singular(word.replace(/^[.:_'’]+|[.:_'’]+$/gu, '')))
		.filter((word) => word !== '');
}

const folded = new Map<string, string>();

function wordLine(text: string): string {
	const known = folded.get(text);
	if (known !== undefined) return known;
	const line = ` ${words(text).join(' ')} `;
	// Only so many, so that a long run over large records does not keep them all.
	if (folded.size > 20_000) folded.clear();
	folded.set(text, line);
	return line;
}

/** Does the text hold these words, one after the other? */
export function containsWords(text: string, wanted: readonly string[]): boolean {
	return wordLine(text).includes(` ${wanted.join(' ')} `);
}

/** The other phrases of the group that these words are one of. */
export function expansions(asked: readonly string[], synonyms: Synonyms): string[][] {
	const line = asked.join(' ');
	const groups = synonyms.map((group) => group.map((phrase) => words(phrase)));
	const own = groups.filter((group) => group.some((phrase) => phrase.join(' ') === line));
	return own.flat().filter((phrase) => phrase.join(' ') !== line);
}
