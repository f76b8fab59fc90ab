import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { migrate } from './migrations.ts';
import type { Schema } from './schema.ts';
import { integrityProblem, sqliteDialect } from './sqlite.ts';

/** A file is not taken, and left as it is; the message is for the operator. */
export class RefusedError extends Error {
	override readonly name = 'RefusedError';
}

/**
 * Brings the tables of a copy up to date and checks it, so that the real database is touched only
 * when all goes well. The copy is changed. `place` names the real one in messages.
 *
 * Throws `RefusedError` where it is not sound or none of ours, `NewerSchemaError` or
 * `MigrationError`.
 */
export async function assertMigrates(copy: string, place: string): Promise<void> {
	const database = new DatabaseSync(copy);
	try {
		const before = soundRows(database, place);
		if (!['study', 'revision', 'refresh'].every((table) => before.has(table)))
			throw new RefusedError(`${place} holds no data of this program.`);
		// not destroyed, which would end the connection
		await migrate(new Kysely<Schema>({ dialect: sqliteDialect({ database }) }), 'sqlite', place);
		const after = soundRows(database, place);
		for (const [table, rows] of before)
			if ((after.get(table) ?? 0) < rows)
				throw new RefusedError(`${place} loses rows of "${table}" when brought up to date.`);
	} finally {
		database.close();
	}
}

/** What is wrong with the structure of a file; undefined when it is sound. */
export function problemOf(file: string): string | undefined {
	const database = new DatabaseSync(file, { readOnly: true });
	try {
		return integrityProblem(database);
	} finally {
		database.close();
	}
}

/** How many rows each table has, where the database is sound. */
function soundRows(database: DatabaseSync, place: string): Map<string, number> {
	const problem = problemIn(database);
	if (problem !== undefined) throw new RefusedError(`${place} is not sound (${problem}).`);
	const tables = database
		.prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`)
		.all()
		.map(({ name }) => String(name));
	const rowsOf = (table: string) =>
		database.prepare(`select count(*) as rows from "${table.replaceAll('"', '""')}"`).get()?.[
			'rows'
		];
	return new Map(tables.map((table) => [table, Number(rowsOf(table))]));
}

function problemIn(database: DatabaseSync): string | undefined {
	try {
		const orphan = database.prepare('pragma foreign_key_check').get();
		const lost = orphan && `a row of "${String(orphan['table'])}" belongs to nothing`;
		return integrityProblem(database) ?? lost;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
