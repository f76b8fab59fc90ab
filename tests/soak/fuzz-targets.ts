import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { get, visitor } from './ask.ts';

/** What a site has, asked of the site itself: the places to aim at, and what is right there. */
export interface Targets {
	/** Patterns of addresses, such as `/trials/[id=nct]`. */
	routes: string[];
	/** Keys of the address, each with values that are right. */
	keys: [key: string, values: string[]][];
	/** By the name of a parameter of a pattern. */
	parameters: Record<string, string[]>;
	/** Labels that a report may name. */
	labels: string[];
	/** A receipt as the site gives it. */
	receipt: string;
}

const routesFolder = 'src/routes';

/** All patterns that have a page or an endpoint. */
export function routePatterns(folder = routesFolder): string[] {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(({ name }) =>
		/^\+(?:page\.svelte|page\.server\.ts|server\.ts)$/.test(name)
	);
	const patterns = files.map(
		({ parentPath }) => `/${relative(folder, parentPath).split(sep).join('/')}`
	);
	return [...new Set(patterns)].toSorted();
}

/** Asks a running site. */
export async function targetsOf(base: string): Promise<Targets> {
	const { ask, leave } = visitor();
	const text = async (path: string) => (await ask(base, get(path))).text;
	const all = async (path: string, pattern: RegExp) => [
		...new Set([...(await text(path)).matchAll(pattern)].map(([, found = '']) => found))
	];
	const document = JSON.parse(await text('/api/v1/openapi.json'));
	const ids = await all('/api/v1/studies?scope=all&size=100', /"nctId":"(NCT\d{8})"/g);
	const [study = ''] = ids;
	const targets: Targets = {
		routes: routePatterns(),
		keys: [...keysOf(document), ['ids', [ids.slice(0, 3).join(','), study]], ['print', ['1']]],
		parameters: {
			id: ids,
			slug: await all('/causes', /href="[^"]*\/causes\/([\w-]+)"/g),
			chart: await all('/insights', /\/insights\/([\w-]+)\.(?:csv|svg)/g),
			format: ['csv', 'ndjson', 'ris', 'bib'],
			path: ['v1', 'v1/nothing', 'v2/studies', '']
		},
		labels: await all(`/trials/${study}`, /<option value="(\w+:[\w-]+)"/g),
		receipt: await text('/api/v1/receipt?mechanism=iron')
	};
	leave();
	return targets;
}

/** Keys with their values, from the parameters of an OpenAPI document. */
function keysOf(document: unknown): [key: string, values: string[]][] {
	const found: [string, string[]][] = [];
	JSON.stringify(document, (_, value: unknown) => {
		if (isParameter(value)) found.push([value.name, valuesOf(value)]);
		return value;
	});
	return found;
}

interface Parameter {
	name: string;
	in: 'query';
	example?: unknown;
	schema?: { enum?: unknown[]; items?: { enum?: unknown[] } };
}

function isParameter(value: unknown): value is Parameter {
	return (
		typeof value === 'object' &&
		value !== null &&
		'in' in value &&
		value.in === 'query' &&
		'name' in value
	);
}

function valuesOf({ schema, example }: Parameter): string[] {
	const values = schema?.enum ?? schema?.items?.enum ?? [];
	return [...values, example].filter((value) => value !== undefined).map(String);
}

/** Where the program itself lies: no answer may tell. */
export const here = join(process.cwd(), '');
