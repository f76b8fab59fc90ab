import { expect, test } from '@playwright/test';
import { faultsOf } from './axe.ts';

const starter = 'http://127.0.0.1:4174';
const pages = [
	'/',
	'/trials',
	'/trials?mechanism=iron',
	'/trials?mechanism=iron,dopamine&status=open',
	'/trials?view=table',
	'/trials?mechanism=genetics&approach=device',
	'/trials?mechanism=irony&page=x',
	'/trials?near=60611&within=50mi&status=open',
	'/trials?near=Chigaco',
	'/trials/NCT90000001?near=60611',
	'/trials/NCT90000007',
	'/trials/compare',
	'/trials/compare?ids=NCT90000001,NCT90000002',
	'/trials/compare?ids=NCT90000001,NCT90000002&print=large&near=60611',
	'/trials/compare?ids=NCT123,NCT90000042',
	'/saved',
	'/insights',
	'/insights?mechanism=iron&status=open',
	'/insights?q=zebra',
	'/causes',
	'/causes/iron',
	'/causes/medicines',
	'/about',
	'/about/data',
	'/about-trials',
	'/nothing-fits',
	'/glossary',
	'/api',
	`${starter}/causes/genetics`,
	`${starter}/causes/nerve-damage`,
	'/about/accuracy',
	'/about/rules',
	'/trials/NCT90000001',
	'/trials/NCT90000040',
	'/trials/NCT90000042',
	'/trials/NCT123',
	`${starter}/insights`,
	`${starter}/`,
	`${starter}/trials?mechanism=iron`,
	`${starter}/trials/NCT02397057`
];

// the small screen by night, the large one by day: colours do not depend on the width
test('axe finds nothing on any page', async ({ browser, baseURL, viewport }, { project }) => {
	test.setTimeout(300_000);
	const context = await browser.newContext({
		colorScheme: project.name === 'phone' ? 'dark' : 'light',
		viewport,
		...(baseURL && { baseURL })
	});
	const page = await context.newPage();
	for (const path of pages) {
		await page.goto(path);
		expect(await faultsOf(page), path).toEqual([]);
	}
	await context.close();
});

test('no page asks another host, sets a cookie or complains in the console', async ({
	page,
	context,
	baseURL
}) => {
	test.setTimeout(120_000);
	const strange: string[] = [];
	const complaints: string[] = [];
	page.on('request', (request) => {
		if (![baseURL, starter].includes(new URL(request.url()).origin)) strange.push(request.url());
	});
	page.on('console', (message) => {
		if (message.type() === 'error' && !message.text().includes('status of 404'))
			complaints.push(`${page.url()}: ${message.text()}`);
	});
	page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
	for (const path of pages) await page.goto(path, { waitUntil: 'networkidle' });
	expect({ strange, complaints }).toEqual({ strange: [], complaints: [] });
	expect(await context.cookies()).toEqual([]);
});

test('nothing scrolls sideways at 320 px', async ({ page }) => {
	test.setTimeout(120_000);
	await page.setViewportSize({ width: 320, height: 640 });
	for (const path of pages) {
		await page.goto(path);
		const over = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(over, path).toBeLessThanOrEqual(0);
	}
});

test('script and markup in a record are text', async ({ page }) => {
	let alerted = false;
	page.on('dialog', (dialog) => {
		alerted = true;
		void dialog.dismiss();
	});
	await page.goto('/trials/NCT90000042');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('<script>alert("title")');
	expect(await page.locator('main img, main iframe, main script').count()).toBe(0);
	expect(alerted).toBe(false);
});

test('answers carry the security headers', async ({ request }) => {
	const headers = (await request.get('/trials')).headers();
	expect(headers['content-security-policy']).toContain("default-src 'self'");
	expect(headers['content-security-policy']).not.toContain("script-src 'self' 'unsafe-inline'");
	expect(headers).toMatchObject({
		'x-content-type-options': 'nosniff',
		'x-frame-options': 'DENY',
		'referrer-policy': 'same-origin'
	});
	expect((await request.get('/api/v1/studies')).headers()['access-control-allow-origin']).toBe('*');
});

test('contacts show on the page of a live recruiting study, and never in the API', async ({
	page,
	request
}) => {
	await page.goto('/trials/NCT90000001');
	await expect(page.getByRole('link', { name: /@example\.org/ }).first()).toBeVisible();
	const body = await (await request.get('/api/v1/studies/NCT90000001')).text();
	expect(body).not.toContain('@example.org');
	expect(body).not.toMatch(/555-01\d\d/);
});
