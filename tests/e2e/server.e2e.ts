import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { studiesAt } from '../fixtures/studies/studies.ts';
import { startRegistry } from '../registry/registry.ts';
import { startSite, type Site } from '../site.ts';

/** The built server from outside: start, refresh, stop, import, damage. */

const today = new Date().toISOString().slice(0, 10);
const never = { REFRESH_MINUTES: '0' };
let folder: string;

test.beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'finder-'));
});
test.afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

const asking = (url: string, more: Record<string, string> = {}) => ({
	CTGOV_BASE_URL: url,
	CTGOV_PACE_MS: '0',
	REFRESH_MINUTES: '0.02',
	DATA_DIR: folder,
	...more
});

async function total(site: Site, query = ''): Promise<number> {
	const answer = await fetch(`${site.url}/api/v1/studies${query}`);
	return (await answer.json()).total;
}

test('without network it starts from the starter catalogue, none of which counts as open', async ({
	page
}) => {
	const site = await startSite({ ...never, DATA_DIR: folder });
	const state = await site.until(({ ready }) => ready);
	expect(state).toMatchObject({ source: 'starter', studies: 80, setAside: 0 });
	expect(await total(site, '?scope=all&status=open')).toBe(0);
	expect(await total(site, '?mechanism=iron')).toBeGreaterThanOrEqual(5);
	const answer = await page.goto(`${site.url}/trials?mechanism=iron`);
	expect(answer?.status()).toBe(200);
	await expect(page.getByText('A fixed set of 80 records.')).toBeVisible();
	await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
	await expect(page.getByRole('link', { name: /Injectafer/ })).toBeVisible();
	// recruiting, by a copy that does not say when that was confirmed: neither open nor "two years old"
	const { studies } = await (
		await fetch(`${site.url}/api/v1/studies?status=recruiting&size=100`)
	).json();
	const undated = studies.find(({ verified }: { verified?: string }) => verified === undefined);
	await page.goto(`${site.url}/trials/${undated.nctId}`);
	await expect(page.getByText('does not say when this was last confirmed')).toBeVisible();
	const study = await (await fetch(`${site.url}/api/v1/studies/NCT02397057`)).json();
	expect(study.record).toBeNull();
	expect(JSON.stringify(study)).not.toContain('"quote"');
	expect(await site.stop()).toBe(0);
});

test('it says in one line where to look, and a bad variable in one sentence that names it', async () => {
	const site = await startSite({ ...never, DATA_DIR: folder });
	expect(site.output()).toMatch(/look at http:\/\/localhost:\d+/);
	await site.stop();
	for (const [name, value] of [
		['REFRESH_MINUTES', 'often'],
		['CTGOV_PAGE_SIZE', '5000'],
		['CTGOV_BASE_URL', 'clinicaltrials'],
		['PORT', 'x']
	] as const) {
		const { status, stderr } = spawnSync(process.execPath, ['src/bin/start.js'], {
			env: { ...process.env, DATA_DIR: folder, PORT: '0', [name]: value },
			encoding: 'utf8',
			timeout: 20_000
		});
		expect(status, name).toBe(1);
		expect(stderr, name).toContain(name);
	}
});

test('what was fetched is there after a start without network', async () => {
	const registry = await startRegistry({ studies: studiesAt(today) });
	const first = await startSite(asking(registry.url));
	const live = await first.until(({ source }) => source === 'live');
	expect(await first.stop()).toBe(0);
	await registry.close();

	const again = await startSite(asking('http://127.0.0.1:1/api/v2'));
	const stored = await again.until(({ problem }) => problem !== null);
	expect(stored).toMatchObject({
		source: 'stored',
		studies: live.studies,
		version: live.version
	});
	const page = await (await fetch(`${again.url}/trials`)).text();
	expect(page).toContain('Stored data.');
	await again.stop();
});

test('an unchanged refresh adds no revision, one with 4 changed records adds 4', async () => {
	const records = studiesAt(today);
	const registry = await startRegistry({ studies: records, dataTimestamp: '2026-11-02T09:00:04' });
	const site = await startSite(asking(registry.url));
	const { studies } = await site.until(({ source }) => source === 'live');
	const crawls = () =>
		site
			.output()
			.match(/Refreshed: [^"]*/g)
			?.map((line) => line.replace(/^.*aside; /, '')) ?? [];
	expect(crawls()).toEqual([`${studies} entered, 0 changed, 0 left, 0 relabelled`]);

	registry.setStudies(records, { dataTimestamp: '2026-11-03T09:00:04' });
	await expect.poll(crawls, { timeout: 15_000 }).toHaveLength(2);
	const changed = records.map((record, index) =>
		index < 4
			? JSON.parse(JSON.stringify(record).replace(/"briefTitle":"/, '"briefTitle":"Revised: '))
			: record
	);
	registry.setStudies(changed, { dataTimestamp: '2026-11-04T09:00:04' });
	await expect.poll(crawls, { timeout: 15_000 }).toHaveLength(3);
	expect(crawls().slice(1)).toEqual([
		'0 entered, 0 changed, 0 left, 0 relabelled',
		'0 entered, 4 changed, 0 left, 0 relabelled'
	]);
	// nothing new at the registry: it is asked for its version only
	const before = registry.requests.filter(({ path }) => path.endsWith('/studies')).length;
	await expect
		.poll(() => registry.requests.filter(({ path }) => path.endsWith('/version')).length)
		.toBeGreaterThan(12);
	expect(registry.requests.filter(({ path }) => path.endsWith('/studies')).length).toBe(before);
	await site.stop();
	await registry.close();
});

test('when the registry refuses the wide question, the narrow one is asked and the page says so', async () => {
	const registry = await startRegistry({
		studies: studiesAt(today),
		faults: { refuseWide: true }
	});
	const site = await startSite(asking(registry.url));
	await site.until(({ source }) => source === 'live');
	expect(registry.served['refuseWide']).toBeGreaterThan(0);
	const page = await (await fetch(`${site.url}/trials`)).text();
	expect(page).toContain('The registry refused the wide question');
	await site.stop();
	await registry.close();
});

test('a registry that fails leaves the old data, says so, and is asked again', async () => {
	const registry = await startRegistry({
		studies: studiesAt(today),
		faults: { htmlWith200: true }
	});
	const site = await startSite(asking(registry.url));
	await expect.poll(() => registry.served['htmlWith200'], { timeout: 10_000 }).toBeGreaterThan(0);
	expect((await fetch(`${site.url}/trials?mechanism=iron`)).status).toBe(200);
	registry.setFaults({});
	await site.until(({ source }) => source === 'live');
	await site.stop();
	await registry.close();
});

test('records brought by hand are taken in by a running server', async () => {
	const file = join(folder, 'brought.json');
	writeFileSync(
		file,
		JSON.stringify({ studies: [...studiesAt(today).slice(0, 5), { odd: true }] })
	);
	const site = await startSite({ ...never, DATA_DIR: folder });
	const { status, stdout } = spawnSync(process.execPath, ['src/bin/import.ts', file], {
		env: { ...process.env, DATA_DIR: folder },
		encoding: 'utf8'
	});
	expect(stdout).toContain('6 records read: 5 new, 0 changed, 0 relabelled, 1 set aside');
	expect(status).toBe(0);
	const state = await site.until(({ source }) => source === 'stored');
	expect(state).toMatchObject({ studies: 5, setAside: 1 });
	const study = await (await fetch(`${site.url}/api/v1/studies/NCT90000001`)).text();
	expect(study).toContain('"quote"');
	expect(study).not.toContain('example.org');
	await site.stop();
});

test('a damaged store is kept aside, said, and begun anew', async () => {
	const registry = await startRegistry({ studies: studiesAt(today) });
	writeFileSync(join(folder, 'finder.db'), 'this is no database '.repeat(400));
	const site = await startSite(asking(registry.url));
	await site.until(({ source }) => source === 'live');
	expect(site.output()).toMatch(/damaged/);
	expect(readdirSync(folder).filter((name) => name.startsWith('finder.db.damaged-'))).toHaveLength(
		1
	);
	await site.stop();
	await registry.close();
});

test('forms and links work on any host and port without ORIGIN', async () => {
	const site = await startSite({ ...never, DATA_DIR: folder });
	const { port } = new URL(site.url);
	for (const host of ['127.0.0.1', 'localhost']) {
		const page = await (await fetch(`http://${host}:${port}/trials?mechanism=iron`)).text();
		expect(page).toContain(`href="http://${host}:${port}/trials?mechanism=iron"`);
	}
	// a client cannot choose the protocol by the header that the server keeps for itself
	const forged = await fetch(`${site.url}/trials`, { headers: { 'x-finder-protocol': 'https' } });
	expect(await forged.text()).toContain(`href="${site.url}/trials"`);
	await site.stop();
});

test('SIGTERM ends it: requests in flight finish, the port is free again', async () => {
	const site = await startSite({ ...never, DATA_DIR: folder });
	const inFlight = Array.from({ length: 10 }, () => fetch(`${site.url}/trials?size=100`));
	const answers = await Promise.all(inFlight);
	const code = site.stop();
	expect(answers.every(({ status }) => status === 200)).toBe(true);
	expect(await code).toBe(0);
	await expect(fetch(site.url)).rejects.toThrow();
});
