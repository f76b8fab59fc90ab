import { tokenise, type Token } from './text.ts';

/** A row of a vocabulary with the names that stand for it; a name with `=` in front is matched in its exact case. */
export interface Entry<Row> {
	row: Row;
	names: readonly string[];
}

/** Where a row's name stands in a text: offsets, and the numbers of its first and last token. */
export interface Hit<Row> {
	row: Row;
	start: number;
	end: number;
	first: number;
	last: number;
}

interface Node<Row> {
	next: Map<string, Node<Row>>;
	/** Rows whose name ends here; `exact` is the spelling that is asked for, if any. */
	ends: { row: Row; exact: string | undefined }[];
}

export interface Dictionary<Row> {
	root: Node<Row>;
}

/** Builds the look-up tree of a vocabulary. Throws on a name without letters or digits. */
export function compile<Row>(entries: Iterable<Entry<Row>>): Dictionary<Row> {
	const root: Node<Row> = { next: new Map(), ends: [] };
	for (const { row, names } of entries) {
		for (const name of names) {
			const exact = name.startsWith('=') ? name.slice(1) : undefined;
			const tokens = tokenise(exact ?? name);
			if (tokens.length === 0) throw new Error(`A name without letters or digits: "${name}"`);
			let node = root;
			for (const { key } of tokens) {
				const next = node.next.get(key) ?? { next: new Map(), ends: [] };
				node.next.set(key, next);
				node = next;
			}
			const end = { row, exact: exact === undefined ? undefined : spelling(tokens) };
			// Two spellings of a row ("kidney disease", "kidney diseases") may fold into one name.
			if (!node.ends.some((known) => known.row === row && known.exact === end.exact))
				node.ends.push(end);
		}
	}
	return { root };
}

/**
 * Finds the names of a vocabulary in a text, from left to right; where names overlap, the longest
 * wins ("gabapentin enacarbil" before "gabapentin"). A name that stands for two rows gives two hits.
 */
export function find<Row>(dictionary: Dictionary<Row>, tokens: readonly Token[]): Hit<Row>[] {
	const hits: Hit<Row>[] = [];
	for (let first = 0; first < tokens.length; first++) {
		const found = longest(dictionary.root, tokens, first);
		hits.push(...found);
		first = found[0]?.last ?? first;
	}
	return hits;
}

function longest<Row>(root: Node<Row>, tokens: readonly Token[], first: number): Hit<Row>[] {
	let node: Node<Row> | undefined = root;
	let hits: Hit<Row>[] = [];
	for (let last = first; last < tokens.length; last++) {
		const token = tokens[last];
		const head = tokens[first];
		if (!token || !head || (last > first && !token.joined)) break;
		node = node.next.get(token.key);
		if (!node) break;
		const found = node.ends.filter(
			({ exact }) => exact === undefined || exact === spelling(tokens.slice(first, last + 1))
		);
		if (found.length > 0)
			hits = found.map(({ row }) => ({ row, start: head.start, end: token.end, first, last }));
	}
	return hits;
}

function spelling(tokens: readonly Token[]): string {
	return tokens.map(({ raw }) => raw).join(' ');
}
