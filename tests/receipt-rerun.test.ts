import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rulesVersion } from '#lib/mechanism/rules.ts';
import type { Catalogue } from '#lib/search/catalogue.ts';
import { parse } from '#lib/search/url.ts';
import { catalogueOf } from '#lib/server/catalogue/catalogue.ts';
import { entryOf, isEntry, type Entry } from '#lib/server/catalogue/entry.ts';
import { starterCatalogue } from '#lib/server/catalogue/starter.ts';
import { hashOfMarks, receiptJson, writtenReceipt } from '#lib/server/render/receipt.ts';
import { bodyText } from '#lib/server/render/receipt-body.ts';
import { rerunResponse, sentResponse } from '#lib/server/render/receipt-request.ts';
import { exportResponse, wholeAnswer } from '#lib/server/render/stream-export.ts';
import { openStore, type Store } from '#lib/server/store/store.ts';
import { studiesAt } from './fixtures/studies/studies.ts';

const origin = 'https://finder.example';
const before = { searched: new Date('2026-11-20T12:00:00Z'), today: '2026-11-20' };
const after = { now: new Date('2026-11-23T12:00:00Z'), today: '2026-11-23' };
const all = 'scope=all';

const Record = v.looseObject({
	protocolSection: v.looseObject({ statusModule: v.looseObject({}) })
});

const Answered = v.object({
	agrees: v.boolean(),
	says: v.string(),
	canonical: v.string(),
	then: v.looseObject({ hash: v.string() }),
	now: v.looseObject({ hash: v.string() }),
	difference: v.optional(v.record(v.string(), v.array(v.string())))
});

const Refused = v.object({
	problems: v.array(v.object({ key: v.string(), value: v.string(), reason: v.string() }))
});

const entries = studiesAt(before.today)
	.map((record) => entryOf(record))
	.filter(isEntry)
	.toSorted((a, b) => (a.nctId < b.nctId ? -1 : 1));
const ids = (list: readonly Entry[]) => list.map(({ nctId }) => nctId);
const nothing = { entered: [], left: [], changed: [], relabelled: [] };

/** The same study, updated on another day. */
function updated({ record }: Entry): Entry {
	const { protocolSection, ...rest } = v.parse(Record, JSON.parse(record));
	const statusModule = {
		...protocolSection.statusModule,
		lastUpdatePostDateStruct: { date: '2026-11-22', type: 'ACTUAL' }
	};
	const entry = entryOf({ ...rest, protocolSection: { ...protocolSection, statusModule } });
	if (!isEntry(entry)) throw new Error(entry.reason);
	return entry;
}

/** The same study, as other rules might have labelled it. */
function otherwise(entry: Entry): Entry {
	const relevance = entry.labels.relevance === 'core' ? 'partial' : 'core';
	return { ...entry, rules: 'older', labels: { ...entry.labels, relevance } };
}

function catalogue(of: readonly Entry[], rules = rulesVersion): Catalogue {
	return { ...catalogueOf(of, [], { source: 'live', question: [], narrow: false }), rules };
}

let store: Store;
beforeEach(async () => {
	store = await openStore(':memory:');
});
afterEach(() => store.close());

function refresh(of: readonly Entry[], endedAt: string, rules = rulesVersion) {
	const run = { kind: 'live' as const, startedAt: endedAt, endedAt, rules, question: ['a'] };
	return store.save(
		{ ...run, narrow: false, received: of.length, repeated: 0 },
		of.map(({ nctId, record, hash, labels, rules: by }) => ({
			...{ nctId, hash, labels, rules: by, record: JSON.parse(record) }
		})),
		[]
	);
}

/** The receipt of a search, as the API gave it before. */
async function receiptFrom(data: Catalogue, address: string) {
	const { query, problems } = parse(new URLSearchParams(address));
	expect(problems).toEqual([]);
	const found = wholeAnswer(data, query, before.today);
	const at = { now: before.searched, today: before.today, origin, crawl: undefined };
	return receiptJson(await writtenReceipt(data, found, at), found.studies);
}

type Receipt = Awaited<ReturnType<typeof receiptFrom>>;

/** The address that a receipt prints for running it again. */
function addressIn({ text }: Receipt): URL {
	const [address = ''] = /https:\S+[?&]at=\S+/.exec(text) ?? [];
	return new URL(address);
}

function rerun(address: URL, data: Catalogue): Promise<Response> {
	return rerunResponse(new Request(address), address.searchParams, {
		...after,
		catalogue: data,
		store
	});
}

async function rerunOf(receipt: Receipt, data: Catalogue) {
	return v.parse(Answered, await (await rerun(addressIn(receipt), data)).json());
}

function send(body: string, data: Catalogue): Promise<Response> {
	const request = new Request(`${origin}/api/v1/receipt`, { method: 'POST', body });
	return sentResponse(request, { ...after, catalogue: data, store });
}

async function sentOf(receipt: unknown, data: Catalogue) {
	return v.parse(Answered, await (await send(JSON.stringify(receipt), data)).json());
}

async function refusal(response: Response) {
	return { status: response.status, ...v.parse(Refused, await response.json()) };
}

/** A refresh that brings 3 studies, drops 2 and changes 4. */
const parts = {
	brought: entries.slice(0, 3),
	dropped: entries.slice(3, 5),
	changed: entries.slice(5, 9),
	same: entries.slice(9)
};
const first = [...parts.dropped, ...parts.changed, ...parts.same];
const second = [...parts.brought, ...parts.changed.map(updated), ...parts.same];
const difference = {
	entered: ids(parts.brought),
	left: ids(parts.dropped),
	changed: ids(parts.changed),
	relabelled: []
};

describe('a receipt run again on the same data', () => {
	it.each([all, '', 'mechanism=iron&status=open&sort=-title', 'q=iron&age=60'])(
		'agrees (%s)',
		async (address) => {
			await refresh(first, '2026-11-20T10:00:00.000Z');
			const receipt = await receiptFrom(catalogue(first), address);
			for (const outcome of [
				await rerunOf(receipt, catalogue(first)),
				await sentOf(receipt, catalogue(first))
			]) {
				expect(outcome).toMatchObject({ agrees: true, difference: nothing });
				expect(outcome.then).toMatchObject({ found: receipt.found, hash: receipt.hash });
				expect(outcome.now).toMatchObject({ found: receipt.found, hash: receipt.hash });
				expect(outcome.canonical).toBe(receipt.canonical);
			}
		}
	);

	it('agrees also where nothing was ever stored', async () => {
		const { catalogue: starter } = starterCatalogue();
		const receipt = await receiptFrom(starter, 'mechanism=iron');
		expect(await rerunOf(receipt, starter)).toMatchObject({ agrees: true, difference: nothing });
	});
});

describe('a receipt run again after 3 studies came, 2 left and 4 changed', () => {
	it('names exactly these from the history of this site', async () => {
		await refresh(first, '2026-11-20T10:00:00.000Z');
		const receipt = await receiptFrom(catalogue(first), all);
		await refresh(second, '2026-11-22T10:00:00.000Z');
		const outcome = await rerunOf(receipt, catalogue(second));
		expect(outcome).toMatchObject({ agrees: false, difference });
		expect(outcome.then).toMatchObject({ found: first.length, hash: receipt.hash });
		expect(outcome.now).toMatchObject({ found: second.length });
		expect(outcome.says).toContain(
			'3 not in the list then, 2 no longer in it, 4 with another date of last update.'
		);
	});

	it('names exactly these from the list, where there is no history', async () => {
		const receipt = await receiptFrom(catalogue(first), all);
		expect(await sentOf(receipt, catalogue(second))).toMatchObject({ agrees: false, difference });
		expect(await sentOf({ receipt }, catalogue(second))).toMatchObject({ difference });
	});

	it('names exactly these from an NDJSON file', async () => {
		const { query } = parse(new URLSearchParams(all));
		const at = { ...before, now: before.searched, origin, crawl: undefined, bom: false };
		const file = await exportResponse('ndjson', catalogue(first), { query }, at).text();
		const [line = ''] = file.split('\n');
		for (const body of [line, file]) {
			const answered = await (await send(body, catalogue(second))).json();
			expect(v.parse(Answered, answered).difference).toEqual(difference);
		}
	});

	it('says of a filtered list only what is in it', async () => {
		await refresh(first, '2026-11-20T10:00:00.000Z');
		const receipt = await receiptFrom(catalogue(first), 'mechanism=iron');
		await refresh(second, '2026-11-22T10:00:00.000Z');
		const outcome = await rerunOf(receipt, catalogue(second));
		const { query } = parse(new URLSearchParams('mechanism=iron'));
		const listed = new Set<string>(
			[first, second].flatMap((data) =>
				wholeAnswer(catalogue(data), query, after.today).studies.map(({ study }) => study.nctId)
			)
		);
		const expected = Object.fromEntries(
			Object.entries(difference).map(([kind, list]) => [kind, list.filter((id) => listed.has(id))])
		);
		expect(Object.values(expected).flat().length).toBeGreaterThan(0);
		expect(outcome.difference).toEqual(expected);
	});

	it('finds the data that a server still had while newer ones were being stored', async () => {
		await refresh(first, '2026-11-19T10:00:00.000Z');
		await refresh(second, before.searched.toISOString());
		const receipt = await receiptFrom(catalogue(first), all);
		expect(await rerunOf(receipt, catalogue(second))).toMatchObject({ difference });
	});

	it('knows the list of a day that was not over when it was asked for', async () => {
		await refresh(first, '2026-11-20T10:00:00.000Z');
		const receipt = await receiptFrom(catalogue(first), `${all}&asof=2026-11-20`);
		await refresh(second, '2026-11-20T20:00:00.000Z');
		expect(await rerunOf(receipt, catalogue(second))).toMatchObject({ difference });
	});

	it('holds the search of a past day against the data of today', async () => {
		await refresh(first, '2026-11-18T10:00:00.000Z');
		await refresh(second, '2026-11-19T10:00:00.000Z');
		const receipt = await receiptFrom(catalogue(first), `${all}&asof=2026-11-18`);
		const outcome = await rerunOf(receipt, catalogue(second));
		expect(outcome.difference).toEqual(difference);
		expect(outcome.says).toContain('of the data of 2026-11-18');
	});
});

describe('a receipt run again after a change of rules', () => {
	const older = first.map((entry, index) => (index < 5 ? otherwise(entry) : entry));

	it('names the studies with other labels, from the history and from the list', async () => {
		await refresh(older, '2026-11-20T10:00:00.000Z', 'older');
		const receipt = await receiptFrom(catalogue(older, 'older'), all);
		await refresh(first, '2026-11-22T10:00:00.000Z');
		for (const outcome of [
			await rerunOf(receipt, catalogue(first)),
			await sentOf(receipt, catalogue(first))
		]) {
			expect(outcome).toMatchObject({
				agrees: false,
				difference: { ...nothing, relabelled: ids(first.slice(0, 5)) },
				then: { rules: 'older' },
				now: { rules: rulesVersion }
			});
			expect(outcome.says).toContain(`by rules older then, and by rules ${rulesVersion} now`);
		}
	});

	it('knows a list whose labels were given anew before the store had them', async () => {
		await refresh(older, '2026-11-20T10:00:00.000Z', 'older');
		const receipt = await receiptFrom(catalogue(first), all);
		await refresh(second, '2026-11-22T10:00:00.000Z');
		expect(await rerunOf(receipt, catalogue(second))).toMatchObject({ difference });
	});
});

describe('a receipt of which this site knows no list', () => {
	it('is said to differ, with the way to send the list', async () => {
		const receipt = await receiptFrom(catalogue(first), all);
		const outcome = await rerunOf(receipt, catalogue(second));
		expect(outcome).toMatchObject({ agrees: false, then: { hash: receipt.hash } });
		expect(outcome.difference).toBeUndefined();
		expect(outcome.says).toContain('POST request to /api/v1/receipt');
	});

	it('does not take a history that gives another hash for the list', async () => {
		await refresh(second, '2026-11-20T10:00:00.000Z');
		const receipt = await receiptFrom(catalogue(first), all);
		expect((await rerunOf(receipt, catalogue(parts.same))).difference).toBeUndefined();
	});
});

describe('a request that cannot be used', () => {
	const good = 'at=2026-11-20T12:00:00.000Z&hash=0123456789abcdef';
	it.each([
		['at=2026-11-20T12:00:00.000Z', ['hash']],
		['hash=0123456789abcdef', ['at']],
		['at=yesterday&hash=0123456789ABCDEF', ['hash', 'at']],
		['at=2026-02-30T12:00:00.000Z&hash=0123456789abcdef', ['at']],
		['at=2027-01-01T12:00:00.000Z&hash=0123456789abcdef', ['at']],
		[`${good}&mechanism=gold`, ['mechanism']],
		[`${good}&near=Nowhereville+Qq`, ['near']]
	])('%s is refused by the keys that are wrong', async (address, keys) => {
		const url = new URL(`${origin}/api/v1/receipt?${address}`);
		const { status, problems } = await refusal(await rerun(url, catalogue(first)));
		expect(status).toBe(400);
		expect(problems.map(({ key }) => key)).toEqual(keys);
	});

	it('a list that does not give its hash is refused', async () => {
		const receipt = await receiptFrom(catalogue(first), all);
		const short = { ...receipt, studies: receipt.studies.slice(1) };
		const { status, problems } = await refusal(await send(JSON.stringify(short), catalogue(first)));
		expect([status, problems[0]?.key]).toEqual([400, 'studies']);
		expect(problems[0]?.reason).toContain('hash');
	});

	it.each([
		['no JSON', 'not json', 'body'],
		['nothing', '', 'body'],
		['a list', '[]', 'canonical'],
		['null', 'null', 'body'],
		['no studies', { studies: undefined }, 'studies'],
		['a study that is none', { studies: [['secret@example.org', '', '']] }, 'studies.0.0'],
		[
			'a study twice',
			{ studies: [1, 2].map(() => ['NCT00000001', '', '0'.repeat(12)]) },
			'studies'
		],
		['a bad query', { canonical: '?age=secret@example.org' }, 'age']
	])('a body with %s is refused, and not said back', async (_, given, key) => {
		const receipt = await receiptFrom(catalogue(first), all);
		const body = typeof given === 'string' ? given : JSON.stringify({ ...receipt, ...given });
		const refused = await refusal(await send(body, catalogue(first)));
		expect(refused.status).toBe(400);
		expect(refused.problems[0]?.key).toBe(key);
	});

	it('a list of 100,000 studies is read, and one more is refused', async () => {
		const receipt = await receiptFrom(catalogue(first), all);
		const sendMany = (length: number) => {
			const studies = Array.from(
				{ length },
				(_, index) => [`NCT${index + 10_000_000}`, '2020-01-01', '0123456789ab'] as const
			);
			return send(
				JSON.stringify({ ...receipt, hash: hashOfMarks(studies), studies }),
				catalogue([])
			);
		};
		const answered = v.parse(Answered, await (await sendMany(100_000)).json());
		expect(answered.difference?.['left']).toHaveLength(100_000);
		expect((await refusal(await sendMany(100_001))).problems[0]).toMatchObject({
			key: 'studies',
			reason: 'are more than 100,000'
		});
	});

	it('a body without end is not read to its end', async () => {
		let pulled = 0;
		const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
			pull(controller) {
				pulled += 1;
				controller.enqueue(new Uint8Array(1024 * 1024));
			}
		});
		expect(await bodyText({ body })).toEqual({ ok: false, status: 413 });
		expect(pulled).toBeLessThan(10);
	});

	it('an answer to what was sent, or of a person, is kept by no cache', async () => {
		const receipt = await receiptFrom(catalogue(first), 'age=60');
		const sent = await send(JSON.stringify(receipt), catalogue(first));
		const again = await rerun(addressIn(receipt), catalogue(first));
		for (const { headers } of [sent, again])
			expect(headers.get('cache-control')).toBe('private, no-store');
	});
});
