import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { parse as parseRis } from 'astrocite-ris';
import { parse as parseCsv } from 'csv-parse/sync';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { label } from '#lib/mechanism/label.ts';
import type { Catalogue, LabelledStudy } from '#lib/search/catalogue.ts';
import { listed } from '#lib/search/listed.ts';
import { everything, type Query } from '#lib/search/query.ts';
import type { ExportId } from '#lib/search/receipt-links.ts';
import { parse } from '#lib/search/url.ts';
import { bareStudy } from '#lib/study/sample.ts';
import { stated } from '#lib/study/stated.ts';
import { isNctId, registryUrl, titleOf, type NctId, type Study } from '#lib/study/study.ts';
import { catalogueOf } from '#lib/server/catalogue/catalogue.ts';
import { entryOf, isEntry } from '#lib/server/catalogue/entry.ts';
import { starterCatalogue } from '#lib/server/catalogue/starter.ts';
import { csvColumns } from '#lib/server/render/csv-columns.ts';
import { fileName } from '#lib/server/render/file-name.ts';
import { answerJson } from '#lib/server/render/json.ts';
import { crawlOf, marksOf, receiptJson, writtenReceipt } from '#lib/server/render/receipt.ts';
import { exportResponse, wholeAnswer } from '#lib/server/render/stream-export.ts';
import { openStore } from '#lib/server/store/store.ts';
import { studiesAt } from './fixtures/studies/studies.ts';

const today = '2026-11-23';
const origin = 'https://finder.example';
const now = new Date('2026-11-23T12:00:00Z');
const at = { now, today, origin, crawl: undefined, bom: false };
const note = 'a systematic review should also search WHO ICTRP and CTIS.';

const invented: Catalogue = catalogueOf(
	studiesAt(today)
		.map((record) => entryOf(record))
		.filter(isEntry),
	[{ nctId: 'NCT90000099', reason: 'its status is a list' }],
	{
		source: 'live',
		dataTimestamp: '2026-11-20T09:00:05',
		fetchedAt: '2026-11-23T11:00:00Z',
		question: ['"restless legs"', 'AREA[EligibilityCriteria]"restless legs"'],
		narrow: false
	}
);

function nct(number: number): NctId {
	const id = `NCT${String(number).padStart(8, '0')}`;
	if (!isNctId(id)) throw new Error(id);
	return id;
}

/** Texts that break a careless writer. */
const hard: Catalogue = (() => {
	const titles = [
		'Iron "by vein" & by mouth: 50% of $10 at 5_mg #1 ~ 2^3 \\ {braces} and } one too many',
		'=HYPERLINK("https://example.org","click")',
		'+1 for iron',
		'-5 degrees',
		'@sum of all',
		'\ttab first',
		'\n=1+1',
		'Two\nlines, with a comma; and a semicolon\r\nER  - ',
		'Änderung der α-2-δ-Liganden — 不宁腿综合征 🦵',
		'TY  - JOUR',
		'% not a comment',
		"Ropinirole -- 'a'' ``b`` <5 | >3 --- end"
	];
	const fields: Partial<Study> = {
		conditions: ['Restless Legs Syndrome, Severe; Night'],
		sponsor: { name: 'Muster & Söhne, Inc.', class: 'INDUSTRY' },
		secondaryIds: [
			{ id: '2019-001234-56', type: 'EUDRACT_NUMBER' },
			{ id: '2023-501234-12-00', type: 'OTHER', domain: 'EU' },
			{ id: '=1+1' }
		]
	};
	const studies = titles.map((title, index) => {
		const study = bareStudy(nct(index + 1), { title, ...fields });
		return { study, labels: { ...label(study), relevance: 'core' as const } };
	});
	return { ...invented, studies, setAside: [] };
})();

const catalogues = { invented, hard, starter: starterCatalogue().catalogue };
const names = ['invented', 'hard', 'starter'] as const;
const all: Query = { ...everything, scope: 'all' };

function asked(address: string): Query {
	const { query, problems } = parse(new URLSearchParams(address));
	expect(problems).toEqual([]);
	return query;
}

async function file(format: ExportId, catalogue: Catalogue, query: Query, bom = false) {
	const response = exportResponse(format, catalogue, { query }, { ...at, bom });
	// not text(), which takes a byte order mark away
	const bytes = new Uint8Array(await response.arrayBuffer());
	return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

function rowsOf(text: string): Record<string, string>[] {
	return v.parse(
		v.array(v.record(v.string(), v.string())),
		// strict: as many cells in each row as the head has
		parseCsv(text, { columns: true, bom: true, record_delimiter: '\r\n' })
	);
}

/** What a spreadsheet would run has an apostrophe in front; all else is as it was. */
function guarded(text: string): string {
	return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

describe.each(names)('CSV of the %s studies', (name) => {
	const catalogue = catalogues[name];
	const found = wholeAnswer(catalogue, all, today).studies;

	it('read by a known parser says what the API says', async () => {
		const rows = rowsOf(await file('csv', catalogue, all));
		expect(rows).toHaveLength(catalogue.studies.length);
		for (const [index, hit] of found.entries()) {
			const api = listed(hit, today);
			const expected = {
				nct_id: api.nctId,
				title: guarded(api.title),
				status: api.status ?? '',
				verified: api.verified ?? '',
				updated: api.updated ?? '',
				type: api.type ?? '',
				phases: api.phases.join('; '),
				conditions: guarded(api.conditions.join('; ')),
				sponsor: guarded(api.sponsor?.name ?? ''),
				enrollment: String(api.enrollment?.count ?? ''),
				start: api.start ?? '',
				completion: api.completion ?? '',
				has_results: String(api.hasResults ?? ''),
				min_age: api.ages.minimum ?? '',
				countries: api.countries.join('; '),
				sites: String(api.sites.total),
				url: registryUrl(api.nctId),
				finder_mechanisms: api.mechanisms.map(({ id }) => id).join('; '),
				finder_suspects: api.suspects.map(({ id }) => id).join('; '),
				finder_related: api.related.map(({ id }) => id).join('; '),
				finder_approaches: api.approaches.map(({ id }) => id).join('; '),
				finder_relevance: api.relevance,
				finder_open: String(api.open)
			};
			expect(rows[index]).toMatchObject(expected);
		}
	});

	it('carries the receipt on the first row, and its hash on every row', async () => {
		const rows = rowsOf(await file('csv', catalogue, all));
		const { receipt } = await writtenReceipt(catalogue, wholeAnswer(catalogue, all, today), at);
		expect(rows[0]?.['finder_receipt']).toContain(note);
		expect(rows.slice(1).every((row) => row['finder_receipt'] === '')).toBe(true);
		expect(new Set(rows.map((row) => row['finder_search_hash']))).toEqual(new Set([receipt.hash]));
	});

	it('no cell begins like a formula', async () => {
		for (const row of rowsOf(await file('csv', catalogue, all)))
			for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
	});
});

describe('CSV', () => {
	it('has a byte order mark on request only, and lines end as RFC 4180 says', async () => {
		const plain = await file('csv', hard, all);
		expect(plain.startsWith('nct_id,')).toBe(true);
		expect(await file('csv', hard, all, true)).toBe(`\uFEFF${plain}`);
		expect(plain.endsWith('\r\n')).toBe(true);
	});

	it('names each column once, ours with finder_, and each has its meaning', async () => {
		const [head = ''] = (await file('csv', hard, all)).split('\r\n');
		const columns = csvColumns.map(({ name }) => name);
		expect(head.split(',')).toEqual(columns);
		expect(new Set(columns).size).toBe(columns.length);
		for (const { name, meaning } of csvColumns) expect(meaning, name).toMatch(/^\S.*\S$/);
	});

	it('parts EudraCT from EU trial numbers, also where the type does not say', async () => {
		const [row] = rowsOf(await file('csv', hard, all));
		expect(row).toMatchObject({
			eudract: '2019-001234-56',
			ctis: '2023-501234-12-00',
			secondary_ids: 'EUDRACT_NUMBER:2019-001234-56; OTHER:2023-501234-12-00; =1+1'
		});
	});

	it('of no study is a head alone; the receipt is then at the address in the Link', async () => {
		const nothing = asked('q=zzzzqqq');
		expect(rowsOf(await file('csv', hard, nothing))).toEqual([]);
		expect(exportResponse('csv', hard, { query: nothing }, at).headers.get('link')).toBe(
			`<${origin}/api/v1/receipt?q=zzzzqqq>; rel="describedby"; type="application/json"`
		);
	});
});

describe('a file of no study', () => {
	it.each(['ndjson', 'bib'] as const)('says as %s how nothing was found', async (format) => {
		const text = await file(format, hard, asked('q=zzzzqqq'));
		expect(text).toContain('the words: zzzzqqq 0; found 0.');
		expect(text).toContain(note);
	});
});

describe.each(names)('NDJSON of the %s studies', (name) => {
	it('is the receipt, then each study as the API gives it', async () => {
		const catalogue = catalogues[name];
		const found = wholeAnswer(catalogue, all, today);
		const lines = (await file('ndjson', catalogue, all)).trimEnd().split('\n');
		const [first, ...studies] = lines.map((line): unknown => JSON.parse(line));
		const receipt = receiptJson(await writtenReceipt(catalogue, found, at), found.studies);
		expect(first).toEqual({ receipt: JSON.parse(JSON.stringify(receipt)) });
		const api = answerJson(found, { query: all, problems: [], unknown: [] }, catalogue, at);
		expect(studies).toEqual(JSON.parse(JSON.stringify(api.studies)));
	});
});

const Csl = v.array(
	v.looseObject({
		title: v.string(),
		URL: v.string(),
		note: v.optional(v.string()),
		issued: v.optional(
			v.looseObject({
				'date-parts': v.tuple([v.array(v.pipe(v.union([v.string(), v.number()]), v.toString()))])
			})
		)
	})
);

/** A title as readers of one-line formats can have it. */
const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
const yearOf = (study: Study) => (study.firstPosted ?? study.start)?.date.slice(0, 4);

describe.each(names)('RIS of the %s studies', (name) => {
	const catalogue = catalogues[name];
	const studies = wholeAnswer(catalogue, all, today).studies.map(({ study }) => study);
	const expected = studies.map((study) => ({
		title: flat(titleOf(study)),
		year: yearOf(study),
		id: study.nctId,
		url: registryUrl(study.nctId)
	}));

	it('read by astrocite gives title, year, id and address of each', async () => {
		const read = v.parse(Csl, parseRis(await file('ris', catalogue, all)));
		expect(
			read.map((each) => ({
				title: each.title,
				year: each.issued?.['date-parts'][0][0],
				id: each['id'],
				url: each.URL
			}))
		).toEqual(expected);
		expect(read[0]?.note).toContain(note);
	});

	it('read by citation-js gives title, year, id and address of each', async () => {
		const { data } = new Cite(await file('ris', catalogue, all), { forceType: '@ris/file' });
		const read = v.parse(Csl, data);
		expect(
			read.map((each) => ({
				title: each.title,
				year: each.issued?.['date-parts'][0][0],
				id: each['id'],
				url: each.URL
			}))
		).toEqual(expected);
	});
});

describe.each(names)('BibTeX of the %s studies', (name) => {
	const catalogue = catalogues[name];
	const studies = wholeAnswer(catalogue, all, today).studies.map(({ study }) => study);
	const expected = studies.map((study) => ({
		title: flat(titleOf(study)),
		year: yearOf(study),
		id: study.nctId,
		url: registryUrl(study.nctId)
	}));

	it('read by the parser of Better BibTeX gives title, year, id and address of each', async () => {
		const text = await file('bib', catalogue, all);
		const { entries, errors } = parseBibtex(text, { sentenceCase: false, caseProtection: false });
		expect(errors).toEqual([]);
		expect(
			entries.map(({ key, fields }) => ({
				title: fields['title'],
				year: fields['year'],
				id: key,
				url: fields['url']
			}))
		).toEqual(expected);
		expect(entries[0]?.fields.author?.length).toBe(studies[0]?.sponsor ? 1 : undefined);
		expect(text.slice(0, text.indexOf('@'))).toContain(note);
	});

	it('read by citation-js gives title, year, id and address of each', async () => {
		const { data } = new Cite(await file('bib', catalogue, all), { forceType: '@bibtex/text' });
		const read = v.parse(Csl, data);
		expect(
			read.map((each) => ({
				title: each.title,
				year: each.issued?.['date-parts'][0][0],
				id: each['id'],
				url: each.URL
			}))
		).toEqual(expected);
	});
});

describe('a receipt', () => {
	const query = asked('mechanism=iron,nerve-signals&status=open&q=requip+OR+iron&age=60');
	const full = (of: Catalogue, given = query) =>
		writtenReceipt(of, wholeAnswer(of, given, today), at);

	it('says what a second person needs', async () => {
		const { text, receipt } = await full(invented);
		expect(text).toContain('Data processed by the registry on 2026-11-20T09:00:05.');
		expect(text).toContain(
			'query.term, to the letter, answers put together by study number: (1) "restless legs"; (2) AREA[EligibilityCriteria]"restless legs".'
		);
		expect(text).toContain('Set aside: NCT90000099 (its status is a list).');
		expect(text).toContain(`${origin}/trials?age=60&mechanism=iron,nerve-signals&q=`);
		expect(text).toContain('requip: ropinirole');
		expect(text).toContain(`Labels: rules version ${invented.rules}`);
		expect(text).toContain(receipt.hash);
		expect(text).toContain('what a person said of themselves (age)');
		expect(text.endsWith(note)).toBe(true);
	});

	it('gives precision and recall from 20 cases on, and says so below', async () => {
		const { receipt, text } = await full(invented);
		const heldOut = receipt.accuracy.filter(({ set }) => set === 'held-out');
		expect(heldOut.map(({ id }) => id)).toEqual(['iron', 'nerve-signals']);
		for (const { recall, label: name } of heldOut) {
			const words =
				recall.of < 20
					? `not measurable \\(n = ${recall.of}\\)`
					: `[\\d.]+% \\([^)]*n = ${recall.of}\\)`;
			expect(text).toMatch(new RegExp(`${name} \\(mechanism\\): [^;]*recall ${words}`));
		}
		expect(new Set(heldOut.map(({ recall }) => recall.of < 20))).toEqual(new Set([true, false]));
	});

	it('says nothing of the visitor where they said nothing', async () => {
		const { text } = await full(invented, asked('mechanism=iron'));
		expect(text).not.toContain('themselves');
	});

	it('offers the search without our judgement, with the number that it leaves out', async () => {
		const { text, receipt } = await full(invented, asked('mechanism=iron'));
		const { outside } = wholeAnswer(invented, asked('mechanism=iron'), today);
		expect(receipt.outside).toBe(outside.total);
		expect(text).toContain(`${origin}/trials?mechanism=iron&scope=all`);
	});

	it('has a hash of what was found, in whatever order', async () => {
		const reversed = asked('sort=-title');
		const idsIn = (query: Query) =>
			wholeAnswer(invented, query, today).studies.map(({ study }) => study.nctId);
		expect(idsIn(reversed)).not.toEqual(idsIn(everything));
		const { hash } = (await full(invented, everything)).receipt;
		expect((await full(invented, reversed)).receipt.hash).toBe(hash);
		expect(hash).toMatch(/^[0-9a-f]{16}$/);
		expect((await full(invented, all)).receipt.hash).not.toBe(hash);
	});

	it.each([
		[
			'label',
			({ study, labels }: LabelledStudy) => ({ study, labels: { ...labels, mechanisms: [] } })
		],
		['last update', ({ study, labels }: LabelledStudy) => ({ study: undated(study), labels })]
	])('has another hash when one study has another %s, and shows which', async (_, change) => {
		const target = wholeAnswer(invented, asked('mechanism=iron'), today).studies[0]?.study;
		const studies = invented.studies.map((each) => (each.study === target ? change(each) : each));
		const changed = { ...invented, studies };
		expect((await full(changed, all)).receipt.hash).not.toBe(
			(await full(invented, all)).receipt.hash
		);
		const lines = new Set(marksOf(invented.studies).map((mark) => mark.join(' ')));
		const others = marksOf(studies).filter((mark) => !lines.has(mark.join(' ')));
		expect(others.map(([id]) => id)).toEqual([target?.nctId]);
	});

	it('fits into one cell of a spreadsheet, however many records are set aside', async () => {
		const setAside = Array.from({ length: 5000 }, (_, index) => ({
			nctId: nct(index),
			reason: 'a reason that is long '.repeat(20)
		}));
		const { text, receipt } = await full({ ...invented, setAside });
		expect(text.length).toBeLessThan(32_767);
		expect(text).toContain('and 4,950 more');
		expect(receipt.setAside).toHaveLength(5000);
	});

	it('does not call the starter processed on a day, nor asked for', async () => {
		const { text } = await full(catalogues.starter, everything);
		expect(text).toContain('is not known; the newest record was last updated on');
		expect(text).toContain('Request to the registry: none; a fixed set of studies.');
	});
});

function undated(study: Study): Study {
	return stated({ ...study, updated: undefined });
}

describe('the account of the crawl', () => {
	const run = {
		kind: 'live' as const,
		startedAt: '2026-11-23T10:58:00.000Z',
		endedAt: '2026-11-23T10:59:00.000Z',
		question: invented.question,
		narrow: false,
		dataTimestamp: '2026-11-20T09:00:05',
		received: 60,
		repeated: 5,
		rules: invented.rules
	};

	it('is the run behind the data in hand', async () => {
		const store = await openStore(':memory:');
		await store.save(run, [], []);
		const crawl = await crawlOf(store, { ...invented });
		expect(crawl).toMatchObject({ received: 60, repeated: 5, startedAt: run.startedAt });
		const found = wholeAnswer(invented, everything, today);
		const { text } = await writtenReceipt(invented, found, { ...at, crawl });
		expect(text).toContain(
			'from 2026-11-23 10:58 UTC to 2026-11-23 10:59 UTC; 60 records received, 5 of them a second time'
		);
		await store.close();
	});

	it.each([
		['newer data that another process stored', { dataTimestamp: '2026-11-21T09:00:00' }],
		['another question', { question: ['something else'] }],
		['a later run', { endedAt: '2026-11-23T11:30:00.000Z' }],
		['records brought in by hand', { kind: 'import' as const }]
	])('is not given for %s', async (_, change) => {
		const store = await openStore(':memory:');
		await store.save(run, [], []);
		await store.save({ ...run, ...change }, [], []);
		expect(await crawlOf(store, { ...invented })).toBeUndefined();
		await store.close();
	});

	it('is never given for the starter', async () => {
		const store = await openStore(':memory:');
		await store.save(run, [], []);
		expect(await crawlOf(store, { ...invented, source: 'starter' })).toBeUndefined();
		await store.close();
	});
});

describe('the name of a file', () => {
	const name = (address: string) => fileName(invented, asked(address), 'csv');

	it('says query and date of the data', () => {
		expect(name('status=open&mechanism=iron&page=3&view=table')).toBe(
			'rls-trials_mechanism-iron_status-open_2026-11-20.csv'
		);
		expect(name('')).toBe('rls-trials_2026-11-20.csv');
	});

	it('says nothing of the visitor', () => {
		expect(name('age=61&sex=female&status=open')).toBe(
			'rls-trials_status-open_personal-limits_2026-11-20.csv'
		);
	});

	it('is short plain ASCII whatever was asked', () => {
		for (const query of [`q="${'ä/../漢"\r\n'.repeat(20)}`, 'q=.&org=con', `q=${'x'.repeat(200)}`])
			expect(name(query)).toMatch(/^(?=.{1,120}$)[a-z0-9_-]+_2026-11-20\.csv$/);
	});
});

describe('the answer to a request for a file', () => {
	const headers = (address: string) =>
		exportResponse('ris', invented, { query: asked(address) }, at).headers;

	it('names the file and is kept for a minute', () => {
		expect(headers('mechanism=iron').get('content-disposition')).toBe(
			'attachment; filename="rls-trials_mechanism-iron_2026-11-20.ris"'
		);
		expect(headers('mechanism=iron').get('cache-control')).toBe('public, max-age=60');
	});

	it.each(['age=60', 'sex=female', 'age=60&mechanism=iron'])(
		'with %s is kept by nobody',
		(address) => {
			expect(headers(address).get('cache-control')).toBe('private, no-store');
		}
	);

	it('is made no further when the reader leaves', async () => {
		const { body } = exportResponse('csv', invented, { query: all }, at);
		const reader = body?.getReader();
		await reader?.read();
		await reader?.cancel();
		expect(await reader?.read()).toEqual({ done: true, value: undefined });
	});
});

describe('50,000 studies', { timeout: 60_000 }, () => {
	const base = [...invented.studies, ...catalogues.starter.studies];
	const many: Catalogue = {
		...invented,
		studies: Array.from({ length: 50_000 }, (_, index) => {
			const { study, labels } = base[index % base.length] ?? base[0] ?? fail();
			return { labels, study: { ...study, nctId: nct(index) } };
		})
	};
	// the index of words is made once a catalogue, at the first search, whoever asks
	wholeAnswer(many, everything, today);

	/** Reads a file to its end as a client does, and says what that took. */
	async function drained(format: ExportId) {
		const held = () => {
			collectGarbage();
			const { heapUsed, external } = process.memoryUsage();
			return heapUsed + external;
		};
		const [heldBefore, rssBefore] = [held(), process.memoryUsage.rss()];
		const began = performance.now();
		const reader = exportResponse(format, many, { query: all }, at).body?.getReader();
		let [bytes, first, peakHeld, peakRss, pieces, measuring] = [0, 0, 0, 0, 0, 0];
		for (;;) {
			const { done, value } = (await reader?.read()) ?? { done: true };
			if (done) break;
			if (bytes === 0) first = performance.now() - began;
			bytes += value?.length ?? 0;
			pieces += 1;
			peakRss = Math.max(peakRss, process.memoryUsage.rss() - rssBefore);
			if (pieces % 150 === 3) {
				const since = performance.now();
				peakHeld = Math.max(peakHeld, held() - heldBefore);
				measuring += performance.now() - since;
			}
		}
		const total = performance.now() - began - measuring;
		return { bytes, first, total, peakHeld, peakRss };
	}

	it('stream as CSV: no more memory than a tenth of the file or 64 MB', async () => {
		const { bytes, first, total, peakHeld, peakRss } = await drained('csv');
		const limit = Math.max(bytes / 10, 64 * 1024 * 1024);
		expect(bytes).toBeGreaterThan(20_000_000);
		// what the program holds; and what the system gives it, which has what was thrown away in it
		expect(peakHeld).toBeLessThan(limit / 2);
		expect(peakRss).toBeLessThan(limit);
		expect(first).toBeLessThan(total / 20);
	});

	it.each(['ndjson', 'bib', 'ris'] as const)('stream as %s', async (format) => {
		const { first, total, peakHeld } = await drained(format);
		expect(peakHeld).toBeLessThan(32 * 1024 * 1024);
		expect(first).toBeLessThan(total / 20);
	});
});

/** Without this what was thrown away before counts, too. Node gives it to who asks for it by a flag. */
function collectGarbage() {
	setFlagsFromString('--expose-gc');
	v.parse(v.function(), runInNewContext('gc'))();
}

function fail(): never {
	throw new Error('no studies');
}
