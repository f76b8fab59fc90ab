import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
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
const longest = 5000;
const busy = 5;

/**
 * Opens a SQLite file (made when it is not there) with the settings that the store needs: one
 * writer beside any number of readers, and a commit that has reached the disk when it returns.
 *
 * Throws the error of `node:sqlite`, see {@link sqliteCode}.
 *
 * @param patience how long it may stand still for another process that holds the file, in ms
 */
export function openDatabase(file: string, patience = longest): DatabaseSync {
	const database = new DatabaseSync(file, { timeout: patience });
	try {
		database.exec(`pragma busy_timeout=${patience}`);
		useWriteAheadLog(database, patience);
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
function useWriteAheadLog(database: DatabaseSync, patience: number): void {
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

/** What is wrong with the file's structure; `undefined` when it is sound. 0.1 s for 100 MB. */
export function integrityProblem(database: DatabaseSync, schema = 'main'): string | undefined {
	const row = database.prepare(`pragma ${schema}.integrity_check(1)`).get();
	const result = row?.['integrity_check'];
	return result === 'ok' ? undefined : String(result);
}

/**
 * Throws when the file cannot be written. A read-only one opens, and begins a transaction, without
 * complaint; only a write tells. Nothing is changed.
 */
export function assertWritable(database: DatabaseSync): void {
	database.exec('begin immediate; pragma user_version=0; rollback');
}

/** A database that another may take the place of, between two transactions. */
export interface Link {
	database: DatabaseSync;
}

/**
 * Kysely's dialect for a database of `node:sqlite`. Destroying the Kysely closes the database.
 *
 * It waits for other processes without standing still: visitors are served meanwhile.
 */
export function sqliteDialect(link: Link): Dialect {
	link.database.exec('pragma busy_timeout=0');
	return {
		createAdapter: () => new Adapter(),
		createDriver: () => new Driver(link),
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
	#link: Link;

	constructor(link: Link) {
		super({ database: asKyselyWants(link) });
		this.#link = link;
	}

	/** A full disk ends the transaction by itself; to end it again would hide why. */
	override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
		if (this.#link.database.isTransaction) await super.rollbackTransaction(connection);
	}

	override async acquireConnection(): Promise<DatabaseConnection> {
		const connection = await super.acquireConnection();
		return {
			executeQuery: (query) => unlessBusy(() => connection.executeQuery(query)),
			streamQuery: (query, size) => connection.streamQuery(query, size)
		};
	}

	override async beginTransaction(
		connection: DatabaseConnection,
		settings?: TransactionSettings
	): Promise<void> {
		const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
		await connection.executeQuery(CompiledQuery.raw(begin));
	}
}

/** Tries again while another process holds the file; a statement that was refused has done nothing. */
async function unlessBusy<T>(attempt: () => Promise<T>): Promise<T> {
	const end = Date.now() + longest;
	for (;;) {
		try {
			return await attempt();
		} catch (error) {
			if (sqliteCode(error) !== busy || Date.now() > end) throw error;
			await wait(20);
		}
	}
}

function asKyselyWants(link: Link): SqliteDatabase {
	return {
		close: () => {
			link.database.close();
		},
		prepare: (sql) => {
			const statement = link.database.prepare(sql);
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
