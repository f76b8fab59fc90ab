import { expect, test, type Page } from '@playwright/test';

/** A patient's way through the site, on a phone and on a desktop: without script unless it is said. */

const iron = '/trials/NCT90000001';

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled });

		test('which trials are open near me? a place, a distance, one submit', async ({ page }) => {
			await page.goto('/');
			await page.getByLabel('Near', { exact: true }).fill('60611');
			await page.getByLabel('Within').selectOption('50mi');
			await page.getByRole('button', { name: 'Find' }).click();
			await expect(page).toHaveURL(/near=60611/);
			await expect(page.getByRole('heading', { level: 1 })).toContainText(
				'with a site within 50 miles of 60611 (Chicago, Illinois)'
			);
			const card = page.getByRole('article').filter({ hasText: 'Low Ferritin' });
			await expect(card).toContainText('Nearest site: Chicago, Illinois, less than 5 miles');
			await expect(page.getByText(/give or take 10\s+miles/)).toBeVisible();
			// those whose place is not known are counted, and one click away
			await page.getByRole('link', { name: /places that are not known/ }).click();
			await expect(page.getByRole('heading', { level: 1 })).toContainText('places not stated');
		});

		test('nothing open is near: the nearest open one at any distance is named', async ({
			page
		}) => {
			await page.goto('/trials?near=Anchorage, Alaska&within=50mi&status=open');
			const nearest = page.getByRole('region', { name: 'The nearest open study, at any distance' });
			await expect(nearest.getByRole('article')).toContainText(
				/Nearest site.*, about [\d,]+ miles/
			);
		});

		test('a place that is not known: a clear message with near matches', async ({ page }) => {
			await page.goto('/trials?near=Chigaco&within=50mi');
			await expect(page.getByText(/did you mean Chicago/)).toBeVisible();
		});

		test('km where roads are in km', async ({ page }) => {
			await page.goto('/trials?near=Munich&sort=distance&status=open');
			await expect(page.getByRole('article').first()).toContainText(/about [\d,]+ km|than 5 km/);
		});

		test('is it still true, and whom do I call?', async ({ page }) => {
			await page.goto(`${iron}?near=60611`);
			const open = page.getByRole('region', { name: 'Is it open?' });
			await expect(open).toContainText(/Recruiting, confirmed by the sponsor 3 weeks ago/);
			await expect(open).toContainText('Nearest site: Chicago, Illinois, less than 5 miles');
			await expect(open.getByRole('link', { name: /@example\.org/ })).toBeVisible();
			await expect(
				page.getByRole('heading', { name: 'How to reach the study team' })
			).toBeVisible();
			await expect(page.getByText(/you can leave at any time/)).toBeVisible();
		});

		test('a map, and the same as a list', async ({ page }) => {
			await page.goto(`${iron}?near=60611`);
			const places = page.getByRole('region', { name: 'Where, and whom to ask' });
			await expect(places.getByRole('img', { name: /6 sites in 6 places/ })).toBeVisible();
			await expect(
				places
					.getByRole('listitem')
					.getByText(/Chicago, Illinois/)
					.first()
			).toBeVisible();
			await expect(places.getByText(/Recruiting, about 435 miles/)).toBeVisible();
		});

		test('could I join? rules apart, with links to the glossary', async ({ page }) => {
			await page.goto(iron);
			await expect(page.getByRole('heading', { name: 'Rules to join' })).toBeVisible();
			await expect(page.getByRole('heading', { name: 'Rules that keep people out' })).toBeVisible();
			await expect(
				page
					.getByRole('region', { name: 'Rules for joining' })
					.getByRole('link', { name: 'Ferritin' })
			).toHaveAttribute('href', '/glossary#ferritin');
		});

		test('what would I have to stop, and what would it ask of me?', async ({ page }) => {
			await page.goto(iron);
			const medicines = page.getByRole('region', { name: 'What it says about medicines' });
			await expect(medicines).toContainText('do not stop or change it to join');
			await expect(medicines.getByRole('heading', { name: 'Must be stopped' })).toBeVisible();
			await expect(medicines).toContainText('time given: 6 months');
			const burden = page.getByRole('region', { name: 'What it would ask of you' });
			await expect(burden).toContainText('Not stated by the study. Ask the study team.');
			const questions = page.getByRole('region', { name: 'Questions to ask the study team' });
			await expect(questions.getByText('How long would I take part?')).toBeVisible();
		});

		test('posted results and papers by kind', async ({ page }) => {
			await page.goto('/trials/NCT90000007');
			const results = page.getByRole('region', { name: 'Posted results' });
			await expect(results.getByRole('cell', { name: '-9.1 (7.0)' })).toBeVisible();
			await expect(page.getByRole('heading', { name: /Found by the registry/ })).toBeVisible();
		});

		test('print two of these for the doctor: 2 clicks from a study', async ({ page }) => {
			await page.goto('/trials/compare?ids=NCT90000001,NCT90000002&near=60611');
			await page.getByRole('link', { name: 'Large print' }).click();
			await expect(page.getByRole('article')).toHaveCount(2);
			await expect(page.getByRole('img', { name: /QR code/ })).toHaveCount(2);
			await expect(page.getByText(/less than 5 miles/).first()).toBeVisible();
		});
	});

test('"use my location" waits for the click, rounds, and sends nothing by itself', async ({
	page,
	context
}) => {
	await context.grantPermissions(['geolocation']);
	await context.setGeolocation({ latitude: 41.87654321, longitude: -87.61234567 });
	const asked: string[] = [];
	await page.goto('/');
	await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
	page.on('request', (request) => asked.push(request.url()));
	await page.getByRole('button', { name: 'Use my location' }).click();
	await expect(page.getByLabel('Near', { exact: true })).toHaveValue('41.9,-87.6');
	expect(asked).toEqual([]);
});

test('what is written and ticked before the script has come is kept', async ({ page }) => {
	let come = () => {};
	const script = new Promise<void>((resolve) => (come = resolve));
	await page.route('**/_app/**/*.js', async (route) => {
		await script;
		await route.continue();
	});
	await page.goto('/trials?status=open', { waitUntil: 'commit' });
	const words = page.getByRole('searchbox');
	await words.fill('ferritin');
	await page.getByLabel('Near', { exact: true }).fill('60611');
	come();
	// the button comes with the script
	await expect(page.getByRole('button', { name: 'Use my location' })).toBeVisible();
	await expect(words).toHaveValue('ferritin');
	await expect(page.getByLabel('Near', { exact: true })).toHaveValue('60611');
	await page.getByRole('button', { name: 'Find' }).click();
	await expect(page).toHaveURL(/q=ferritin/);
	await expect(page).toHaveURL(/near=60611/);
});

test('what says where somebody is stays out of caches and of shared links', async ({ page }) => {
	const kept = await page.request.get('/trials?near=60611&within=50mi');
	expect(kept.headers()['cache-control']).toBe('private, no-store');
	const api = await page.request.get('/api/v1/studies?near=60611');
	expect(api.headers()['cache-control']).toBe('private, no-store');
	await page.goto('/trials?near=60611&within=50mi&mechanism=iron');
	await page.getByText('Share this view').click();
	await expect(page.getByLabel('Link to this view')).toHaveValue(/\/trials\?mechanism=iron$/);
	const image = await metaOf(page, 'og:image');
	expect(image).toContain('/card.png?mechanism=iron');
	expect(image).not.toMatch(/60611|near|within/);
});

const metaOf = (page: Page, property: string) =>
	page.locator(`meta[property="${property}"]`).getAttribute('content');
