import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { failure, html, json, plain, send, type Answer } from './answer.ts';
import { lastRefresh, nextDay } from './clock.ts';
import { trouble, type Endpoint, type FaultName, type Faults } from './faults.ts';
import { BadRequest, listOf, searchTest } from './filters.ts';
import { interstitialPage, nginxPage } from './html.ts';
import {
	checkParameters,
	fieldsOf,
	listParameters,
	pageSizeOf,
	studyParameters
} from './parameters.ts';
import { aliasesOf, canonicalId, idOf, inRegistryForm, isObject, project } from './record.ts';
import { shuffled, sorted } from './sort.ts';
import { ourSynonyms, type Synonyms } from './words.ts';

export interface RegistryOptions {
	/** Raw records; what is no object is served as it is, to every question. */
	studies: readonly unknown[];
	/** 0 or absent: any free port of 127.0.0.1. */
	port?: number;
	/** `yyyy-MM-ddTHH:mm:ss`; absent: 09:00:04 of the last weekday. */
	dataTimestamp?: string;
	faults?: Faults;
	synonyms?: Synonyms;
	/** Answers gzip to those who accept it. Whether the registry does is not known. */
	gzip?: boolean;
}

export interface LoggedRequest {
	path: string;
	query: Record<string, string>;
	/** Milliseconds since 1970. */
	at: number;
	userAgent: string | undefined;
	headers: IncomingHttpHeaders;
}

export interface Registry {
	/** The base, ending in /api/v2. */
	readonly url: string;
	readonly requests: LoggedRequest[];
	/** How often each fault was really served, since the start. */
	readonly served: Readonly<Record<FaultName, number>>;
	/** New data; with no timestamp of its own, under the old one. */
	setStudies(records: readonly unknown[], options?: { dataTimestamp?: string }): void;
	setFaults(faults: Faults): void;
	close(): Promise<void>;
}

/** Where a page begins, and what is odd about it. */
interface Mark {
	position: number;
	empty: boolean;
	serial: number;
}

/** Of an address. Where the registry's own limit lies is not known. */
const tooLong = 8000;

/** Starts a stand-in of the ClinicalTrials.gov API (version 2) on this machine. */
export async function startRegistry(options: RegistryOptions): Promise<Registry> {
	const requests: LoggedRequest[] = [];
	const faults = trouble(options.faults ?? {});
	const synonyms = options.synonyms ?? ourSynonyms;
	const marks = new Map<string, Mark>();
	let sources = options.studies;
	let dataTimestamp = options.dataTimestamp ?? lastRefresh(new Date());
	let generation = 0;
	let serial = 0;
	let records: unknown[] = [];

	/** A new version of the data: new order, new etag; old tokens go on at their row of the new order. */
	function publish(): void {
		generation++;
		const date = dataTimestamp.slice(0, 10);
		records = shuffled(sources, version()).map((record) => inRegistryForm(record, date));
	}
	const version = (): string => `${dataTimestamp}#${generation}`;
	const hash = (text: string, length: number): string =>
		createHash('sha256').update(text).digest('base64url').slice(0, length);
	const etag = (): string => `"883b003/0.34.1/${hash(version(), 8)}"`;

	function tokenFor(mark: Mark): string {
		const token = hash(`${version()}|${JSON.stringify(mark)}`, 42);
		marks.set(token, mark);
		return token;
	}

	function markOf(parameters: URLSearchParams): Mark {
		const token = parameters.get('pageToken');
		if (token === null) return { position: 0, empty: false, serial: 0 };
		const mark = marks.get(token);
		// The wording is not recorded. As live, a token holds a place and not the question.
		if (!mark) throw new BadRequest('Parameter `pageToken` has incorrect format');
		return mark;
	}

	/** The token of the page after this one, with whatever is wrong with it. */
	function nextToken(mark: Mark, size: number, total: number, first: boolean): string | undefined {
		const end = mark.position + size;
		if (faults.has('tokenLoop')) {
			faults.take('tokenLoop');
			return tokenFor({ position: size < total ? size : 0, empty: false, serial: -1 });
		}
		if (faults.has('endlessTokens')) {
			faults.take('endlessTokens');
			serial++;
			return tokenFor({ position: end < total ? end : 0, empty: false, serial });
		}
		if (end >= total) return undefined;
		const empty = first && faults.has('emptyPageWithToken');
		const again = faults.has('repeatRows') ? Math.min(2, size - 1) : 0;
		if (again > 0) faults.take('repeatRows');
		return tokenFor({ position: end - again, empty, serial: 0 });
	}

	function list(parameters: URLSearchParams): Answer {
		checkParameters(parameters, listParameters);
		if (parameters.has('query.term') && faults.take('refuseWide'))
			return plain(400, 'Error parsing query in Other terms: Too complicated query');
		const test = searchTest(parameters, synonyms);
		const fields = fieldsOf(parameters);
		const size = pageSizeOf(parameters);
		const mark = markOf(parameters);
		const first = !parameters.has('pageToken');
		const found = sorted(
			records.filter((record) => !isObject(record) || test(record)),
			parameters.get('sort') ?? ''
		);

		const rows = mark.empty ? [] : found.slice(mark.position, mark.position + size);
		if (mark.empty) faults.take('emptyPageWithToken');
		const token = mark.empty
			? tokenFor({ ...mark, empty: false })
			: nextToken(mark, size, found.length, first);
		const shown = rows.map((row) => (fields && isObject(row) ? project(row, fields) : row));
		if (shown.length > 0 && faults.take('nullRecords')) shown.splice(1, 0, null);

		const counted = first && parameters.get('countTotal') === 'true';
		const total = counted ? found.length + (faults.take('wrongTotal') ? 7 : 0) : undefined;
		const lines = shown.map((row) => JSON.stringify(row)).join(',\n');
		const head = total === undefined ? '' : `"totalCount":${total},`;
		const tail = token === undefined ? '' : `,"nextPageToken":${JSON.stringify(token)}`;
		const answer = withEtag(json(`{${head}"studies":[\n${lines}\n]${tail}}`));
		if (first && faults.take('versionChangesMidCrawl')) {
			dataTimestamp = nextDay(dataTimestamp);
			publish();
		}
		return answer;
	}

	function study(name: string, parameters: URLSearchParams): Answer {
		const id = canonicalId(name);
		if (id === undefined) return plain(400, 'Parameter `nctId` has incorrect format');
		checkParameters(parameters, studyParameters);
		const fields = fieldsOf(parameters);
		const record = records.find((each) => idOf(each) === id);
		if (record) return withEtag(json(JSON.stringify(fields ? project(record, fields) : record)));
		const target = idOf(records.find((each) => aliasesOf(each).includes(id)));
		if (target === undefined) return plain(404, `NCT number ${id} not found`);
		// As live, the way to the real record loses the query string.
		return { ...plain(301, ''), headers: { location: `/api/v2/studies/${target}` } };
	}

	const withEtag = (answer: Answer): Answer => ({ ...answer, headers: { etag: etag() } });

	function answerTo(path: string, parameters: URLSearchParams): Answer {
		if (path === '/api/v2/version') {
			checkParameters(parameters, []);
			return withEtag(json(JSON.stringify({ apiVersion: '2.0.5', dataTimestamp })));
		}
		if (path === '/api/v2/studies') return list(parameters);
		const name = /^\/api\/v2\/studies\/([^/]+)$/.exec(path)?.[1];
		if (name === undefined) return html(404, nginxPage(404, 'Not Found'));
		return study(decodeURIComponent(name), parameters);
	}

	function answer(path: string, parameters: URLSearchParams): Answer {
		// Names of the classic API, such as `ConditionList`, were a 500 and not a 400.
		const old = listOf(parameters.get('fields') ?? '').find((item) => item.endsWith('List'));
		if (old !== undefined) return plain(500, 'Internal Server Error');
		try {
			return answerTo(path, parameters);
		} catch (error) {
			if (error instanceof BadRequest) return plain(400, error.message);
			if (error instanceof URIError) return html(400, nginxPage(400, 'Bad Request'));
			throw error;
		}
	}

	function endpointOf(path: string): Endpoint {
		if (path === '/api/v2/version') return 'version';
		return path === '/api/v2/studies' ? 'studies' : 'study';
	}

	const server = createServer((request, response) => {
		const raw = request.url ?? '/';
		const [path = '/', search = ''] = raw.split('?', 2);
		const parameters = new URLSearchParams(search);
		requests.push({
			path,
			query: Object.fromEntries(parameters),
			at: Date.now(),
			userAgent: request.headers['user-agent'],
			headers: request.headers
		});
		if (request.method === 'OPTIONS') return void response.writeHead(403).end();
		if (request.method !== 'GET') return send(response, plain(405, 'Method Not Allowed'));
		if (raw.length > tooLong)
			return send(response, html(414, nginxPage(414, 'Request-URI Too Large')));

		const endpoint = endpointOf(path);
		const blow = faults.blow(endpoint);
		if (blow.kind === 'hang') return;
		if (blow.kind === 'reset') return void request.socket.destroy();
		if (blow.kind === 'status') return send(response, failure(blow.status));
		if (blow.kind === 'html') return send(response, html(200, interstitialPage));
		if (blow.kind === 'empty') return send(response, json(''));

		// That the registry answers 304 to If-None-Match is not verified by anybody; it has an etag.
		const known = request.headers['if-none-match'] === etag() && endpoint !== 'study';
		if (known) return void response.writeHead(304, { etag: etag() }).end();
		const right = answer(path, parameters);
		const cut = Math.floor(right.body.length * 0.6);
		const packed =
			options.gzip === true && /\bgzip\b/.test(String(request.headers['accept-encoding']));
		send(
			response,
			blow.kind === 'truncated' ? { ...right, body: right.body.slice(0, cut) } : right,
			{ packed, slowness: faults.slowness(endpoint) }
		);
	});

	publish();
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(options.port ?? 0, '127.0.0.1', resolve);
	});
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The stand-in has no port');

	return {
		url: `http://127.0.0.1:${address.port}/api/v2`,
		requests,
		served: faults.served,
		setFaults: faults.set,
		setStudies(next, { dataTimestamp: stamp = dataTimestamp } = {}) {
			sources = next;
			dataTimestamp = stamp;
			publish();
		},
		close: () =>
			new Promise((resolve, reject) => {
				server.close((error) => (error ? reject(error) : resolve()));
				server.closeAllConnections();
			})
	};
}
