import { expect, test, type Locator, type Page } from '@playwright/test';

/** Each question of a visitor, answered in no more clicks than promised: by pointer and by keyboard, with and without script. */

type Go = (page: Page, target: Locator) => Promise<void>;

const byPointer: Go = async (_, target) => target.click();

/** Goes to a link or button with the Tab key alone, as somebody without a pointer does, and presses it. */
const byKeyboard: Go = async (page, target) => {
	await target.waitFor();
	for (let presses = 0; presses < 400; presses += 1) {
		await page.keyboard.press('Tab');
		if (await target.evaluate((element) => element === document.activeElement)) {
			await page.keyboard.press('Enter');
			return;
		}
	}
	throw new Error('The keyboard does not get there');
};

for (const javaScriptEnabled of [true, false])
	for (const [way, go] of [
		['by pointer', byPointer],
		['by keyboard', byKeyboard]
	] as const)
		test.describe(`${way}, ${javaScriptEnabled ? 'with' : 'without'} script`, () => {
			test.use({ javaScriptEnabled });
			const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first();

			test('what can cause RLS, and what should I ask my doctor? 1 click', async ({ page }) => {
				await page.goto('/');
				await go(page, page.getByRole('link', { name: 'Dopamine', exact: true }));
				await expect(page.getByRole('heading', { name: 'What to ask your doctor' })).toBeVisible();
				await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
			});

			test('it began after a new medicine: is anybody studying that? 2 clicks', async ({
				page
			}) => {
				await page.goto('/causes');
				await go(page, page.getByRole('link', { name: 'Medicines', exact: true }));
				await expect(page.getByText('tell your prescriber or pharmacist soon')).toBeVisible();
				await go(page, link(page, /are open now/));
				await expect(page).toHaveURL(/suspect=/);
				await expect(page.getByRole('article').first()).toContainText('Why here:');
			});

			test('nothing fits: what now? 1 click', async ({ page }) => {
				await page.goto('/trials?mechanism=genetics&approach=device');
				await go(page, link(page, 'what to do when nothing fits'));
				await expect(page.getByRole('heading', { level: 1 })).toHaveText('When no study fits');
				await expect(page.getByText('call or text 988').first()).toBeVisible();
			});

			test('could I join? 1 click from a result', async ({ page }) => {
				await page.goto('/trials?mechanism=iron&status=open');
				await go(page, link(page, /Low Ferritin/));
				await expect(page.getByRole('heading', { name: 'Could I join?' })).toBeVisible();
				await expect(page.getByRole('heading', { name: 'Rules for joining' })).toBeVisible();
				await expect(
					page.getByText(/Do not stop or change a medicine to join/).first()
				).toBeVisible();
			});

			test('is this still true, and whom do I call? at the top', async ({ page, viewport }) => {
				await page.goto('/trials/NCT90000001');
				const status = page.getByText(/confirmed by the sponsor/).first();
				const phone = page.locator('a[href^="tel:"]').first();
				await expect(status).toBeVisible();
				await expect(phone).toBeVisible();
				if ((viewport?.width ?? 0) > 1000)
					for (const each of [status, phone]) await expect(each).toBeInViewport();
			});

			test('all dopamine trials since 2015 in a table: 1 submit', async ({ page }) => {
				await page.goto('/trials?mechanism=dopamine&view=table');
				const advanced = page.locator('summary', { hasText: 'Advanced search' });
				await go(page, advanced);
				// before script has taken over, it is plain HTML, and what is typed may be lost
				if (javaScriptEnabled)
					await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
				await page.getByLabel('Started').fill('2015..');
				await go(page, page.getByRole('button', { name: 'Find' }));
				await expect(page).toHaveURL(/mechanism=dopamine&started=2015\.\.&view=table/);
				await expect(page.getByRole('rowheader')).toHaveCount(5);
			});

			test('what is a trial? 1 click', async ({ page }) => {
				await page.goto('/');
				await go(page, link(page, 'Taking part'));
				await expect(page.getByRole('heading', { level: 1 })).toHaveText(
					'Taking part in a clinical trial'
				);
			});
		});
