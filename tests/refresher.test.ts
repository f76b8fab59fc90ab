import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHolder, type Holder } from '#lib/server/catalogue/holder.ts';
import { send, serve } from '#lib/server/registry/local-server.ts';
import { openDatabase, sqliteDialect } from '#lib/server/store/sqlite.ts';
import { openStore, storeOn, type Store } from '#lib/server/store/store.ts';
import { halfTyped } from './fixtures/odd-records.ts';
import { studiesAt } from './fixtures/studies/studies.ts';
import type { Faults } from './registry/faults.ts';
import { startRegistry, type Registry } from './registry/registry.ts';

/** What the registry can do wrong: the last good data stay, the reason is said, all mends itself. */

const records = studiesAt('2026-11-23');
const forever = new AbortController().signal;
let registry: Registry;
let store: Store;
let holder: Holder;
let said: string[];
let day: number;

/** Data of another day, so that the registry is asked for all studies. */
function publish(studies: readonly unknown[] = records) {
	day++;
	registry.setStudies(studies, { dataTimestamp: `2026-11-${day}T09:00:04` });
}
const refresh = () => holder.refresh(forever);
const hold = (of: Store = store) =>
	createHolder(
		of,
		{
			...{ baseUrl: registry.url, paceMs: 0, pageSize: 20, tries: 2, backoffMs: 1 },
			timeouts: { connect: 500, headers: 200, body: 200 }
		},
		(sentence) => said.push(sentence)
	);
const lastRuns = async () =>
	(await store.refreshes(9)).map(({ outcome, reason }) => reason ?? outcome);

beforeEach(async () => {
	registry = await startRegistry({ studies: records, dataTimestamp: '2026-11-10T09:00:04' });
	store = await openStore(':memory:');
	[said, day] = [[], 10];
	holder = await hold();
	await refresh();
	expect(holder.problem()).toBeUndefined();
	publish();
});
afterEach(async () => {
	await store.close();
	await registry.close();
});

describe('a fault of the registry', () => {
	const faults: [string, Faults, RegExp][] = [
		['429 without Retry-After', { tokenBucket: { capacity: 1, perSecond: 0.1 } }, /answers 429/],
		['403 of a firewall', { failNext: { times: 99, status: 403 } }, /does not let this program in/],
		['500', { failNext: { times: 99, status: 500 } }, /answers 500 .* asked 2 times/],
		['502', { failNext: { times: 99, status: 502 } }, /answers 502/],
		['503', { failNext: { times: 99, status: 503 } }, /answers 503/],
		['a web page with 200', { htmlWith200: true }, /sent a web page instead of data/],
		['nothing with 200', { emptyBodyWith200: true }, /sent nothing/],
		['cut JSON', { truncatedJson: true }, /cannot be read/],
		['a connection that breaks', { reset: true }, /does not answer/],
		['a request that hangs', { hang: true }, /does not answer/],
		['a body that trickles', { slowBody: 60_000 }, /does not answer/],
		['one token for ever', { tokenLoop: true }, /does not end/],
		['ever new tokens', { endlessTokens: true }, /does not end/],
		['data that never rest', { versionChangesMidCrawl: 99 }, /changed during each/],
		['a count that is too large', { wrongTotal: true }, /counted \d+ studies and sent/]
	];
	it.each(faults.flatMap(([name, fault, reason]) => [[name, fault, reason] as const]))(
		'%s',
		async (_, fault, reason) => {
			const before = holder.catalogue();
			// the version is told as it should be: the fault comes in the list
			registry.setFaults({ on: ['studies'], ...fault });
			await refresh();
			expect(holder.catalogue()).toBe(before);
			expect(holder.problem()).toMatch(reason);
			expect(holder.problem()).not.toMatch(/127\.0\.0\.1|query/);
			expect(said.join()).toMatch(reason);
			expect((await lastRuns())[0]).toMatch(reason);
			expect((await store.load())?.studies).toHaveLength(before.studies.length);

			registry.setFaults({});
			await refresh();
			expect(holder.problem()).toBeUndefined();
			expect(holder.catalogue().version).toBe(before.version);
			expect(holder.catalogue().dataTimestamp).toBe((await store.lastLive())?.dataTimestamp);
			expect(await lastRuns()).toEqual(['done', expect.stringMatching(reason), 'done']);
		},
		20_000
	);

	it.each<[string, Faults]>([
		['every second request fails', { everySecondFails: true }],
		['rows repeat', { repeatRows: true }],
		['a page is empty', { emptyPageWithToken: true }],
		['the data change once', { versionChangesMidCrawl: 1 }]
	])('that can be overcome is: %s', async (_, fault) => {
		const before = holder.catalogue();
		registry.setFaults({ on: ['studies'], ...fault });
		await refresh();
		expect(holder.problem()).toBeUndefined();
		expect(holder.catalogue().version).toBe(before.version);
		expect(await lastRuns()).toEqual(['done', 'done']);
	});
});

describe('records that are wrong', () => {
	const number = (record: unknown) => /NCT\d{8}/.exec(JSON.stringify(record))?.[0] ?? '';
	const [first] = records;
	/** The first record with another title, as JSON of its own. */
	const titled = (briefTitle: unknown): unknown =>
		JSON.parse(JSON.stringify(first), (key, value: unknown) =>
			key === 'briefTitle' ? briefTitle : value
		);

	it('null among the studies is set aside, and the next good answer has none', async () => {
		const before = holder.catalogue();
		registry.setFaults({ nullRecords: true });
		await refresh();
		expect(holder.problem()).toBeUndefined();
		expect(holder.catalogue().studies).toHaveLength(before.studies.length);
		expect(holder.catalogue().setAside.length).toBeGreaterThan(0);
		registry.setFaults({});
		publish();
		await refresh();
		expect(holder.catalogue().version).toBe(before.version);
	});

	it('half-typed ones are set aside or read in part, each by itself', async () => {
		const before = holder.catalogue().studies.length;
		publish([...records, ...Object.values(halfTyped)]);
		await refresh();
		const { studies, setAside } = holder.catalogue();
		expect(holder.problem()).toBeUndefined();
		expect(setAside.length).toBeGreaterThan(5);
		expect(studies.length - before + setAside.length).toBe(Object.keys(halfTyped).length);
		expect(setAside.every(({ reason, nctId }) => nctId && reason)).toBe(true);
	});

	it('a study whose record cannot be read any more keeps its last good one', async () => {
		publish([titled(7), ...records.slice(1)]);
		await refresh();
		expect(holder.problem()).toBeUndefined();
		expect(holder.catalogue().setAside.map(({ nctId }) => nctId)).toEqual([number(first)]);
		expect(holder.record(holder.catalogue().studies[0]?.study.nctId ?? 'NCT00000000')).toBeTruthy();
		expect((await store.load())?.studies.map(({ nctId }) => nctId)).toContain(number(first));
	});

	it.each([
		['10 MB of one text', titled('restless '.repeat(1_100_000))],
		['10 MB of one word', titled('x'.repeat(10_000_000))]
	])(
		'one of %s is set aside, and holds nobody up',
		async (_, huge) => {
			publish([huge, ...records.slice(1)]);
			let [longest, last] = [0, performance.now()];
			const beat = setInterval(() => {
				const now = performance.now();
				[longest, last] = [Math.max(longest, now - last), now];
			}, 5);
			await refresh();
			clearInterval(beat);
			expect(holder.problem()).toBeUndefined();
			expect(holder.catalogue().setAside).toEqual([
				{
					nctId: number(first),
					reason: 'The record is too large: more than 4 MB, or 300 KB in one text'
				}
			]);
			expect(longest).toBeLessThan(2000);
			// not 10 MB more in the database with each refresh
			expect(JSON.stringify((await store.load())?.setAside).length).toBeLessThan(1000);
		},
		30_000
	);

	it('one that is nested without end is read as far as records go', async () => {
		const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
		const text = JSON.stringify(titled('Deep')).replace('"briefTitle":', `"x":${deep},$&`);
		// the stand-in cannot hold such a record: it answers as the registry would
		const server = await serve(({ path }, response) =>
			path.endsWith('/version')
				? send(response, { apiVersion: '2.0.5', dataTimestamp: '2026-11-30T09:00:04' })
				: send(
						response,
						`{"studies":[${text},${records.slice(1).map((each) => JSON.stringify(each))}]}`
					)
		);
		const deepHolder = await createHolder(store, { baseUrl: server.url, paceMs: 0 }, (sentence) =>
			said.push(sentence)
		);
		await deepHolder.refresh(forever);
		await server.close();
		expect(deepHolder.problem()).toBeUndefined();
		expect(deepHolder.catalogue().studies.map(({ study }) => study.title)).toContain('Deep');
	});

	it('words that are new to us are taken as they are', async () => {
		const renamed = JSON.parse(
			JSON.stringify(first).replace(/"overallStatus":"[A-Z_]+"/, '"overallStatus":"PONDERING"')
		);
		publish([renamed, ...records.slice(1)]);
		await refresh();
		expect(holder.problem()).toBeUndefined();
		expect(holder.catalogue().setAside).toEqual([]);
		const study = holder
			.catalogue()
			.studies.find(({ study: { nctId } }) => nctId === number(first));
		expect(JSON.stringify(study)).toContain('PONDERING');
	});

	it('script in every text is text: taken in, with nothing set aside', async () => {
		const script = '<script>alert(1)</script>';
		const texts = new Set(['briefTitle', 'officialTitle', 'briefSummary', 'detailedDescription']);
		const hostile = JSON.parse(JSON.stringify(records), (key, value: unknown) =>
			texts.has(key) ? `${String(value)} ${script}` : value
		);
		publish(hostile);
		await refresh();
		expect(holder.problem()).toBeUndefined();
		expect(holder.catalogue().setAside).toEqual([]);
		expect(holder.catalogue().studies[0]?.study.title).toContain(script);
	});
});

describe('an answer that lacks more than a fifth of the studies', () => {
	const half = records.slice(0, Math.floor(records.length / 2));

	it('is held back and said; the next one is asked for although nothing is newer, and believed', async () => {
		const before = holder.catalogue();
		publish(half);
		await refresh();
		expect(holder.catalogue()).toBe(before);
		expect(holder.problem()).toMatch(/lacks \d+ of the \d+ studies that it sent before; the old/);
		expect((await lastRuns())[0]).toBe(holder.problem());
		expect((await store.load())?.studies).toHaveLength(before.studies.length);

		await refresh();
		expect(holder.problem()).toBeUndefined();
		expect(holder.catalogue().studies.length).toBeLessThan(before.studies.length);
		expect(said.join()).toMatch(/A second answer of the registry lacks/);
		// from now on the answer is the measure
		await refresh();
		expect(await store.lastLive()).toHaveProperty('checkedAt');
	});

	it('is asked again even where the registry goes back to the version of the last good data', async () => {
		const before = holder.catalogue().studies.length;
		publish(half);
		await refresh();
		registry.setStudies(half, { dataTimestamp: '2026-11-10T09:00:04' });
		await refresh();
		expect(holder.problem()).toBeUndefined();
		expect(holder.catalogue().studies.length).toBeLessThan(before);
	});

	it('is dropped when the next one is whole again', async () => {
		const before = holder.catalogue();
		publish(half);
		await refresh();
		publish();
		await refresh();
		expect(holder.problem()).toBeUndefined();
		expect(holder.catalogue().version).toBe(before.version);
		expect(
			(await store.steps({ since: '2000', limit: 999 })).map(({ now }) => now.kind)
		).not.toContain('left');
		// the first half answer is no confirmation of a later one
		publish(half);
		await refresh();
		expect(holder.problem()).toMatch(/lacks/);
	});

	it('counts studies that come in a shape that we cannot read as sent', async () => {
		publish(
			records.map((record, index) =>
				index < records.length / 2
					? JSON.parse(JSON.stringify(record), (key, value: unknown) =>
							key === 'briefTitle' ? 7 : value
						)
					: record
			)
		);
		await refresh();
		expect(holder.problem()).toBeUndefined();
		expect(holder.catalogue().studies).toHaveLength((await store.load())?.studies.length ?? 0);
	});

	it('is held back when the registry begins to refuse the wide question', async () => {
		const narrower = records.filter((_, index) => index % 3 === 0);
		publish(narrower);
		registry.setFaults({ refuseWide: true });
		await refresh();
		expect(holder.problem()).toMatch(/refused the wide question.* lacks/);
		expect(holder.catalogue().narrow).toBe(false);
		await refresh();
		expect(holder.problem()).toBeUndefined();
		expect(holder.catalogue().narrow).toBe(true);
	});
});

describe('a disk that is full', () => {
	it('leaves the old data in hand, is said in words, and all mends itself when there is room', async () => {
		const database = openDatabase(':memory:');
		const tight = await storeOn(sqliteDialect({ database }), 'sqlite', 'memory');
		holder = await hold(tight);
		await refresh();
		const before = holder.catalogue();
		const pages = database.prepare('pragma page_count').get()?.['page_count'];
		database.exec(`pragma max_page_count=${String(pages)}`);
		const changed = JSON.parse(
			JSON.stringify(records).replaceAll('"briefTitle":"', '"briefTitle":"Revised: ')
		);
		publish(changed);
		await refresh();
		expect(holder.catalogue()).toBe(before);
		expect(holder.problem()).toBe('What the registry sent could not be stored: the disk is full');
		database.exec('pragma max_page_count=1000000');
		await refresh();
		expect(holder.problem()).toBeUndefined();
		expect(holder.catalogue().studies[0]?.study.title).toMatch(/^Revised/);
		await tight.close();
	});
});
