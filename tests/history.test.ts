import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseFeed } from 'feedsmith';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Catalogue } from '#lib/search/catalogue.ts';
import { meaningful } from '#lib/search/changes.ts';
import { asked, askedAt } from '#lib/server/asked.ts';
import { becomeOf } from '#lib/server/asked-since.ts';
import { entryOf, isEntry } from '#lib/server/catalogue/entry.ts';
import { fromStore } from '#lib/server/catalogue/held.ts';
import { historyOf } from '#lib/server/catalogue/news.ts';
import { createPast, type Past } from '#lib/server/catalogue/past.ts';
import { createRecent, type Recent } from '#lib/server/catalogue/recent.ts';
import { starterCatalogue } from '#lib/server/catalogue/starter.ts';
import { changesAsked, changesJson } from '#lib/server/render/feed-changes.ts';
import { changesFeed, feedPath, writeFeed } from '#lib/server/render/feed.ts';
import { conditional } from '#lib/server/render/feed-response.ts';
import { catalogueJson } from '#lib/server/render/json.ts';
import { wholeAnswer } from '#lib/server/render/stream-export.ts';
import { openStore, type Store } from '#lib/server/store/store.ts';

const origin = 'https://finder.example';
const now = new Date('2026-06-20T12:00:00Z');
const today = '2026-06-20';
const chicago = { lat: 41.88, lon: -87.63 };

interface Invented {
	title?: string;
	status?: string;
	criteria?: string;
	results?: boolean;
	people?: number;
	sites?: { city: string; status?: string; geoPoint?: { lat: number; lon: number } }[];
}

const nct = (number: number) => `NCT91${String(number).padStart(6, '0')}`;

/** A registry record of our own making. */
const record = (number: number, fields: Invented = {}): unknown => ({
	protocolSection: {
		identificationModule: {
			nctId: nct(number),
			briefTitle: fields.title ?? `Restless legs syndrome, study ${number}`
		},
		statusModule: {
			overallStatus: fields.status ?? 'COMPLETED',
			statusVerifiedDate: '2026-04'
		},
		conditionsModule: { conditions: ['Restless Legs Syndrome'] },
		designModule: { enrollmentInfo: { count: fields.people ?? 40, type: 'ESTIMATED' } },
		eligibilityModule: { eligibilityCriteria: fields.criteria ?? '* IRLS \\> 15' },
		contactsLocationsModule: {
			locations: (fields.sites ?? []).map((site) => ({ country: 'United States', ...site }))
		}
	},
	hasResults: fields.results ?? false
});

/** Seven studies, and then: 8, 9 and 10 added, 6 and 7 dropped, 1 to 4 changed, 5 as it was. */
const first = [1, 2, 3, 4, 5, 6, 7].map((number) => record(number));
const second = [
	record(1, { status: 'RECRUITING', sites: [{ city: 'Chicago', geoPoint: chicago }] }),
	record(2, { results: true }),
	record(3, { criteria: '* IRLS \\> 15\n* No <script>alert(1)</script> ]]> & iron' }),
	record(4, { people: 50 }),
	record(5),
	record(8, { status: 'RECRUITING', title: 'Iron <b>& legs</b>\u0001 in restless legs syndrome' }),
	record(9),
	record(10)
];
/** What of these steps a feed tells: that study 4 wants more people is in the history only. */
const told = [1, 2, 3, 6, 7, 8, 9, 10].map(nct);

let folder: string;
let store: Store;
let recent: Recent;
let past: Past;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'finder-'));
	store = await openStore(join(folder, 'store.sqlite'));
	recent = createRecent(store);
	past = createPast(store);
});
afterEach(async () => {
	await store.close();
	rmSync(folder, { recursive: true });
});

/** A run of a day of June, as the refresher stores it. */
async function run(
	day: number,
	records: unknown[],
	{ kind = 'live', rules = 'r1' }: { kind?: 'live' | 'import'; rules?: string } = {}
) {
	const date = `2026-06-${String(day).padStart(2, '0')}`;
	const studies = records
		.map((raw) => entryOf(raw))
		.filter(isEntry)
		.map((entry) => ({
			...entry,
			record: JSON.parse(entry.record),
			rules,
			// other rules see less in the same record
			...(rules !== 'r1' && { labels: { ...entry.labels, relevance: 'mention-only' } })
		}));
	expect(studies).toHaveLength(records.length);
	const saved = await store.save(
		{
			...{ kind, startedAt: `${date}T10:00:00.000Z`, endedAt: `${date}T10:01:00.000Z` },
			...{ question: ['"restless legs"'], narrow: false, dataTimestamp: `${date}T09:00:05` },
			...{ received: records.length, repeated: 0, rules }
		},
		studies,
		[]
	);
	await recent.update();
	return saved;
}

const living = async (): Promise<Catalogue> => {
	const held = await fromStore(store);
	if (!held) throw new Error('nothing is stored');
	return held.catalogue;
};
const askAt = async (address: string, catalogue?: Catalogue) =>
	askedAt(new URLSearchParams(address), {
		...{ catalogue: catalogue ?? (await living()), past, today }
	});
const idsAt = async (address: string) => {
	const { catalogue, query, today: day, home } = await askAt(address);
	return wholeAnswer(catalogue, query, day, home)
		.studies.map(({ study }) => study.nctId)
		.sort();
};
const feedOf = async (address = '') => {
	const { query, home, unknown } = asked(new URLSearchParams(address));
	const dropped = unknown.filter(({ key }) => key === 'asof');
	return changesFeed(recent.news(), await living(), { query, home, dropped, origin, now });
};
const idsIn = async (address = '') =>
	(await feedOf(address)).events.map(({ nctId }) => nctId).sort();
const titlesIn = async (address: string) =>
	(await feedOf(address)).events.map(({ title }) => title);

describe('a day of the past', () => {
	beforeEach(async () => {
		await run(1, first);
		await run(10, second);
	});

	it('has the old list before a refresh and the new one after it', async () => {
		const old = [1, 2, 3, 4, 5, 6, 7].map(nct);
		expect(await idsAt('asof=2026-06-01')).toEqual(old);
		expect(await idsAt('asof=2026-06-09')).toEqual(old);
		const after = [1, 10, 2, 3, 4, 5, 8, 9].map(nct);
		expect(await idsAt('asof=2026-06-10')).toEqual(after.sort());
		expect(await idsAt('')).toEqual(after);
	});

	it('judges what is open by that day, and shows the record of that day', async () => {
		expect(await idsAt('asof=2026-06-09&status=open')).toEqual([]);
		expect(await idsAt('asof=2026-06-10&status=open')).toEqual([1, 8].map(nct));
		const { catalogue, today: day } = await askAt('asof=2026-06-09');
		expect([catalogue.source, catalogue.asOf, day]).toEqual(['as-of', '2026-06-09', '2026-06-09']);
		expect(catalogueJson(catalogue, now)).toMatchObject({ source: 'as-of', asOf: '2026-06-09' });
	});

	it('stays as it is when more comes', async () => {
		const before = await idsAt('asof=2026-06-10');
		await run(15, [record(1)]);
		expect(await createPast(store).on('2026-06-10')).toEqual(await past.on('2026-06-10'));
		expect(await idsAt('asof=2026-06-10')).toEqual(before);
	});

	it('says what entered, left and changed since, over all pages', async () => {
		const catalogue = await living();
		const since = becomeOf(await askAt('asof=2026-06-09&size=10', catalogue), { catalogue, today });
		expect(since?.entered.map(({ nctId }) => nctId).sort()).toEqual([8, 9, 10].map(nct).sort());
		expect(since?.left).toMatchObject([
			{ nctId: nct(6), here: false },
			{ nctId: nct(7), here: false }
		]);
		expect(
			since?.changed
				.map(({ nctId, fields }) => [nctId, fields])
				.sort(([a], [b]) => String(a).localeCompare(String(b)))
		).toEqual([
			[nct(1), ['Status', 'Sites: new']],
			[nct(2), ['Results']],
			[nct(3), ['Rules for joining: new']],
			[nct(4), ['Number of people']]
		]);
		// study 1 is still here, and does not fit the search any more
		const completed = await askAt('asof=2026-06-09&status=completed&id=NCT91000001', catalogue);
		expect(becomeOf(completed, { catalogue, today })?.left).toMatchObject([{ here: true }]);
		expect(becomeOf(await askAt('', catalogue), { catalogue, today })).toBeUndefined();
	});

	it('is refused before the first data and in the days to come, and is the living one today', async () => {
		const before = await askAt('asof=2026-05-31&status=completed');
		expect(before.query).toMatchObject({ asof: '', status: ['completed'] });
		expect(before.problems).toEqual([
			{
				key: 'asof',
				value: '2026-05-31',
				reason: expect.stringContaining('has data since June 1, 2026')
			}
		]);
		expect((await askAt('asof=2026-06-21')).problems).toMatchObject([{ key: 'asof' }]);
		const catalogue = await living();
		const same = await askAt(`asof=${today}`, catalogue);
		expect(same.catalogue).toBe(catalogue);
		expect([same.query.asof, same.problems]).toEqual([today, []]);
	});
});

describe('news', () => {
	it('are each step of a refresh, once; an unchanged refresh adds nothing', async () => {
		await run(1, first);
		expect(recent.news()).toEqual([]);
		const saved = await run(10, second);
		expect([saved.entered.length, saved.left.length, saved.changed.length]).toEqual([3, 2, 4]);
		const news = recent.news();
		const kinds = Object.fromEntries(news.map((step) => [step.nctId, step.kinds]));
		expect(kinds).toEqual({
			[nct(1)]: ['opened', 'status', 'sites'],
			[nct(2)]: ['results'],
			[nct(3)]: ['criteria'],
			[nct(4)]: ['other'],
			...Object.fromEntries([6, 7].map((number) => [nct(number), ['left']])),
			...Object.fromEntries([8, 9, 10].map((number) => [nct(number), ['new']]))
		});
		expect(news).toHaveLength(9);
		await run(11, second);
		expect(recent.news()).toEqual(news);
		// a process that starts now says the same
		const other = createRecent(store);
		await other.update();
		expect(other.news()).toEqual(news);
	});

	it('begin after the first live run: what came with it or was imported before is none', async () => {
		await run(1, first.slice(0, 3), { kind: 'import' });
		await run(2, first.slice(2, 5), { kind: 'import' });
		expect(recent.news()).toEqual([]);
		await run(3, first);
		expect(recent.news()).toEqual([]);
		await run(4, first.slice(1));
		expect(recent.news().map(({ nctId, kinds }) => [nctId, kinds])).toEqual([[nct(1), ['left']]]);
	});

	it('tell a study that comes back from a new one', async () => {
		await run(1, first);
		await run(2, first.slice(1));
		await run(3, first);
		expect(recent.news().map(({ kinds }) => kinds)).toEqual([['back'], ['left']]);
	});

	it('of many runs come newest first, and none is lost between two looks', async () => {
		await run(1, first);
		await run(2, first.slice(1));
		await run(3, first.slice(2));
		await run(9, first);
		const ids = recent.news().map(({ nctId }) => nctId);
		expect(ids.slice(2)).toEqual([nct(2), nct(1)]);
		expect(new Set(recent.news().map(({ id }) => id)).size).toBe(4);
	});

	it('of one study are its history, with the first sight of it last', async () => {
		await run(1, first);
		await run(10, second);
		expect((await historyOf(store, nct(4))).map(({ kinds, changes }) => [kinds, changes])).toEqual([
			[
				['other'],
				[
					{
						field: 'enrollment',
						label: 'Number of people',
						from: '40 (estimated)',
						to: '50 (estimated)'
					}
				]
			],
			[['new'], []]
		]);
		expect((await historyOf(store, nct(6))).map(({ kinds }) => kinds)).toEqual([['left'], ['new']]);
		expect(await historyOf(store, 'NCT00000000')).toEqual([]);
	});
});

describe('a feed', () => {
	beforeEach(async () => {
		await run(1, first);
		await run(10, second);
	});

	it.each(['atom', 'json'] as const)(
		'read by a known parser has each event once (%s)',
		async (format) => {
			const made = await feedOf();
			expect(made.events.map(({ nctId }) => nctId).sort()).toEqual(told.toSorted());
			const parsed = parseFeed(writeFeed[format](made));
			expect(parsed.format).toBe(format);
			const entries =
				parsed.format === 'atom'
					? (parsed.feed.entries ?? []).map(({ id, title, updated, links }) => ({
							...{ id, title: unescaped(title?.value), at: updated, url: links?.[0]?.href }
						}))
					: parsed.format === 'json'
						? (parsed.feed.items ?? []).map(({ id, title, date_published, url }) => ({
								...{ id, title, at: date_published, url }
							}))
						: [];
			expect(
				entries.map((entry) => ({ ...entry, at: new Date(String(entry.at)).toISOString() }))
			).toEqual(
				made.events.map(({ id, title, at, url }) => ({
					...{ id, title: format === 'atom' ? title.replace('\u0001', ' ') : title, at, url }
				}))
			);
			const head = { title: format === 'atom' ? { value: made.title } : made.title };
			const address = format === 'atom' ? { id: made.atom } : { feed_url: made.json };
			expect(parsed.feed).toMatchObject({ ...head, ...address });
			expect(made.title).toBe('Changes: studies about RLS – RLS Trial Finder');
		}
	);

	it('is the same bytes after an unchanged refresh of other times, but for the date of the data', async () => {
		const before = await feedOf();
		await run(11, second);
		const { events, title } = await feedOf();
		expect({ events, title }).toEqual({ events: before.events, title: before.title });
		const other = createRecent(store);
		await other.update();
		const { query } = asked(new URLSearchParams());
		const again = changesFeed(other.news(), await living(), { query, origin, now });
		expect(writeFeed.atom(again)).toBe(writeFeed.atom(await feedOf()));
	});

	it('says as JSON which version of the format it is', async () => {
		const { version } = JSON.parse(writeFeed.json(await feedOf()));
		expect(version).toBe('https://jsonfeed.org/version/1.1');
	});

	it('tells nothing of other labels on the same record', async () => {
		const before = await idsIn();
		const { relabelled } = await run(12, second, { rules: 'r2' });
		expect(relabelled).toHaveLength(8);
		expect(
			recent.news().filter(({ kinds }) => !kinds.some((kind) => meaningful.has(kind)))
		).toHaveLength(9);
		expect(await idsIn()).toEqual(before);
	});

	it('of a search has what it found before or after the step', async () => {
		expect(await idsIn('status=open')).toEqual([nct(1), nct(8)]);
		// study 1 was completed until then
		expect(await idsIn('status=completed')).toEqual(told.filter((id) => id !== nct(8)).sort());
		expect(await idsIn('q=iron')).toEqual([nct(8)]);
		expect(await idsIn('q=zzzz')).toEqual([]);
		await run(12, [...second.slice(1), record(1, { status: 'TERMINATED' })]);
		expect(await titlesIn('status=open')).toEqual([
			'Status changed, sites changed: Restless legs syndrome, study 1',
			expect.stringMatching(/^New here: Iron/),
			'Opened, sites changed: Restless legs syndrome, study 1'
		]);
	});

	it('says what opened near, also where only a site did', async () => {
		const near = 'near=60611&within=50mi';
		expect(await titlesIn(near)).toEqual([
			'Opened within 50 miles of 60611 (Chicago, Illinois), sites changed: Restless legs syndrome, study 1'
		]);
		const at = (status: string) => [{ city: 'Chicago', status, geoPoint: chicago }];
		const study = (status: string) => record(9, { status: 'RECRUITING', sites: at(status) });
		await run(12, [...second, study('COMPLETED')]);
		await run(13, [...second, study('RECRUITING')]);
		const [last, before] = await titlesIn(near);
		expect(last).toMatch(
			/^Opened within 50 miles of 60611 \(Chicago, Illinois\), sites changed: .* 9$/
		);
		expect(before).toMatch(/^Opened, sites changed: .* 9$/);
	});

	it('escapes what the registry sends, and has no letter that XML forbids', async () => {
		const text = writeFeed.atom(await feedOf());
		expect(text).not.toContain('<script>');
		expect(text).not.toContain('\u0001');
		expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &amp; iron');
	});

	it('has one address for one search, however it is shown, and says that a day is not used', async () => {
		const { query } = asked(new URLSearchParams('view=table&sort=title&status=open&page=2'));
		expect(feedPath(query, 'atom')).toBe('/feed.xml?status=open');
		const { description, atom } = await feedOf('asof=2026-06-05');
		expect(description).toContain('“asof” in the address is not used here');
		expect(description).toContain('do not run or endorse');
		expect(atom).toBe(`${origin}/feed.xml`);
	});

	it('is not sent again to a reader that has it', () => {
		const headers = {
			'content-type': 'text/plain',
			'last-modified': new Date('2026-06-10T10:01:00.999Z').toUTCString(),
			'cache-control': 'private, no-store'
		};
		const ask = (sent: Record<string, string>, text = 'text') =>
			conditional(new Request(origin, { headers: sent }), text, headers);
		const etag = ask({}).headers.get('etag') ?? '';
		expect(ask({ 'if-none-match': `"x", W/${etag}` }).status).toBe(304);
		expect(ask({ 'if-none-match': etag }, 'other').status).toBe(200);
		const date = headers['last-modified'];
		expect(ask({ 'if-modified-since': date }).status).toBe(304);
		// a tag that does not fit counts more than a date that does
		expect(ask({ 'if-modified-since': date, 'if-none-match': '"x"' }).status).toBe(200);
		expect(ask({ 'if-modified-since': 'Tue, 09 Jun 2026 10:01:00 GMT' }).status).toBe(200);
	});
});

describe('the list of changes', () => {
	beforeEach(async () => {
		await run(1, first);
		await run(10, second);
		await run(12, second, { rules: 'r2' });
	});
	const page = async (address: string) => {
		const params = new URLSearchParams(address);
		const { query, home } = asked(params);
		const part = changesAsked(params);
		expect(part.problems).toEqual([]);
		const { since } = part.asked;
		const body = changesJson(await recent.since(since), part.asked, { query, home, origin }, []);
		if (!body) throw new Error('no such page');
		return body;
	};

	it('has every kind, newest first, and says from when to when', async () => {
		const { total, changes, since, until } = await page('scope=all');
		expect([total, since, until]).toEqual([
			17,
			'2026-06-01T10:01:00.000Z',
			'2026-06-12T10:01:00.000Z'
		]);
		expect(changes.slice(0, 8).map(({ kinds }) => kinds)).toEqual(Array(8).fill(['other']));
		expect((await page(`scope=all&since=${until}`)).total).toBe(0);
		expect((await page('scope=all&since=2026-06-11')).total).toBe(8);
		// it reaches back to the first data, and says so
		expect((await page('since=2020-01-01')).since).toBe('2026-06-01T10:01:00.000Z');
	});

	it('has pages that keep their place when more comes', async () => {
		const all = (await page('scope=all&limit=500')).changes.map(({ id }) => id);
		const ids: string[] = [];
		let next: string | undefined = '?scope=all&limit=5';
		while (next !== undefined) {
			const { changes, links } = await page(next.slice(next.indexOf('?')));
			ids.push(...changes.map(({ id }) => id));
			if (ids.length === 5) await run(14, second.slice(1));
			next = links.next;
		}
		expect(ids).toEqual(all);
	});

	it('refuses what it cannot read', () => {
		const keys = (address: string) =>
			changesAsked(new URLSearchParams(address)).problems.map(({ key }) => key);
		expect(keys('since=2026-02-30')).toEqual(['since']);
		expect(keys('since=2026-05')).toEqual(['since']);
		expect(keys('since=2026-05-01T25:00:00Z')).toEqual(['since']);
		expect(keys('since=2026-05-01T09:00:00')).toEqual(['since']);
		expect(keys('limit=501&after=x')).toEqual(['limit', 'after']);
		expect(keys('since=2026-05-01T09:00:00%2B02:00&limit=500')).toEqual([]);
	});
});

describe('an installation that has only its starter', () => {
	it('has no past day and no news', async () => {
		const { catalogue } = starterCatalogue();
		for (const day of ['2026-06-01', today]) {
			const { problems } = await askAt(`asof=${day}`, catalogue);
			expect(problems).toMatchObject([
				{ key: 'asof', reason: expect.stringContaining('only the') }
			]);
		}
		await recent.update();
		expect((await recent.since()).news).toEqual([]);
		const { query } = asked(new URLSearchParams());
		const feed = changesFeed(recent.news(), catalogue, { query, origin, now });
		expect(parseFeed(writeFeed.atom(feed)).format).toBe('atom');
	});
});

function unescaped(html: string | undefined): string {
	const letters: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' };
	return (html ?? '').replace(/&(lt|gt|quot|amp);/g, (_, name: string) => letters[name] ?? '');
}
