import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';

/** What a browser keeps: saved, noted, taken along as a file, deleted; and never sent. */

const first = { nctId: 'NCT90000001', title: 'Iron by Vein', savedOn: '2026-01-02', note: '' };
const second = {
	nctId: 'NCT90000002',
	title: 'Oral Iron',
	savedOn: '2026-01-03',
	note: 'Ask Mary'
};

async function visit(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
}

/** Opens the list with these texts in the browser's own store. */
async function openWith(page: Page, texts: Record<string, string>): Promise<void> {
	await page.goto('/saved');
	await page.evaluate((entries) => {
		for (const [key, text] of Object.entries(entries)) localStorage.setItem(key, text);
	}, texts);
	await visit(page, '/saved');
}

const box = (...studies: unknown[]) => JSON.stringify({ version: 1, studies });
const stored = (page: Page) => page.evaluate(() => ({ ...localStorage }));
const titles = (page: Page) => page.locator('main article h2');

for (const viewport of [
	{ width: 390, height: 844 },
	{ width: 1440, height: 900 }
])
	test.describe(`${viewport.width} px`, () => {
		test.use({ viewport });

		test('a study is saved by keyboard, noted, found again, and removed with a way back', async ({
			page
		}) => {
			await visit(page, '/trials/compare?ids=NCT90000001');
			const button = page.getByRole('button', { name: /^Save NCT90000001/ });
			await button.focus();
			await page.keyboard.press('Enter');
			const on = page.getByRole('button', { name: /^Saved NCT90000001/ });
			await expect(on).toBeFocused();
			await expect(on).toHaveAttribute('aria-pressed', 'true');

			await visit(page, '/saved');
			await page.getByLabel('Your note').fill('How far?\n<b>two</b> nights');
			await page.reload();
			await expect(page.getByLabel('Your note')).toHaveValue('How far?\n<b>two</b> nights');
			await page.getByRole('button', { name: 'Remove NCT90000001' }).click();
			await expect(titles(page)).toHaveCount(0);
			await page.getByRole('button', { name: 'Undo' }).click();
			await expect(page.getByLabel('Your note')).toHaveValue('How far?\n<b>two</b> nights');
			await expect(titles(page).getByRole('link')).toBeFocused();
		});

		test('export, delete all, import: the list is the same', async ({ page }) => {
			await openWith(page, { 'rls-saved': box(first, second) });
			const download = page.waitForEvent('download');
			await page.getByRole('button', { name: 'Export to a file' }).click();
			const file = await download;
			expect(file.suggestedFilename()).toMatch(/^rls-saved-\d{4}-\d\d-\d\d\.json$/);
			const path = await file.path();
			expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ studies: [first, second] });

			await page.getByRole('button', { name: 'Delete all' }).click();
			await expect(page.getByRole('button', { name: 'Keep them' })).toBeFocused();
			await page.getByRole('button', { name: 'Keep them' }).click();
			await expect(titles(page)).toHaveCount(2);
			await page.getByRole('button', { name: 'Delete all' }).click();
			await page.getByRole('button', { name: 'Yes, delete all' }).click();
			await expect(page.getByText('Nothing is saved here yet')).toBeVisible();
			expect(await stored(page)).toEqual({});

			await page.getByLabel('Import from a file').setInputFiles(path);
			await expect(titles(page)).toHaveText(['Iron by Vein', 'Oral Iron']);
			await expect(page.getByLabel('Your note').nth(1)).toHaveValue('Ask Mary');
			expect(JSON.parse((await stored(page))['rls-saved'] ?? '')).toMatchObject({
				studies: [first, second]
			});
		});
	});

test('an import says by name what was taken and what was not', async ({ page }) => {
	await openWith(page, { 'rls-saved': box(first) });
	const bring = (text: string) =>
		page.getByLabel('Import from a file').setInputFiles({
			...{ name: 'list.json', mimeType: 'application/json' },
			buffer: Buffer.from(text)
		});
	const said = page.getByRole('status').filter({ hasText: /Added|Nothing was taken/ });
	await bring(box(first, second, { ...second, nctId: 'NCT9', title: 'A bad one' }));
	await expect(said).toContainText(/Added:\s*Oral Iron/);
	await expect(said).toContainText(/nothing new:\s*Iron by Vein/);
	await expect(said).toContainText(/Not taken:\s*A bad one: it has no study number/);
	for (const [text, reason] of [
		['{"version":1,', /damaged/],
		['<!doctype html>', /no list from this site/],
		['{"version":2,"studies":[]}', /a newer version of this site/]
	] as const) {
		await bring(text);
		await expect(said).toContainText(reason);
		await expect(titles(page)).toHaveText(['Iron by Vein', 'Oral Iron']);
	}
});

test('what a newer version kept is said, and put aside before anything is written', async ({
	page
}) => {
	const newer = '{"version":2,"lists":[{"name":"mine"}]}';
	await openWith(page, { 'rls-saved': newer });
	await expect(page.getByText('A newer version of this site saved a list here')).toBeVisible();
	expect(await stored(page)).toEqual({ 'rls-saved': newer });

	await visit(page, '/trials/compare?ids=NCT90000001');
	await page.getByRole('button', { name: /^Save NCT/ }).click();
	const kept = await stored(page);
	expect(kept['rls-saved-aside']).toBe(newer);
	expect(JSON.parse(kept['rls-saved'] ?? '')).toMatchObject({ version: 1 });
	await visit(page, '/saved');
	await expect(titles(page)).toHaveCount(1);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Download it' }).click();
	expect(readFileSync(await (await download).path(), 'utf8')).toBe(newer);
});

test('another tab is heard, and does not lose what this one wrote', async ({ page, context }) => {
	await openWith(page, { 'rls-saved': box(first) });
	const other = await context.newPage();
	await visit(other, '/trials/compare?ids=NCT90000002');
	await other.getByRole('button', { name: /^Save NCT/ }).click();
	await expect(titles(page)).toHaveCount(2);
	await page.getByLabel('Your note').first().fill('mine');
	await expect(other.getByRole('button', { name: /^Saved NCT/ })).toBeVisible();
	expect(JSON.parse((await stored(other))['rls-saved'] ?? '')).toMatchObject({
		studies: [{ note: 'mine' }, { nctId: 'NCT90000002' }]
	});
});

test('a press does not take a note away', async ({ page }) => {
	await openWith(page, { 'rls-saved': box(second) });
	await visit(page, '/trials/compare?ids=NCT90000002');
	await page.getByRole('button', { name: /^Saved NCT/ }).click();
	await expect(page.getByText('You wrote a note on it.')).toBeVisible();
	expect((await stored(page))['rls-saved']).toBe(box(second));
});

test('a browser that keeps nothing, or is full, says so', async ({ page }) => {
	await page.addInitScript(() => {
		Storage.prototype.setItem = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
	});
	await visit(page, '/trials/compare?ids=NCT90000001');
	await page.getByRole('button', { name: /^Save NCT/ }).click();
	await expect(page.getByRole('alert')).toContainText('no room left');
	await page.addInitScript(() => {
		Object.defineProperty(window, 'localStorage', {
			get() {
				throw new DOMException('blocked', 'SecurityError');
			}
		});
	});
	await visit(page, '/saved');
	await expect(page.getByRole('alert')).toContainText('keeps nothing for this site');
});

test('the list asks the server for no study until it is told to', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
	await openWith(page, { 'rls-saved': box(first, second) });
	await page.getByLabel('Your note').first().fill('private words');
	for (const box of await page.getByRole('checkbox').all()) await box.check();
	await page.getByRole('link', { name: /Look up how they stand now/ }).hover();
	expect(asked.filter((url) => /NCT|private/.test(url))).toEqual([]);
	await page.getByRole('button', { name: 'Compare these' }).click();
	await expect(page).toHaveURL(/\/trials\/compare\?ids=NCT90000001(,|%2C)NCT90000002$/);
	expect(asked.filter((url) => /private/.test(url))).toEqual([]);
});

test('four at most are ticked, and more are looked up in groups', async ({ page }) => {
	const many = [1, 2, 3, 4, 5].map((n) => ({ ...first, nctId: `NCT9000000${n}`, title: `S${n}` }));
	await openWith(page, { 'rls-saved': box(...many) });
	await expect(page.getByRole('button', { name: 'Compare these' })).toBeDisabled();
	for (const n of [0, 1, 2, 3]) await page.getByRole('checkbox').nth(n).check();
	await expect(page.getByRole('checkbox').nth(4)).toBeDisabled();
	await expect(page.getByRole('link', { name: /Look up how/ })).toHaveText([
		/1 to 4 stand now/,
		/5 to 5 stand now/
	]);
});

test('without script the page says that it needs it, why, and what to do', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto('/saved');
	await expect(page.getByText('This page needs script')).toBeVisible();
	await expect(page.getByText('without sending it to us')).toBeVisible();
	await expect(page.getByText('bookmark the page of a study, or print it')).toBeVisible();
	await expect(page.getByRole('button')).toHaveCount(0);
	await context.close();
});
