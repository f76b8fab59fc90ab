import { expect, test, type Page } from '@playwright/test';
import { checker, readDocument } from '../api-schemas.ts';

/** Queries written by hand over the invented studies, with the numbers (NCT900000xx) that they find. */
const queries: [query: string, expected: string][] = [
	['mechanism=iron', '01 02 03 04 05 06 07 08 09 45'],
	['mechanism=iron&status=open', '01 02 03 04 05 09'],
	['mechanism=iron&status=recruiting', '01 02 03 04 08 09'],
	['mechanism=genetics', '31'],
	['mechanism=nerve-damage', '14 32 44'],
	['mechanism=circulation', '24 37'],
	['mechanism=immune-gut', '30'],
	['mechanism=medicines-substances&related=opioid-use-disorder', '16'],
	['mechanism=medicines-substances&related=depression', '18'],
	['mechanism=iron&related=kidney,pregnancy', '03 04'],
	['related=kidney', '04 25'],
	['related=parkinson', '11'],
	['related=rheumatoid-arthritis', '35'],
	['approach=device&type=interventional', '23 24'],
	['approach=exercise-physical', '25 26'],
	['approach=sedative', '22'],
	['approach=complementary', '29 42'],
	['status=completed', '07 10 19 25 35 38 40 42'],
	['status=terminated&status=suspended', '22 24'],
	['status=other', '43'],
	['status=enrolling-by-invitation', '26 45'],
	['phase=3', '01 02 08 10 14 41'],
	['phase=early-1', '06'],
	['phase=2&approach=iron-therapy', '02 05 07'],
	['type=expanded-access', '20'],
	['type=observational&status=open', '31 32 33 36 37'],
	['results=posted', '07'],
	['q=Horizant', '13'],
	['q=pramipexole', '10 12 13'],
	['q=acupuncture+OR+yoga', '26 29'],
	['q=%22late+pregnancy%22', '38'],
	['q=%E4%B8%8D%E5%AE%81%E8%85%BF%E7%BB%BC%E5%90%88%E5%BE%81', '29'],
	['q=NCT90000099&scope=all', '44'],
	['q=akathisia&scope=all', '46'],
	['scope=all&status=terminated', '22 51'],
	['suspect=antidepressant', '18'],
	['suspect=opioid-withdrawal', '16'],
	['suspect=antihistamine', '19'],
	['sex=male&mechanism=iron&status=open', '01 02 04 05 09'],
	['sex=female&related=pregnancy', '03 38'],
	['sex=female&related=blood-donors', ''],
	['age=10&status=open', '05'],
	['age=1&mechanism=iron', '45'],
	['age=79&approach=device&type=interventional', '23'],
	['age=80&approach=device&type=interventional', ''],
	['age=19&approach=opioid&type=interventional', '12'],
	['healthy=yes', '09 19 31 32 36 45'],
	['healthy=yes&mechanism=iron', '09 45'],
	['country=GB', '02 03 28'],
	['country=TR,EG', '04 25 27 38'],
	['country=de&mechanism=dopamine', '10'],
	['country=KR', '36'],
	['sponsor=industry', '07 10 20 23 41'],
	['sponsor=network', '02'],
	['sponsor=other-gov', '28'],
	['sponsor=not-stated', '39 40'],
	['started=..2010', '10 19 35'],
	['started=2017..2018', '07 34 38'],
	['started=2022-10..2022-10', '25'],
	['completed=2011..2020', '07 19 38'],
	['completed=2006', '10'],
	['updated=2019..2021', '07 11 38'],
	['condition=%22chronic+kidney+failure%22', '25'],
	['condition=willis-ekbom', '36'],
	['intervention=Horizant', '13'],
	['intervention=placebo&mechanism=dopamine', '10 11 12'],
	['title=chronic', ''],
	['title=drops', '05'],
	['org=lakeview', '01 07 20 41'],
	['org=%22Erie+Sleep%22', '22 24'],
	['id=RLS-013', '13'],
	['q=yoga+-online', ''],
	['q=patch+NOT+parkinson', ''],
	['q=suvorexant+OR+perampanel&sort=title', '21 22'],
	['type=other', '43'],
	['phase=other', '43'],
	['mechanism=iron&phase=2,3&country=US&age=40&sex=female', '01 02 07']
];

/** The same where the order is part of what is asked. */
const ordered: [query: string, expected: string][] = [
	['mechanism=nerve-damage&sort=title', '44 14 32'],
	['mechanism=nerve-damage,genetics&sort=enrollment', '31 14 32 44'],
	['related=pregnancy&sort=-enrollment', '03 38'],
	['mechanism=nerve-damage&sort=-title', '32 14 44']
];

const numbers = (ids: string[]) => ids.map((id) => id.slice(-2)).join(' ');
const inOrder = (list: string) => list.split(' ').sort().join(' ');

async function ofPage(page: Page, query: string): Promise<string> {
	await page.goto(`/trials?${query}&size=100`);
	const links = await page.locator('ol article h2 a').all();
	const paths = await Promise.all(links.map((link) => link.getAttribute('href')));
	return numbers(paths.map((path) => path ?? ''));
}

/** Reaches the view by a click within the site, so that script makes the page. */
async function withinSite(page: Page, query: string): Promise<string> {
	await page.evaluate((href) => {
		const link = document.createElement('a');
		link.href = href;
		link.textContent = 'go';
		document.body.append(link);
		link.click();
		link.remove();
	}, `/trials?${query}&size=100`);
	await page.waitForURL((url) => url.search === `?${query}&size=100`);
	const links = await page.locator('ol article h2 a').all();
	const paths = await Promise.all(links.map((link) => link.getAttribute('href')));
	return numbers(paths.map((path) => path ?? ''));
}

test('pages with script, pages without script and the API list the same studies in the same order', async ({
	browser,
	request,
	baseURL
}) => {
	test.setTimeout(180_000);
	const document = await (await request.get('/api/v1/openapi.json')).json();
	const faultsOf = checker(readDocument(document));
	const plain = await browser.newPage({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
	const scripted = await browser.newPage({ ...(baseURL && { baseURL }) });
	await scripted.goto('/trials');
	await scripted.waitForFunction(() => document.querySelector('[aria-live]') !== null);
	for (const [query, expected] of [...queries, ...ordered]) {
		const answer = await request.get(`/api/v1/studies?${query}&size=100`);
		const body = await answer.json();
		expect(
			faultsOf({
				path: '/api/v1/studies',
				status: answer.status(),
				type: answer.headers()['content-type'] ?? '',
				body
			}),
			`${query} against the OpenAPI document`
		).toEqual([]);
		const { studies } = body;
		const api = numbers(studies.map(({ nctId }: { nctId: string }) => nctId));
		const isOrdered = ordered.some(([each]) => each === query);
		expect(isOrdered ? api : inOrder(api), query).toBe(isOrdered ? expected : inOrder(expected));
		expect(await ofPage(plain, query), `${query} without script`).toBe(api);
		expect(await withinSite(scripted, query), `${query} with script`).toBe(api);
	}
	const telling = [...queries, ...ordered].filter(([, expected]) => expected !== '');
	expect(telling.length).toBeGreaterThanOrEqual(60);
});
