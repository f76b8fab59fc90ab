import { closeSync, copyFileSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { backup, DatabaseSync } from 'node:sqlite';
import { assertMigrates, RefusedError, problemOf } from './check.ts';
import { openDatabase, sqliteCode } from './sqlite.ts';

/** The files that SQLite keeps beside a database. */
const beside = ['-wal', '-shm', '-journal'] as const;

/**
 * Copies a SQLite database into a file, while others read and write it: the copy is its state at one
 * instant, in one file. It is checked, has reached the disk, and stands under its name only when it
 * is whole.
 *
 * Throws `RefusedError` where there is such a file already, or the error of `node:sqlite`.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
	if (existsSync(to))
		throw new RefusedError(`There is a file ${to} already; it is not overwritten.`);
	const part = `${to}.part-${process.pid}`;
	removeDatabase(part);
	try {
		const source = new DatabaseSync(from, { readOnly: true, timeout: 5000 });
		try {
			// all pages in one step: in several, it would begin again whenever another process writes
			await backup(source, part, { rate: 2 ** 31 - 1 });
		} finally {
			source.close();
		}
		withoutLog(part);
		const problem = problemOf(part);
		if (problem !== undefined) throw new RefusedError(`The copy is not sound (${problem}).`);
		toDisk(part);
		renameSync(part, to);
		toDisk(dirname(to));
	} finally {
		removeDatabase(part);
	}
}

/**
 * Puts a copy in the place of a database. The copy is checked and brought up to date before; the file
 * that it was read from stays as it is, and the database that stood there is kept under another name,
 * which this gives.
 *
 * Throws `RefusedError` where the copy is none of ours or another process has the database open,
 * `NewerSchemaError`, `MigrationError`, or the error of `node:sqlite` or `node:fs`.
 */
export async function restoreDatabase(from: string, to: string): Promise<string | undefined> {
	const part = `${to}.part-${process.pid}`;
	removeDatabase(part);
	try {
		copyFileSync(from, part);
		// a database that somebody copied by hand, with what it had not yet taken in
		if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${part}-wal`);
		await assertMigrates(part, from);
		withoutLog(part);
		toDisk(part);
		const release = existsSync(to) ? alone(to) : undefined;
		try {
			const kept = setAside(to, 'replaced');
			renameSync(part, to);
			toDisk(dirname(to));
			return kept;
		} finally {
			release?.();
		}
	} finally {
		removeDatabase(part);
	}
}

/**
 * Moves a database away with the files that belong to it, which would fall on the next one; gives its
 * new name, or undefined where there is nothing.
 */
export function setAside(file: string, why: 'damaged' | 'replaced'): string | undefined {
	const away = `${file}.${why}-${stamp()}`;
	let moved = false;
	for (const part of ['', ...beside]) {
		if (!existsSync(`${file}${part}`)) continue;
		renameSync(`${file}${part}`, `${away}${part}`);
		moved = true;
	}
	return moved ? away : undefined;
}

/** Deletes a database with the files that belong to it. */
export function removeDatabase(file: string): void {
	for (const part of ['', ...beside]) rmSync(`${file}${part}`, { force: true });
}

/** The instant in the names of files that are kept. */
export function stamp(): string {
	return new Date().toISOString().replaceAll(/[-:.]/g, '');
}

/**
 * Makes sure that no other process has a database open, and that none opens it before it is told
 * that all is done. One that cannot be read is nobody's.
 */
function alone(file: string): (() => void) | undefined {
	let database: DatabaseSync | undefined;
	try {
		database = openDatabase(file, 0);
		// SQLite does this only where nobody else has the file open
		database.exec('pragma locking_mode=exclusive; pragma journal_mode=memory; begin exclusive');
		const held = database;
		return () => held.close();
	} catch (error) {
		database?.close();
		if (damageCodes.includes(sqliteCode(error) ?? 0)) return undefined;
		if (![5, 6].includes(sqliteCode(error) ?? 0)) throw error;
		throw new RefusedError(`The database ${file} is in use; stop the server first.`);
	}
}

/** SQLite's codes CORRUPT, FORMAT and NOTADB. */
export const damageCodes = [11, 24, 26];

/** Makes one file of a database, which can be read where nothing can be written. */
function withoutLog(file: string): void {
	const database = new DatabaseSync(file);
	try {
		database.exec('pragma journal_mode=delete');
	} finally {
		database.close();
	}
}

/** Waits until a file, or the list of files of a folder, has reached the disk. */
function toDisk(path: string): void {
	const descriptor = openSync(path, 'r');
	try {
		fsyncSync(descriptor);
	} finally {
		closeSync(descriptor);
	}
}
