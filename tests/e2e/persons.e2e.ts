import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { studiesAt } from '../fixtures/studies/studies.ts';
import { startRegistry } from '../registry/registry.ts';
import { startSite } from '../site.ts';

/** The invented contacts of the invented studies: what must not be found anywhere but on a live page. */
const contact = /555-01\d\d|@example\.org/;

test('no contact of a person is in the store, the log, an export, a feed or the API', async () => {
	const today = new Date().toISOString().slice(0, 10);
	const studies = studiesAt(today);
	expect(JSON.stringify(studies)).toMatch(contact);
	const registry = await startRegistry({ studies });
	const site = await startSite({ CTGOV_BASE_URL: registry.url, CTGOV_PACE_MS: '0' });
	await site.until(({ source }) => source === 'live');
	const get = async (path: string) => (await fetch(`${site.url}${path}`)).text();
	// there it is, where it belongs
	expect(await get('/trials/NCT90000001')).toMatch(contact);
	for (const path of [
		'/api/v1/studies?scope=all&size=100',
		'/api/v1/studies/NCT90000001',
		'/api/v1/studies.csv?scope=all',
		'/api/v1/studies.ndjson?scope=all',
		'/api/v1/studies.ris?scope=all',
		'/api/v1/studies.bib?scope=all',
		'/api/v1/receipt?scope=all',
		'/api/v1/changes',
		'/api/v1/catalogue',
		'/feed.xml?scope=all',
		'/feed.json?scope=all',
		'/trials?scope=all&size=100',
		'/trials/compare?ids=NCT90000001,NCT90000002&print=normal',
		'/metrics'
	])
		expect(contact.exec(await get(path))?.[0], path).toBeUndefined();
	for (const name of readdirSync(site.dataDir)) {
		const bytes = readFileSync(join(site.dataDir, name)).toString('latin1');
		expect(contact.exec(bytes)?.[0], name).toBeUndefined();
	}
	expect(contact.exec(site.output())?.[0], 'the log').toBeUndefined();
	await site.stop();
	await registry.close();
});

test('the fixtures name nobody who lives', () => {
	const folder = 'tests/fixtures';
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
		/\.(?:json|ts|tsv)$/.test(name)
	);
	expect(files.length).toBeGreaterThan(300);
	for (const name of files) {
		const text = readFileSync(join(folder, name), 'utf8');
		for (const [mail] of text.matchAll(/[\w.+-]+@[\w-]+\.[a-z]{2,}/gi))
			expect(mail, name).toMatch(/@(?:[\w-]+\.)?example(?:\.|$)/i);
		for (const [phone] of text.matchAll(/\(?\b\d{3}\)?[ .-]\d{3}[.-]\d{4}\b/g))
			expect(phone, name).toMatch(/555[.-]?\d{4}$/);
	}
});
