import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { MigrationError, NewerSchemaError } from './migrations.ts';
import { openPostgres } from './postgres.ts';
import { reasonOf, rootOf } from './reason.ts';
import {
	assertWritable,
	integrityProblem,
	openDatabase,
	sqliteCode,
	sqliteDialect
} from './sqlite.ts';
import { openStore, storeOn } from './store.ts';
import type { Store } from './store.ts';

export interface Opened {
	store: Store;
	/** Where the file went that was found damaged. */
	damaged?: string;
	/** Why the store is in memory only and ends with the process. */
	memory?: string;
}

const name = 'finder.db';

/** The file holds something else than a database, or one whose structure is broken. */
class DamagedError extends Error {
	override readonly name = 'DamagedError';
}

/**
 * Opens the store that the variables name: a PostgreSQL database where there is an address of one,
 * else the data folder.
 *
 * A database that cannot be reached is said through `log`; the store is given all the same, and
 * works as soon as the database does. Until then every call on it throws.
 *
 * Throws `NewerSchemaError`, see {@link openOrSetAside}.
 */
export async function openConfigured(
	{ dataDir, databaseUrl }: { dataDir: string; databaseUrl?: string | undefined },
	log: (sentence: string) => void
): Promise<Opened> {
	if (databaseUrl === undefined) return openOrSetAside(dataDir, log);
	const store = openPostgres(databaseUrl);
	try {
		await store.reach();
	} catch (error) {
		if (error instanceof NewerSchemaError) {
			await store.close();
			throw error;
		}
		log(`${reasonOf(error)}. It is tried again and again; until then nothing can be stored.`);
	}
	return { store };
}

/**
 * Opens the store in a data folder, so that the site can run whatever the folder is like.
 *
 * A damaged database is kept under another name and a new one is started; a folder that cannot be
 * used gives a store in memory. Both are said through `log`, in one sentence.
 *
 * Throws `NewerSchemaError` when the database was written by a newer program: it is sound, and
 * neither to be moved nor to be hidden behind an empty one.
 */
export async function openOrSetAside(
	dataDir: string,
	log: (sentence: string) => void
): Promise<Opened> {
	const file = join(dataDir, name);
	try {
		mkdirSync(dataDir, { recursive: true });
		try {
			return { store: await openSound(file) };
		} catch (error) {
			if (!isDamage(error)) throw error;
			const damaged = setAside(file);
			const store = await openSound(file);
			log(
				`The database ${file} is damaged (${reasonOf(error)}); it is kept as ${damaged} and a new one was started.`
			);
			return { store, damaged };
		}
	} catch (error) {
		if (!isObstacle(error)) throw error;
		const memory = reasonOf(error);
		log(
			`The database ${file} cannot be used (${memory}); what is fetched is kept in memory only, until the program ends.`
		);
		return { store: await openStore(':memory:'), memory };
	}
}

async function openSound(file: string): Promise<Store> {
	if (!isNewOrSqlite(file)) throw new DamagedError('it is no SQLite file');
	const database = openDatabase(file);
	try {
		const problem = integrityProblem(database);
		if (problem !== undefined) throw new DamagedError(problem);
		assertWritable(database);
	} catch (error) {
		database.close();
		throw error;
	}
	return storeOn(sqliteDialect(database), 'sqlite', file);
}

/** What every SQLite file begins with (https://www.sqlite.org/fileformat.html#the_database_header). */
const magic = 'SQLite format 3\0';
const headerLength = 100;

/**
 * SQLite itself takes a file of a few bytes for an empty database, and throws away the log that
 * stands beside a file that it cannot read, so this is asked before it opens anything.
 */
function isNewOrSqlite(file: string): boolean {
	if (!existsSync(file)) return true;
	const descriptor = openSync(file, 'r');
	try {
		const header = Buffer.alloc(headerLength);
		const length = readSync(descriptor, header);
		if (length === 0) return !existsSync(`${file}-wal`);
		return length === headerLength && header.toString('latin1').startsWith(magic);
	} finally {
		closeSync(descriptor);
	}
}

/** Moves the database away with the two files that belong to it; gives its new name. */
function setAside(file: string): string {
	const damaged = `${file}.damaged-${new Date().toISOString().replaceAll(/[-:.]/g, '')}`;
	for (const part of ['', '-wal', '-shm']) {
		if (existsSync(`${file}${part}`)) renameSync(`${file}${part}`, `${damaged}${part}`);
	}
	return damaged;
}

/** SQLite's codes CORRUPT, FORMAT and NOTADB. */
const damageCodes = [11, 24, 26];

function isDamage(error: unknown): boolean {
	if (error instanceof DamagedError) return true;
	// a lock, a full disk or a broken one says nothing of the file
	if (error instanceof MigrationError) return !isObstacle(error);
	return damageCodes.includes(sqliteCode(error) ?? 0);
}

/** PERM, BUSY, LOCKED, NOMEM, READONLY, IOERR, FULL, CANTOPEN, PROTOCOL, NOLFS, AUTH. */
const obstacleCodes = [3, 5, 6, 7, 8, 10, 13, 14, 15, 22, 23];

/** Is it the surroundings, not the file and not a mistake of ours? */
function isObstacle(error: unknown): boolean {
	const cause = rootOf(error);
	if (obstacleCodes.includes(sqliteCode(cause) ?? 0)) return true;
	return cause instanceof Error && 'syscall' in cause;
}
