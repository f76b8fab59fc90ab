import { Validator } from '@seriousme/openapi-schema-validator';
import fc from 'fast-check';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer } from '#lib/search/answer.ts';
import { findStudy, type Catalogue } from '#lib/search/catalogue.ts';
import type { Home } from '#lib/search/nearness.ts';
import { everything, QuerySchema } from '#lib/search/query.ts';
import { exportIds } from '#lib/search/receipt-links.ts';
import { parse } from '#lib/search/url.ts';
import { isNctId } from '#lib/study/study.ts';
import { causesJson } from '#lib/server/api/causes.ts';
import { clients } from '#lib/server/api/clients.ts';
import { examples } from '#lib/server/api/examples.ts';
import { keyWords, otherKeys } from '#lib/server/api/keys.ts';
import { openApiDocument } from '#lib/server/api/openapi.ts';
import { catalogueOf } from '#lib/server/catalogue/catalogue.ts';
import { entryOf, isEntry, type Entry } from '#lib/server/catalogue/entry.ts';
import { createRecent } from '#lib/server/catalogue/recent.ts';
import { starterCatalogue } from '#lib/server/catalogue/starter.ts';
import { problem } from '#lib/server/http.ts';
import { changesJson } from '#lib/server/render/feed-changes.ts';
import { answerJson, catalogueJson } from '#lib/server/render/json.ts';
import { receiptJson, writtenReceipt } from '#lib/server/render/receipt.ts';
import { compareWithList } from '#lib/server/render/receipt-rerun.ts';
import { wholeAnswer } from '#lib/server/render/stream-export.ts';
import { studyJsonOf } from '#lib/server/render/study.ts';
import { openStore, type Store } from '#lib/server/store/store.ts';
import { checker, readDocument, type Answered } from './api-schemas.ts';
import { studiesAt } from './fixtures/studies/studies.ts';

const today = '2026-11-23';
const origin = 'https://finder.example';
const now = new Date('2026-11-23T12:00:00Z');
const at = { now, today, origin };

const raw = openApiDocument(origin);
const document = readDocument(overTheWire(raw));
const check = checker(document);

const entries = studiesAt(today)
	.map((record) => entryOf(record))
	.filter(isEntry);
const invented: Catalogue = catalogueOf(
	entries,
	[{ nctId: 'NCT90000099', reason: 'its status is a list' }, { reason: 'has no number' }],
	{
		source: 'live',
		dataTimestamp: '2026-11-20T09:00:05',
		fetchedAt: '2026-11-23T11:00:00Z',
		question: ['"restless legs"'],
		narrow: false
	}
);
const past: Catalogue = { ...invented, source: 'as-of', asOf: '2026-11-20' };
const catalogues = { invented, starter: starterCatalogue().catalogue, past };
const names = ['invented', 'starter', 'past'] as const;
const chicago: Home = { name: 'Chicago', lat: 41.88, lon: -87.63, country: 'US', unit: 'mi' };

/** As a client gets it: what is undefined is not there. */
function overTheWire(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value));
}

/** What is wrong with a JSON answer of 200. */
function wrong(path: string, body: unknown, more: Partial<Answered> = {}): string[] {
	return check({ path, status: 200, type: 'application/json', body: overTheWire(body), ...more });
}

function studiesBody(catalogue: Catalogue, address: string) {
	const parsed = parse(new URLSearchParams(address));
	const home = parsed.query.near === '' ? undefined : chicago;
	const found = answer(catalogue, parsed.query, today, home);
	return answerJson(found, parsed, catalogue, at);
}

describe('the OpenAPI document', () => {
	it('is valid, by a validator of others', async () => {
		const validator = new Validator();
		const { valid, errors } = await validator.validate(
			structuredClone(v.parse(v.record(v.string(), v.unknown()), overTheWire(raw)))
		);
		expect(errors).toBeUndefined();
		expect(valid).toBe(true);
		expect(validator.version).toBe('3.1');
	});

	it('names no part that is not in it', () => {
		const refs = [...JSON.stringify(raw).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
			([, path = '']) => path
		);
		const dead = refs.filter((path) => {
			const found = path
				.split('/')
				.reduce<unknown>((part, key) => Object(part)[key], overTheWire(raw));
			return found === undefined;
		});
		expect(refs.length).toBeGreaterThan(100);
		expect(dead).toEqual([]);
	});

	it('has every key of the search, with words, values and default', () => {
		const list = document.paths['/api/v1/studies']?.get?.parameters ?? [];
		const keys = Object.keys(QuerySchema.entries);
		expect(list).toEqual(keys.map((key) => ({ $ref: `#/components/parameters/${key}` })));
		expect(Object.keys(keyWords)).toEqual(expect.arrayContaining(keys));
		for (const [name, { description, schema }] of Object.entries(document.components.parameters)) {
			expect(description, name).toMatch(/\.$|\?$/);
			expect(schema, name).toHaveProperty('type');
		}
		expect(document.components.parameters['scope']?.schema).toEqual({
			type: 'string',
			enum: ['about', 'all'],
			default: 'about'
		});
		expect(document.components.parameters['size']?.schema).toEqual({
			type: 'integer',
			enum: [10, 25, 50, 100],
			default: 25
		});
		expect(document.components.parameters['mechanism']).toMatchObject({
			style: 'form',
			explode: false,
			schema: { type: 'array', items: { enum: expect.arrayContaining(['iron', 'none']) } }
		});
	});

	it('gives an example of each key that the search takes', () => {
		for (const [key, { example }] of Object.entries(keyWords)) {
			const { problems, unknown, query } = parse(new URLSearchParams({ [key]: example }));
			expect({ problems, unknown }, key).toEqual({ problems: [], unknown: [] });
			expect(query, `${key}=${example} is the default, which shows nothing`).not.toEqual(
				everything
			);
		}
		for (const [key, { example, schema }] of Object.entries(otherKeys))
			if ('pattern' in schema) expect(example, key).toMatch(new RegExp(schema.pattern));
	});

	it('describes all files, and each operation by a name of its own', () => {
		for (const id of exportIds) expect(document.paths).toHaveProperty([`/api/v1/studies.${id}`]);
		const ids = Object.values(document.paths).flatMap(({ get, post }) =>
			[get, post].filter((each) => each !== undefined).map(({ operationId }) => operationId)
		);
		expect(new Set(ids).size).toBe(ids.length);
	});
});

describe.each(names)('answers from the %s studies are as described', (name) => {
	const catalogue = catalogues[name];

	it('lists', () => {
		for (const address of [
			'',
			'scope=all&size=100',
			'scope=all&size=100&page=2',
			'q=Horizant+-sleep&fbclid=1',
			'near=60611',
			'near=60611&within=50mi&status=open',
			'near=60611&within=1km&status=open&sort=distance',
			'page=999',
			'country=CU&sex=male'
		])
			expect(wrong('/api/v1/studies', studiesBody(catalogue, address)), address).toEqual([]);
	});

	it('every study', () => {
		for (const { study } of catalogue.studies) {
			const found = findStudy(catalogue, study.nctId);
			if (!found) throw new Error(study.nctId);
			const record = entries.find(({ nctId }) => nctId === study.nctId)?.record;
			const body = {
				catalogue: catalogueJson(catalogue, now),
				...studyJsonOf(found, today, origin),
				record: name === 'invented' && record !== undefined ? JSON.parse(record) : null
			};
			expect(wrong('/api/v1/studies/{nctId}', body), study.nctId).toEqual([]);
		}
	});

	it('receipts, and receipts run again', async () => {
		for (const address of [
			'',
			'scope=all',
			'mechanism=iron,dopamine&approach=iron-therapy',
			'q=Horizant&age=40&near=60611&within=50mi',
			'country=CU&sex=male'
		]) {
			const { query } = parse(new URLSearchParams(address));
			const home = query.near === '' ? undefined : chicago;
			const found = wholeAnswer(catalogue, query, today, home);
			const crawl = {
				...{ startedAt: '2026-11-20T10:00:00.000Z', endedAt: '2026-11-20T10:01:00.000Z' },
				...{ received: 70, repeated: 2, setAside: 1 }
			};
			const written = await writtenReceipt(catalogue, found, { ...at, crawl });
			const body = receiptJson(written, found.studies);
			expect(wrong('/api/v1/receipt', body), address).toEqual([]);
			const store = { asOf: () => Promise.reject(new Error('is not asked')) };
			const present = { catalogue: invented, store, now, today };
			const { searched, hash, rules, studies } = body;
			const compared = compareWithList(
				{ query, ...(home && { home }) },
				{ canonical: body.canonical, searched, hash, rules, studies: [...studies] },
				present
			);
			expect(wrong('/api/v1/receipt', compared, { method: 'post' }), address).toEqual([]);
			expect(wrong('/api/v1/receipt', compared), address).toEqual([]);
		}
	});

	it('the catalogue', () => {
		for (const trouble of [null, 'The registry answered 503.']) {
			const body = {
				...catalogueJson(catalogue, now),
				question: catalogue.question,
				narrow: catalogue.narrow,
				setAsideRecords: catalogue.setAside,
				problem: trouble
			};
			expect(wrong('/api/v1/catalogue', body)).toEqual([]);
		}
	});

	it('causes, with the numbers that their links find', () => {
		const body = causesJson(catalogue, at);
		expect(wrong('/api/v1/causes', body)).toEqual([]);
		expect(body.causes.map(({ slug }) => slug)).toEqual([
			...['iron', 'dopamine', 'related-conditions', 'genetics'],
			...['nerve-damage', 'medicines', 'substances', 'other-mechanisms']
		]);
		for (const { slug, total, open, links } of body.causes) {
			const { search, pathname } = new URL(links.studies);
			expect(pathname).toBe('/api/v1/studies');
			expect(studiesBody(catalogue, search), slug).toMatchObject({ total, open });
			expect(studiesBody(catalogue, new URL(links.open).search).total, slug).toBe(open);
		}
	});

	it('whatever is asked with the keys and values of the document', () => {
		const parameters = Object.values(document.components.parameters).filter(({ name: key }) =>
			Object.hasOwn(QuerySchema.entries, key)
		);
		const asked = fc
			.subarray(parameters)
			.chain((chosen) =>
				fc.tuple(
					...chosen.map((parameter) => fc.tuple(fc.constant(parameter.name), valueOf(parameter)))
				)
			);
		fc.assert(
			fc.property(asked, (pairs) => {
				const params = new URLSearchParams(pairs);
				expect(parse(params).problems, String(params)).toEqual([]);
				const body = studiesBody(catalogue, String(params));
				expect(wrong('/api/v1/studies', body), String(params)).toEqual([]);
			}),
			{ numRuns: 150 }
		);
	});
});

const Values = v.looseObject({
	enum: v.optional(v.array(v.union([v.string(), v.number()]))),
	items: v.optional(v.looseObject({ enum: v.optional(v.array(v.string())) }))
});

/** Values of a key: those that the document lists, else its example. */
function valueOf({ schema, example }: { schema: unknown; example: unknown }): fc.Arbitrary<string> {
	const { enum: one, items } = v.parse(Values, schema);
	if (one) return fc.constantFrom(...one).map(String);
	if (items?.enum)
		return fc.subarray(items.enum, { minLength: 1 }).map((values) => values.join(','));
	return fc.constant(Array.isArray(example) ? example.join(',') : String(example));
}

describe('changes are as described', () => {
	let store: Store;
	beforeEach(async () => {
		store = await openStore(':memory:');
	});
	afterEach(() => store.close());

	const save = (of: readonly Entry[], endedAt: string) =>
		store.save(
			{
				...{ kind: 'live', startedAt: endedAt, endedAt, rules: of[0]?.rules ?? '' },
				...{ question: ['a'], narrow: false, received: of.length, repeated: 0 }
			},
			of.map(({ nctId, record, hash, labels, rules }) => ({
				...{ nctId, hash, labels, rules, record: JSON.parse(record) }
			})),
			[]
		);

	it('new, changed and left', async () => {
		const [first, second, third, ...rest] = entries;
		if (!first || !second || !third) throw new Error('too few studies');
		const text = second.record.replace(/"briefTitle":"/, '"briefTitle":"Revised: ');
		const revised = entryOf(JSON.parse(text));
		if (!isEntry(revised)) throw new Error(revised.reason);
		await save([second, third, ...rest], '2026-11-20T10:00:00.000Z');
		await save([first, revised, ...rest], '2026-11-21T10:00:00.000Z');
		const recent = createRecent(store);
		await recent.update();
		const { query } = parse(new URLSearchParams('scope=all'));
		const body = async (limit: number, after?: string) =>
			changesJson(
				await recent.since('2026-11-20T12:00:00.000Z'),
				{ limit, ...(after !== undefined && { after }) },
				{ query, origin },
				[]
			);
		const whole = await body(100);
		expect(wrong('/api/v1/changes', whole)).toEqual([]);
		expect(whole?.changes.flatMap(({ kinds }) => kinds)).toEqual(
			expect.arrayContaining(['new', 'left', 'other'])
		);
		const page = await body(1);
		expect(page?.links).toHaveProperty('next');
		expect(wrong('/api/v1/changes', page)).toEqual([]);
	});

	it('none, before there are data', async () => {
		const recent = createRecent(store);
		const { query } = parse(new URLSearchParams());
		const body = changesJson(await recent.since(), { limit: 10 }, { query, origin }, []);
		expect(wrong('/api/v1/changes', body)).toEqual([]);
	});
});

describe('errors are as described', () => {
	it('problem details of each kind, with every key that is wrong', async () => {
		const { problems } = parse(new URLSearchParams('mechanism=irony&age=200&page=0'));
		expect(problems).toHaveLength(3);
		for (const [path, response] of [
			['/api/v1/studies', problem(400, 'Some values cannot be used.', problems)],
			['/api/v1/studies/{nctId}', problem(404, 'NCT00000000 is not here.')],
			['/api/v1/studies.csv', problem(429, 'Wait a little.')],
			['/api/v1/studies', problem(414, 'The address is too long.')],
			['/feed.xml', problem(503, 'Come back.')]
		] as const)
			expect(
				check({
					path,
					status: response.status,
					type: response.headers.get('content-type') ?? '',
					body: await response.json()
				}),
				path
			).toEqual([]);
	});
});

describe('a wrong answer is seen', () => {
	const good = overTheWire(studiesBody(invented, 'mechanism=iron'));
	const changed = (change: (body: Record<string, unknown>) => void) => {
		const body = v.parse(v.record(v.string(), v.unknown()), structuredClone(good));
		change(body);
		return wrong('/api/v1/studies', body);
	};

	it.each<[string, (body: Record<string, unknown>) => void]>([
		['a member is missing', (body) => delete body['total']],
		['a member is new and not described', (body) => (body['extra'] = 1)],
		['a number is a text', (body) => (body['total'] = '9')],
		['null stands for absent', (body) => (body['near'] = null)],
		['a link is not an address', (body) => (body['links'] = { self: 'x', page: '' })],
		['a facet is missing', (body) => (body['facets'] = {})],
		['a study has no links', (body) => (body['studies'] = [{ nctId: 'NCT90000001' }])]
	])('%s', (_, change) => {
		expect(changed(() => undefined)).toEqual([]);
		expect(changed(change)).not.toEqual([]);
	});

	it('a status, an address or a type that is not described', () => {
		expect(wrong('/api/v1/studies', good, { status: 418 })).toHaveLength(1);
		expect(wrong('/api/v1/nothing', good)).toHaveLength(1);
		expect(wrong('/api/v1/studies', good, { type: 'text/html' })).toHaveLength(1);
	});
});

describe('the page of the API', () => {
	it('has examples that the search takes, one for each kind of address at least', () => {
		const [first] = invented.studies;
		if (!first || !isNctId(first.study.nctId)) throw new Error('no study');
		const list = examples(first.study.nctId);
		for (const { path } of list) {
			const { pathname, searchParams } = new URL(path, origin);
			const known = document.paths[pathname] ?? /^\/api\/v1\/studies\/NCT\d{8}$/.exec(pathname);
			expect(known, path).toBeTruthy();
			expect(parse(searchParams), path).toMatchObject({ problems: [], unknown: [] });
		}
		expect(new Set(list.map(({ path }) => path)).size).toBe(list.length);
	});

	it('has clients of ten lines at most, with the address of this site', () => {
		for (const { id, code } of clients(origin)) {
			expect(code.split('\n').length, id).toBeLessThanOrEqual(10);
			expect(code, id).toContain(`${origin}/api/v1/studies?`);
			expect(code, id).toContain('next');
		}
	});
});
