import { expect, test } from '@playwright/test';
import { open } from '../fixtures/studies/places.ts';
import { studiesAt } from '../fixtures/studies/studies.ts';
import { startRegistry } from '../registry/registry.ts';
import { startSite } from '../site.ts';

/** What a refresh changed, as visitors and feed readers see it. */

const today = new Date().toISOString().slice(0, 10);
const day = (add: number) =>
	new Date(Date.parse(today) + add * 86_400_000).toISOString().slice(0, 10);

/** A study of our own making that opens with the second version of the data. */
const study = (status: string) => ({
	protocolSection: {
		identificationModule: { nctId: 'NCT91000001', briefTitle: 'Zinc in restless legs syndrome' },
		statusModule: { overallStatus: status, statusVerifiedDate: today.slice(0, 7) },
		conditionsModule: { conditions: ['Restless Legs Syndrome'] },
		contactsLocationsModule: { locations: [open('Chicago', 'A clinic')] }
	},
	hasResults: false
});

test('a refresh is told once, in feeds, in the API and on the page of the study', async ({
	page
}) => {
	const others = studiesAt(today);
	const registry = await startRegistry({
		studies: [...others, study('COMPLETED')],
		dataTimestamp: `${day(-2)}T09:00:04`
	});
	const site = await startSite({
		CTGOV_BASE_URL: registry.url,
		CTGOV_PACE_MS: '0',
		REFRESH_MINUTES: '0.02'
	});
	try {
		const { version } = await site.until(({ source }) => source === 'live');
		const feed = (query = '') => fetch(`${site.url}/feed.json${query}`);
		expect((await (await feed()).json()).items).toEqual([]);

		registry.setStudies([...others, study('RECRUITING')], { dataTimestamp: `${day(-1)}T09:00:04` });
		await site.until((state) => state.version !== version);
		const query = '?near=60611&within=50mi';
		// the news are taken in just after the data
		await expect.poll(async () => (await (await feed(query)).json()).items.length).toBe(1);
		const answer = await feed(query);
		expect(answer.headers.get('cache-control')).toBe('private, no-store');
		const { items } = await answer.json();
		expect(items.map(({ title }: { title: string }) => title)).toEqual([
			expect.stringMatching(/^Opened within 50 miles of .*: Zinc in restless legs syndrome$/)
		]);
		const etag = answer.headers.get('etag') ?? '';
		const again = await fetch(`${site.url}/feed.json${query}`, {
			headers: { 'if-none-match': etag }
		});
		expect(again.status).toBe(304);
		expect((await fetch(`${site.url}/feed.xml?within=nowhere`)).status).toBe(400);
		const changes = await (await fetch(`${site.url}/api/v1/changes?since=${day(-1)}`)).json();
		expect(changes).toMatchObject({ total: 1, changes: [{ nctId: 'NCT91000001' }] });

		await page.goto(`${site.url}/trials/NCT91000001`);
		const history = page.getByRole('region', { name: 'History on this site' });
		await expect(history).toContainText('Opened');
		await expect(history).toContainText('First seen here');

		await page.goto(`${site.url}/trials?q=zinc`);
		await expect(page.locator('link[type="application/atom+xml"]')).toHaveAttribute(
			'href',
			/\/feed\.xml\?q=zinc$/
		);
		await page.getByRole('link', { name: 'Freeze this view' }).click();
		await expect(page.getByText('a day that is not over')).toBeVisible();
		expect(new URL(page.url()).searchParams.get('asof')).toBe(today);
		await page.goto(`${site.url}/trials?q=zinc&asof=${day(-1)}`);
		await expect(page.getByText('this installation has data since')).toBeVisible();
	} finally {
		await site.stop();
		await registry.close();
	}
});
