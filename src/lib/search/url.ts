import * as v from 'valibot';
import { QuerySchema, everything, type Query } from './query.ts';

/** A part of a link that was not used, and why. */
export interface Problem {
	key: string;
	value: string;
	reason: string;
}

export interface Parsed {
	query: Query;
	/** Bad values of known keys: pages say them, the API refuses them. */
	problems: Problem[];
	/** Keys that are not part of the contract (`fbclid` …). */
	unknown: Problem[];
}

/** Is this a key of the contract? */
export function isQueryKey(key: string): boolean {
	return Object.hasOwn(QuerySchema.entries, key);
}

/** What `serialise` gives: nothing, or a query string with its question mark. */
export type QueryString = '' | `?${string}`;

const entries = Object.entries(QuerySchema.entries);
/** Order means something for these; for all other lists it never does. */
const ordered = new Set(['sort', 'columns', 'pin']);

/** The schema of one item of a repeatable key, or undefined where a key has one value. */
function itemOf(key: string) {
	const found = entries.find(([name]) => name === key)?.[1].wrapped;
	return found?.type === 'array' ? found.item : undefined;
}

/**
 * Reads a query from the parameters of a URL. Never throws: a bad value is left out and reported,
 * one by one, so that old and damaged links still open. Empty values (of forms) mean "not asked".
 */
export function parse(params: URLSearchParams): Parsed {
	const input: Record<string, string | string[]> = {};
	const problems: Problem[] = [];
	for (const [key, schema] of entries) {
		const given = params.getAll(key).filter((value) => value.trim() !== '');
		const item = itemOf(key);
		const values = item ? given.flatMap((value) => value.split(',')) : given;
		const good: string[] = [];
		for (const value of values.map((text) => text.trim()).filter((text) => text !== '')) {
			const result = v.safeParse(item ?? schema, value);
			const repeated = !item && good.length > 0 && !good.includes(value);
			if (repeated) problems.push({ key, value, reason: 'is given a second time' });
			else if (result.success) good.push(value);
			else problems.push({ key, value: shorten(value), reason: result.issues[0].message });
		}
		const [first] = good;
		if (item && first !== undefined) input[key] = distinct(key, good);
		else if (first !== undefined) input[key] = first;
	}
	const unknown = [...new Set(params.keys())]
		.filter((key) => !isQueryKey(key))
		.map((key) => ({
			key: shorten(key),
			value: shorten(params.get(key) ?? ''),
			reason: 'is not a key of this finder'
		}));
	return { query: v.parse(QuerySchema, input), problems, unknown };
}

/**
 * The canonical query string: keys in alphabetical order, values sorted, defaults left out.
 * `parse(serialise(q))` is `q`, whatever order the keys came in.
 */
export function serialise(query: Query): QueryString {
	const pairs = Object.entries(query)
		.map(([key, value]) => [key, textOf(key, value)] as const)
		.filter(([key, text]) => text !== defaults.get(key))
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, text]) => `${key}=${encode(text)}`);
	return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function textOf(key: string, value: unknown): string {
	return Array.isArray(value) ? distinct(key, value.map(String)).join(',') : String(value);
}

function distinct(key: string, values: string[]): string[] {
	const once = [...new Set(values)];
	return ordered.has(key) ? once : once.sort();
}

const defaults = new Map(
	Object.entries(everything).map(([key, value]) => [key, textOf(key, value)])
);

/** Percent-encoding that leaves commas and spaces readable in an address. */
function encode(text: string): string {
	return encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%20', '+');
}

function shorten(text: string): string {
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
