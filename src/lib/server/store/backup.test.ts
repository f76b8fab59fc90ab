import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { env, execPath } from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run, studies } from './sample.ts';
import { openStore } from './store.ts';

/** Both commands, as an operator runs them. */

let folder: string;
let data: string;
let database: string;
let copy: string;
const path = (module: string) => fileURLToPath(new URL(module, import.meta.url));

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'backup-'));
	data = join(folder, 'data');
	database = join(data, 'finder.db');
	copy = join(folder, 'copy.db');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function command(name: 'backup' | 'restore', files: string[], more: NodeJS.ProcessEnv = {}) {
	const { status, stdout, stderr } = spawnSync(
		execPath,
		[path(`../../../bin/${name}.ts`), ...files],
		{
			env: { ...env, DATABASE_URL: '', DATA_DIR: data, ...more },
			encoding: 'utf8'
		}
	);
	return { status, said: stdout + stderr };
}

async function fill(number: number, file = database) {
	const store = await openStore(file);
	await store.save(run(number), studies(number), []);
	await store.addRating({ slug: 'iron', helpful: true, madeOn: '2026-01-01' });
	await store.close();
}
async function held(file: string) {
	const store = await openStore(file);
	const found = (await store.load())?.studies.length;
	await store.close();
	return found;
}

describe('backup', () => {
	it('copies the store while a process writes, as it stood at one instant', async () => {
		spawnSync('mkdir', [data]);
		const writer = spawn(execPath, [path('./endless-writer.ts'), database, '5']);
		const [first] = await once(writer.stdout, 'data');
		try {
			expect(command('backup', [copy])).toMatchObject({
				status: 0,
				said: expect.stringMatching(/copy is sound/)
			});
			const refused = command('restore', [copy]);
			expect(refused).toMatchObject({
				status: 1,
				said: expect.stringMatching(/in use; stop the server first/)
			});
		} finally {
			writer.kill('SIGKILL');
			await once(writer, 'close');
		}
		expect(readdirSync(folder).sort()).toEqual(['copy.db', 'data']);
		const store = await openStore(copy);
		const loaded = await store.load();
		const last = loaded?.refresh.received ?? 0;
		expect(last).toBeGreaterThanOrEqual(Number.parseInt(String(first), 10));
		expect(loaded?.studies).toHaveLength(last % 2 === 0 ? 120 : 150);
		await store.close();
		// a process that was killed holds nothing any more
		expect(command('restore', [copy])).toMatchObject({ status: 0 });
		expect(await held(database)).toBe(loaded?.studies.length);
	}, 30_000);

	it('overwrites nothing, and says where there is nothing to copy', async () => {
		expect(command('backup', [copy])).toMatchObject({
			status: 1,
			said: expect.stringMatching(/There is no database/)
		});
		spawnSync('mkdir', [data]);
		await fill(3);
		await writeFile(copy, 'mine');
		expect(command('backup', [copy])).toMatchObject({
			status: 1,
			said: expect.stringMatching(/already; it is not over/)
		});
		expect(readFileSync(copy, 'utf8')).toBe('mine');
		expect(command('backup', [])).toMatchObject({
			status: 2,
			said: expect.stringMatching(/npm run backup -- FILE/)
		});
		const nowhere = command('backup', [join(folder, 'none', 'copy.db')]);
		expect(nowhere).toMatchObject({
			status: 1,
			said: expect.stringMatching(/Nothing was copied: /)
		});
	});

	it('says how PostgreSQL is backed up and restored, with no password', () => {
		const DATABASE_URL = 'postgresql://user:secret@db.example.org:5432/trials';
		for (const name of ['backup', 'restore'] as const) {
			const { status, said } = command(name, ['x'], { DATABASE_URL });
			expect(status).toBe(2);
			expect(said).toContain('postgresql://db.example.org:5432/trials');
			expect(said).toMatch(/pg_(dump|restore) .*"\$DATABASE_URL"/);
			expect(said).not.toContain('secret');
		}
	});
});

describe('restore', () => {
	it('puts the copy in the place of the store, which is kept', async () => {
		spawnSync('mkdir', [data]);
		await fill(3);
		expect(command('backup', [copy]).status).toBe(0);
		await fill(9);
		const bytes = readFileSync(copy);
		const { status, said } = command('restore', [copy]);
		expect(status).toBe(0);
		expect(readFileSync(copy)).toEqual(bytes);
		const kept = /kept as (.*)\.\n/.exec(said)?.[1] ?? '';
		expect(await held(database)).toBe(3);
		expect(await held(kept)).toBe(9);
		expect(readdirSync(data).sort()).toEqual(['finder.db', basename(kept)]);
	});

	it('works where there is no store yet', async () => {
		await fill(3, copy);
		expect(command('restore', [copy])).toMatchObject({ status: 0 });
		expect(await held(database)).toBe(3);
		expect(readdirSync(data)).toEqual(['finder.db']);
	});

	it('refuses while a process has the store open, though it does nothing', async () => {
		spawnSync('mkdir', [data]);
		await fill(3);
		await fill(5, copy);
		const server = await openStore(database);
		await server.load();
		expect(command('restore', [copy])).toMatchObject({
			status: 1,
			said: expect.stringMatching(/in use; stop the server first/)
		});
		expect((await server.load())?.studies).toHaveLength(3);
		await server.addRating({ slug: 'iron', helpful: true, madeOn: '2026-01-01' });
		await server.close();
		expect(command('restore', [copy]).status).toBe(0);
		expect(await held(database)).toBe(5);
	});

	it('takes the place of a damaged store, which is kept', async () => {
		await fill(3, copy);
		spawnSync('mkdir', [data]);
		await writeFile(database, 'no database '.repeat(500));
		expect(command('restore', [copy])).toMatchObject({ status: 0 });
		expect(await held(database)).toBe(3);
		expect(readdirSync(data).filter((name) => name.includes('replaced'))).toHaveLength(1);
	});

	it('brings a backup of an older program up to date', async () => {
		await fill(3, copy);
		edit(`alter table refresh drop column checked_at;
			delete from kysely_migration where name = '0004-checks'`);
		expect(command('restore', [copy])).toMatchObject({ status: 0 });
		expect(await held(database)).toBe(3);
	});

	function edit(sql: string) {
		const opened = new DatabaseSync(copy);
		opened.exec(sql);
		opened.close();
	}
	const refusals: [string, RegExp, () => unknown][] = [
		['is not there', /There is no file/, () => rm(copy)],
		['is no database', /not a database/, () => writeFile(copy, 'text '.repeat(500))],
		['is empty', /holds no data of this program/, () => writeFile(copy, '')],
		['was cut', /not sound|malformed/, () => truncateSync(copy, 30_000)],
		[
			'is another program’s',
			/holds no data of this program/,
			async () => (await rm(copy), edit('create table other (text)'))
		],
		[
			'is of a newer program',
			/newer version of this program/,
			() => edit(`insert into kysely_migration values ('9999-x', '2030-01-01T00:00:00.000Z')`)
		]
	];
	it.each(refusals)('touches nothing when the backup %s', async (_, reason, spoil) => {
		spawnSync('mkdir', [data]);
		await fill(3);
		copyFileSync(database, copy);
		await spoil();
		expect(command('restore', [copy])).toMatchObject({
			status: 1,
			said: expect.stringMatching(reason)
		});
		expect(await held(database)).toBe(3);
		expect(readdirSync(data)).toEqual(['finder.db']);
		expect(existsSync(join(folder, 'data', 'finder.db-wal'))).toBe(false);
	});
});
