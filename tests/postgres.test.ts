import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { storeContract } from '#lib/server/store/contract.ts';
import { takePart } from '#lib/server/store/leader.ts';
import { NewerSchemaError } from '#lib/server/store/migrations.ts';
import { openConfigured } from '#lib/server/store/open.ts';
import { openPostgres, placeOf } from '#lib/server/store/postgres.ts';
import { run, studies } from '#lib/server/store/sample.ts';
import type { Store } from '#lib/server/store/store.ts';
import { leavesOutPostgres } from './postgres-programs.ts';
import { startPostgres, type Postgres } from './postgres.ts';

/** The store on a real PostgreSQL, and what many processes on one database know of each other. */
describe.skipIf(leavesOutPostgres())('PostgreSQL', () => {
	let server: Postgres;
	beforeAll(async () => {
		server = await startPostgres();
	}, 60_000);
	afterAll(() => server.remove());

	storeContract('PostgreSQL', async () => {
		const url = await server.schema();
		return { open: () => Promise.resolve(openPostgres(url)), remove: () => Promise.resolve() };
	});

	const ends: (() => unknown)[] = [];
	afterEach(async () => {
		for (const end of ends.splice(0)) await end();
	});
	const opened = <T extends Store>(store: T): T => {
		ends.push(() => store.close());
		return store;
	};
	const dropConnections = () =>
		server.query(
			`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rls-trial-finder'`
		);

	it('makes its tables once when many processes start on nothing', async () => {
		const url = await server.schema();
		const stores = Array.from({ length: 6 }, () => opened(openPostgres(url)));
		await Promise.all(stores.map((store) => store.reach()));
		await Promise.all(stores.map((store) => store.save(run(1), studies(2), [])));
		expect(await stores[0]?.refreshes(99)).toHaveLength(6);
		expect(await stores[5]?.revisions('NCT00000001')).toHaveLength(1);
	});

	it('lets the saves of many processes wait for each other, each seeing what the last one left', async () => {
		const url = await server.schema();
		const stores = Array.from({ length: 3 }, () => opened(openPostgres(url)));
		const ofDay = (day: number) =>
			stores[day % 3]?.save(run(day), studies(200, { title: `Day ${day % 2}` }), []);
		const saved = await Promise.all(Array.from({ length: 12 }, (_, at) => ofDay(at + 1)));
		const kinds = (await stores[0]?.revisions('NCT00000001'))?.map(({ kind }) => kind);
		expect(kinds?.filter((kind) => kind === 'entered')).toHaveLength(1);
		const changes = saved.filter((each) => each?.changed.length === 200).length;
		expect(kinds).toHaveLength(1 + changes);
		// two titles in turn: no two revisions in a row say the same
		const hashes = (await stores[0]?.revisions('NCT00000200'))?.map(({ hash }) => hash) ?? [];
		expect(hashes.filter((hash, at) => hash === hashes[at - 1])).toEqual([]);
	});

	it('leaves a database alone that a newer program has written', async () => {
		const url = await server.schema();
		await opened(openPostgres(url)).reach();
		const schema = /search_path%3D(\w+)/.exec(url)?.[1];
		await server.query(
			`insert into ${schema}.kysely_migration values ('9999-later', '2030-01-01')`
		);
		await expect(
			openConfigured({ dataDir: '', databaseUrl: url }, () => undefined)
		).rejects.toThrow(NewerSchemaError);
	});

	it('outlives the loss of every connection, in the middle of a save too', async () => {
		const store = opened(openPostgres(await server.schema()));
		await store.save(run(1), studies(3), []);
		await dropConnections();
		await wait(50);
		expect((await store.load())?.studies).toHaveLength(3);
		let going = true;
		const saving = store
			.save(run(2), studies(10_000, { title: 'New' }), [])
			.finally(() => (going = false));
		const outcome = expect(saving).rejects.toThrow();
		// the trap: a connection that breaks between two statements tells it by an event that ends the
		// process when nobody listens
		while (going) await dropConnections();
		await outcome;
		expect((await store.load())?.studies).toHaveLength(3);
		expect((await store.save(run(3), studies(4), [])).entered).toHaveLength(1);
	});

	it('gives a store that works as soon as the database does, and never tells the password', async () => {
		const url = await server.schema();
		await server.stop();
		const said: string[] = [];
		const { store } = await openConfigured({ dataDir: '', databaseUrl: url }, (text) =>
			said.push(text)
		);
		opened(store);
		expect(said).toHaveLength(1);
		expect(said[0]).toMatch(/^The database postgresql:\/\/127.0.0.1:\d+\/postgres cannot be used:/);
		const refused = await store.newestRefreshId().catch(String);
		expect(refused).toMatch(/cannot be used/);
		expect(`${said} ${refused}`).not.toContain(server.password);
		await server.start();
		await store.save(run(1), studies(2), []);
		expect((await store.load())?.studies).toHaveLength(2);
		expect(placeOf('postgres://me:secret@db.example.org:5433/trials?sslmode=require')).toBe(
			'postgresql://db.example.org:5433/trials'
		);
	});

	/** A process of many, as the server is one; `leads` while it is the one that refreshes. */
	function member(url: string, wants = true) {
		const said: string[] = [];
		const state = { leads: false, heard: 0, said };
		const end = new AbortController();
		const done = takePart(
			url,
			{
				stored: () => (state.heard += 1),
				log: (text) => state.said.push(text),
				lead: wants
					? (term) => {
							state.leads = true;
							term.addEventListener('abort', () => (state.leads = false));
						}
					: undefined
			},
			end.signal
		);
		const leave = async () => {
			end.abort();
			await done;
		};
		ends.push(leave);
		return { state, leave };
	}

	it('has one leader; another follows when it leaves, when it is cut off, and none that will not', async () => {
		const url = await server.schema();
		const members = [member(url), member(url), member(url, false)];
		const leaders = () => members.filter(({ state }) => state.leads);
		await expect.poll(leaders, { timeout: 5000 }).toHaveLength(1);
		// another site in the same database has a leader of its own
		const elsewhere = member(await server.schema());
		await expect.poll(() => elsewhere.state.leads, { timeout: 5000 }).toBe(true);

		const [first] = leaders();
		await first?.leave();
		expect(leaders()).toEqual([]);
		await expect.poll(leaders, { timeout: 12_000 }).toHaveLength(1);
		expect(leaders()[0]).not.toBe(first);

		const cutOff = leaders()[0];
		await dropConnections();
		await expect.poll(() => cutOff?.state.leads, { timeout: 5000 }).toBe(false);
		await expect.poll(leaders, { timeout: 15_000 }).toHaveLength(1);
		expect(members[2]?.state.leads).toBe(false);
		expect(cutOff?.state.said.join()).toMatch(/is lost \(/);
		expect(members.flatMap(({ state }) => state.said).join()).not.toContain(server.password);
	}, 60_000);

	it('tells the others of what is stored when it is, and not of what is taken back', async () => {
		const url = await server.schema();
		const store = opened(openPostgres(url));
		await store.reach();
		const { state } = member(url, false);
		await expect.poll(() => state.heard, { timeout: 5000 }).toBe(1);
		const { refreshId } = await store.save(run(1), studies(2), []);
		await expect.poll(() => state.heard, { timeout: 1000 }).toBe(2);
		await store.recordCheck(refreshId, '2026-01-02T10:00:00.000Z');
		await expect.poll(() => state.heard, { timeout: 1000 }).toBe(3);
		const broken = [...studies(2, { title: 'New' })].map((each) => ({
			...each,
			record: { n: 1n }
		}));
		await expect(store.save(run(2), broken, [])).rejects.toThrow(/BigInt/);
		await wait(200);
		expect(state.heard).toBe(3);
	}, 20_000);
});
