import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';

/** A day in front matter. */
export const day = v.pipe(v.string(), v.isoDate());

/** Sources by key (`KOO16`), in the order in which they are numbered. */
export const SourcesSchema = v.record(
	v.string(),
	v.strictObject({ text: v.string(), url: v.optional(v.pipe(v.string(), v.url())) })
);
export type Sources = v.InferOutput<typeof SourcesSchema>;

/**
 * Reads a text of `src/content`: front matter between two `---` lines, then Markdown.
 * @param place names the text in messages: "article iron"
 * @throws a sentence that names the text and what is wrong with its front matter
 */
export function readContent<T extends v.GenericSchema>(
	text: string,
	schema: T,
	place: string
): { front: v.InferOutput<T>; body: string } {
	const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
	const result = v.safeParse(schema, parseYaml(head));
	if (!result.success)
		throw new Error(`The ${place} cannot be read: ${v.summarize(result.issues)}`);
	return { front: result.output, body };
}

/** `[KOO16, NA25]` at the end of a sentence names its sources; `[–]` says that it needs none. */
const citation = / ?\[([A-Z][A-Z0-9]*(?:, [A-Z][A-Z0-9]*)*)\](?!\()/g;
const needsNone = / ?\[–\]/g;

/**
 * Makes links of the citations in a Markdown text: `[KOO16]` → `[[1]](#source-koo16)`.
 * @throws if a source is not among the given ones
 */
export function cited(text: string, sources: Sources, place: string): string {
	const keysInOrder = Object.keys(sources);
	return text.replace(needsNone, '').replace(citation, (_, keys: string) =>
		keys
			.split(', ')
			.map((key) => {
				const number = keysInOrder.indexOf(key) + 1;
				if (number === 0)
					throw new Error(`The ${place} cites ${key}, which is not among its sources`);
				return `[[${number}]](#source-${key.toLowerCase()})`;
			})
			.join('')
	);
}

/** "What to ask your doctor" → `what-to-ask-your-doctor`: the id of a heading, part of links. */
export function headingId(heading: string): string {
	const words = heading.toLowerCase().replace(/<[^>]*>|[^a-z0-9 ]/g, '');
	return words.trim().replace(/ +/g, '-');
}
