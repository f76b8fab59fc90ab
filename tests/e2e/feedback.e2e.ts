import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startSite, type Site } from '../site.ts';

/** What visitors say of articles and labels: sent, stored, nameless, refused, forgotten. */

const article = '/causes/iron';
const study = '/trials/NCT02397057';
const day = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * day).toISOString().slice(0, 10);

let folder: string;
let site: Site;
const start = async () => (site = await startSite({ REFRESH_MINUTES: '0', DATA_DIR: folder }));

test.beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'finder-'));
	await start();
});
test.afterEach(async () => {
	await site.stop();
	rmSync(folder, { recursive: true, force: true });
});

function inStore<T>(work: (database: DatabaseSync) => T): T {
	const database = new DatabaseSync(join(folder, 'finder.db'), { timeout: 5000 });
	try {
		return work(database);
	} finally {
		database.close();
	}
}

const rowsOf = (table: 'rating' | 'label_report') =>
	inStore((database) =>
		database
			.prepare(`select * from ${table} order by id`)
			.all()
			.map((row) => ({ ...row }))
	);

/** Sends a form as a program would; `origin` is what a browser says of the page that it stands on. */
const send = (
	path: string,
	fields: Record<string, string>,
	{ url = site.url, origin = url }: { url?: string; origin?: string | undefined } = {}
) =>
	fetch(`${url}${path}`, {
		method: 'POST',
		headers: { accept: 'text/html', ...(origin ? { origin } : {}) },
		body: new URLSearchParams(fields)
	});

const rate = `${article}?/rate`;
const report = `${study}?/report`;
const goodReport = { label: 'mechanism:iron', verdict: 'wrong' };

async function reportLabel(page: Page, comment: string) {
	await page.goto(`${site.url}${study}`);
	await page.getByText('Report a wrong or missing label').click();
	await page.getByLabel('Label', { exact: true }).selectOption('mechanism:iron');
	await page.getByRole('radio', { name: 'missing here' }).check();
	await page.getByRole('textbox', { name: /^Why/ }).fill(comment);
	await page.getByRole('button', { name: 'Send report' }).click();
}

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled });

		test('an article is rated', async ({ page, context }) => {
			// 500 characters for the visitor; without script they are sent as 503
			const comment = `One\nTwo\n“Three”\n${'🙂'.repeat(242)}`;
			expect(comment).toHaveLength(500);
			await page.goto(`${site.url}${article}`);
			await page.getByRole('radio', { name: 'not helpful' }).check();
			await page.getByRole('textbox', { name: /^Why/ }).fill(comment);
			await page.getByRole('button', { name: 'Send rating' }).click();
			const thanks = page.getByRole('status').filter({ hasText: 'The rating is stored' });
			await expect(thanks).toBeInViewport();
			if (javaScriptEnabled) await expect(thanks).toBeFocused();
			await expect(page.getByRole('button', { name: 'Send rating' })).toHaveCount(0);
			expect(rowsOf('rating')).toEqual([
				{ id: 1, slug: 'iron', helpful: 0, comment, made_on: daysAgo(0) }
			]);
			expect(await context.cookies()).toEqual([]);
		});

		test('a label is reported', async ({ page, context }) => {
			await reportLabel(page, 'It gives ferrous sulfate.');
			await expect(
				page.getByRole('status').filter({ hasText: 'The report is stored' })
			).toBeVisible();
			expect(rowsOf('label_report')).toEqual([
				{
					...{ id: 1, nct_id: 'NCT02397057', facet: 'mechanism', label: 'iron' },
					...{ verdict: 'missing', comment: 'It gives ferrous sulfate.' },
					...{ rules: expect.any(String), made_on: daysAgo(0) }
				}
			]);
			expect(await context.cookies()).toEqual([]);
		});

		test('a rating with a mistake says which, and nothing is stored', async ({ page }) => {
			await page.goto(`${site.url}${article}`);
			const form = page.locator('form[action="?/rate"]');
			// an old browser that checks nothing itself
			await form.evaluate((node) => node.setAttribute('novalidate', ''));
			await form.getByRole('button').click();
			const alert = page.getByRole('alert');
			await expect(alert).toBeInViewport();
			await expect(alert).toContainText('rating must be helpful or not-helpful');
			await expect(form).toBeVisible();
			expect(rowsOf('rating')).toEqual([]);
		});
	});

test('a bad form names its fields, and nothing is stored', async () => {
	const long = 'a'.repeat(501);
	for (const [path, fields, names] of [
		[rate, {}, ['rating must be']],
		[rate, { rating: '1', comment: long }, ['rating must be', 'comment is longer than 500']],
		[rate, { rating: 'helpful', comment: long }, ['comment is longer than 500']],
		[report, {}, ['label ', 'verdict ']],
		[report, { ...goodReport, label: 'mechanism:none-such' }, ['label is not one of']],
		[report, { ...goodReport, comment: long }, ['comment is longer than 500']]
	] as const) {
		const answer = await send(path, fields);
		expect(answer.status).toBe(400);
		const said = /role="alert"[^>]*>([^<]*)</.exec(await answer.text())?.[1];
		for (const name of names) expect(said).toContain(name);
	}
	expect((await send('/causes/no-such-thing?/rate', { rating: 'helpful' })).status).toBe(404);
	expect((await send('/trials/NCT99999999?/report', goodReport)).status).toBe(404);
	expect([...rowsOf('rating'), ...rowsOf('label_report')]).toEqual([]);
});

test('what is stored does not tell who sent it, nor when in the day', async ({ browser }) => {
	const before = site.output().length;
	const userAgent = 'Remarkable/7.7 (of one person)';
	const context = await browser.newContext({ userAgent });
	const page = await context.newPage();
	await page.goto(`${site.url}${article}`);
	await page.getByRole('radio', { name: 'helpful', exact: true }).check();
	await page.getByRole('button', { name: 'Send rating' }).click();
	await expect(page.getByText('The rating is stored')).toBeVisible();
	await reportLabel(page, '');
	await expect(page.getByText('The report is stored')).toBeVisible();
	await context.close();
	for (const row of [...rowsOf('rating'), ...rowsOf('label_report')])
		for (const value of Object.values(row)) expect(String(value)).not.toMatch(/\d:\d\d|\dT\d/);
	expect(Object.keys(rowsOf('rating')[0] ?? {})).toEqual(
		['id', 'slug', 'helpful', 'comment', 'made_on'] // a new column must be thought about
	);
	const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
	const everything = [...files, site.output().slice(before)].join('\n');
	expect(everything).toContain('NCT02397057');
	for (const trace of ['127.0.0.1', 'Remarkable', 'Mozilla'])
		expect(everything).not.toContain(trace);
});

test('a form that stands on another site is refused', async () => {
	for (const origin of ['https://example.org', 'null', `${site.url}0`, undefined])
		for (const [path, fields] of [
			[rate, { rating: 'helpful' }],
			[report, goodReport]
		] as const) {
			// a missing origin is what a program without one sends
			const answer = await send(path, fields, { origin: origin ?? '' });
			expect(answer.status, `${path} from ${origin}`).toBe(403);
		}
	expect([...rowsOf('rating'), ...rowsOf('label_report')]).toEqual([]);
});

test('forms work at each name of this machine, on any port, without ORIGIN', async ({
	browser
}) => {
	expect(process.env['ORIGIN']).toBeUndefined();
	const { port } = new URL(site.url);
	for (const host of ['127.0.0.1', 'localhost']) {
		const url = `http://${host}:${port}`;
		const page = await browser.newPage({ javaScriptEnabled: false });
		await page.goto(`${url}${article}`);
		await page.getByRole('radio', { name: 'helpful', exact: true }).check();
		await page.getByRole('button', { name: 'Send rating' }).click();
		await expect(page.getByText('The rating is stored')).toBeVisible();
		await page.close();
		expect((await send(report, goodReport, { url })).status).toBe(200);
	}
	expect([rowsOf('rating').length, rowsOf('label_report').length]).toEqual([2, 2]);
});

test('one client can send so many in a minute, and is told when to come back', async () => {
	const limited = await startSite({ REFRESH_MINUTES: '0', RATE_LIMIT: 'on' });
	const sent = [];
	for (let n = 0; n < 22; n += 1)
		sent.push(await send(rate, { rating: 'helpful' }, { url: limited.url }));
	expect(sent.map(({ status }) => status)).toEqual([
		...Array.from({ length: 20 }, () => 200),
		...[429, 429]
	]);
	const refused = sent.at(-1);
	expect(refused?.headers.get('ratelimit')).toMatch(/^"form";r=0;t=\d+$/);
	expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
	// others are not the worse for it: pages have a measure of their own
	expect((await fetch(`${limited.url}/causes/iron`)).status).toBe(200);
	await limited.stop();
});

test('comments go after 90 days, also when the server was off; the votes stay', async () => {
	await site.stop();
	inStore((database) => {
		for (const madeOn of [daysAgo(400), daysAgo(91), daysAgo(88)]) {
			database.prepare(`insert into rating values (null, 'iron', 1, 'words', ?)`).run(madeOn);
			database
				.prepare(
					`insert into label_report values (null, 'NCT02397057', 'mechanism', 'iron', 'wrong', 'words', '1', ?)`
				)
				.run(madeOn);
		}
	});
	await start();
	for (const table of ['rating', 'label_report'] as const)
		await expect
			.poll(() => rowsOf(table).map(({ comment }) => comment))
			.toEqual([null, null, 'words']);
});
