import { afterEach, describe, expect, it } from 'vitest';
import { lastRefresh } from './clock.ts';
import { hugeRecord, nullRecord, oddRecords } from '../fixtures/odd-records.ts';
import { longTitle } from '../fixtures/studies/edges.ts';
import { studies, studiesAt } from '../fixtures/studies/studies.ts';
import { idOf, isObject, textsAt, valuesAt } from './record.ts';
import { startRegistry, type Registry, type RegistryOptions } from './registry.ts';

const running: Registry[] = [];

async function start(options: Partial<RegistryOptions> = {}): Promise<Registry> {
	const registry = await startRegistry({
		studies,
		dataTimestamp: '2026-11-23T09:00:04',
		...options
	});
	running.push(registry);
	return registry;
}

afterEach(async () => {
	await Promise.all(running.splice(0).map((registry) => registry.close()));
});

type Parameters = Record<string, string | number | boolean>;

function ask(registry: Registry, path: string, parameters: Parameters = {}): Promise<Response> {
	const search = new URLSearchParams(
		Object.entries(parameters).map(([name, value]) => [name, String(value)])
	);
	return fetch(`${registry.url}${path}?${search}`, { redirect: 'manual' });
}

interface Page {
	ids: (string | undefined)[];
	studies: unknown[];
	total: unknown;
	token: string | undefined;
	keys: string[];
}

async function page(registry: Registry, parameters: Parameters = {}): Promise<Page> {
	const response = await ask(registry, '/studies', parameters);
	const text = await response.text();
	if (response.status !== 200) throw new Error(`${response.status} ${text}`);
	const body: unknown = JSON.parse(text);
	if (!isObject(body) || !Array.isArray(body.studies)) throw new Error(`No list: ${text}`);
	const { nextPageToken } = body;
	return {
		ids: body.studies.map((study) => idOf(study)),
		studies: body.studies,
		total: body.totalCount,
		token: typeof nextPageToken === 'string' ? nextPageToken : undefined,
		keys: Object.keys(body)
	};
}

/** The last digits of the studies that answer a question, in order of their numbers. */
async function found(registry: Registry, parameters: Parameters): Promise<number[]> {
	const { ids } = await page(registry, { pageSize: 1000, ...parameters });
	return ids.map((id) => Number(id?.slice(-2))).sort((a, b) => a - b);
}

async function refused(registry: Registry, parameters: Parameters): Promise<string> {
	const response = await ask(registry, '/studies', parameters);
	expect(response.status).toBe(400);
	expect(response.headers.get('content-type')).toBe('text/plain; charset=UTF-8');
	return response.text();
}

async function crawl(registry: Registry, parameters: Parameters, most = 50): Promise<Page[]> {
	const pages = [await page(registry, parameters)];
	for (let last = pages[0]; last?.token !== undefined && pages.length < most; last = pages.at(-1))
		pages.push(await page(registry, { ...parameters, pageToken: last.token }));
	return pages;
}

const statusPath = 'protocolSection.statusModule.overallStatus';

describe('the way it speaks (rows 1, 2, 5, 16, 18, 19)', () => {
	it('takes GET alone and refuses a preflight', async () => {
		const registry = await start();
		const preflight = await fetch(`${registry.url}/studies`, { method: 'OPTIONS' });
		expect(preflight.status).toBe(403);
		const posted = await fetch(`${registry.url}/studies`, { method: 'POST' });
		expect(posted.status).toBe(405);
		const got = await ask(registry, '/version');
		expect(got.headers.get('access-control-allow-origin')).toBe('*');
	});

	it('names its version and the date of its data', async () => {
		const registry = await start();
		const response = await ask(registry, '/version');
		expect(response.headers.get('content-type')).toBe('application/json');
		expect(response.headers.get('cache-control')).toBeNull();
		expect(await response.json()).toEqual({
			apiVersion: '2.0.5',
			dataTimestamp: '2026-11-23T09:00:04'
		});
	});

	it('was refreshed last on a weekday at nine', () => {
		expect(lastRefresh(new Date('2026-11-22T20:00:00Z'))).toBe('2026-11-20T09:00:04');
		expect(lastRefresh(new Date('2026-11-23T08:00:00Z'))).toBe('2026-11-20T09:00:04');
		expect(lastRefresh(new Date('2026-11-23T15:00:00Z'))).toBe('2026-11-23T09:00:04');
	});

	it('writes one study on each line, total first and token last', async () => {
		const registry = await start();
		const response = await ask(registry, '/studies', { countTotal: true, pageSize: 3 });
		const text = await response.text();
		expect(text.split('\n')).toHaveLength(5);
		expect(text).toMatch(/^\{"totalCount":52,"studies":\[\n/);
		expect(text).toMatch(/\n\],"nextPageToken":"[\w-]{42}"\}$/);
	});

	it('keeps the order of the sections and gives all records one versionHolder', async () => {
		const registry = await start();
		const [study] = (await page(registry, { 'filter.ids': 'NCT90000007' })).studies;
		expect(isObject(study) && Object.keys(study)).toEqual([
			'protocolSection',
			'resultsSection',
			'documentSection',
			'derivedSection',
			'hasResults'
		]);
		const all = await page(registry, { pageSize: 1000 });
		const holders = textsAt(all.studies, 'derivedSection.miscInfoModule.versionHolder');
		expect(new Set(holders)).toEqual(new Set(['2026-11-23']));
	});

	it('answers an unknown address with a page and an unknown parameter with a text', async () => {
		const registry = await start();
		const lost = await ask(registry, '/study');
		expect(lost.status).toBe(404);
		expect(lost.headers.get('content-type')).toMatch(/html/);
		const body = await lost.text();
		expect(body).toContain('404 Not Found');
		expect(body.length).toBeGreaterThan(500);
		expect(await refused(registry, { 'filter.phase': 'PHASE3' })).toBe(
			'`filter.phase` is unknown parameter'
		);
		expect(await refused(registry, { 'query.recrs': 'a' })).toContain('unknown parameter');
	});

	it('answers 304 to an etag that still holds, and not after new data', async () => {
		const registry = await start();
		const etag = (await ask(registry, '/studies')).headers.get('etag') ?? '';
		expect(etag).toMatch(/^"883b003\//);
		const again = (path: string): Promise<Response> =>
			fetch(`${registry.url}${path}`, { headers: { 'if-none-match': etag } });
		expect((await again('/studies')).status).toBe(304);
		expect((await again('/version')).status).toBe(304);
		registry.setStudies(studies, { dataTimestamp: '2026-11-24T09:00:04' });
		expect((await again('/version')).status).toBe(200);
	});

	it('keeps a list of what it was asked', async () => {
		const registry = await start();
		await fetch(`${registry.url}/studies?pageSize=1`, { headers: { 'user-agent': 'a test' } });
		expect(registry.requests).toMatchObject([
			{ path: '/api/v2/studies', query: { pageSize: '1' }, userAgent: 'a test' }
		]);
		expect(registry.requests[0]?.at).toBeGreaterThan(Date.now() - 5000);
	});

	it('packs its answers only where told to', async () => {
		const registry = await start({ gzip: true });
		const response = await ask(registry, '/studies', { pageSize: 1 });
		expect(response.headers.get('content-encoding')).toBe('gzip');
		expect(await response.json()).toHaveProperty('studies');
		expect((await ask(await start(), '/version')).headers.get('content-encoding')).toBeNull();
	});
});

describe('pages (rows 3 to 7)', () => {
	it('takes 0 for 10 and no more than 1000', async () => {
		const many = Array.from({ length: 1010 }, (_, index) => ({
			protocolSection: {
				identificationModule: { nctId: `NCT9${String(index).padStart(7, '0')}` }
			}
		}));
		const registry = await start({ studies: many });
		expect((await page(registry)).ids).toHaveLength(10);
		expect((await page(registry, { pageSize: 0 })).ids).toHaveLength(10);
		expect((await page(registry, { pageSize: 5000 })).ids).toHaveLength(1000);
		expect(await refused(registry, { pageSize: -1 })).toContain('pageSize');
	});

	it('reaches every study once; the last page has no token, later pages no total', async () => {
		const registry = await start();
		const pages = await crawl(registry, { pageSize: 20, countTotal: true });
		expect(pages.map(({ keys }) => keys)).toEqual([
			['totalCount', 'studies', 'nextPageToken'],
			['studies', 'nextPageToken'],
			['studies']
		]);
		expect(new Set(pages.flatMap(({ ids }) => ids)).size).toBe(52);
		expect((await page(registry)).total).toBeUndefined();
	});

	it('refuses a token of its own invention', async () => {
		expect(await refused(await start(), { pageToken: 'abc' })).toContain('pageToken');
	});

	it('has an order of its own, that is new with each version of the data', async () => {
		const registry = await start();
		const before = (await page(registry, { pageSize: 100 })).ids;
		expect((await page(registry, { pageSize: 100 })).ids).toEqual(before);
		expect(before).not.toEqual([...before].sort());
		registry.setStudies(studies, { dataTimestamp: '2026-11-24T09:00:04' });
		const after = (await page(registry, { pageSize: 100 })).ids;
		expect(after).not.toEqual(before);
		expect(new Set(after)).toEqual(new Set(before));
		const twin = await start();
		expect((await page(twin, { pageSize: 100 })).ids).toEqual(before);
	});

	it('sorts by dates and numbers alone, the missing last', async () => {
		const registry = await start();
		const sorted = await page(registry, { sort: 'EnrollmentCount:desc', pageSize: 100 });
		const counts = sorted.studies.map(
			(study) => textsAt(study, 'protocolSection.designModule.enrollmentInfo.count')[0]
		);
		expect(counts[0]).toBe('99999999');
		expect(counts.at(-1)).toBeUndefined();
		expect(counts.filter((count) => count === undefined).length).toBe(
			counts.length - counts.indexOf(undefined)
		);
		expect(await refused(registry, { sort: 'NCTId' })).toBe(
			'Item 1 in parameter `sort` has incorrect format'
		);
		expect(await refused(registry, { sort: 'StartDate,EnrollmentCount,StartDate' })).toContain(
			'sort'
		);
	});
});

describe('fields (row 8)', () => {
	it('gives the chosen leaves in their nested shape and drops empty parents', async () => {
		const registry = await start();
		const ask40 = { 'filter.ids': 'NCT90000040', fields: 'NCTId,Phase,LocationCity' };
		expect((await page(registry, ask40)).studies).toEqual([
			{ protocolSection: { identificationModule: { nctId: 'NCT90000040' } } }
		]);
		const cities = { 'filter.ids': 'NCT90000003', fields: 'LocationCity|HasResults' };
		expect((await page(registry, cities)).studies).toEqual([
			{
				protocolSection: {
					contactsLocationsModule: {
						locations: [{ city: 'London' }, { city: 'Manchester' }, { city: 'Dublin' }]
					}
				},
				hasResults: false
			}
		]);
	});

	it('drops the sites that have none of the chosen leaves', async () => {
		const registry = await start();
		const asked = { 'filter.ids': 'NCT90000045', fields: 'LocationZip' };
		expect((await page(registry, asked)).studies).toEqual([{}]);
	});

	it('takes modules, sections and paths, each with all that is under it', async () => {
		const registry = await start();
		const only = async (fields: string): Promise<unknown> =>
			(await page(registry, { 'filter.ids': 'NCT90000007', fields })).studies[0];
		expect(await only('ConditionBrowseModule,MiscInfoModule')).toMatchObject({
			derivedSection: {
				miscInfoModule: { versionHolder: '2026-11-23' },
				conditionBrowseModule: { meshes: [{ term: 'Restless Legs Syndrome' }, {}, {}] }
			}
		});
		expect(await only('protocolSection.designModule.phases')).toEqual({
			protocolSection: { designModule: { phases: ['PHASE2'] } }
		});
		const whole = await only('ProtocolSection,DerivedSection');
		expect(isObject(whole) && Object.keys(whole)).toEqual(['protocolSection', 'derivedSection']);
	});

	it('refuses a name that is not its own, and fails over old list names', async () => {
		const registry = await start();
		expect(await refused(registry, { fields: 'NCTId,StudyDesign' })).toBe(
			"Parameter 'fields' contains invalid field name: 'StudyDesign'"
		);
		expect(await refused(registry, { fields: 'nctid' })).toContain('nctid');
		expect((await ask(registry, '/studies', { fields: 'ConditionList' })).status).toBe(500);
	});

	it('hands half-typed values on as they are', async () => {
		const registry = await start({ studies: oddRecords });
		const { studies: rows } = await page(registry, {
			pageSize: 100,
			fields: 'NCTId,Condition,Phase,LocationCity,ConditionMeshTerm'
		});
		expect(rows).toContain(nullRecord);
		expect(rows).toContain(42);
		expect(valuesAt(rows, 'protocolSection.conditionsModule.conditions')).toContain(7);
		expect(textsAt(rows, 'protocolSection.designModule')).toContain('see protocol');
	});
});

describe('one study (row 9)', () => {
	it('is found by any spelling of its number', async () => {
		const registry = await start();
		for (const name of ['NCT90000001', 'nct90000001', 'NCT090000001']) {
			const response = await ask(registry, `/studies/${name}`, { fields: 'NCTId' });
			expect(await response.json()).toEqual({
				protocolSection: { identificationModule: { nctId: 'NCT90000001' } }
			});
		}
	});

	it('is 400, 404 or 301, each with the recorded words', async () => {
		const registry = await start();
		const bad = await ask(registry, '/studies/NCT00000000');
		expect([bad.status, await bad.text()]).toEqual([400, 'Parameter `nctId` has incorrect format']);
		const lost = await ask(registry, '/studies/NCT99999999');
		expect([lost.status, await lost.text()]).toEqual([404, 'NCT number NCT99999999 not found']);
		// The redirect loses `fields`: who follows it gets the whole record.
		const alias = await ask(registry, '/studies/NCT90000099', { fields: 'NCTId' });
		expect([alias.status, alias.headers.get('location')]).toEqual([
			301,
			'/api/v2/studies/NCT90000044'
		]);
	});
});

describe('filters (rows 10, 11)', () => {
	it('finds by number or alias, leaves unknown ones out and refuses bad ones', async () => {
		const registry = await start();
		const ids = 'NCT90000099,nct90000001|NCT90000001,NCT91111111';
		expect(await found(registry, { 'filter.ids': ids })).toEqual([1, 44]);
		expect(await refused(registry, { 'filter.ids': 'NCT90000001,NCT00000000' })).toBe(
			'Item 2 in `filter.ids` has incorrect format'
		);
	});

	it('forgets all filters when a query is nothing but numbers', async () => {
		const registry = await start();
		const parameters = {
			'query.term': 'NCT90000001, NCT90000002',
			'query.cond': 'cramps',
			'filter.overallStatus': 'COMPLETED'
		};
		expect(await found(registry, parameters)).toEqual([1, 2]);
	});

	it('filters by status, in the words of its vocabulary', async () => {
		const registry = await start();
		const both = { 'filter.overallStatus': 'SUSPENDED|WITHDRAWN' };
		expect(await found(registry, both)).toEqual([21, 24]);
		expect(await refused(registry, { 'filter.overallStatus': 'BADSTATUS' })).toBe(
			'Invalid value in parameter `overallStatus`: `BADSTATUS`'
		);
	});

	it('filters by distance and wants a unit', async () => {
		const registry = await start();
		const near = { 'filter.geo': 'distance(39.29,-76.61,30mi)' };
		expect(await found(registry, near)).toEqual([1, 15, 19]);
		expect(await refused(registry, { 'filter.geo': 'distance(39.29, -76.61,30mi)' })).toBe(
			'Parameter `filter.geo` has incorrect format'
		);
	});

	it('reads aggFilters with their silent zeros', async () => {
		const registry = await start();
		const by = (aggFilters: string): Promise<number[]> => found(registry, { aggFilters });
		expect(await by('results:with')).toEqual([7]);
		expect(await by('status:sus wit')).toEqual([21, 24]);
		expect(await by('phase:2 3,status:com')).toEqual([7, 10, 49]);
		expect(await by('phase:23')).toEqual([]);
		expect(await by('phase:2 na')).toEqual([]);
		expect(await refused(registry, { aggFilters: 'nonsense:1' })).toContain('nonsense');
	});
});

describe('questions (rows 12, 13)', () => {
	it('searches the areas of each parameter, not the criteria', async () => {
		const registry = await start();
		// Only their exclusion criteria name restless legs.
		expect(await found(registry, { 'query.term': 'zolpidem' })).toEqual([48]);
		expect(await found(registry, { 'query.term': '"restless legs" AND zolpidem' })).toEqual([]);
		const criteria = { 'query.term': 'AREA[EligibilityCriteria]"restless legs" AND zolpidem' };
		expect(await found(registry, criteria)).toEqual([48]);
		const described = { 'query.term': 'AREA[DetailedDescription]"restless leg" AND Mirtazapine' };
		expect(await found(registry, described)).toEqual([51]);
		expect(await found(registry, { 'query.titles': 'genes' })).toEqual([31]);
		expect(await found(registry, { 'query.intr': 'dipyridamole' })).toEqual([17]);
		expect(await found(registry, { 'query.id': 'NCT90000099' })).toEqual([44]);
		expect(await found(registry, { 'query.id': 'RLS-023' })).toEqual([23]);
	});

	it('knows AND, OR, NOT and parentheses in upper case, and how they bind', async () => {
		const registry = await start();
		const term = (text: string): Promise<number[]> => found(registry, { 'query.term': text });
		expect(await term('rifaximin OR dipyridamole')).toEqual([17, 30]);
		expect(await term('rifaximin or dipyridamole')).toEqual([]);
		expect(await term('rifaximin OR dipyridamole AND cycling')).toEqual([30]);
		expect(await term('(rifaximin OR dipyridamole) AND bacteria')).toEqual([30]);
		expect(await term('(rifaximin OR dipyridamole) NOT bacteria')).toEqual([17]);
		expect(await term('"restless the legs"')).toEqual([]);
		expect(await term('ALL')).toHaveLength(52);
	});

	it('finds words in any form of number, case and hyphen', async () => {
		const registry = await start();
		const cond = (text: string): Promise<number[]> => found(registry, { 'query.cond': text });
		expect(await cond('"leg cramp"')).toEqual([47]);
		expect(await cond('"LEGS CRAMPS"')).toEqual([47]);
		expect(await cond('AREA[Condition]"willis ekbom"')).toEqual([36]);
		expect(await cond('AREA[Condition]Willis-Ekbom')).toEqual([36]);
		// No stemming: "restlessness" is another word, and so is a part of one.
		expect(await cond('restles')).toEqual([]);
	});

	it('has synonyms, which are an invention', async () => {
		const registry = await start();
		const asked = { 'query.cond': '"restless legs syndrome"' };
		const hits = await found(registry, asked);
		expect(hits).toContain(36);
		// The other RLS comes along, as noise.
		expect(hits).toContain(50);
		expect(hits).not.toContain(52);
		const plain = await start({ synonyms: [] });
		expect(await found(plain, { 'query.cond': 'AREA[Condition]RLS' })).toEqual([50]);
	});

	it('reads vocabularies, ranges, missing values and sites', async () => {
		const registry = await start();
		const advanced = (text: string): Promise<number[]> =>
			found(registry, { 'filter.advanced': text });
		expect(await advanced('AREA[Phase](PHASE1 OR EARLY_PHASE1)')).toEqual([6, 19, 30]);
		expect(await advanced('AREA[EnrollmentCount]RANGE[5000, MAX]')).toEqual([33, 35]);
		expect(await advanced('AREA[MinimumAge]RANGE[MIN, 3 years]')).toEqual([5, 45]);
		expect(await advanced('AREA[StartDate]RANGE[2004-01-01,2009-12-31]')).toEqual([10, 19]);
		expect(await advanced('AREA[NCTIdAlias]NOT MISSING')).toEqual([44]);
		expect(await advanced('AREA[OverallStatus]MISSING')).toEqual([]);
		// Cleveland is open in one study and closed in others: both must hold for one site.
		const sameSite = 'AREA[LocationCity]Cleveland AND AREA[LocationStatus]RECRUITING';
		expect(await advanced(`SEARCH[Location](${sameSite})`)).toEqual([2, 9]);
		const recruits = 'AREA[LocationStatus]RECRUITING';
		expect(
			await advanced(`SEARCH[Location](DISTANCE[34.05,-118.24,20mi] AND ${recruits})`)
		).toEqual([18, 23]);
	});

	it('refuses what it cannot read, with the recorded words', async () => {
		const registry = await start();
		const term = (text: string): Promise<string> => refused(registry, { 'query.term': text });
		const advanced = (text: string): Promise<string> =>
			refused(registry, { 'filter.advanced': text });
		expect(await term('[')).toMatch(
			/^Error parsing query in Other terms: mismatched input '\[' expecting \{<EOF>/
		);
		expect(await term('foo bar [')).toBe(
			"Error parsing query in Other terms: no viable alternative at input 'foo bar ['"
		);
		expect(await term('(diabetes OR legs')).toBe(
			"Error parsing query in Other terms: missing ')' at '<EOF>'"
		);
		expect(await term('(diabetes AND')).toBe('inner bool query clause cannot be null');
		expect(await term('legs)')).toContain('Error parsing query in Other terms');
		expect(await advanced('AREA[Nowhere]legs')).toBe(
			'Error parsing query in advanced filter: Unknown area name: `Nowhere`'
		);
		expect(await advanced('AREA[Phase]3')).toMatch(
			/^Error parsing query in advanced filter: Allowed values for enum field `protocolSection.designModule.phases` are `NA`, /
		);
		for (const strange of ['TILT[StartDate]legs', 'EXPANSION[None]legs', 'AREA[Phase:size] 2'])
			await advanced(strange);
	});

	it('refuses more than 13 terms; a phrase is one', async () => {
		const registry = await start();
		const terms = (count: number): string =>
			Array.from({ length: count }, (_, index) => `"word number ${index}"`).join(' OR ');
		expect(await found(registry, { 'query.term': terms(13) })).toEqual([]);
		expect(await refused(registry, { 'query.cond': terms(14) })).toBe(
			'Error parsing query in Conditions or disease: Too complicated query'
		);
		const words = Array.from({ length: 14 }, (_, index) => `w${index}`).join(' ');
		expect(await refused(registry, { 'query.term': words })).toContain('Too complicated query');
	});

	it('refuses aloud what it does not build', async () => {
		const registry = await start();
		expect(await refused(registry, { 'query.patient': 'legs' })).toContain('stand-in');
		expect(await refused(registry, { format: 'csv' })).toContain('stand-in');
	});
});

describe('faults (row 15)', () => {
	const statuses = async (registry: Registry, count: number): Promise<number[]> => {
		const codes: number[] = [];
		for (let index = 0; index < count; index++)
			codes.push((await ask(registry, '/version')).status);
		return codes;
	};

	it('fails every second request', async () => {
		const registry = await start({ faults: { everySecondFails: true } });
		expect(await statuses(registry, 6)).toEqual([200, 500, 200, 503, 200, 500]);
		expect(registry.served.everySecondFails).toBe(3);
	});

	it('fails so many times and then no more', async () => {
		const registry = await start();
		for (const status of [403, 429, 500, 502, 503] as const) {
			registry.setFaults({ failNext: { times: 2, status } });
			expect(await statuses(registry, 3)).toEqual([status, status, 200]);
		}
		expect(registry.served.failNext).toBe(10);
		registry.setFaults({ failNext: { times: 1, status: 403 } });
		expect((await ask(registry, '/version')).headers.get('content-type')).toMatch(/html/);
		registry.setFaults({ failNext: { times: 1, status: 429 } });
		expect((await ask(registry, '/version')).headers.get('retry-after')).toBeNull();
	});

	it('throttles: ten at once, then one by one', async () => {
		const registry = await start({ faults: { tokenBucket: true } });
		expect((await statuses(registry, 12)).filter((status) => status === 429)).toHaveLength(2);
		expect(registry.served.tokenBucket).toBe(2);
		registry.setFaults({ tokenBucket: { capacity: 1, perSecond: 20 } });
		expect(await statuses(registry, 2)).toEqual([200, 429]);
		await new Promise((resolve) => setTimeout(resolve, 80));
		expect(await statuses(registry, 1)).toEqual([200]);
	});

	it('answers 200 with what is no answer', async () => {
		const registry = await start({ faults: { htmlWith200: 1, emptyBodyWith200: 1 } });
		const first = await ask(registry, '/studies');
		expect([first.status, (await first.text()).startsWith('<')]).toEqual([200, true]);
		const second = await ask(registry, '/studies');
		expect([second.status, await second.text()]).toEqual([200, '']);
		registry.setFaults({ truncatedJson: 1 });
		const third = await (await ask(registry, '/studies')).text();
		expect(() => JSON.parse(third)).toThrow();
		expect((await page(registry)).ids).toHaveLength(10);
		expect(registry.served).toMatchObject({
			htmlWith200: 1,
			emptyBodyWith200: 1,
			truncatedJson: 1
		});
	});

	it('is slow, silent or gone, on the endpoints that are named', async () => {
		const registry = await start({ faults: { slowBody: 200, on: ['studies'] } });
		const began = performance.now();
		expect((await page(registry)).ids).toHaveLength(10);
		expect(performance.now() - began).toBeGreaterThan(150);
		expect(registry.served.slowBody).toBe(1);
		registry.setFaults({ reset: 1 });
		await expect(ask(registry, '/version')).rejects.toThrow();
		registry.setFaults({ hang: true, on: ['studies'] });
		expect((await ask(registry, '/version')).status).toBe(200);
		const silent = fetch(`${registry.url}/studies`, { signal: AbortSignal.timeout(100) });
		await expect(silent).rejects.toThrow(/timeout|abort/i);
		expect(registry.served).toMatchObject({ reset: 1, hang: 1 });
	});

	it('ends quickly, with a request unanswered and another half sent', async () => {
		const registry = await startRegistry({ studies, faults: { hang: 1, slowBody: 60_000 } });
		const hanging = ask(registry, '/version').catch(() => 'cut');
		const slow = ask(registry, '/studies')
			.then((response) => response.text())
			.catch(() => 'cut');
		await expect.poll(() => registry.served.slowBody).toBe(1);
		const began = performance.now();
		await registry.close();
		expect(performance.now() - began).toBeLessThan(1000);
		expect(await Promise.all([hanging, slow])).toEqual(['cut', 'cut']);
	});

	it('repeats rows of a page on the next, and loses none', async () => {
		const registry = await start({ faults: { repeatRows: true } });
		const pages = await crawl(registry, { pageSize: 20 });
		const ids = pages.flatMap((each) => each.ids);
		expect(pages[1]?.ids.slice(0, 2)).toEqual(pages[0]?.ids.slice(-2));
		expect(ids.length).toBeGreaterThan(52);
		expect(new Set(ids).size).toBe(52);
		expect(registry.served.repeatRows).toBe(2);
	});

	it('has an empty page with a token in each crawl', async () => {
		const registry = await start({ faults: { emptyPageWithToken: true } });
		for (const crawls of [1, 2]) {
			const pages = await crawl(registry, { pageSize: 20 });
			expect(pages.map(({ ids }) => ids.length)).toEqual([20, 0, 20, 12]);
			expect(registry.served.emptyPageWithToken).toBe(crawls);
		}
	});

	it('gives one token for ever, or new ones for ever', async () => {
		const registry = await start({ faults: { tokenLoop: true } });
		const looped = await crawl(registry, { pageSize: 20 }, 8);
		expect(new Set(looped.map(({ token }) => token)).size).toBe(1);
		registry.setFaults({ endlessTokens: true });
		const endless = await crawl(registry, { pageSize: 20 }, 8);
		expect(new Set(endless.map(({ token }) => token)).size).toBe(8);
		expect(new Set(endless.flatMap(({ ids }) => ids)).size).toBe(52);
		expect(registry.served).toMatchObject({ tokenLoop: 8, endlessTokens: 8 });
	});

	it('changes its data after the first page, so many times', async () => {
		const registry = await start({ faults: { versionChangesMidCrawl: 2 } });
		const stamp = async (): Promise<unknown> => (await ask(registry, '/version')).json();
		expect(await stamp()).toMatchObject({ dataTimestamp: '2026-11-23T09:00:04' });
		const pages = await crawl(registry, { pageSize: 20 });
		expect(await stamp()).toMatchObject({ dataTimestamp: '2026-11-24T09:00:04' });
		// The old token goes on in the new order: rows repeat, and others are lost.
		expect(new Set(pages.flatMap(({ ids }) => ids)).size).toBeLessThan(52);
		await crawl(registry, { pageSize: 20 });
		await crawl(registry, { pageSize: 20 });
		expect(await stamp()).toMatchObject({ dataTimestamp: '2026-11-25T09:00:04' });
		expect(registry.served.versionChangesMidCrawl).toBe(2);
	});

	it('refuses the wide question, sends nulls and counts wrongly', async () => {
		const faults = { refuseWide: true, nullRecords: true, wrongTotal: true };
		const registry = await start({ faults });
		expect(await refused(registry, { 'query.term': 'legs' })).toBe(
			'Error parsing query in Other terms: Too complicated query'
		);
		const { studies: rows, total } = await page(registry, {
			'query.cond': 'legs',
			countTotal: true
		});
		expect(rows).toContain(null);
		registry.setFaults({});
		expect(total).toBe(
			Number((await page(registry, { 'query.cond': 'legs', countTotal: true })).total) + 7
		);
		expect(registry.served).toMatchObject({ refuseWide: 1, nullRecords: 1, wrongTotal: 1 });
	});

	it('serves a record of ten megabytes', async () => {
		const registry = await start({ studies: [hugeRecord()] });
		const { studies: rows } = await page(registry, {
			'query.term': 'AREA[EligibilityCriteria]restless'
		});
		const [criteria = ''] = textsAt(rows, 'protocolSection.eligibilityModule.eligibilityCriteria');
		expect(criteria.length).toBe(10 * 1024 * 1024);
	});
});

describe('the invented studies (row 17)', () => {
	const of = (number: number, path: string): unknown[] => {
		const id = `NCT${90000000 + number}`;
		return valuesAt(
			studies.filter((study) => idOf(study) === id),
			path
		);
	};
	const locations = 'protocolSection.contactsLocationsModule.locations';

	it('have numbers of their own, which are invented', () => {
		const ids = studies.map((study) => idOf(study));
		expect(new Set(ids).size).toBe(ids.length);
		for (const id of ids) expect(id).toMatch(/^NCT900000\d\d$/);
	});

	it('name nobody who can be reached', () => {
		const text = JSON.stringify([studies, oddRecords]);
		for (const [address] of text.matchAll(/[\w.]+@[\w.]+/g))
			expect(address).toMatch(/@example\.org$/);
		for (const [, phone] of text.matchAll(/"phone":"([^"]*)"/g))
			expect(phone).toMatch(/^555-01\d\d$/);
	});

	it('are open on the day of the test, whatever day it is', () => {
		const [first] = studiesAt('2031-03-31');
		expect(textsAt(first, 'protocolSection.statusModule.statusVerifiedDate')).toEqual(['2031-02']);
		const recruiting = studies.filter((study) => textsAt(study, statusPath)[0] === 'RECRUITING');
		expect(recruiting.length).toBeGreaterThan(20);
	});

	it('hold every trap of the list', () => {
		const sites = of(2, locations);
		expect(sites.length).toBeGreaterThan(20);
		expect(new Set(of(2, `${locations}.status`)).size).toBeGreaterThan(5);
		expect(of(2, `${locations}.geoPoint`)).toHaveLength(sites.length - 1);
		expect(of(2, `${locations}.contacts.role`)).toHaveLength(1);
		expect(of(2, `${locations}.contacts.name`)).toEqual([]);
		const statuses = studies.flatMap((study) => textsAt(study, statusPath));
		for (const status of [
			'WITHHELD',
			'UNKNOWN',
			'WITHDRAWN',
			'TERMINATED',
			'SUSPENDED',
			'AVAILABLE'
		])
			expect(statuses).toContain(status);
		expect(of(11, 'protocolSection.statusModule.lastKnownStatus')).toEqual(['RECRUITING']);
		expect(of(31, 'protocolSection.designModule.phases')).toEqual([]);
		expect(of(2, 'protocolSection.designModule.phases')).toEqual(['PHASE2', 'PHASE3']);
		expect(of(23, 'protocolSection.designModule.phases')).toEqual(['NA']);
		expect(of(10, 'protocolSection.statusModule.startDateStruct')).toEqual([{ date: '2004-06' }]);
		expect(of(35, 'protocolSection.designModule.enrollmentInfo.count')).toEqual([99999999]);
		expect(of(33, locations)).toEqual([]);
		expect(of(1, 'protocolSection.eligibilityModule.maximumAge')).toEqual(['80 Years']);
		expect(of(2, 'protocolSection.eligibilityModule.maximumAge')).toEqual([]);
		expect(of(45, 'protocolSection.eligibilityModule.maximumAge')).toEqual(['1 Year']);
		expect(of(42, 'protocolSection.outcomesModule.primaryOutcomes.measure').join()).toContain('<');
		expect(of(42, 'protocolSection.eligibilityModule.eligibilityCriteria').join()).toContain('\\>');
		expect(of(44, 'protocolSection.eligibilityModule.eligibilityCriteria').join()).not.toContain(
			'Inclusion'
		);
		expect(of(44, 'protocolSection.identificationModule.nctIdAliases')).toEqual(['NCT90000099']);
		expect(JSON.stringify(of(7, 'resultsSection'))).toContain('"NA"');
		expect(of(7, 'derivedSection.interventionBrowseModule.meshes.id').join()).toMatch(/^C/);
		expect(of(40, 'derivedSection.conditionBrowseModule')).toEqual([]);
		expect(of(28, 'protocolSection.eligibilityModule.healthyVolunteers')).toEqual([]);
		expect(longTitle).toHaveLength(200);
	});
});
