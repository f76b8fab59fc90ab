/** What the stand-in needs to read in records of which it knows nothing for sure. */

export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** All values at a path, through every list on the way; empty where there are none. */
export function valuesAt(record: unknown, path: string): unknown[] {
	const walk = (value: unknown, keys: readonly string[]): unknown[] => {
		if (Array.isArray(value)) return value.flatMap((each) => walk(each, keys));
		const [key, ...rest] = keys;
		if (key === undefined) return value === undefined || value === null ? [] : [value];
		return isObject(value) ? walk(value[key], rest) : [];
	};
	return walk(record, path.split('.'));
}

/** The same, with each value as text (numbers and booleans written out). */
export function textsAt(record: unknown, path: string): string[] {
	return valuesAt(record, path).flatMap((value) => (isObject(value) ? [] : String(value)));
}

const identification = 'protocolSection.identificationModule';

export function idOf(record: unknown): string | undefined {
	return textsAt(record, `${identification}.nctId`)[0];
}

export function aliasesOf(record: unknown): string[] {
	return textsAt(record, `${identification}.nctIdAliases`);
}

/** `nct1` → `NCT00000001`; undefined for what the registry's pattern refuses (`NCT00000000` too). */
export function canonicalId(text: string): string | undefined {
	const digits = /^nct0*([1-9]\d{0,7})$/i.exec(text)?.[1];
	return digits === undefined ? undefined : `NCT${digits.padStart(8, '0')}`;
}

const sections = [
	'protocolSection',
	'resultsSection',
	'documentSection',
	'annotationSection',
	'derivedSection',
	'hasResults'
];

/**
 * A record as the registry serves it: its sections in the registry's order, and `versionHolder` the
 * same in all records (it is the date of the data, not of the study).
 */
export function inRegistryForm(record: unknown, versionHolder: string): unknown {
	if (!isObject(record)) return record;
	const keys = [...sections, ...Object.keys(record).filter((key) => !sections.includes(key))];
	const ordered: Json = Object.fromEntries(
		keys.flatMap((key) => (key in record ? [[key, record[key]]] : []))
	);
	const derived = ordered.derivedSection;
	if (!isObject(derived) || !isObject(derived.miscInfoModule)) return ordered;
	const miscInfoModule = { ...derived.miscInfoModule, versionHolder };
	return { ...ordered, derivedSection: { ...derived, miscInfoModule } };
}

type Tree = Map<string, Tree | 'all'>;

function treeOf(paths: readonly string[]): Tree {
	const root: Tree = new Map();
	for (const path of paths) {
		const keys = path.split('.');
		let node = root;
		for (const [index, key] of keys.entries()) {
			const next = node.get(key);
			if (next === 'all') break;
			if (index === keys.length - 1) node.set(key, 'all');
			else if (next) node = next;
			else {
				const made: Tree = new Map();
				node.set(key, made);
				node = made;
			}
		}
	}
	return root;
}

/**
 * A record with only the chosen paths, in its own key order; parents left empty are dropped. A value
 * that is no object where one is due (a half-typed record) is handed on as it is.
 */
export function project(record: unknown, paths: readonly string[]): unknown {
	const walk = (value: unknown, tree: Tree | 'all'): unknown => {
		if (tree === 'all') return value;
		if (Array.isArray(value)) {
			const items = value.map((each) => walk(each, tree)).filter((each) => each !== undefined);
			return items.length > 0 ? items : undefined;
		}
		if (!isObject(value)) return value;
		const entries = Object.entries(value).flatMap(([key, child]) => {
			const branch = tree.get(key);
			const kept = branch === undefined ? undefined : walk(child, branch);
			return kept === undefined ? [] : [[key, kept]];
		});
		return entries.length > 0 ? Object.fromEntries(entries) : undefined;
	};
	return walk(record, treeOf(paths)) ?? {};
}
