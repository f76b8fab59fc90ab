import { expect, test, type APIRequestContext } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { checker, readDocument } from '../api-schemas.ts';

/** The site that has only its starter, whose answers stay the same. */
const starter = 'http://127.0.0.1:4174';
const studyHere: Record<string, string> = {
	[starter]: 'NCT02397057',
	'http://127.0.0.1:4173': 'NCT90000001'
};

async function documentOf(request: APIRequestContext, origin: string) {
	const answer = await request.get(`${origin}/api/v1/openapi.json`);
	return readDocument(await answer.json());
}

/** The address of a path of the document, with a study that is there. */
function addressOf(path: string, origin: string): string {
	return origin + path.replace('{nctId}', studyHere[origin] ?? '');
}

async function get(request: APIRequestContext, url: string) {
	const answer = await request.get(url, { maxRedirects: 0 });
	const type = answer.headers()['content-type'] ?? '';
	const text = await answer.text();
	return {
		status: answer.status(),
		headers: answer.headers(),
		type,
		body: /\/(?:[\w.-]+\+)?json(?:;|$)/.test(type) ? JSON.parse(text) : text
	};
}

for (const origin of Object.keys(studyHere)) {
	test(`every documented address answers as documented, ${origin}`, async ({ request }) => {
		const document = await documentOf(request, origin);
		const check = checker(document);
		for (const [path, { get: operation }] of Object.entries(document.paths)) {
			if (!operation) continue;
			const { status, type, body, headers } = await get(request, addressOf(path, origin));
			expect(status, path).toBe(200);
			expect(check({ path, status, type, body }), path).toEqual([]);
			if (path.startsWith('/api/')) expect(headers['access-control-allow-origin'], path).toBe('*');
		}
	});

	test(`searches, errors and receipts answer as documented, ${origin}`, async ({ request }) => {
		const check = checker(await documentOf(request, origin));
		for (const [path, query, wanted] of [
			['/api/v1/studies', 'scope=all&size=100', 200],
			['/api/v1/studies', 'near=60611&within=50mi&status=open&sort=distance', 200],
			['/api/v1/studies', 'mechanism=irony&age=200&page=0&within=5mi', 400],
			['/api/v1/studies.csv', 'bom=perhaps', 400],
			['/api/v1/receipt', 'mechanism=iron&q=Horizant', 200],
			['/api/v1/receipt', 'at=2026-11-20T12:00:00.000Z&hash=0123456789abcdef', 200],
			['/api/v1/receipt', 'at=now', 400],
			['/api/v1/changes', 'since=2020-01-01&limit=2&scope=all', 200],
			['/api/v1/changes', 'since=yesterday&limit=0&mechanism=x', 400],
			['/feed.json', 'mechanism=iron', 200],
			['/feed.xml', 'mechanism=irony', 400]
		] as const) {
			const { status, type, body } = await get(request, `${origin}${path}?${query}`);
			expect(status, `${path}?${query}`).toBe(wanted);
			expect(check({ path, status, type, body }), `${path}?${query}`).toEqual([]);
		}
		for (const [id, wanted] of [
			['NCT00000001', 404],
			['nct1', 400]
		] as const) {
			const { status, type, body } = await get(request, `${origin}/api/v1/studies/${id}`);
			expect(status, id).toBe(wanted);
			expect(check({ path: '/api/v1/studies/{nctId}', status, type, body }), id).toEqual([]);
		}
		const path = '/api/v1/receipt';
		const { body: receipt } = await get(request, `${origin}${path}?scope=all`);
		const sent = await request.post(`${origin}${path}`, { data: receipt });
		const told = { path, method: 'post' as const, status: sent.status() };
		const type = sent.headers()['content-type'] ?? '';
		expect(sent.status()).toBe(200);
		expect(check({ ...told, type, body: await sent.json() })).toEqual([]);
	});
}

test('bad values are refused with all problems at once', async ({ request }) => {
	const { status, type, body } = await get(
		request,
		`${starter}/api/v1/studies?mechanism=irony,iron&age=200&page=0&fbclid=1`
	);
	expect(status).toBe(400);
	expect(type).toBe('application/problem+json');
	expect(body).toMatchObject({ status: 400, type: 'about:blank' });
	expect(body.problems.map(({ key, value }: Record<string, string>) => `${key}=${value}`)).toEqual([
		'mechanism=irony',
		'age=200',
		'page=0'
	]);
});

test('an ETag that comes back is answered with 304 and no body', async ({ request }) => {
	const document = await documentOf(request, starter);
	const conditional = Object.entries(document.paths).filter(
		([, { get: operation }]) => operation?.responses['304']
	);
	expect(conditional.length).toBeGreaterThanOrEqual(8);
	for (const [path] of conditional) {
		const url = addressOf(path, starter);
		const { etag } = (await request.get(url)).headers();
		expect(etag, path).toMatch(/^(?:W\/)?"[^"]+"$/);
		const again = await request.get(url, { headers: { 'if-none-match': etag ?? '' } });
		expect(again.status(), path).toBe(304);
		expect((await again.body()).length, path).toBe(0);
		expect(again.headers()['etag'], path).toBeTruthy();
		const other = await request.get(url, { headers: { 'if-none-match': '"other"' } });
		expect(other.status(), path).toBe(200);
	}
	const personal = await request.get(`${starter}/api/v1/studies?age=40`);
	expect(personal.headers()).toMatchObject({ 'cache-control': 'private, no-store' });
	expect(personal.headers()).not.toHaveProperty('etag');
});

test('links.next leads through all pages and meets each study once', async ({ request }) => {
	for (const size of [10, 25]) {
		const seen: string[] = [];
		let total = -1;
		let pages = 0;
		let next: string | undefined = `${starter}/api/v1/studies?scope=all&sort=-updated&size=${size}`;
		while (next !== undefined) {
			const { body } = await get(request, next);
			seen.push(...body.studies.map(({ nctId }: { nctId: string }) => nctId));
			total = body.total;
			pages += 1;
			expect(pages).toBeLessThanOrEqual(body.pages);
			expect('previous' in body.links).toBe(pages > 1);
			next = body.links.next;
		}
		expect(total).toBe(80);
		expect(seen).toHaveLength(total);
		expect(new Set(seen).size).toBe(total);
		expect(pages).toBe(Math.ceil(total / size));
	}
});

/** Addresses that were given out, with what they mean. */
const links = readFileSync(new URL('../api-links.tsv', import.meta.url), 'utf8')
	.split('\n')
	.filter((line) => line !== '' && !line.startsWith('#'))
	.map((line) => line.split('\t'));

test('links of every release live, and mean what they meant', async ({ request }) => {
	expect(links.length).toBeGreaterThanOrEqual(25);
	for (const [address = '', wanted, canonical] of links) {
		const { status, type, body } = await get(request, starter + address);
		expect(status, address).toBe(200);
		expect(type.replace(/;.*$/, ''), address).toBe(wanted);
		if (canonical !== '-') expect((body.query ?? body).canonical, address).toBe(canonical);
	}
});

test('HEAD answers as GET without a body; other methods are refused and told what there is', async ({
	request
}) => {
	for (const path of [
		'/api/v1/studies',
		'/api/v1/causes',
		'/api/v1/openapi.json',
		'/api/v1/studies.csv'
	]) {
		const head = await request.head(starter + path);
		expect(head.status(), path).toBe(200);
		expect((await head.body()).length, path).toBe(0);
		const { type } = await get(request, starter + path);
		expect(head.headers()['content-type'], path).toBe(type);
		const put = await request.put(starter + path, { data: {} });
		expect(put.status(), path).toBe(405);
		expect(put.headers()['allow'], path).toContain('GET');
	}
	// a plain GET from another site needs no leave; what would need it is refused
	const options = await request.fetch(`${starter}/api/v1/studies`, { method: 'OPTIONS' });
	expect([204, 405]).toContain(options.status());
});

test('every example of the page /api answers 200', async ({ page, request }) => {
	for (const origin of Object.keys(studyHere)) {
		await page.goto(`${origin}/api`);
		const links = page.locator('section:has(> #examples) li > a');
		const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
		expect(paths.length).toBeGreaterThanOrEqual(14);
		for (const path of paths) {
			const { status } = await get(request, `${origin}${path}`);
			expect(status, `${path}`).toBe(200);
		}
		const commands = await page.locator('section:has(> #examples) li > code').allTextContents();
		expect(commands.map((line) => /'(.*)'$/.exec(line)?.[1])).toEqual(
			paths.map((path) => `${origin}${path}`)
		);
	}
});

test('the page /api names every key and every address of the document', async ({
	page,
	request
}) => {
	const document = await documentOf(request, starter);
	await page.goto(`${starter}/api`);
	for (const key of Object.keys(document.components.parameters))
		await expect(page.locator(`#key-${key}`), key).toHaveCount(1);
	const addresses = await page.locator('section:has(> #addresses) code').allTextContents();
	expect(addresses).toEqual(
		Object.entries(document.paths).flatMap(([path, { get: one, post }]) => [
			...(one ? [`GET ${path}`] : []),
			...(post ? [`POST ${path}`] : [])
		])
	);
	await page.getByRole('link', { name: 'An example' }).click();
	await expect(page.locator('body')).toContainText('"key":"mechanism","value":"irony"');
});

/** The programs that run the clients of the page. R is not run: it is not on the machines of the tests. */
const programs = [
	['python', 'python3', '-c'],
	['curl', 'sh', '-c']
] as const;

function isThere(program: string): boolean {
	return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

for (const [id, program, flag] of programs)
	if (isThere(id === 'curl' ? 'curl' : program))
		test(`the ${id} client of the page /api walks through all pages`, async ({ page, request }) => {
			await page.goto(`${starter}/api`);
			const code = await page.locator(`pre#${id}`).textContent();
			expect(code).toContain(`${starter}/api/v1/studies?mechanism=iron&size=100`);
			// small pages of a long list, so that there is something to walk through
			const search = 'scope=all&size=25';
			const walked = code?.replace('mechanism=iron&size=100', search) ?? '';
			const { stdout, stderr, status } = spawnSync(program, [flag, walked], {
				encoding: 'utf8',
				timeout: 20_000,
				env: { ...process.env, no_proxy: '*', NO_PROXY: '*', PYTHONIOENCODING: 'utf-8' }
			});
			expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
			const { body } = await get(request, `${starter}/api/v1/receipt?scope=all`);
			const ids = stdout.match(/^NCT\d{8}/gm) ?? [];
			expect(ids.toSorted()).toEqual(body.studies.map(([nctId]: string[]) => nctId));
		});
