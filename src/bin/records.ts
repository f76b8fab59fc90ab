import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Registry records in files: one record, a list of records, or an answer of the registry's API with
 * `studies`; folders are read with all `.json` files below them.
 * @throws a sentence that names the file that is missing or no JSON
 */
export function readRecords(paths: readonly string[]): unknown[] {
	return paths.flatMap(filesBelow).flatMap((file) => recordsIn(readJson(file)));
}

function filesBelow(path: string): string[] {
	const stats = statSync(path, { throwIfNoEntry: false });
	if (!stats) throw new Error(`There is no file or folder ${path}`);
	if (!stats.isDirectory()) return [path];
	return readdirSync(path)
		.sort()
		.flatMap((name) => filesBelow(join(path, name)))
		.filter((file) => file.endsWith('.json'));
}

function readJson(file: string): unknown {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		throw new Error(`${file} is not JSON: ${error instanceof Error ? error.message : ''}`, {
			cause: error
		});
	}
}

function recordsIn(json: unknown): unknown[] {
	if (Array.isArray(json)) return json;
	if (typeof json === 'object' && json !== null && 'studies' in json && Array.isArray(json.studies))
		return json.studies;
	return [json];
}
