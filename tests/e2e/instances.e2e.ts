import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { studiesAt } from '../fixtures/studies/studies.ts';
import { leavesOutPostgres } from '../postgres-programs.ts';
import { startPostgres, type Postgres } from '../postgres.ts';
import { startRegistry, type Registry } from '../registry/registry.ts';
import { startSite, type Site } from '../site.ts';

/** Many processes of the built site on one PostgreSQL: one refreshes, the others follow. */

test.skip(leavesOutPostgres(), 'there is no PostgreSQL on this machine');

const records = studiesAt(new Date().toISOString().slice(0, 10));
let server: Postgres;
let registry: Registry;
let sites: Site[];

test.beforeEach(async () => {
	sites = [];
	server = await startPostgres();
	registry = await startRegistry({ studies: records, dataTimestamp: '2026-11-02T09:00:04' });
});
test.afterEach(async () => {
	await Promise.all(sites.map((site) => site.stop()));
	await registry.close();
	await server.remove();
});

/** Starts one more process; the registry knows it by its name. */
async function start(name: string): Promise<Site> {
	const site = await startSite({
		DATABASE_URL: server.url,
		CTGOV_BASE_URL: registry.url,
		CTGOV_USER_AGENT: name,
		CTGOV_PACE_MS: '0',
		REFRESH_MINUTES: '0.02'
	});
	sites.push(site);
	return site;
}

/** Who asked the registry since an instant. */
const askers = (since = 0) => [
	...new Set(registry.requests.filter(({ at }) => at > since).map(({ userAgent }) => userAgent))
];

/** The first records with another title, as the registry's data of a day. */
function revise(count: number, word: string, dataTimestamp: string): void {
	const revised = records.map((record, at) =>
		at < count
			? JSON.parse(JSON.stringify(record).replace(/"briefTitle":"/, `"briefTitle":"${word}: `))
			: record
	);
	registry.setStudies(revised, { dataTimestamp });
}

/** When each of the sites has other data than of a version, and of which version these are. */
function swaps(of: Site[], before: string) {
	return Promise.all(
		of.map(async (site) => {
			const { version } = await site.until(({ version }) => version !== before);
			return { version, at: Date.now() };
		})
	);
}

const kinds = async () =>
	Object.fromEntries(
		(
			await server.query(
				'select kind, count(*)::int as n from revision group by kind order by kind'
			)
		).map(({ kind, n }) => [kind, n])
	);

const send = (site: Site, path: string, fields: Record<string, string>) =>
	fetch(`${site.url}${path}`, {
		method: 'POST',
		headers: { accept: 'text/html', origin: site.url },
		body: new URLSearchParams(fields)
	}).then(({ status }) => status);

/** A visitor of one of the sites says what may be said. */
async function speak(site: Site): Promise<void> {
	expect(await send(site, '/causes/iron?/rate', { rating: 'helpful' })).toBe(200);
	const report = { label: 'mechanism:iron', verdict: 'wrong', comment: `at ${site.url}` };
	expect(await send(site, '/trials/NCT90000001?/report', report)).toBe(200);
}

test('one refreshes, the others follow within 5 s; it is killed, another takes over within 30 s', async () => {
	test.setTimeout(120_000);
	const names = ['a', 'b', 'c'];
	const started = await Promise.all(names.map(start));
	const first = await Promise.all(
		sites.map((site) => site.until(({ source }) => source === 'live'))
	);
	const before = first[0]?.version ?? '';
	expect(first.map(({ version, studies }) => [version, studies])).toEqual(
		first.map(() => [before, first[0]?.studies])
	);
	const entered = await kinds();
	expect(entered).toEqual({ entered: first[0]?.studies });
	expect(askers()).toHaveLength(1);

	revise(4, 'First', '2026-11-03T09:00:04');
	const swapped = await swaps(sites, before);
	expect(new Set(swapped.map(({ version }) => version)).size).toBe(1);
	const times = swapped.map(({ at }) => at);
	expect(Math.max(...times) - Math.min(...times)).toBeLessThan(5000);
	expect(await kinds()).toEqual({ ...entered, changed: 4 });
	await Promise.all(sites.map(speak));

	// that the registry has nothing newer reaches those who did not ask it
	const checks = () =>
		Promise.all(
			sites.map(async ({ url }) => {
				const answer = await fetch(`${url}/api/v1/catalogue`);
				return String((await answer.json()).fetchedAt);
			})
		);
	const earlier = await checks();
	await expect
		.poll(async () => (await checks()).every((at, index) => at > (earlier[index] ?? '')))
		.toBe(true);

	const [leader] = askers();
	const killed = started[names.indexOf(leader ?? '')];
	sites = sites.filter((site) => site !== killed);
	const killedAt = Date.now();
	await killed?.kill();
	await expect.poll(() => askers(killedAt + 500).length, { timeout: 30_000 }).toBe(1);
	expect(askers(killedAt + 500)).not.toContain(leader);
	console.log(`Another process took over ${Date.now() - killedAt} ms after the leader was killed`);

	// one more joins, and follows
	await start('d');
	await sites[2]?.until(({ source }) => source === 'live');
	revise(6, 'Second', '2026-11-04T09:00:04');
	const again = await swaps(sites, swapped[0]?.version ?? '');
	expect(new Set(again.map(({ version }) => version)).size).toBe(1);
	await Promise.all(sites.map(speak));
	expect(askers(killedAt + 500)).toHaveLength(1);
	expect(await kinds()).toEqual({ ...entered, changed: 10 });
	expect(
		await server.query(
			'select nct_id from revision group by nct_id, kind, hash having count(*) > 1'
		)
	).toEqual([]);
	const [kept] = await server.query(
		'select (select count(*)::int from rating) as ratings, (select count(*)::int from label_report) as reports'
	);
	expect(kept).toEqual({ ratings: 6, reports: 6 });
	for (const site of sites) expect(site.output()).not.toContain(server.password);
	for (const site of sites.splice(0)) expect(await site.stop()).toBe(0);
});

test('without its database it serves what it has, says so, and goes on when the database is back', async () => {
	test.setTimeout(90_000);
	await server.stop();
	const site = await start('alone');
	const away = await site.until(({ ready }) => ready);
	expect(away).toMatchObject({ source: 'starter', problem: 'The store cannot be read' });
	expect((await fetch(`${site.url}/trials?mechanism=iron`)).status).toBe(200);
	expect(await send(site, '/causes/iron?/rate', { rating: 'helpful' })).toBe(503);
	expect(site.output()).toContain('could not be kept');

	await server.start();
	const { version } = await site.until(({ source, problem }) => source === 'live' && !problem);
	expect(await send(site, '/causes/iron?/rate', { rating: 'helpful' })).toBe(200);

	await server.stop();
	const kept = await site.until(({ problem }) => problem !== null);
	expect(kept).toMatchObject({ ready: true, source: 'live', version });
	expect((await fetch(`${site.url}/trials`)).status).toBe(200);
	await server.start();
	await site.until(({ problem }) => problem === null);
	revise(4, 'Later', '2026-11-05T09:00:04');
	await swaps([site], version);
	expect(site.output()).not.toContain(server.password);
});

test('an address that is none stops the start, and its password is not told', () => {
	for (const address of ['mysql://me:secret-word@db/x', 'postgresql://me:secret-word@:x/x', 'x']) {
		const { status, stderr, stdout } = spawnSync(process.execPath, ['src/bin/start.js'], {
			env: { ...process.env, PORT: '0', DATABASE_URL: address },
			encoding: 'utf8',
			timeout: 20_000
		});
		expect(status, address).toBe(1);
		expect(stderr).toContain('DATABASE_URL');
		expect(stderr + stdout).not.toContain('secret-word');
	}
});
