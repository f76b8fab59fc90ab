import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { readSync, statfsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import type { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { copyDatabase, damageCodes, removeDatabase, setAside, stamp } from './backup.ts';
import { assertMigrates, RefusedError } from './check.ts';
import { inMemory } from './memory.ts';
import { lacking, migrate, MigrationError, NewerSchemaError } from './migrations.ts';
import { obstacleOf } from './obstacle.ts';
import { openPostgres } from './postgres.ts';
import { reasonOf, rootOf } from './reason.ts';
import type { Schema } from './schema.ts';
import {
	assertWritable,
	integrityProblem,
	openDatabase,
	sqliteCode,
	sqliteDialect,
	type Link
} from './sqlite.ts';
import { storeOver } from './store.ts';
import type { Store } from './store.ts';

export interface Opened {
	store: Store;
	/** Where the file went that was found damaged. */
	damaged?: string;
	/** Why the store was in memory only when it was opened. */
	memory?: string;
	/**
	 * Why the store is in memory only now, in a sentence for visitors; `undefined` while what is
	 * stored outlives the process.
	 */
	problem(): string | undefined;
}

/** The database in a data folder. */
export const fileName = 'finder.db';

/** How often a folder that could not be used is tried again, in milliseconds. */
const retryMs = 10_000;

/** How long the state before a migration is kept, in milliseconds: comments of visitors are in it. */
const keepMs = 7 * 24 * 60 * 60 * 1000;

/** The file holds something else than a database, or one whose structure is broken. */
class DamagedError extends Error {
	override readonly name = 'DamagedError';
}

/** What a visitor says is not taken where it would be lost with the process. */
export class NotKeptError extends Error {
	override readonly name = 'NotKeptError';
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
	return { store, problem: () => undefined };
}

/**
 * Opens the store in a data folder, so that the site can run whatever the folder is like.
 *
 * A damaged database is kept under another name and a new one is started. A folder that cannot be
 * used (disk full, not to be written, file locked) gives a store in memory, with the data of the file
 * where that can be read; it takes no words of visitors, and becomes the file's store as soon as the
 * folder can be used again. Each is said through `log`, in one sentence.
 *
 * Throws `NewerSchemaError` when the database was written by a newer program: it is sound, and
 * neither to be moved nor to be hidden behind an empty one.
 */
export async function openOrSetAside(
	dataDir: string,
	log: (sentence: string) => void,
	{ retry = retryMs } = {}
): Promise<Opened> {
	try {
		const { database, damaged } = await openDisk(dataDir, log);
		const store = storeOver(new Kysely({ dialect: sqliteDialect({ database }) }));
		return { store, problem: () => undefined, ...(damaged === undefined ? {} : { damaged }) };
	} catch (error) {
		if (!isObstacle(error)) throw error;
		return openMemory(dataDir, error, log, retry);
	}
}

/** The database of a data folder, up to date; a damaged one is moved away for a new one. */
async function openDisk(
	dataDir: string,
	log: (sentence: string) => void,
	patience?: number
): Promise<{ database: DatabaseSync; damaged?: string }> {
	const file = join(dataDir, fileName);
	mkdirSync(dataDir, { recursive: true });
	try {
		return { database: await openSound(file, log, patience) };
	} catch (error) {
		if (!isDamage(error)) throw error;
		const damaged = setAside(file, 'damaged') ?? file;
		const database = await openSound(file, log, patience);
		log(
			`The database ${file} is damaged (${reasonOf(error)}); it is kept as ${damaged} and a new one was started.`
		);
		return { database, damaged };
	}
}

async function openMemory(
	dataDir: string,
	error: unknown,
	log: (sentence: string) => void,
	retry: number
): Promise<Opened> {
	const file = join(dataDir, fileName);
	let { database, copied } = inMemory(file);
	try {
		await migrate(new Kysely<Schema>({ dialect: sqliteDialect({ database }) }), 'sqlite', file);
	} catch (cause) {
		if (cause instanceof NewerSchemaError) throw cause;
		// what can be read is damaged as well; it is moved away when the folder can be used
		database.close();
		[database, copied] = [openDatabase(':memory:'), false];
	}
	const link: Link = { database };
	const db = new Kysely<Schema>({ dialect: sqliteDialect(link) });
	await migrate(db, 'sqlite', file);
	const store = storeOver(db);
	log(
		`The database ${file} cannot be used (${reasonOf(error)}); what is fetched is kept in memory only, until it can be used or the program ends.`
	);
	let why: string | undefined = obstacleOf(error) ?? 'the folder cannot be used';
	let trying = false;
	const timer = setInterval(() => {
		if (trying) return;
		trying = true;
		void comeBack().finally(() => (trying = false));
	}, retry);
	timer.unref();

	async function comeBack() {
		try {
			const { database: disk } = await openDisk(dataDir, log, 0);
			// nothing else happens on the store meanwhile
			const swapping = db.connection().execute(async () => {
				await bringOver(link.database, disk, copied);
				link.database.close();
				link.database = disk;
			});
			await swapping.catch((cause: unknown) => {
				disk.close();
				throw cause;
			});
		} catch (reason) {
			why = obstacleOf(reason) ?? why;
			return;
		}
		clearInterval(timer);
		why = undefined;
		log(`The database ${file} can be used again`);
	}

	/** What visitors say must not be lost once they were told that it is kept. */
	const kept =
		<T>(work: (said: T) => Promise<void>) =>
		(said: T) =>
			why === undefined
				? work(said)
				: Promise.reject(new NotKeptError('Nothing that visitors say can be kept now'));
	return {
		store: {
			...store,
			addRating: kept(store.addRating),
			addReport: kept(store.addReport),
			close() {
				clearInterval(timer);
				return store.close();
			}
		},
		memory: reasonOf(error),
		problem: () =>
			why && `Nothing can be stored (${why}): new data are kept in memory only, and may be lost`
	};
}

/**
 * Stores the last data of one database in another that has none, or older ones. What was fetched
 * without the stored data (`compared` is false) was compared with nothing: it is fetched anew.
 */
async function bringOver(from: DatabaseSync, to: DatabaseSync, compared: boolean): Promise<void> {
	const storeIn = (database: DatabaseSync) =>
		storeOver(new Kysely({ dialect: sqliteDialect({ database }) }));
	const last = await storeIn(from).load();
	const target = storeIn(to);
	const newest = await target.newestRefreshId();
	if (last && (newest === undefined || (compared && last.refresh.id > newest)))
		await target.save(last.refresh, last.studies, last.setAside);
}

async function openSound(
	file: string,
	log: (sentence: string) => void,
	patience?: number
): Promise<DatabaseSync> {
	if (!isNewOrSqlite(file)) throw new DamagedError('it is no SQLite file');
	const database = openDatabase(file, patience);
	try {
		const problem = integrityProblem(database);
		if (problem !== undefined) throw new DamagedError(problem);
		assertWritable(database);
		await bringUpToDate(database, file, log);
		return database;
	} catch (error) {
		database.close();
		throw error;
	}
}

/**
 * Brings the tables of a database up to date: first those of a copy, and its own when that went well.
 * The state before is kept for some days.
 */
async function bringUpToDate(
	database: DatabaseSync,
	file: string,
	log: (sentence: string) => void
): Promise<void> {
	// not destroyed, which would end the connection
	const db = new Kysely<Schema>({ dialect: sqliteDialect({ database }) });
	const [next] = await lacking(db, file);
	if (next === undefined) removeOld(file);
	else {
		assertRoom(file);
		const before = `${file}.before-${next}-${stamp()}`;
		await copyDatabase(file, before);
		const trial = `${file}.trial-${process.pid}`;
		removeDatabase(trial);
		try {
			copyFileSync(before, trial);
			await assertMigrates(trial, file);
		} catch (error) {
			removeDatabase(before);
			throw error;
		} finally {
			removeDatabase(trial);
		}
		log(`The database ${file} is brought up to date; its state before is kept as ${before}`);
	}
	await migrate(db, 'sqlite', file);
}

/** Throws where the disk has no room for two copies and some: trying would fill it for all others. */
function assertRoom(file: string): void {
	const { bavail, blocks, bsize } = statfsSync(dirname(file));
	if (blocks === 0 || bavail * bsize > 3 * statSync(file).size) return;
	const error = new Error(`there is no room for a copy, which its tables are to be tried on`);
	throw Object.assign(error, { code: 'ENOSPC', syscall: 'write' });
}

/** Deletes states before a migration whose time is over, and copies that a crash left behind. */
function removeOld(file: string): void {
	const folder = dirname(file);
	const ours = ['before', 'trial'].map((kind) => `${basename(file)}.${kind}-`);
	for (const other of readdirSync(folder)) {
		if (!ours.some((start) => other.startsWith(start))) continue;
		const path = join(folder, other);
		const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
		if (Date.now() - made > keepMs) removeDatabase(path);
	}
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

function isDamage(error: unknown): boolean {
	if (error instanceof DamagedError || error instanceof RefusedError) return true;
	// a lock, a full disk or a broken one says nothing of the file
	if (error instanceof MigrationError) return !isObstacle(error);
	return damageCodes.includes(sqliteCode(error) ?? 0);
}

/** Is it the surroundings, not the file and not a mistake of ours? */
function isObstacle(error: unknown): boolean {
	const cause = rootOf(error);
	return obstacleOf(cause) !== undefined || (cause instanceof Error && 'syscall' in cause);
}
