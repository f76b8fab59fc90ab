import { execFile } from 'node:child_process';
import {
	chmod,
	mkdir,
	mkdtemp,
	readFile,
	readdir,
	rm,
	stat,
	truncate,
	utimes,
	writeFile
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NewerSchemaError } from './migrations.ts';
import { NotKeptError, openOrSetAside } from './open.ts';
import { run, studies } from './sample.ts';
import { openStore } from './store.ts';

let folder: string;
let file: string;
let said: string[];
const log = (sentence: string) => said.push(sentence);

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'store-'));
	file = join(folder, 'finder.db');
	said = [];
});
afterEach(async () => {
	await chmod(folder, 0o755);
	await rm(folder, { recursive: true, force: true });
});

/** A sound database of 300 studies, closed; some 500 KB. */
async function filled() {
	const store = await openStore(file);
	await store.save(run(1), studies(300, { record: { filler: 'x'.repeat(600) } }), []);
	await store.close();
}

/** Overwrites bytes in the middle of the file. */
async function scribble(from: number, to: number) {
	const bytes = await readFile(file);
	bytes.fill(0xa5, Math.floor(bytes.length * from), Math.floor(bytes.length * to));
	await writeFile(file, bytes);
}

const opener = fileURLToPath(new URL('./unprivileged-opener.ts', import.meta.url));

/** Root may write everywhere, so this runs as a process without its rights. */
async function openUnprivileged(...more: (string | number)[]) {
	const { stdout } = await promisify(execFile)(execPath, [opener, folder, ...more.map(String)]);
	return JSON.parse(stdout);
}

function edit(sql: string) {
	const database = new DatabaseSync(file);
	database.exec(sql);
	database.close();
}

describe('openOrSetAside on a folder in order', () => {
	it('makes folder and database, and finds them again', async () => {
		const nested = join(folder, 'a', 'b');
		const first = await openOrSetAside(nested, log);
		await first.store.save(run(1), studies(2), []);
		await first.store.close();
		const second = await openOrSetAside(nested, log);
		expect((await second.store.load())?.studies).toHaveLength(2);
		await second.store.close();
		expect([first.memory, first.damaged, first.problem()]).toEqual([
			undefined,
			undefined,
			undefined
		]);
		expect(said).toEqual([]);
	});

	it('opens beside a process that has it open', async () => {
		const server = await openOrSetAside(folder, log);
		const command = await openOrSetAside(folder, log);
		await command.store.save(run(1, { kind: 'import' }), studies(2), []);
		expect((await server.store.load())?.studies).toHaveLength(2);
		await command.store.close();
		await server.store.close();
		expect(said).toEqual([]);
	});

	it('takes an empty file for a new database', async () => {
		await writeFile(file, '');
		const { store, damaged } = await openOrSetAside(folder, log);
		expect(damaged).toBeUndefined();
		await store.close();
	});
});

describe('openOrSetAside on a damaged database', () => {
	const damages: [string, () => Promise<void>][] = [
		['a text that is no database', () => writeFile(file, 'not a database, '.repeat(500))],
		['a few bytes', () => writeFile(file, 'x')],
		['random bytes', () => writeFile(file, crypto.getRandomValues(new Uint8Array(9000)))],
		['a broken header', async () => (await filled(), await scribble(0, 0.0001))],
		['broken first pages', async () => (await filled(), await scribble(0.0002, 0.05))],
		['broken pages in the middle', async () => (await filled(), await scribble(0.3, 0.6))],
		['a file cut in half', async () => (await filled(), await truncate(file, 200_000))],
		['a file cut within a page', async () => (await filled(), await truncate(file, 150_001))],
		['tables of somebody else', async () => edit('create table study (other text)')],
		[
			'another meaning of our list of migrations',
			async () => edit('create table kysely_migration (other text)')
		],
		[
			'a migration of no known time',
			async () => (await filled(), edit(`update kysely_migration set timestamp = 'x'`))
		],
		[
			'tables without their list of migrations',
			async () => (await filled(), edit('delete from kysely_migration'))
		],
		['a file cut to its first words', async () => (await filled(), await truncate(file, 50))],
		[
			'an empty file beside a log',
			async () => (await writeFile(file, ''), await writeFile(`${file}-wal`, 'log'))
		]
	];
	it.each(damages)('keeps %s aside and starts anew', async (_, damage) => {
		await damage();
		const bytes = await readFile(file);
		const { store, damaged, memory } = await openOrSetAside(folder, log);
		expect(memory).toBeUndefined();
		expect(damaged).toMatch(/finder\.db\.damaged-\d{8}T\d{9}Z$/);
		expect((await readFile(damaged ?? '')).length).toBeGreaterThanOrEqual(bytes.length);
		expect(said).toHaveLength(1);
		expect(said[0]).toContain(damaged);
		expect(await store.load()).toBeUndefined();
		await store.save(run(1), studies(2), []);
		await store.close();
		const again = await openOrSetAside(folder, log);
		expect(again.damaged).toBeUndefined();
		expect((await again.store.load())?.studies).toHaveLength(2);
		await again.store.close();
	});

	it('takes the two files that belong to it along, so that they do not fall on the new one', async () => {
		await writeFile(file, 'not a database, '.repeat(500));
		await writeFile(`${file}-wal`, 'old log');
		await writeFile(`${file}-shm`, 'old index');
		const { store, damaged } = await openOrSetAside(folder, log);
		expect(await readFile(`${damaged}-wal`, 'utf8')).toBe('old log');
		expect(await readFile(`${damaged}-shm`, 'utf8')).toBe('old index');
		await store.close();
	});

	it('survives scribbled log files: what was committed to the database stays', async () => {
		await filled();
		await writeFile(`${file}-wal`, crypto.getRandomValues(new Uint8Array(40_000)));
		await writeFile(`${file}-shm`, crypto.getRandomValues(new Uint8Array(32_768)));
		const { store, damaged } = await openOrSetAside(folder, log);
		expect(damaged).toBeUndefined();
		expect((await store.load())?.studies).toHaveLength(300);
		await store.close();
	});
});

describe('a database of an older program', () => {
	const older = 'alter table refresh drop column checked_at';
	const forget = `delete from kysely_migration where name = '0004-checks'`;
	const copies = async () =>
		(await readdir(folder)).filter((name) => !/^finder\.db(-wal|-shm)?$/.test(name));

	it('is brought up to date, and its state before is kept for a week', async () => {
		await filled();
		edit(`${older}; ${forget}`);
		const first = await openOrSetAside(folder, log);
		await first.store.close();
		expect(await copies()).toEqual([expect.stringMatching(/^finder\.db\.before-0004-checks-\d/)]);
		const [copy = ''] = await copies();
		expect(said).toEqual([expect.stringContaining(`kept as ${join(folder, copy)}`)]);
		const kept = new DatabaseSync(join(folder, copy), { readOnly: true });
		const columns = kept.prepare('pragma table_info(refresh)').all();
		expect(columns.map(({ name }) => name)).not.toContain('checked_at');
		expect(kept.prepare('select count(*) as n from study').get()?.['n']).toBe(300);
		kept.close();

		const second = await openOrSetAside(folder, log);
		expect((await second.store.load())?.studies).toHaveLength(300);
		await second.store.recordCheck(1, run(2).endedAt);
		await second.store.close();
		expect(await copies()).toEqual([copy]);

		// comments of visitors are in it, which are to go
		const longAgo = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
		await utimes(join(folder, copy), longAgo, longAgo);
		await (await openOrSetAside(folder, log)).store.close();
		expect(await copies()).toEqual([]);
	});

	it('that cannot be brought up to date is kept as it was', async () => {
		await filled();
		edit(forget);
		const rows = new DatabaseSync(file).prepare('select * from kysely_migration').all();
		const { store, damaged } = await openOrSetAside(folder, log);
		await store.close();
		expect(said).toEqual([expect.stringMatching(/duplicate column/)]);
		const kept = new DatabaseSync(damaged ?? '', { readOnly: true });
		expect(kept.prepare('select * from kysely_migration').all()).toEqual(rows);
		expect(kept.prepare('select count(*) as n from study').get()?.['n']).toBe(300);
		kept.close();
		expect((await copies()).filter((name) => !name.includes('damaged'))).toEqual([]);
	});
});

describe('a store in memory', () => {
	const rating = { slug: 'iron', helpful: true, madeOn: '2026-01-01' };

	const locks: [string, string, number, number][] = [
		['could be read: what came since is stored', 'begin exclusive', 300, 2],
		// what came was compared with nothing, so the file's data count
		['could not be read: its data count', 'create table x (y)', 0, 300]
	];
	it.each(locks)(
		'comes back to a file that was locked and %s',
		async (_, sql, before, after) => {
			await filled();
			const lock = new DatabaseSync(file);
			lock.exec(`pragma locking_mode=exclusive; ${sql}`);
			const opened = await openOrSetAside(folder, log, { retry: 50 });
			expect((await opened.store.load())?.studies.length ?? 0).toBe(before);
			expect(opened.problem()).toMatch(/^Nothing can be stored \(another program has locked it\)/);
			// what a visitor says must not be lost once it was taken
			await expect(opened.store.addRating(rating)).rejects.toBeInstanceOf(NotKeptError);
			await opened.store.save(run(5), studies(2), []);
			lock.close();
			await expect.poll(opened.problem).toBeUndefined();
			await opened.store.addRating(rating);
			expect((await opened.store.load())?.studies).toHaveLength(after);
			await opened.store.close();
			const again = await openOrSetAside(folder, log);
			expect(await again.store.ratingTotals()).toHaveLength(1);
			expect((await again.store.load())?.studies).toHaveLength(after);
			expect(again.memory).toBeUndefined();
			await again.store.close();
			expect(said).toHaveLength(2);
			expect(said[1]).toBe(`The database ${file} can be used again`);
		},
		15_000
	);

	it('has the data of a file that can be read, and stores what came since', async () => {
		await filled();
		const { memory, before, after, back, stored } = await openUnprivileged('mend', 0o555);
		expect(memory).toMatch(/readonly|unable to open/);
		expect([before, after]).toEqual([300, 2]);
		expect(back).toBe(true);
		expect(stored).toBe(2);
	});

	it('fills a folder that was not there', async () => {
		const nested = join(folder, 'data');
		await writeFile(nested, 'a file in the way');
		const opened = await openOrSetAside(nested, log, { retry: 50 });
		await opened.store.save(run(1), studies(2), []);
		await rm(nested);
		await expect.poll(opened.problem).toBeUndefined();
		await opened.store.close();
		const again = await openOrSetAside(nested, log);
		expect((await again.store.load())?.studies).toHaveLength(2);
		await again.store.close();
	});

	it('is empty where what can be read is damaged, and the damage is dealt with later', async () => {
		edit('create table study (other text)');
		const { before, after, back, stored, said } = await openUnprivileged('mend', 0o555);
		expect([before, after, back, stored]).toEqual([undefined, 2, true, 2]);
		expect(said).toEqual([
			expect.stringContaining('cannot be used'),
			expect.stringContaining('is damaged'),
			expect.stringContaining('can be used again')
		]);
	});

	it('that another process holds for long does not keep visitors waiting', async () => {
		const { store } = await openOrSetAside(folder, log);
		const other = new DatabaseSync(file);
		other.exec('begin immediate');
		const adding = store.addRating(rating);
		let turns = 0;
		const beat = setInterval(() => (turns += 1), 10);
		await new Promise((done) => setTimeout(done, 500));
		clearInterval(beat);
		// the trap: SQLite waits for a lock in this thread
		expect(turns).toBeGreaterThan(10);
		other.exec('rollback');
		other.close();
		await adding;
		expect(await store.ratingTotals()).toHaveLength(1);
		await store.close();
	});
});

describe('openOrSetAside on what is not damage', () => {
	it('stops at a database of a newer program, names it and leaves it alone', async () => {
		await filled();
		edit(`insert into kysely_migration values ('9999-ratings', '2030-01-01T00:00:00.000Z')`);
		const bytes = await readFile(file);
		const opening = openOrSetAside(folder, log);
		await expect(opening).rejects.toBeInstanceOf(NewerSchemaError);
		await expect(opening).rejects.toThrow(`${file} was written by a newer version`);
		expect(await readdir(folder)).toEqual(['finder.db']);
		expect(await readFile(file)).toEqual(bytes);
		expect(said).toEqual([]);
	});

	it('does not take a locked database for a damaged one', async () => {
		await filled();
		const other = new DatabaseSync(file);
		other.exec('pragma locking_mode=exclusive; begin exclusive');
		const { store, memory, damaged } = await openOrSetAside(folder, log);
		other.close();
		expect(damaged).toBeUndefined();
		expect(memory).toMatch(/locked/);
		await store.close();
		const later = await openOrSetAside(folder, log);
		expect((await later.store.load())?.studies).toHaveLength(300);
		await later.store.close();
	}, 15_000);

	it.each([
		[
			'the folder is a file',
			async () => (await writeFile(join(folder, 'x'), ''), join(folder, 'x'))
		],
		[
			'the folder is below a file',
			async () => (await writeFile(join(folder, 'x'), ''), join(folder, 'x', 'y'))
		],
		['the database is a folder', async () => (await mkdir(file), folder)]
	])('runs in memory when %s', async (_, make) => {
		const { store, memory, damaged } = await openOrSetAside(await make(), log);
		expect(damaged).toBeUndefined();
		expect(memory).toBeTruthy();
		expect(said).toHaveLength(1);
		await store.save(run(1), studies(2), []);
		expect((await store.load())?.studies).toHaveLength(2);
		await store.close();
	});

	it('runs in memory in a folder that cannot be written', async () => {
		await chmod(folder, 0o555);
		expect(await openUnprivileged()).toMatchObject({ memory: expect.any(String), after: 2 });
		expect(await readdir(folder)).toEqual([]);
	});

	it.each([
		['folder and database', 0o555],
		['database, in a folder that can,', 0o777]
	])('runs in memory, and moves nothing, when a %s cannot be written', async (_, mode) => {
		await filled();
		const { size } = await stat(file);
		await chmod(file, 0o444);
		await chmod(folder, mode);
		const answer = await openUnprivileged();
		expect(answer).toMatchObject({ memory: expect.any(String), after: 2 });
		expect(answer.damaged).toBeUndefined();
		expect((await readdir(folder)).join()).not.toContain('damaged');
		expect((await stat(file)).size).toBe(size);
	});
});
