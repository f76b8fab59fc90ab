import { existsSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { DatabaseSync } from 'node:sqlite';
import { integrityProblem, openDatabase } from './sqlite.ts';

/** A larger file is not taken into memory, which others need as well. In bytes. */
const largest = 500_000_000;

/**
 * A database in memory with all that stands in a file which can be read and not written; `copied` is
 * false, and it is empty, where the file cannot be read either. The file is left as it is.
 */
export function inMemory(file: string): { database: DatabaseSync; copied: boolean } {
	for (const mode of modes(file)) {
		const database = openDatabase(':memory:', 0);
		try {
			copyInto(database, file, mode);
			return { database, copied: true };
		} catch {
			database.close();
		}
	}
	return { database: openDatabase(':memory:', 0), copied: false };
}

/** "Immutable" needs no file beside the database, where none can be made; a log would be passed over. */
function modes(file: string): string[] {
	const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
	if (size === 0 || size > largest) return [];
	const log = existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0;
	return log === 0 ? ['mode=ro', 'immutable=1'] : ['mode=ro'];
}

function copyInto(database: DatabaseSync, file: string, mode: string): void {
	database.exec(`pragma foreign_keys=off; attach '${addressOf(file)}?${mode}' as disk`);
	const problem = integrityProblem(database, 'disk');
	if (problem !== undefined) throw new Error(problem);
	database.exec('begin');
	const made = database
		.prepare(
			`select type, name, sql from disk.sqlite_master where sql is not null and name not like 'sqlite_%' order by type desc`
		)
		.all();
	for (const { type, name, sql } of made) {
		database.exec(String(sql));
		if (type === 'table') database.exec(`insert into main."${name}" select * from disk."${name}"`);
	}
	database.exec('commit; detach disk; pragma foreign_keys=on');
}

function addressOf(file: string): string {
	return pathToFileURL(file).href.replaceAll("'", "''");
}
