import * as v from 'valibot';
import { stated } from '#lib/study/stated.ts';
import { parameters } from './parameters.ts';

/** A key of the address, for people. */
export interface KeyRow {
	name: string;
	says: string;
	/** The values that it takes, where they can be listed. */
	values: string[];
	/** What goes where the key is not there. */
	fallback?: string;
	example: string;
	/** May several values be given? */
	several: boolean;
	/** Only some addresses take it; undefined: every search does. */
	only?: string;
}

const takenBy: Record<string, string> = {
	bom: 'the CSV file',
	at: 'the receipt',
	hash: 'the receipt',
	since: 'changes',
	limit: 'changes',
	after: 'changes'
};

const word = v.union([v.string(), v.number()]);
const Values = v.object({
	enum: v.optional(v.array(word), () => []),
	items: v.optional(v.object({ enum: v.optional(v.array(word), () => []) })),
	default: v.optional(v.union([word, v.array(word)]))
});

/** The keys as the document describes them. */
export function keyTable(): KeyRow[] {
	return Object.values(parameters).map(({ name, description, schema, example }) => {
		const { enum: values, items, default: fallback } = v.parse(Values, schema);
		return {
			name,
			says: description,
			values: (items?.enum ?? values).map(String),
			example: String(example),
			several: items !== undefined,
			...stated({
				fallback: fallback === undefined ? undefined : String(fallback),
				only: takenBy[name]
			})
		};
	});
}
