import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHolder } from '#lib/server/catalogue/holder.ts';
import { openStore, type Store } from '#lib/server/store/store.ts';
import { studiesAt } from './fixtures/studies/studies.ts';
import { startRegistry, type Registry } from './registry/registry.ts';

/** The catalogue in hand of a process that shares its store with others. */

const records = studiesAt('2026-11-23');
const forever = new AbortController().signal;
let registry: Registry;
let store: Store;
let said: string[];

beforeEach(async () => {
	registry = await startRegistry({ studies: records, dataTimestamp: '2026-11-02T09:00:04' });
	store = await openStore(':memory:');
	said = [];
});
afterEach(async () => {
	await store.close();
	await registry.close();
});

const hold = (of: Store = store, shared = true) =>
	createHolder(
		of,
		{ baseUrl: registry.url, paceMs: 0, pageSize: 1000, userAgent: 'test' },
		(text) => said.push(text),
		{ shared }
	);

describe('one that follows', () => {
	it('has what the leader stored, as live, with the time of its last check', async () => {
		const [leader, follower, alone] = [await hold(), await hold(), await hold(store, false)];
		await leader.refresh(forever);
		await Promise.all([follower, alone].map((each) => each.followStore()));
		const first = follower.catalogue();
		expect(first).toEqual(leader.catalogue());
		expect(first.source).toBe('live');
		// a process that shares its store with nobody knows only what it asked itself
		expect(alone.catalogue().source).toBe('stored');
		await follower.followStore();
		expect(follower.catalogue()).toBe(first);

		// the registry has nothing newer: no run, no revision, a later check for both
		await leader.refresh(forever);
		await follower.followStore();
		const { fetchedAt, version } = follower.catalogue();
		expect(fetchedAt).toBe(leader.catalogue().fetchedAt);
		expect([version, fetchedAt && fetchedAt > (first.fetchedAt ?? '')]).toEqual([
			first.version,
			true
		]);
		expect(await store.refreshes(9)).toHaveLength(1);
		// and a process that starts later knows it, too
		expect((await hold()).catalogue().fetchedAt).toBe(fetchedAt);
	});

	it('takes in what it missed before it leads', async () => {
		const [leader, follower] = [await hold(), await hold()];
		await leader.refresh(forever);
		// the trap: the store is up to date, the data in hand are not, and "nothing newer" is the answer
		await follower.refresh(forever);
		expect(follower.catalogue().version).toBe(leader.catalogue().version);
		expect(await store.refreshes(9)).toHaveLength(1);
	});
});

describe('one that leads', () => {
	it('stores nothing once its term is over, and asks anew in the next one', async () => {
		registry.setFaults({ on: ['studies'], slowBody: 300 });
		const holder = await hold();
		const term = new AbortController();
		const old = holder.refresh(term.signal);
		await expect.poll(() => registry.served.slowBody).toBeGreaterThan(0);
		term.abort();
		// the trap: the new term joins the asking of the old one, which ends in nothing
		const next = holder.refresh(forever);
		await old;
		expect(await store.refreshes(9)).toEqual([]);
		registry.setFaults({});
		await next;
		expect(holder.catalogue().source).toBe('live');
		expect(holder.problem()).toBeUndefined();
		expect(await store.refreshes(9)).toHaveLength(1);
	});

	it('asks once for all who ask at the same time', async () => {
		const holder = await hold();
		await Promise.all([holder.refresh(forever), holder.refresh(forever), holder.followStore()]);
		expect(await store.refreshes(9)).toHaveLength(1);
		// a second asking would have been told that there is nothing newer
		expect(await store.lastLive()).not.toHaveProperty('checkedAt');
	});
});

describe('a store that cannot be written', () => {
	it('keeps what is in hand; where it is, is for the log only', async () => {
		const save = () => Promise.reject(new Error('connect ECONNREFUSED db.internal'));
		const holder = await hold({ ...store, save });
		await holder.refresh(forever);
		expect(holder.catalogue().source).toBe('starter');
		expect(holder.problem()).toBe('What the registry sent could not be stored');
		expect(said.join()).toMatch(/could not be stored: .*db.internal/);
	});
});

describe('a store that cannot be read', () => {
	it('leaves the starter, is said once, and nobody is asked; then all goes on', async () => {
		let away = true;
		const flaky: Store = {
			...store,
			newestRefreshId: () =>
				away
					? Promise.reject(new Error('connect ECONNREFUSED db.internal'))
					: store.newestRefreshId()
		};
		const holder = await hold(flaky);
		await holder.followStore();
		await holder.refresh(forever);
		expect(holder.catalogue().source).toBe('starter');
		expect(registry.requests).toEqual([]);
		expect(said).toEqual(['The store cannot be read: Error: connect ECONNREFUSED db.internal']);
		// where the database is, is not for every visitor of /readyz
		expect(holder.problem()).toBe('The store cannot be read');
		away = false;
		await holder.refresh(forever);
		expect(holder.catalogue().source).toBe('live');
		expect(holder.problem()).toBeUndefined();
	});
});
