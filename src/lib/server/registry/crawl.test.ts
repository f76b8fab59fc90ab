import { afterEach, describe, expect, it } from 'vitest';
import type { ServerResponse } from 'node:http';
import { crawl, fetchVersion, type RegistrySettings } from './crawl.ts';
import { send, serve, type Asked, type LocalServer } from './local-server.ts';
import { defaultQuery, narrowQuery, questionParts } from './question.ts';
import { RegistryError } from './registry-error.ts';

const open: LocalServer[] = [];
afterEach(async () => {
	for (const server of open.splice(0)) await server.close();
});

const version = { apiVersion: '2.0.5', dataTimestamp: '2026-10-02T09:00:04' };
const refused = 'Error parsing query in Other terms: Too complicated query';

function number(n: number): string {
	return `NCT${String(n).padStart(8, '0')}`;
}

function study(n: number, more: Record<string, unknown> = {}): unknown {
	return { protocolSection: { identificationModule: { nctId: number(n) }, ...more } };
}

function studies(from: number, to: number): unknown[] {
	return Array.from({ length: to - from }, (_, index) => study(from + index));
}

interface Source {
	settings: RegistrySettings;
	asked: Asked[];
	lists: () => Asked[];
}

/** A registry of which `list` answers `/studies`; the version is steady unless told otherwise. */
async function registry(
	list: (asked: Asked, response: ServerResponse) => void,
	settings: Partial<RegistrySettings> = {},
	tell: (times: number) => unknown = () => version
): Promise<Source> {
	let told = 0;
	const server = await serve((asked, response) => {
		if (asked.path === '/version') send(response, tell(++told));
		else list(asked, response);
	});
	open.push(server);
	return {
		settings: { baseUrl: server.url, paceMs: 0, backoffMs: 5, tries: 2, query: 'x', ...settings },
		asked: server.asked,
		lists: () => server.asked.filter(({ path }) => path === '/studies')
	};
}

/** Pages by token over `rows`, as the registry does it. */
function paged(rows: unknown[]) {
	return ({ params }: Asked, response: ServerResponse) => {
		const from = Number(params.get('pageToken') ?? 0);
		const to = from + Number(params.get('pageSize'));
		send(response, {
			...(params.get('countTotal') === 'true' ? { totalCount: rows.length } : {}),
			studies: rows.slice(from, to),
			...(to < rows.length ? { nextPageToken: String(to) } : {})
		});
	};
}

async function failure(work: Promise<unknown>): Promise<RegistryError> {
	const error: unknown = await work.then(
		() => undefined,
		(reason: unknown) => reason
	);
	if (error instanceof RegistryError) return error;
	throw new Error(`expected a RegistryError, got ${String(error)}`);
}

describe('a crawl', () => {
	it('takes all pages, and says what it asked and got', async () => {
		const source = await registry(paged(studies(1, 8)), { pageSize: 3 });
		const result = await crawl(source.settings);
		expect(result.records.map(({ nctId }) => nctId)).toEqual([1, 2, 3, 4, 5, 6, 7].map(number));
		expect(result.records[0]?.raw).toEqual(study(1));
		expect(result).toMatchObject({
			...version,
			setAside: [],
			totalCount: 7,
			received: 7,
			repeated: 0,
			question: ['x'],
			narrow: false,
			pages: 3
		});
		expect(result.endedAt >= result.startedAt).toBe(true);
		expect(new Date(result.startedAt).toISOString()).toBe(result.startedAt);
		expect(source.asked.map(({ path }) => path)).toEqual([
			'/version',
			'/studies',
			'/studies',
			'/studies',
			'/version'
		]);
	});

	it('repeats every parameter on further pages, but counts on the first only', async () => {
		const source = await registry(paged(studies(1, 8)), { pageSize: 3 });
		await crawl(source.settings);
		const [first, second] = source.lists().map(({ params }) => Object.fromEntries(params));
		expect(first).toEqual({
			'query.term': 'x',
			fields: 'ProtocolSection,DerivedSection,HasResults,OutcomeMeasuresModule',
			pageSize: '3',
			countTotal: 'true'
		});
		expect(second).toEqual({
			'query.term': 'x',
			fields: 'ProtocolSection,DerivedSection,HasResults,OutcomeMeasuresModule',
			pageSize: '3',
			pageToken: '3'
		});
	});

	it.each([
		[0, '1'],
		[5000, '1000'],
		[undefined, '1000']
	])(
		'with page size %s asks for %s: 0 would give 10, more than 1000 gives 1000',
		async (pageSize, sent) => {
			const source = await registry(paged([study(1)]), pageSize === undefined ? {} : { pageSize });
			await crawl(source.settings);
			expect(source.lists()[0]?.params.get('pageSize')).toBe(sent);
		}
	);

	it('ALL asks without a query', async () => {
		const source = await registry(paged([study(1)]), { query: 'ALL' });
		expect((await crawl(source.settings)).question).toEqual(['ALL']);
		expect(
			[...(source.lists()[0]?.params.keys() ?? [])].some((key) => key.startsWith('query'))
		).toBe(false);
	});

	it('gives nothing for a question without answers', async () => {
		const source = await registry(paged([]));
		expect(await crawl(source.settings)).toMatchObject({ records: [], totalCount: 0, pages: 1 });
	});

	it('asks the parts one after another and merges them by id', async () => {
		const source = await registry(
			(asked, response) =>
				paged(asked.params.get('query.term') === 'a' ? studies(1, 4) : studies(3, 6))(
					asked,
					response
				),
			{ query: 'a; b' }
		);
		const result = await crawl(source.settings);
		expect(result.records.map(({ nctId }) => nctId)).toEqual([1, 2, 3, 4, 5].map(number));
		expect(result).toMatchObject({ question: ['a', 'b'], totalCount: 6, received: 6, repeated: 1 });
	});

	it('is not taken for endless when a whole part brings only studies of another', async () => {
		const source = await registry(paged(studies(1, 9)), { query: 'a; b', pageSize: 1 });
		expect(await crawl(source.settings)).toMatchObject({ received: 16, repeated: 8 });
	});

	it('asks the default question if none is set', async () => {
		const { settings, lists } = await registry(paged([study(1)]));
		const { query: _, ...rest } = settings;
		expect(_).toBe('x');
		await crawl(rest);
		expect(lists().map(({ params }) => params.get('query.term'))).toEqual(
			questionParts(defaultQuery).map(({ words }) => words)
		);
	});
});

describe('rows', () => {
	it('that come twice count once: the order of the registry is not stable', async () => {
		const rows = [study(1), study(2), study(2), study(3), study(1), study(4)];
		const source = await registry(
			({ params }, response) => {
				const from = Number(params.get('pageToken') ?? 0);
				send(response, {
					totalCount: 4,
					studies: rows.slice(from, from + 2),
					...(from + 2 < rows.length ? { nextPageToken: String(from + 2) } : {})
				});
			},
			{ pageSize: 2 }
		);
		expect(await crawl(source.settings)).toMatchObject({ totalCount: 4, received: 6, repeated: 2 });
	});

	it('that do not fit are set aside with path and number, and do not spoil the others', async () => {
		const bad = study(2, { statusModule: { overallStatus: 5 } });
		const source = await registry(paged([study(1), bad, null, { protocolSection: {} }, study(3)]));
		const result = await crawl(source.settings);
		expect(result.records.map(({ nctId }) => nctId)).toEqual([number(1), number(3)]);
		expect(result.setAside).toHaveLength(3);
		expect(result.setAside[0]).toMatchObject({ nctId: number(2), raw: bad });
		expect(result.setAside[0]?.reason).toContain('protocolSection.statusModule.overallStatus');
		expect(result.setAside[1]).toMatchObject({ raw: null });
		expect(result.setAside[1]).not.toHaveProperty('nctId');
		expect(result).toMatchObject({ totalCount: 5, received: 5, repeated: 0 });
	});

	it('that are set aside hold no persons; those that fit are as received', async () => {
		const persons = { centralContacts: [{ name: 'Cora Exampler', email: 'cora@example.org' }] };
		const good = study(1, { contactsLocationsModule: persons });
		const bad = study(2, {
			contactsLocationsModule: persons,
			statusModule: { whyStopped: 1 },
			designModule: { enrollmentInfo: { count: 'ask Cora Exampler, cora@example.org' } }
		});
		const source = await registry(paged([good, bad]));
		const result = await crawl(source.settings);
		expect(result.records[0]?.raw).toEqual(good);
		expect(JSON.stringify(result.setAside)).not.toMatch(/cora/i);
		expect(result.setAside[0]?.reason).toContain('enrollmentInfo.count');
	});
});

describe('an incomplete answer fails, so that no study is lost unseen', () => {
	it('when there are fewer studies than were counted, and says both numbers', async () => {
		const source = await registry((_, response) =>
			send(response, { totalCount: 9, studies: studies(1, 8) })
		);
		const error = await failure(crawl(source.settings));
		expect(error.kind).toBe('nonsense');
		expect(error.message).toMatch(/counted 9 .* sent 7/);
	});

	it('when a page token comes twice', async () => {
		let next = 0;
		const source = await registry((_, response) =>
			send(response, { studies: [study(++next)], nextPageToken: next % 2 ? 'a' : 'b' })
		);
		expect((await failure(crawl(source.settings))).message).toContain('token');
		expect(source.lists().length).toBeLessThan(5);
	});

	it('when three pages in a row bring nothing new', async () => {
		let next = 0;
		const source = await registry((_, response) =>
			send(response, { studies: [study(1)], nextPageToken: String(++next) })
		);
		expect((await failure(crawl(source.settings))).message).toContain('nothing new');
		expect(source.lists().length).toBe(4);
	});

	it('when there are more pages than the count explains', async () => {
		let next = 0;
		const source = await registry((_, response) =>
			send(response, { totalCount: 2, studies: [study(++next)], nextPageToken: String(next) })
		);
		expect((await failure(crawl(source.settings))).message).toContain('does not end');
		expect(source.lists().length).toBeLessThan(20);
	});

	it('when the answer is no list', async () => {
		const source = await registry((_, response) => send(response, { ok: true }));
		expect((await failure(crawl(source.settings))).kind).toBe('nonsense');
	});

	it('when a later page is refused; the narrow question is no way out of that', async () => {
		const source = await registry(({ params }, response) => {
			if (params.has('pageToken')) send(response, 'bad token', 400);
			else send(response, { totalCount: 2, studies: [study(1)], nextPageToken: 'a' });
		});
		expect((await failure(crawl(source.settings))).kind).toBe('nonsense');
		expect(source.lists().some(({ params }) => params.has('query.cond'))).toBe(false);
	});
});

describe('empty pages with a token', () => {
	it('are lawful', async () => {
		const source = await registry(({ params }, response) => {
			const page = Number(params.get('pageToken') ?? 0);
			send(response, {
				totalCount: 2,
				studies: page === 0 ? [study(1)] : page === 4 ? [study(2)] : [],
				...(page < 4 ? { nextPageToken: String(page + 1) } : {})
			});
		});
		expect(await crawl(source.settings)).toMatchObject({ received: 2, pages: 5 });
	});

	it('do not go on for ever', async () => {
		let next = 0;
		const source = await registry((_, response) =>
			send(response, { studies: [], nextPageToken: String(++next) })
		);
		expect((await failure(crawl(source.settings))).message).toContain('empty');
		expect(source.lists().length).toBeLessThan(20);
	});
});

describe('a page that is too large', () => {
	it('is asked again with half as many studies', async () => {
		const heavy = Array.from({ length: 8 }, (_, index) =>
			study(index + 1, { descriptionModule: { briefSummary: 'x'.repeat(1000) } })
		);
		const source = await registry(paged(heavy), { pageSize: 8, maxBytes: 3000 });
		const result = await crawl(source.settings);
		expect(result).toMatchObject({ received: 8, repeated: 0, pages: 4 });
		expect(source.lists().map(({ params }) => params.get('pageSize'))).toEqual(
			'8 4 2 2 2 2'.split(' ')
		);
		expect(source.lists().filter(({ params }) => params.has('countTotal')).length).toBe(3);
	});

	it('fails if it holds a single study', async () => {
		const heavy = study(1, { descriptionModule: { briefSummary: 'x'.repeat(9000) } });
		const source = await registry(paged([heavy]), { pageSize: 2, maxBytes: 3000 });
		expect((await failure(crawl(source.settings))).kind).toBe('too-large');
	});
});

describe('a wide question that is refused', () => {
	it('is followed by the narrow one, and what came of earlier parts is dropped', async () => {
		const source = await registry(
			(asked, response) => {
				if (asked.params.get('query.term') === 'b') send(response, refused, 400);
				else paged(asked.params.has('query.cond') ? [study(7)] : studies(1, 4))(asked, response);
			},
			{ query: 'a; b; c' }
		);
		const result = await crawl(source.settings);
		expect(result).toMatchObject({ narrow: true, question: [narrowQuery], received: 1 });
		expect(result.records.map(({ nctId }) => nctId)).toEqual([number(7)]);
		expect(source.lists().at(-1)?.params.get('query.cond')).toBe(narrowQuery);
		expect(source.lists().at(-1)?.params.has('query.term')).toBe(false);
	});

	it('fails with the words of the registry if the narrow one is refused as well', async () => {
		const source = await registry((_, response) => send(response, refused, 400));
		const error = await failure(crawl(source.settings));
		expect(error.kind).toBe('refused');
		expect(error.message).toContain(refused);
	});

	it('never turns ALL into the narrow one, which would pass for all', async () => {
		const source = await registry((_, response) => send(response, 'no', 400), { query: 'ALL' });
		expect((await failure(crawl(source.settings))).kind).toBe('refused');
		expect(source.lists().length).toBe(1);
	});

	it('is something else than being blocked', async () => {
		const source = await registry((_, response) => send(response, '<html>', 403));
		expect((await failure(crawl(source.settings))).kind).toBe('blocked');
		expect(source.lists().length).toBe(1);
	});
});

describe('the version of the data', () => {
	const later = { apiVersion: '2.0.5', dataTimestamp: '2026-10-05T09:00:04' };

	it('that changes in the middle makes the crawl begin again', async () => {
		const source = await registry(paged([study(1)]), {}, (times) =>
			times === 1 ? version : later
		);
		expect(await crawl(source.settings)).toMatchObject({ ...later, received: 1, pages: 1 });
		expect(source.lists().length).toBe(2);
	});

	it('that changed explains a token that died: the crawl begins again', async () => {
		let lists = 0;
		const source = await registry(
			({ params }, response) => {
				if (++lists === 2) return send(response, 'bad token', 400);
				const last = params.has('pageToken');
				send(response, {
					...(last ? {} : { totalCount: 2, nextPageToken: 't' }),
					studies: [study(last ? 2 : 1)]
				});
			},
			{},
			(times) => (times === 1 ? version : later)
		);
		expect(await crawl(source.settings)).toMatchObject({ received: 2, narrow: false });
	});

	it('that never rests ends the crawl after three new beginnings', async () => {
		const source = await registry(paged([study(1)]), {}, (times) => ({
			apiVersion: '2.0.5',
			dataTimestamp: `2026-10-0${times}T09:00:00`
		}));
		expect((await failure(crawl(source.settings))).message).toContain('changed');
		expect(source.lists().length).toBe(4);
	});

	it('can be asked by itself, and may lack the timestamp', async () => {
		const source = await registry(paged([]), {}, () => ({ apiVersion: '2.1.0' }));
		const told = await fetchVersion(source.settings);
		expect(told.apiVersion).toBe('2.1.0');
		expect(told.dataTimestamp).toBeUndefined();
		expect(await crawl(source.settings)).not.toHaveProperty('dataTimestamp');
	});

	it('of an API that we do not know stops us before we read it', async () => {
		const source = await registry(paged([study(1)]), {}, () => ({ apiVersion: '3.0.0' }));
		expect((await failure(crawl(source.settings))).message).toContain('3.0.0');
		expect(source.lists().length).toBe(0);
	});
});

it('a signal stops a crawl between and within requests', async () => {
	const stop = new AbortController();
	const source = await registry(({ params }) => {
		if (params.has('pageToken')) stop.abort();
	});
	setTimeout(() => stop.abort(), 60);
	expect((await failure(crawl(source.settings, stop.signal))).kind).toBe('stopped');
});

it('an empty question is an error, for it would read the whole registry', async () => {
	const source = await registry(paged([study(1)]), { query: ' ' });
	expect((await failure(crawl(source.settings))).message).toContain('ALL');
	expect(source.asked.length).toBe(0);
});
