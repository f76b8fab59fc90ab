import { expect, test, type Page } from '@playwright/test';
import { faultsOf } from './axe.ts';

/** Two to four studies side by side, and on paper. */

const two = '/trials/compare?ids=NCT90000001,NCT90000002';
const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };

/** How many pages a PDF has: Chromium writes each page as an object of its own. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length;

const paper = (page: Page, format: 'A4' | 'Letter') =>
	page.pdf({ format, margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' } });

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled });

		test('on a wide screen the same facts stand in one row, and differences are said', async ({
			page
		}) => {
			await page.setViewportSize(desktop);
			await page.goto(two);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 studies side by side');
			await expect(page.getByRole('columnheader')).toHaveText([
				'Study',
				/^Iron by Vein/,
				/^Oral Iron Every Other Day/
			]);
			const row = (name: RegExp) =>
				page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
			await expect(row(/^Phase/)).toContainText('differs');
			await expect(row(/^Phase/).getByRole('cell')).toHaveText(['Phase 3', 'Phase 2; Phase 3']);
			await expect(
				row(/^Sites that recruit/)
					.getByRole('cell')
					.first()
			).toContainText('5 of 6');
			await expect(row(/^Results/)).not.toContainText('differs');
			await expect(row(/^Scans/).getByRole('cell')).toHaveText(['Not stated', 'Not stated']);
			await expect(page.getByText(/It processed the data on/).first()).toBeVisible();
			await page.getByRole('link', { name: 'Take out NCT90000001' }).first().click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('One study');
		});

		test('on a phone each study stands by itself', async ({ page }) => {
			await page.setViewportSize(phone);
			await page.goto(two);
			await expect(page.getByRole('table')).toBeHidden();
			const study = page.getByRole('region', { name: /Oral Iron Every Other Day/ });
			await expect(study.getByText('Phase 3')).toBeVisible();
			await expect(study.getByText('≠ differs').first()).toBeVisible();
		});

		test('nothing scrolls sideways, from 320 px on', async ({ page }) => {
			const four = '/trials/compare?ids=NCT90000001,NCT90000002,NCT90000003,NCT90000042';
			for (const width of [320, 390, 641, 1000])
				for (const path of [two, four, `${two}&print=large`, `${two}&print=normal`, '/saved']) {
					await page.setViewportSize({ width, height: 800 });
					await page.goto(path);
					const over = await page.evaluate(
						() => document.documentElement.scrollWidth - document.documentElement.clientWidth
					);
					expect(over, `${path} at ${width}`).toBeLessThanOrEqual(0);
				}
		});

		test('a study is added by its number', async ({ page }) => {
			await page.goto('/trials/compare');
			await page.getByLabel('Study numbers').fill('nct90000001');
			await page.getByRole('button', { name: 'Show' }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('One study');
			await expect(page.getByLabel('Study number')).toHaveValue('');
			await page.getByLabel('Study number').fill('NCT90000002');
			await page.getByLabel('Study number').press('Enter');
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 studies side by side');
		});

		test('what cannot be used is named, and the rest is shown', async ({ page }) => {
			const ids = ['NCT123', 'NCT90000098', 1, 2, 3, 4, 5].map((id) =>
				typeof id === 'number' ? `NCT9000000${id}` : id
			);
			await page.goto(`/trials/compare?ids=${ids.join(',')}`);
			const main = page.getByRole('main');
			await expect(main).toContainText('NCT123 is no study number');
			await expect(main).toContainText('NCT90000098 is not among the studies here');
			await expect(main).toContainText(
				/You see the first 4\. These were left out:\s+NCT90000005\./
			);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('4 studies side by side');
		});

		test('an old number leads to the study', async ({ page }) => {
			await page.goto('/trials/compare?ids=NCT90000099');
			await expect(page.getByRole('main')).toContainText('NCT90000099 is an old number');
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('One study');
		});

		test('the way to paper: 2 clicks, and large print', async ({ page }) => {
			await page.goto(two);
			await page.getByRole('link', { name: 'Print for a visit' }).click();
			await expect(page.getByRole('article')).toHaveCount(2);
			await page.getByRole('link', { name: 'Large print' }).click();
			await expect(page).toHaveURL(/&print=large$/);
			const sizes = await page
				.locator('main article :is(p, li, h2, h3, a, q)')
				.evaluateAll((all) => all.map((each) => parseFloat(getComputedStyle(each).fontSize)));
			expect(Math.min(...sizes)).toBeGreaterThanOrEqual((16 * 96) / 72 - 0.01);
		});
	});

test('with script a saved study is added in one click', async ({ page }) => {
	await page.goto('/trials/compare?ids=NCT90000003');
	await page.getByRole('button', { name: 'Save NCT90000003' }).first().click();
	await page.goto('/trials/compare?ids=NCT90000001');
	await page.getByRole('link', { name: /^Add Intravenous Iron for Restless Legs/ }).click();
	await expect(page).toHaveURL(/ids=NCT90000001,NCT90000003$/);
});

for (const format of ['A4', 'Letter'] as const)
	test(`two studies are two pages of ${format}, black on white, without controls`, async ({
		page
	}) => {
		for (const ids of [
			'NCT90000001,NCT90000002',
			'NCT90000003,NCT90000010',
			'NCT90000004,NCT90000005'
		])
			for (const print of ['', '&print=normal']) {
				await page.goto(`/trials/compare?ids=${ids}${print}`);
				expect(pagesOf(await paper(page, format)), `${ids}${print}`).toBe(2);
			}
		await page.goto(`${two}&print=large`);
		expect(pagesOf(await paper(page, format))).toBeGreaterThanOrEqual(2);
	});

test('paper has what a visit needs, and no person', async ({ page }) => {
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	await page.goto(`${two}&near=60611&age=72&sex=female`);
	const sheet = page.getByRole('article').first();
	await expect(sheet).toContainText('Iron by Vein for Restless Legs Syndrome With Low Ferritin');
	await expect(sheet).toContainText(/NCT90000001\s+·\s+Recruiting, confirmed by the sponsor/);
	await expect(sheet).toContainText('Do not stop or change a medicine to join');
	await expect(sheet).toContainText(
		'See the current contact on ClinicalTrials.gov: https://clinicaltrials.gov/study/NCT90000001'
	);
	await expect(sheet).toContainText(/It processed the data on \w+ \d+, \d{4}/);
	await expect(sheet.getByText(/\/trials\/NCT90000001$/)).toBeVisible();
	const box = await sheet.getByRole('img', { name: /QR code/ }).boundingBox();
	expect(box?.width).toBeGreaterThan(90);
	const questions = await sheet.getByRole('list').last().getByRole('listitem').count();
	expect(questions).toBeGreaterThanOrEqual(5);
	expect(questions).toBeLessThanOrEqual(10);
	for (const name of ['button', 'textbox', 'navigation', 'table'] as const)
		await expect(page.getByRole(name)).toHaveCount(0);
	const html = await page.content();
	expect(html).not.toMatch(/example\.org|555-01|=72|female/);
	// the place goes along within the page, and is neither on the paper nor in its links
	const paper = await page.getByRole('article').allInnerTexts();
	expect(paper.join(' ')).not.toContain('60611');
	const colors = await page.evaluate(() =>
		[...document.querySelectorAll('main article *')].map((each) => getComputedStyle(each).color)
	);
	expect(new Set(colors)).toEqual(new Set(['rgb(0, 0, 0)']));
});

test('axe finds nothing in any form of it', async ({ page }) => {
	for (const viewport of [phone, desktop])
		for (const path of ['/saved', '/trials/compare', two, `${two}&print=large`]) {
			await page.setViewportSize(viewport);
			await page.goto(path);
			expect(await faultsOf(page), path).toEqual([]);
		}
});
