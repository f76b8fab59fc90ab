import * as v from 'valibot';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'));

const Row = v.strictObject({
	/** Part of links (`/glossary#ferritin`): never changed. */
	id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be in kebab case')),
	term: text,
	/** How to say it, where people stumble: "FER-ih-tin". */
	say: v.pipe(
		v.string(),
		v.transform((said) => said || undefined)
	),
	/** The words that lead here when they stand in a text. A term can have none. */
	forms: v.pipe(
		v.string(),
		v.transform((forms) => forms.split('|').filter((form) => form !== '')),
		v.array(v.pipe(v.string(), v.regex(/^[\p{L}\p{N}]+([ -][\p{L}\p{N}]+)*$/u, 'must be words')))
	),
	/** Markdown; `[KOO16]` after a sentence names its source on the glossary's page. */
	meaning: text
});
export type GlossaryEntry = v.InferOutput<typeof Row>;

const [file = ''] = Object.values(
	import.meta.glob<string>('/src/content/glossary.tsv', {
		query: '?raw',
		import: 'default',
		eager: true
	})
);

/** The terms of the glossary by alphabet. A damaged line stops the server at its start. */
export const glossary: readonly GlossaryEntry[] = readGlossary(file);

/**
 * Reads tab-separated lines under a line of column names.
 * @throws a sentence that names the line and what is wrong with it
 */
export function readGlossary(tsv: string): GlossaryEntry[] {
	const [head = '', ...lines] = tsv.split('\n').filter((line) => line.trim() !== '');
	const columns = head.split('\t');
	const entries = lines.map((line) => {
		const cells = line.split('\t').map((cell, index) => [columns[index] ?? 'too many', cell]);
		const result = v.safeParse(Row, Object.fromEntries(cells));
		if (result.success) return result.output;
		throw new Error(
			`The glossary's line “${line.slice(0, 40)}” is wrong: ${v.summarize(result.issues)}`
		);
	});
	for (const words of [entries.map(({ id }) => id), entries.flatMap(({ forms }) => forms)]) {
		const twice = words.find((word, index) => words.indexOf(word) !== index);
		if (twice !== undefined) throw new Error(`The glossary has “${twice}” twice`);
	}
	return entries.toSorted((a, b) => a.term.localeCompare(b.term, 'en'));
}

/** Words in capitals (SIT, TMS) are other words in small letters, and are looked for as they are. */
const keyOf = (form: string) => (/\p{Lu}{2}/u.test(form) ? form : form.toLowerCase());

const idByForm = new Map(
	glossary.flatMap(({ id, forms }) => forms.map((form) => [keyOf(form), id] as const))
);

/** Any form, the longest first, on its own: not a part of a word or of an address. */
const anyForm = new RegExp(
	`(?<![\\p{L}\\p{N}_\\-/.#=&?@])(?:${glossary
		.flatMap(({ forms }) => forms)
		.toSorted((a, b) => b.length - a.length)
		.map((form) => form.replaceAll(' ', '\\s'))
		.join('|')})(?![\\p{L}\\p{N}_]|[-./@]\\p{L})`,
	'giu'
);

/** A piece of running text, a term of the glossary with its link or not. */
export interface TermPiece {
	text: string;
	href?: string;
}

/**
 * Makes a finder of terms for one page: it takes a piece of running text after another and parts
 * each into plain words and terms, each term only where it first stands. For `markdown()`, which
 * knows what is running text. Takes time in proportion to the text.
 */
export function termFinder(): (text: string) => TermPiece[] {
	const linked = new Set<string>();
	return (text) => {
		const pieces: TermPiece[] = [];
		let at = 0;
		for (const { 0: words, index } of text.matchAll(anyForm)) {
			const form = words.replace(/\s/g, ' ');
			const id = idByForm.get(form) ?? idByForm.get(form.toLowerCase());
			if (id === undefined || linked.has(id)) continue;
			linked.add(id);
			pieces.push({ text: text.slice(at, index) }, { text: words, href: `/glossary#${id}` });
			at = index + words.length;
		}
		pieces.push({ text: text.slice(at) });
		return pieces.filter((piece) => piece.text !== '');
	};
}
