import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { storeContract } from './contract.ts';
import { run, studies, study } from './sample.ts';
import { openDatabase } from './sqlite.ts';
import { openStore } from './store.ts';

async function folder() {
	const path = await mkdtemp(join(tmpdir(), 'store-'));
	return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

storeContract('SQLite', async () => {
	const { path, remove } = await folder();
	return { open: () => openStore(join(path, 'finder.db')), remove };
});

describe('store in SQLite', () => {
	it('lives in memory alone when asked to', async () => {
		const [one, other] = [await openStore(':memory:'), await openStore(':memory:')];
		await one.save(run(1), studies(3), []);
		expect((await one.load())?.studies).toHaveLength(3);
		expect(await other.load()).toBeUndefined();
		await one.close();
		await other.close();
	});

	it('touches no row of a study that did not change', async () => {
		const { path, remove } = await folder();
		const file = join(path, 'finder.db');
		const store = await openStore(file);
		await store.save(run(1), studies(5), []);
		const spy = new DatabaseSync(file);
		spy.exec(`create table touched (what text);
			create trigger t1 before update on study begin insert into touched values ('study'); end;
			create trigger t2 before insert on study begin insert into touched values ('study'); end;
			create trigger t3 before insert on revision begin insert into touched values ('revision'); end`);
		await store.save(run(2), studies(5), []);
		expect(spy.prepare('select * from touched').all()).toEqual([]);
		await store.save(run(3), [...studies(4), study(5, { title: 'New' })], []);
		expect(spy.prepare('select count(*) as n from touched').get()?.['n']).toBeGreaterThan(0);
		spy.close();
		await store.close();
		await remove();
	});

	it('commits so that a loss of power takes nothing back', async () => {
		const { path, remove } = await folder();
		const database = openDatabase(join(path, 'finder.db'));
		const pragma = (name: string) =>
			Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0];
		expect(pragma('journal_mode')).toBe('wal');
		expect(pragma('synchronous')).toBe(2);
		expect(pragma('foreign_keys')).toBe(1);
		expect(pragma('busy_timeout')).toBe(5000);
		database.close();
		await remove();
	});

	it('names the row whose text was damaged', async () => {
		const { path, remove } = await folder();
		const file = join(path, 'finder.db');
		const store = await openStore(file);
		await store.save(run(1), studies(2), []);
		const other = new DatabaseSync(file);
		other.exec(`update study set record = '{"cut' where nct_id = 'NCT00000002'`);
		other.close();
		await expect(store.load()).rejects.toThrow(/study NCT00000002 cannot be read/);
		await store.close();
		await remove();
	});

	// the limits are more than ten times what a slow machine needs
	it('saves and loads 3,000 studies of 15 KB in sensible time, and lets others in between', async () => {
		const { path, remove } = await folder();
		const store = await openStore(join(path, 'finder.db'));
		const filler = Array.from({ length: 150 }, (_, at) => `${at} ${'word '.repeat(18)}`);
		const all = studies(3000, { record: { filler } });
		expect(JSON.stringify(all[0]?.record).length).toBeGreaterThan(14_000);
		const timed = async (work: () => Promise<unknown>) => {
			let turns = 0;
			const beat = setInterval(() => (turns += 1), 1);
			const start = performance.now();
			await work();
			clearInterval(beat);
			return { took: performance.now() - start, turns };
		};
		const first = await timed(() => store.save(run(1), all, []));
		const again = await timed(() => store.save(run(2), all, []));
		const load = await timed(() => store.load());
		expect(first.took).toBeLessThan(10_000);
		expect(again.took).toBeLessThan(2_000);
		expect(load.took).toBeLessThan(5_000);
		// the trap: SQLite works in this thread, and visitors would wait until all is written
		expect(first.turns).toBeGreaterThan(10);
		expect(load.turns).toBeGreaterThan(5);
		await store.close();
		await remove();
	}, 30_000);
});
