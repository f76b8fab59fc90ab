import { expect, test, type Page } from '@playwright/test';

/** Goes to a page and, with script, waits until it has taken over: before that it is plain HTML. */
async function visit(page: Page, path: string, scripted = true): Promise<void> {
	await page.goto(path);
	if (scripted) await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
}

/** A visitor opens the site, picks "iron", sees real reasons, opens a study, and sends the link. */
for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled });

		test('from the first page to a link that opens the same for somebody else', async ({
			page,
			browser
		}) => {
			await visit(page, '/', javaScriptEnabled);
			await page.getByRole('link', { name: 'Iron', exact: true }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Iron/);
			await expect(page.getByText('Do not start iron on your own.')).toBeVisible();
			await page.getByRole('link', { name: /See all \d+/ }).click();

			await expect(page.getByRole('heading', { level: 1 })).toHaveText(
				/^10 studies about RLS on iron/
			);
			const card = page.getByRole('article').filter({ hasText: 'Low Ferritin' });
			await expect(card).toContainText('gives ferric carboxymaltose');
			await expect(card).toContainText(/Recruiting, confirmed by the sponsor/);
			const address = page.url();
			await card.getByRole('heading').getByRole('link').click();

			await expect(page).toHaveURL(/\/trials\/NCT90000001$/);
			await expect(page.getByRole('heading', { name: 'Is it open?' })).toBeVisible();
			await expect(
				page.locator('q').filter({ hasText: 'Ferric carboxymaltose' }).first()
			).toBeVisible();
			await expect(
				page.getByRole('link', { name: /Current record on ClinicalTrials.gov/ })
			).toHaveAttribute('href', 'https://clinicaltrials.gov/study/NCT90000001');

			const other = await browser.newPage();
			await other.goto(address);
			await expect(other.getByRole('heading', { level: 1 })).toHaveText(
				/^10 studies about RLS on iron/
			);
			await other.close();
		});

		test('filters narrow the list, and the address says how', async ({ page }) => {
			await visit(page, '/trials?mechanism=iron', javaScriptEnabled);
			const filters = page.locator('details.filters');
			const summary = filters.locator('> summary');
			if (await summary.isVisible()) await summary.click();
			await page.getByRole('checkbox', { name: /Open now/ }).check();
			if (!javaScriptEnabled) await page.getByRole('button', { name: 'Apply filters' }).click();
			await expect(page).toHaveURL(/\/trials\?mechanism=iron&status=open$/);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^6 studies .*, open now/);
			await page.goBack();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^10 studies/);
		});

		test('a search by words keeps the filters, and says which names it searched as well', async ({
			page
		}) => {
			await visit(page, '/trials?status=open', javaScriptEnabled);
			await page.getByLabel('Words in a study').fill('Horizant');
			await page.getByRole('button', { name: 'Find' }).click();
			await expect(page).toHaveURL(/\/trials\?q=Horizant&status=open$/);
			await expect(page.getByRole('article')).toHaveCount(1);
			await expect(
				page.getByText(/Also searched for “horizant”: gabapentin enacarbil/)
			).toBeVisible();
		});

		test('the table sorts by its headers', async ({ page }) => {
			await visit(page, '/trials?mechanism=nerve-damage&view=table', javaScriptEnabled);
			await page.getByRole('link', { name: 'People', exact: true }).click();
			await expect(page).toHaveURL(/sort=enrollment&view=table/);
			await expect(page.getByRole('columnheader', { name: 'People' })).toHaveAttribute(
				'aria-sort',
				'descending'
			);
			await expect(page.getByRole('rowheader').first()).toContainText('Pregabalin');
			await page.getByRole('link', { name: 'People', exact: true }).click();
			await expect(page.getByRole('rowheader').first()).toContainText('Nerve Release');
		});

		test('a search that finds nothing names the limit that costs most', async ({ page }) => {
			await visit(page, '/trials?mechanism=genetics&approach=device', javaScriptEnabled);
			await expect(page.getByText('No study in this catalogue fits all of that')).toBeVisible();
			await page.getByRole('link', { name: /Leave out suspected cause/ }).click();
			await expect(page.getByRole('article').first()).toBeVisible();
		});

		test('what is outside the list is counted and one click away', async ({ page }) => {
			await visit(page, '/trials', javaScriptEnabled);
			await expect(page.getByText('6 more records are apart')).toBeVisible();
			await page.getByRole('link', { name: 'Show them too' }).click();
			await expect(page).toHaveURL(/scope=all/);
			await expect(page.getByText('Records that only name RLS are in this list.')).toBeVisible();
		});

		test('a misspelled search offers the spelling of the studies', async ({ page }) => {
			await visit(page, '/trials?q=suvorexent', javaScriptEnabled);
			await page.getByRole('link', { name: 'suvorexant', exact: true }).click();
			await expect(page).toHaveURL(/q=suvorexant/);
			await expect(page.getByRole('article').first()).toBeVisible();
		});

		test('a word that stands only in rules for joining is found there, and said', async ({
			page
		}) => {
			await visit(page, '/trials?q=hemoglobin', javaScriptEnabled);
			await expect(page.getByText(/stands only in the rules for joining/)).toBeVisible();
			await page.getByRole('link', { name: /Iron by Vein/ }).click();
			await expect(page).toHaveURL(/NCT90000001$/);
		});

		test('an odd expression is shown at its place, and searched all the same', async ({ page }) => {
			await visit(page, '/trials?q=iron+OR', javaScriptEnabled);
			await expect(page.locator('form mark')).toHaveText('OR');
			await expect(page.getByText('OR stands alone here and is left out')).toBeVisible();
			await expect(page.getByRole('article').first()).toBeVisible();
		});

		test('few open studies: what there is besides, and what to do', async ({ page }) => {
			await visit(page, '/trials?mechanism=circulation', javaScriptEnabled);
			await expect(page.getByRole('heading', { name: 'Few open studies here' })).toBeVisible();
			await page.getByRole('link', { name: '1 open now' }).click();
			await expect(page).toHaveURL(/mechanism=circulation&status=open/);
		});

		test('advanced fields and who can join are part of the same address', async ({ page }) => {
			await visit(page, '/trials', javaScriptEnabled);
			await page.getByText('Advanced search').click();
			await page.getByLabel('Treatment', { exact: true }).fill('iron');
			await page.getByLabel('Started').fill('2018..2026');
			await page.getByRole('button', { name: 'Find' }).click();
			await expect(page).toHaveURL(/intervention=iron/);
			await expect(page).toHaveURL(/started=2018\.\.2026/);
			await expect(page.getByRole('article').first()).toBeVisible();
			await visit(page, '/trials?age=10&sex=female', javaScriptEnabled);
			await expect(page.getByRole('heading', { level: 1 })).toContainText('for women aged 10');
		});

		test('a link to share leaves out age and sex', async ({ page }) => {
			await visit(page, '/trials?age=72&mechanism=iron&sex=female', javaScriptEnabled);
			await page.getByText('Share this view').click();
			await expect(page.getByLabel('Link to this view')).toHaveValue(/\/trials\?mechanism=iron$/);
		});

		test('pages of results follow each other', async ({ page }) => {
			await visit(page, '/trials?size=10', javaScriptEnabled);
			await page.getByRole('link', { name: 'Next' }).click();
			await expect(page).toHaveURL(/page=2&size=10/);
			await expect(page.getByRole('link', { name: 'Page 2' })).toHaveAttribute(
				'aria-current',
				'page'
			);
		});
	});

test('with script the last change can be undone, and the result is said', async ({ page }) => {
	await visit(page, '/trials?mechanism=iron');
	await expect(page.getByRole('link', { name: 'Undo the last change' })).toHaveCount(0);
	await page.getByRole('link', { name: 'Remove Iron' }).click();
	await expect(page).toHaveURL(/\/trials$/);
	await expect(page.getByRole('status').filter({ hasText: /studies about RLS/ })).toBeAttached();
	await page.getByRole('link', { name: 'Undo the last change' }).click();
	await expect(page).toHaveURL(/mechanism=iron$/);
});

test('with script a filter keeps scroll and focus', async ({ page }) => {
	await visit(page, '/trials');
	const summary = page.locator('details.filters > summary');
	if (await summary.isVisible()) await summary.click();
	const box = page.getByRole('checkbox', { name: /Blood flow/ });
	await box.focus();
	await page.evaluate(() => window.scrollTo(0, 150));
	await box.press('Space');
	await expect(page).toHaveURL(/mechanism=circulation/);
	await expect(page.getByRole('checkbox', { name: /Blood flow/ })).toBeFocused();
	expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(50);
});

test('the keyboard alone reaches the main job', async ({ page }) => {
	await visit(page, '/trials?mechanism=iron');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(page.getByLabel('Words in a study')).toBeFocused();
	await page.keyboard.type('ferritin');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/mechanism=iron&q=ferritin/);
	// the focus stays where it was
	await expect(page.getByLabel('Words in a study')).toBeFocused();
});
