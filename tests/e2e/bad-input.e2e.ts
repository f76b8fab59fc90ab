import { expect, test } from '@playwright/test';

const long = 'a'.repeat(5000);

test.describe('a page opens, whatever its address, and says what it left out', () => {
	for (const [query, key] of [
		['mechanism=irony', 'mechanism'],
		['status=open,opne', 'status'],
		['page=-1', 'page'],
		['page=99999999999', 'page'],
		['size=7', 'size'],
		['sort=luck', 'sort'],
		[`q=${long}`, 'q'],
		['view=%00', 'view'],
		['scope=%FF%FE', 'scope']
	] as const)
		test(`${query.slice(0, 30)}`, async ({ page }) => {
			const answer = await page.goto(`/trials?${query}`);
			expect(answer?.status()).toBe(200);
			await expect(page.getByText(new RegExp(`${key}=.* in the address`))).toBeVisible();
			await expect(page.getByRole('article').first()).toBeVisible();
		});
});

test('broken encodings and odd words do no harm', async ({ request }) => {
	for (const query of [
		'q=%E0%A4%A',
		'q=%',
		'q="',
		'q=AND+OR+NOT+-',
		'q=((((',
		'q=__proto__',
		'__proto__[x]=1',
		'mechanism=%00',
		'a=b&&&==&',
		`q=${encodeURIComponent('漢'.repeat(190))}`
	])
		expect((await request.get(`/trials?${query}`)).status(), query).toBe(200);
});

test('unknown keys are ignored without a word on pages and listed in the API', async ({
	page,
	request
}) => {
	await page.goto('/trials?fbclid=x1&mechanism=iron');
	await expect(page.getByText('fbclid')).toHaveCount(0);
	const { query } = await (await request.get('/api/v1/studies?fbclid=x1&mechanism=iron')).json();
	expect(query.ignored).toEqual([
		{ key: 'fbclid', value: 'x1', reason: 'is not a key of this finder' }
	]);
	expect(query.canonical).toBe('?mechanism=iron');
});

test('the API answers 400 with every problem at once', async ({ request }) => {
	const answer = await request.get(`/api/v1/studies?mechanism=irony,iron&page=0&q=${long}`);
	expect(answer.status()).toBe(400);
	expect(answer.headers()['content-type']).toContain('application/problem+json');
	const problem = await answer.json();
	expect(problem).toMatchObject({ status: 400, title: 'The request has a mistake' });
	expect(problem.problems.map(({ key }: { key: string }) => key)).toEqual([
		'q',
		'mechanism',
		'page'
	]);
});

test('study numbers: malformed, unknown, in small letters, an old one', async ({
	page,
	request
}) => {
	const status = async (path: string) => (await request.get(path, { maxRedirects: 0 })).status();
	expect(await status('/api/v1/studies/NCT123')).toBe(400);
	expect(await status('/api/v1/studies/NCT00000001')).toBe(404);
	expect(await status('/trials/NCT00000001')).toBe(404);
	expect(await status('/trials/nct90000001')).toBe(301);
	const old = await request.get('/api/v1/studies/NCT90000099', { maxRedirects: 0 });
	expect([old.status(), old.headers()['location']]).toEqual([301, '/api/v1/studies/NCT90000044']);

	const answer = await page.goto('/trials/NCT123');
	expect(answer?.status()).toBe(404);
	await expect(page.getByText('“NCT123” is not a study number')).toBeVisible();
	await page.getByRole('link', { name: 'Search all studies' }).click();
	await expect(page.getByRole('article').first()).toBeVisible();
	await page.goto('/trials/NCT90000099');
	await expect(page).toHaveURL(/NCT90000044$/);
});

test('an address with empty fields becomes a tidy one', async ({ page }) => {
	await page.goto('/trials?q=&mechanism=iron&sort=relevance');
	await expect(page).toHaveURL(/\/trials\?mechanism=iron$/);
});

test('the API tells a client that it has the newest answer', async ({ request }) => {
	const first = await request.get('/api/v1/studies?mechanism=genetics');
	const again = await request.get('/api/v1/studies?mechanism=genetics', {
		headers: { 'if-none-match': first.headers()['etag'] ?? '' }
	});
	expect(again.status()).toBe(304);
});

test('nothing but GET', async ({ request }) => {
	expect((await request.post('/api/v1/studies')).status()).toBe(405);
	expect((await request.delete('/api/v1/studies/NCT90000001')).status()).toBe(405);
});
