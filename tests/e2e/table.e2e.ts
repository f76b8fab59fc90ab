import { expect, test, type Page } from '@playwright/test';
import { faultsOf } from './axe.ts';

const headers = (page: Page) =>
	page
		.getByRole('columnheader')
		.evaluateAll((cells) => cells.map((cell) => cell.getAttribute('abbr')));
const openColumns = (page: Page) => page.locator('summary', { hasText: /^Columns/ }).click();
/** Without script a page is new each time, and the browser opens the chooser where it was used. */
const choose = async (page: Page) => {
	if (!(await page.getByRole('group', { name: 'Shown, in this order' }).isVisible()))
		await openColumns(page);
};

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled });

		test('a researcher makes a table, and its link shows the same to somebody else', async ({
			page,
			browser
		}) => {
			await page.goto('/trials?mechanism=iron&view=table');
			expect((await headers(page)).slice(0, 3)).toEqual(['Study', 'Number', 'Status']);
			await choose(page);
			await page.getByRole('checkbox', { name: 'Countries' }).check();
			if (!javaScriptEnabled) {
				await page.getByRole('button', { name: 'Show these columns' }).click();
				await choose(page);
			}
			await expect(page.getByRole('columnheader', { name: 'Countries' })).toBeVisible();
			await page.getByRole('link', { name: 'Move Countries earlier' }).click();
			await expect(page).toHaveURL(/columns=study,[a-z,]*,countries,sponsor&/);
			await page.getByRole('link', { name: 'Pin Number' }).click();
			await expect(page).toHaveURL(/pin=study,number/);
			await page.getByRole('link', { name: 'Tight' }).click();
			// each link is of the view that it stands in: wait for the next view
			await expect(page).toHaveURL(/density=tight/);
			await page.getByRole('link', { name: 'Phase', exact: true }).click();
			await page.getByRole('link', { name: 'then by Start' }).click();
			await expect(page).toHaveURL(/sort=phase,started&/);
			await expect(page).toHaveURL(/density=tight&mechanism=iron&pin=study,number/);
			await expect(page.getByText(/^Sorted by phase .*, then by start date/)).toBeVisible();
			const rows = await page.getByRole('rowheader').allTextContents();
			const other = await browser.newPage();
			await other.goto(page.url());
			expect(await headers(other)).toEqual(await headers(page));
			expect(await other.getByRole('rowheader').allTextContents()).toEqual(rows);
			await other.close();
		});

		test('filters, words and pages keep the table as it was made', async ({ page }) => {
			await page.goto('/trials?view=table&columns=number,phase&density=tight&sort=phase,-title');
			await page.getByLabel('Words in a study').fill('iron');
			await page.getByRole('button', { name: 'Find' }).click();
			await expect(page).toHaveURL(/columns=number,phase&density=tight&q=iron&sort=phase,-title/);
			expect(await headers(page)).toEqual(['Number', 'Phase']);
			await openColumns(page);
			await page.getByRole('link', { name: 'Standard columns' }).click();
			await expect(page).toHaveURL(/\?density=tight&q=iron&sort=phase,-title&view=table/);
			await expect(page.getByRole('columnheader')).toHaveCount(10);
		});

		test('orders by several keys, each told, turned and taken out', async ({ page }) => {
			await page.goto('/trials?view=table&sort=phase,title&size=100');
			const phase = page.getByRole('columnheader', { name: /^Phase/ });
			const study = page.getByRole('columnheader', { name: /^Study/ });
			await expect(phase).toHaveAttribute('aria-sort', 'descending');
			await expect(study).not.toHaveAttribute('aria-sort');
			await study.getByRole('link', { name: /^2nd/ }).click();
			await expect(page).toHaveURL(/sort=phase,-title/);
			await expect(study.getByRole('link', { name: /^2nd key, descending/ })).toBeVisible();
			await page.getByRole('link', { name: 'Phase', exact: true }).click();
			await expect(page).toHaveURL(/sort=-phase,-title/);
			await expect(phase).toHaveAttribute('aria-sort', 'ascending');
			await study.getByRole('link', { name: /^remove/ }).click();
			await expect(page).toHaveURL(/sort=-phase&view=table/);
		});

		test('a row opens and proves its labels', async ({ page }) => {
			await page.goto('/trials?mechanism=iron&view=table');
			const row = page.getByRole('rowheader').filter({ hasText: 'With Low Ferritin' });
			await row.getByText('Why these labels').click();
			await expect(row.getByText('Iron: gives ferric carboxymaltose')).toBeVisible();
			await expect(row.getByText(/confidence: high/).first()).toBeVisible();
			await expect(row.locator('q').first()).toContainText(/ferric carboxymaltose/i);
			await expect(row.locator('code').first()).toContainText('interventions[0]');
			await row.getByRole('link', { name: /^All of NCT/ }).click();
			await expect(page).toHaveURL(/\/trials\/NCT90000001$/);
		});
	});

test('the address stays clean of places, and the back button undoes a choice', async ({ page }) => {
	await page.goto('/trials?view=table');
	await openColumns(page);
	const later = page.getByRole('link', { name: 'Move Number later' });
	await later.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/columns=study,status,number,[a-z,]*&view=table$/);
	// the focus goes with the row, so that a second press moves it on
	await expect(later).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/columns=study,status,mechanism,number,/);
	const sites = page.getByRole('checkbox', { name: 'Sites' });
	await sites.focus();
	await page.keyboard.press('Space');
	await expect(page.getByRole('columnheader', { name: 'Sites' })).toBeVisible();
	await expect(sites).toBeFocused();
	await page.goBack();
	await expect(page.getByRole('columnheader', { name: 'Sites' })).toHaveCount(0);
	await expect(sites).not.toBeChecked();
});

test('the keyboard reaches every cell, and nothing that has the focus is covered', async ({
	page
}) => {
	await page.goto('/trials?view=table&pin=study,number&sort=phase');
	const region = page.getByRole('region', { name: 'Table of studies' });
	await region.focus();
	await page.keyboard.press('End');
	await expect.poll(() => region.evaluate((box) => box.scrollTop)).toBeGreaterThan(500);
	/** Is any part of what has the focus hidden behind something else? */
	const covered = () =>
		page.evaluate(() => {
			const element = document.activeElement;
			if (!element?.closest('table')) return undefined;
			const { left, right, top, bottom } = element.getBoundingClientRect();
			const middle = (top + bottom) / 2;
			return ![left + 2, right - 2].some((x) => {
				const hit = document.elementFromPoint(x, middle);
				return hit !== null && (element.contains(hit) || hit.contains(element));
			});
		});
	// from the last row up to the head: each link and each fold on the way
	await page.getByRole('rowheader').last().getByRole('link').focus();
	const seen = new Set<string>();
	for (let step = 0; step < 80; step += 1) {
		const name = await page.evaluate(() => document.activeElement?.textContent ?? '');
		if ((await covered()) === undefined) break;
		// a busy machine scrolls a moment after it moves the focus
		await expect.poll(covered, { message: name, timeout: 1000 }).toBe(false);
		seen.add(name);
		await page.keyboard.press('Shift+Tab');
	}
	expect(seen.size).toBeGreaterThan(30);
});

test('head and pinned columns stay in sight on a wide screen, nothing is pinned on a phone', async ({
	page
}) => {
	await page.goto('/trials?view=table&pin=study,number');
	const region = page.getByRole('region', { name: 'Table of studies' });
	const edges = () =>
		page.getByRole('columnheader').evaluateAll((cells) =>
			cells.slice(0, 3).map((cell) => {
				const { left, top } = cell.getBoundingClientRect();
				return [Math.round(left), Math.round(top)];
			})
		);
	const [study, number, status] = await edges();
	await region.evaluate((box) => box.scrollTo({ left: 300, top: 400, behavior: 'instant' }));
	const after = await edges();
	expect(after.slice(0, 2)).toEqual([study, number]);
	expect(after[2]).toEqual([(status?.[0] ?? 0) - 300, status?.[1]]);

	// in between, what has no room scrolls away under what stays
	await page.setViewportSize({ width: 780, height: 900 });
	await region.evaluate((box) => box.scrollTo({ left: 300, top: 0, behavior: 'instant' }));
	await page.getByRole('link', { name: 'Study', exact: true }).click();
	await expect(page).toHaveURL(/sort=title/);

	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto('/trials?view=table&pin=study,number');
	const [before] = await edges();
	await region.evaluate((box) => box.scrollTo({ left: 100, behavior: 'instant' }));
	expect((await edges())[0]?.[0]).toBe((before?.[0] ?? 0) - 100);
	// the page itself never scrolls sideways
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

for (const colorScheme of ['light', 'dark'] as const)
	test(`axe finds no fault in the table (${colorScheme})`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await page.goto('/trials?view=table&sort=phase,title&pin=study,number&size=10');
		await openColumns(page);
		await page.getByText('Why these labels').first().click();
		expect(await faultsOf(page)).toEqual([]);
	});
