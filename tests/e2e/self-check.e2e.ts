import { expect, test, type Page, type Request } from '@playwright/test';

/** Asks for ferritin of at most 75 ng/mL, and keeps pregnant people out. */
const iron = '/trials/NCT90000001';
const key = 'rls-self-check';

/** Answers that stand nowhere else, so that they can be looked for. */
const age = '97';
const ferritin = '61.37';

async function open(page: Page, path = iron): Promise<void> {
	await page.goto(path);
	await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
	await page.getByText('Show the questions').click();
}

const check = (page: Page) =>
	page.getByRole('region', { name: 'Check the rules with your own answers' });

const radio = (page: Page, question: RegExp, answer: string) =>
	page
		.getByRole('radiogroup', { name: question })
		.getByRole('radio', { name: answer, exact: true });

const stored = (page: Page) =>
	page.evaluate((): Record<string, string> => ({ ...localStorage, ...sessionStorage }));

/** Answers all that there is to answer: "yes" to each question. */
async function answerAll(page: Page): Promise<void> {
	await page.getByLabel('Your age in years').fill(age);
	await page.getByLabel(/Your ferritin/).fill(ferritin);
	await radio(page, /Your sex/, 'Female').check();
	const groups = check(page).getByRole('radiogroup');
	for (const group of await groups.all()) {
		const yes = group.getByRole('radio', { name: 'Yes', exact: true });
		if ((await yes.count()) > 0) await yes.check();
	}
}

/** What a request carries: its address and body, and its headers. */
async function carried(request: Request): Promise<{ sent: string; headers: string }> {
	const headers = await request.allHeaders().catch(() => request.headers());
	return {
		sent: `${request.url()}\n${request.postData() ?? ''}`,
		headers: JSON.stringify(headers)
	};
}

test('no answer leaves the page: no request, no address, no storage, no cookie', async ({
	page,
	context
}) => {
	await open(page);
	const requests: Request[] = [];
	context.on('request', (request) => requests.push(request));
	const [address, title, before] = [page.url(), await page.title(), await stored(page)];

	await answerAll(page);
	await page.keyboard.press('Enter');
	await expect(check(page)).toContainText('Pregnancy: may rule you out.');
	await expect(check(page)).toContainText('Your ferritin: matches this sentence.');

	expect(page.url()).toBe(address);
	expect(await page.title()).toBe(title);
	expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain(ferritin);
	expect(await stored(page)).toEqual(before);
	expect(await context.cookies()).toEqual([]);
	expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);

	// also what the page asks for later: another study, a form, the end of the page
	await page.getByRole('link', { name: 'Trials', exact: true }).first().click();
	await expect(page).toHaveURL(/\/trials$/);
	await page.getByLabel('Words in a study').fill('gabapentin');
	await page.getByRole('button', { name: 'Find' }).click();
	await expect(page).toHaveURL(/q=gabapentin/);
	await page.close({ runBeforeUnload: true });

	expect(requests.length).toBeGreaterThan(0);
	const told = new RegExp(`${ferritin.replace('.', '[.,]')}|${key}|pregnan|dialysis|antidepress`);
	for (const request of requests) {
		const { sent, headers } = await carried(request);
		const { pathname } = new URL(request.url());
		expect(sent).not.toMatch(told);
		expect(headers).not.toMatch(told);
		// the names of the program's own files are made by chance
		if (!pathname.startsWith('/_app/')) {
			expect(sent).not.toMatch(new RegExp(`\\b${age}\\b`));
			expect(sent).not.toMatch(/[?&](?:age|sex|said|ferritin)=/);
		}
		expect(request.method()).toBe('GET');
	}
});

test('answers are kept on the device only when told to, used on other pages, and forgotten', async ({
	page
}) => {
	await open(page);
	await page.getByLabel('Your age in years').fill(age);
	await radio(page, /Are you pregnant/, 'Yes').check();
	expect(await stored(page)).not.toHaveProperty(key);
	await page.getByLabel('Keep my answers on this device').check();
	expect(JSON.parse((await stored(page))[key] ?? '')).toEqual({
		age: Number(age),
		said: { pregnancy: 'yes' }
	});

	await open(page, '/trials/NCT90000003');
	await expect(page.getByLabel('Your age in years')).toHaveValue(age);
	await expect(radio(page, /Are you pregnant/, 'Yes')).toBeChecked();
	await page.getByRole('button', { name: 'Forget my answers' }).click();
	await expect(check(page)).toContainText('Your answers are gone');
	expect(await stored(page)).not.toHaveProperty(key);
	await page.reload();
	await page.getByText('Show the questions').click();
	await expect(page.getByLabel('Your age in years')).toHaveValue('');
	await expect(radio(page, /Are you pregnant/, 'Not sure')).toBeChecked();
});

test('answers that are not kept are gone after a reload', async ({ page }) => {
	await open(page);
	await answerAll(page);
	await page.reload();
	await page.getByText('Show the questions').click();
	await expect(page.getByLabel('Your age in years')).toHaveValue('');
	await expect(radio(page, /Are you pregnant/, 'Not sure')).toBeChecked();
});

test('by keyboard alone: opens, answers, reads the verdict', async ({ page }) => {
	await page.goto(iron);
	await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
	await check(page).locator('summary').focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(page.getByLabel('Your age in years')).toBeFocused();
	await page.keyboard.type('68');
	await page.keyboard.press('Tab');
	await expect(radio(page, /Your sex/, 'Not said')).toBeFocused();
	// a group is one stop: has RLS, pregnancy
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await expect(radio(page, /Are you pregnant/, 'Not sure')).toBeFocused();
	await page.keyboard.press('ArrowLeft');
	await expect(radio(page, /Are you pregnant/, 'No')).toBeChecked();
	await expect(check(page)).toContainText('Pregnancy: matches this sentence.');
	await expect(check(page)).not.toContainText('Pregnancy: may rule you out.');
});

test('it marks and sorts, and adds nothing up', async ({ page }) => {
	await open(page);
	await answerAll(page);
	const headings = check(page).getByRole('heading', { level: 4 });
	await expect(headings.first()).toContainText('May rule you out');
	const said = await check(page).getByRole('status').allTextContents();
	expect(said.join(' ')).not.toMatch(/\d|%|eligible|qualify|score/i);
	// nothing of the rules is hidden by it
	await expect(page.getByRole('heading', { name: 'Rules to join' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Rules that keep people out' })).toBeVisible();
	await expect(check(page).getByText(/call or text\s+988/)).toBeVisible();
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('the page says that the check needs script, and has all else', async ({ page }) => {
		await page.goto(iron);
		await expect(page.getByText('This check needs script.')).toBeVisible();
		await expect(page.getByText('Show the questions')).toHaveCount(0);
		await expect(check(page).getByRole('radio')).toHaveCount(0);
		await expect(page.getByRole('heading', { name: 'Who can join' })).toBeVisible();
		const rules = page.getByRole('region', { name: 'Rules for joining' });
		await expect(rules.getByRole('heading', { name: 'Rules to join' })).toBeVisible();
		await expect(rules.getByRole('heading', { name: 'Rules that keep people out' })).toBeVisible();
		await expect(rules.getByRole('link', { name: 'Ferritin' })).toHaveAttribute(
			'href',
			'/glossary#ferritin'
		);
	});
});

test('print leaves the check out until it is opened, and never prints the questions', async ({
	page
}) => {
	await page.goto(iron);
	await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
	await page.emulateMedia({ media: 'print' });
	await expect(check(page)).toBeHidden();
	await page.emulateMedia({ media: 'screen' });
	await page.getByText('Show the questions').click();
	await radio(page, /Are you pregnant/, 'Yes').check();
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByText('Pregnancy: may rule you out.')).toBeVisible();
	await expect(page.getByLabel('Your age in years')).toBeHidden();
});
