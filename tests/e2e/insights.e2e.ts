import { expect, test, type Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';

/** The charts: each number leads to a list with that number, with and without script. */

/** The number in a mark's name and the list that it opens. */
async function follow(page: Page, path: string, name: string | RegExp) {
	await page.goto(path);
	const mark = page.getByRole('link', { name }).first();
	const said = (await mark.getAttribute('aria-label')) ?? '';
	const [, number = ''] = /: ([\d,]+) stud(?:y|ies), show them$/.exec(said) ?? [];
	expect(number, said).not.toBe('');
	await mark.click();
	await expect(page).toHaveURL(/\/trials(\?|$)/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText(
		new RegExp(`^${number} stud`)
	);
}

for (const javaScriptEnabled of [true, false])
	test.describe(`${javaScriptEnabled ? 'with' : 'without'} script`, () => {
		test.use({ javaScriptEnabled });

		test('a mark of each drawing leads to a list with its number', async ({ page }) => {
			await follow(page, '/insights', /^Iron, all: /);
			await follow(page, '/insights', /^Iron, \d{4}: /);
			await follow(page, '/insights', /^Completed: /);
			await follow(page, '/insights', /^All of these studies: /);
			await follow(page, '/insights', /^Aged 75, open to them: /);
		});

		test('the charts keep to the search, and a limit can be taken out', async ({ page }) => {
			await page.goto('/insights?mechanism=iron&status=open');
			const list = page.getByRole('link', { name: /studies about RLS on iron, open now/ });
			await expect(list).toHaveAttribute('href', '/trials?mechanism=iron&status=open');
			await expect(page.getByRole('link', { name: /^Dopamine, / })).toHaveCount(0);
			await page.getByRole('link', { name: 'Remove Open now' }).click();
			await expect(page).toHaveURL('/insights?mechanism=iron');
		});

		test('each chart has its table with the same numbers', async ({ page }) => {
			await page.goto('/insights');
			const figure = page.locator('figure#status');
			const said =
				(await figure.getByRole('link', { name: /^Completed: / }).getAttribute('aria-label')) ?? '';
			await figure.locator('summary').click();
			await expect(figure.getByRole('row', { name: /^Completed/ }).getByRole('link')).toHaveText(
				/: ([\d,]+)/.exec(said)?.[1] ?? 'a number'
			);
		});

		test('an empty search and a bad one say so', async ({ page }) => {
			await page.goto('/insights?q=zebra');
			await expect(page.getByText('There is nothing to draw')).toBeVisible();
			await page.goto('/insights?mechanism=irony');
			await expect(page.getByText('mechanism=irony')).toBeVisible();
		});
	});

test('a chart comes as a picture that draws by itself and says its source', async ({ page }) => {
	await page.goto('/insights?mechanism=iron,dopamine');
	const download = page.waitForEvent('download');
	await page.locator('figure#gaps').getByRole('link', { name: 'picture (SVG)' }).click();
	expect((await download).suggestedFilename()).toMatch(/^gaps_rls-trials_mechanism-.*\.svg$/);
	for (const chart of ['gaps', 'starts', 'people', 'countries']) {
		const answer = await page.request.get(`/insights/${chart}.svg?mechanism=iron`);
		const text = await answer.text();
		expect(answer.headers()['content-type']).toContain('image/svg+xml');
		expect(text).toContain('Source: ClinicalTrials.gov');
		expect(text).not.toMatch(/<script|style=|undefined|NaN/);
		const error = await page.evaluate(
			(svg) =>
				new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror')
					?.textContent,
			text
		);
		expect(error, chart).toBeUndefined();
	}
});

test('a chart comes as numbers, each with the list whose total it is', async ({
	request,
	baseURL
}) => {
	const answer = await request.get('/insights/gaps.csv?mechanism=iron');
	expect(answer.headers()['content-disposition']).toContain('attachment; filename="gaps_');
	const lines: Record<string, string>[] = parse(await answer.text(), { columns: true });
	expect(lines.map(({ row, column }) => `${row}, ${column}`)).toContain('Iron, Open now');
	for (const { url = '', value } of lines) {
		const api = url.replace(`${baseURL}/trials`, '/api/v1/studies');
		expect((await (await request.get(api)).json()).total, url).toBe(Number(value));
	}
});

test('what says something of a person is kept by no cache; no chart of another name', async ({
	request
}) => {
	for (const path of [
		'/insights?age=70',
		'/insights/gaps.svg?sex=female',
		'/insights/gaps.csv?age=70'
	])
		expect((await request.get(path)).headers()['cache-control'], path).toBe('no-store');
	expect((await request.get('/insights/none.svg')).status()).toBe(404);
	expect((await request.get('/insights/none.csv')).status()).toBe(404);
});

test('at 320 px nothing scrolls sideways and every mark is at least 24 px', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto('/insights');
	const found = await page.evaluate(() => ({
		over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
		small: [...document.querySelectorAll('figure a[aria-label]')]
			.map((mark) => ({ name: mark.getAttribute('aria-label'), box: mark.getBoundingClientRect() }))
			.filter(({ box }) => box.width < 23.9 || box.height < 23.9)
			.map(({ name, box }) => `${name} ${box.width}×${box.height}`)
	}));
	expect(found).toEqual({ over: 0, small: [] });
});
