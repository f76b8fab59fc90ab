import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue } from 'node:sqlite';
import {
	CompiledQuery,
	SqliteAdapter,
	SqliteDriver,
	SqliteIntrospector,
	SqliteQueryCompiler
} from 'kysely';
import type {
	DatabaseConnection,
	Dialect,
	SqliteDatabase,
	SqliteStatement,
	TransactionSettings
} from 'kysely';

/** How long one process waits for another that is writing, in milliseconds. */
const patience = 5000;
const busy = 5;

/**
 * Opens a SQLite file (made when it is not there) with the settings that the store needs: one
 * writer beside any number of readers, and a commit that has reached the disk when it returns.
 *
 * Throws the error of `node:sqlite`, see {@link sqliteCode}.
 */
export function openDatabase(file: string): DatabaseSync {
	const database = new DatabaseSync(file, { timeout: patience });
	try {
		database.exec(`pragma busy_timeout=${patience}`);
		useWriteAheadLog(database);
		database.exec('pragma synchronous=full');
		database.exec('pragma foreign_keys=on');
		// a comment that is deleted is gone from the file, not only from the table
		database.exec('pragma secure_delete=on');
	} catch (error) {
		database.close();
		throw error;
	}
	return database;
}

/**
 * Two processes that open a new file at once: here SQLite does not wait for the other as it does
 * elsewhere, but says "locked" at once, so we wait ourselves.
 */
function useWriteAheadLog(database: DatabaseSync): void {
	const end = Date.now() + patience;
	for (;;) {
		try {
			database.exec('pragma journal_mode=wal');
			return;
		} catch (error) {
			if (sqliteCode(error) !== busy || Date.now() > end) throw error;
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
		}
	}
}

/** SQLite's primary result code (https://www.sqlite.org/rescode.html) of an error, if it is one. */
export function sqliteCode(error: unknown): number | undefined {
	if (!(error instanceof Error) || !('errcode' in error)) return undefined;
	return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

/** What is wrong with the file's structure; `undefined` when it is sound. */
export function integrityProblem(database: DatabaseSync): string | undefined {
	const result = database.prepare('pragma integrity_check(1)').get()?.['integrity_check'];
	return result === 'ok' ? undefined : String(result);
}

/**
 * Throws when the file cannot be written. A read-only one opens, and begins a transaction, without
 * complaint; only a write tells. Nothing is changed.
 */
export function assertWritable(database: DatabaseSync): void {
	database.exec('begin immediate; pragma user_version=0; rollback');
}

/** Kysely's dialect for a database of `node:sqlite`. Destroying the Kysely closes the database. */
export function sqliteDialect(database: DatabaseSync): Dialect {
	return {
		createAdapter: () => new Adapter(),
		createDriver: () => new Driver({ database: asKyselyWants(database) }),
		createIntrospector: (db) => new SqliteIntrospector(db),
		createQueryCompiler: () => new SqliteQueryCompiler()
	};
}

/** SQLite can take schema changes back; Kysely says no because of pragmas that we do not use. */
class Adapter extends SqliteAdapter {
	override get supportsTransactionalDdl(): boolean {
		return true;
	}
}

/**
 * A transaction that may write takes the lock at its start, where it can wait for it. One that
 * reads first and asks for the lock later is refused at once if another process wrote in between.
 */
class Driver extends SqliteDriver {
	override async beginTransaction(
		connection: DatabaseConnection,
		settings?: TransactionSettings
	): Promise<void> {
		const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
		await connection.executeQuery(CompiledQuery.raw(begin));
	}
}

function asKyselyWants(database: DatabaseSync): SqliteDatabase {
	return {
		close: () => {
			database.close();
		},
		prepare: (sql) => {
			const statement = database.prepare(sql);
			// rows of node:sqlite have no prototype; read.ts makes plain objects of them
			return {
				reader: statement.columns().length > 0,
				all: (parameters) => statement.all(...parameters.map(bindable)),
				run: (parameters) => statement.run(...parameters.map(bindable)),
				iterate: (parameters) => statement.iterate(...parameters.map(bindable))
			} satisfies SqliteStatement;
		}
	};
}

function bindable(value: unknown): SQLInputValue {
	if (value === null || typeof value === 'string' || typeof value === 'number') return value;
	throw new TypeError(`SQLite takes text, numbers and null here, not ${typeof value}.`);
}
