import { expect, test } from '@playwright/test';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hugeRecord, oddRecords, withoutId } from '../fixtures/odd-records.ts';
import type { Faults } from '../registry/faults.ts';
import { startRegistry } from '../registry/registry.ts';
import { startSite } from '../site.ts';

/** Real registry records, where somebody has a folder of them: CORPUS_DIR=DIR npm test. */
const corpus = process.env['CORPUS_DIR'] ?? '../shared/corpus';
const folders = ['rls', 'near', 'any'].map((name) => join(corpus, name));

function records(): unknown[] {
	return folders.flatMap((folder) =>
		readdirSync(folder)
			.filter((name) => name.endsWith('.json'))
			.map((name): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8')))
	);
}

test.describe('every record of the corpus is taken in', () => {
	test.skip(!folders.every((folder) => existsSync(folder)), 'the real records are not at hand');

	const ways: [name: string, env: Record<string, string>, faults: Faults][] = [
		['in pages of 1000', {}, {}],
		['in pages of 7', { CTGOV_PAGE_SIZE: '7' }, {}],
		['with repeated rows', { CTGOV_PAGE_SIZE: '50' }, { repeatRows: true }],
		['with an empty page in between', { CTGOV_PAGE_SIZE: '50' }, { emptyPageWithToken: true }],
		['with every second request failing', { CTGOV_PAGE_SIZE: '100' }, { everySecondFails: true }]
	];
	for (const [name, env, faults] of ways)
		test(name, async () => {
			test.setTimeout(90_000);
			const studies = records();
			const registry = await startRegistry({ studies, faults });
			const site = await startSite({
				CTGOV_BASE_URL: registry.url,
				CTGOV_QUERY: 'ALL',
				CTGOV_PACE_MS: '0',
				...env
			});
			const state = await site.until(({ source }) => source === 'live', 80_000);
			expect(state).toMatchObject({ studies: studies.length, setAside: 0 });
			const served: Record<string, number> = registry.served;
			for (const fault of Object.keys(faults)) expect(served[fault], fault).toBeGreaterThan(0);
			const ids = new Set<string>();
			for (let page = 1; ids.size < studies.length && page < 20; page += 1) {
				const answer = await fetch(
					`${site.url}/api/v1/studies?scope=all&size=100&sort=title&page=${page}`
				);
				for (const { nctId } of (await answer.json()).studies) ids.add(nctId);
			}
			expect(ids.size).toBe(studies.length);
			await site.stop();
			await registry.close();
		});

	test('with odd records among them: those are set aside or taken in, all others are there', async () => {
		test.setTimeout(90_000);
		const good = records();
		const registry = await startRegistry({
			studies: [...good, ...oddRecords, withoutId, hugeRecord()]
		});
		const site = await startSite({
			CTGOV_BASE_URL: registry.url,
			CTGOV_QUERY: 'ALL',
			CTGOV_PACE_MS: '0',
			CTGOV_PAGE_SIZE: '100'
		});
		const state = await site.until(({ source }) => source === 'live', 80_000);
		expect(state.studies).toBeGreaterThan(good.length);
		expect(state.setAside).toBeGreaterThan(0);
		const { setAsideRecords } = await (await fetch(`${site.url}/api/v1/catalogue`)).json();
		expect(setAsideRecords).toHaveLength(state.setAside);
		await site.stop();
		await registry.close();
	});
});
