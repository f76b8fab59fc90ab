import { afterEach, describe, expect, it } from 'vitest';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';
import { createHttp, type Http, type HttpSettings } from './http.ts';
import { send, serve, type Asked, type LocalServer } from './local-server.ts';
import { RegistryError, type Failure } from './registry-error.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
	for (const one of open.splice(0).reverse()) await one.close();
});

async function start(
	answer: (asked: Asked, response: ServerResponse, server: LocalServer) => void,
	settings: Partial<HttpSettings> = {}
): Promise<{ server: LocalServer; http: Http }> {
	const server = await serve(answer);
	const http = createHttp({ baseUrl: server.url, paceMs: 0, backoffMs: 5, tries: 3, ...settings });
	open.push(server, http);
	return { server, http };
}

async function failure(work: Promise<unknown>): Promise<RegistryError> {
	const error: unknown = await work.then(
		() => undefined,
		(reason: unknown) => reason
	);
	if (error instanceof RegistryError) return error;
	throw new Error(`expected a RegistryError, got ${String(error)}`);
}

describe('a good answer', () => {
	it('is parsed JSON, asked with the parameters encoded', async () => {
		const { server, http } = await start((_, response) => send(response, { ok: 1 }));
		const term = '"a b" OR AREA[X]c & d';
		expect(await http.get('/studies', { 'query.term': term })).toEqual({ ok: 1 });
		expect(server.asked[0]?.path).toBe('/studies');
		expect(server.asked[0]?.params.get('query.term')).toBe(term);
	});

	it('keeps the path of the base address, with or without a slash at its end', async () => {
		const server = await serve((_, response) => send(response, {}));
		const http = createHttp({ baseUrl: `${server.url}/api/v2/`, paceMs: 0 });
		open.push(server, http);
		await http.get('/version');
		expect(server.asked[0]?.path).toBe('/api/v2/version');
	});

	it.each([
		['gzip', gzipSync],
		['br', brotliCompressSync]
	] as const)('may come packed as %s', async (encoding, pack) => {
		const { server, http } = await start((_, response) => {
			response.writeHead(200, { 'content-encoding': encoding });
			response.end(pack('{"packed":"é"}'));
		});
		expect(await http.get('/studies')).toEqual({ packed: 'é' });
		expect(server.asked[0]?.headers['accept-encoding']).toContain(encoding);
	});

	it('keeps a letter whole that two pieces of the body share', async () => {
		const { http } = await start((_, response) => {
			const bytes = Buffer.from('{"a":"é"}');
			response.write(bytes.subarray(0, 7));
			setTimeout(() => response.end(bytes.subarray(7)), 30);
		});
		expect(await http.get('/studies')).toEqual({ a: 'é' });
	});
});

describe('the user agent', () => {
	it('is the one configured', async () => {
		const { server, http } = await start((_, r) => send(r, {}), { userAgent: 'finder/1.0' });
		await http.get('/version');
		expect(server.asked[0]?.headers['user-agent']).toBe('finder/1.0');
	});

	it('is never a made-up one when empty: some firewalls block any but the default', async () => {
		const { server, http } = await start((_, r) => send(r, {}), { userAgent: '' });
		await http.get('/version');
		expect(['undici', 'node', undefined]).toContain(server.asked[0]?.headers['user-agent']);
	});
});

describe('faults that may pass are tried again', () => {
	const faults: [string, Failure, (response: ServerResponse) => void][] = [
		['429 without Retry-After', 'unavailable', (r) => send(r, 'slow down', 429)],
		['500', 'unavailable', (r) => send(r, '', 500)],
		['503', 'unavailable', (r) => send(r, '<html></html>', 503)],
		['HTML with status 200', 'nonsense', (r) => send(r, '\n<!doctype html><p>Maintenance')],
		['cut JSON', 'nonsense', (r) => send(r, '{"studies":[{"protocolS')],
		['an empty body', 'nonsense', (r) => send(r, '')],
		['204', 'nonsense', (r) => void r.writeHead(204).end()],
		['a broken connection', 'unavailable', (r) => void r.destroy()],
		[
			'a body that ends before its length',
			'unavailable',
			(r) => {
				r.writeHead(200, { 'content-length': '100' });
				r.write('{"a":');
				setTimeout(() => r.destroy(), 10);
			}
		]
	];

	it.each(faults)('%s: the second try serves', async (_, __, fault) => {
		const { server, http } = await start((_, response, { asked }) =>
			asked.length === 1 ? fault(response) : send(response, { ok: true })
		);
		expect(await http.get('/studies')).toEqual({ ok: true });
		expect(server.asked.length).toBe(2);
	});

	it.each(faults)('%s: after the last try it is %s', async (_, kind, fault) => {
		const { server, http } = await start((_, response) => fault(response));
		const error = await failure(http.get('/studies', { 'query.term': 'secret words' }));
		expect(error.kind).toBe(kind);
		expect(error.message).toContain('/studies');
		expect(error.message).not.toMatch(/secret|query|\?/);
		expect(server.asked.length).toBe(3);
	});

	it('waits longer each time', async () => {
		const { server, http } = await start((_, r) => send(r, '', 503), { backoffMs: 60 });
		await failure(http.get('/version'));
		const [a = 0, b = 0, c = 0] = server.asked.map(({ at }) => at);
		expect(b - a).toBeGreaterThan(40);
		expect(c - b).toBeGreaterThan(85);
	});

	it('waits as long as Retry-After asks, should one come', async () => {
		const { server, http } = await start((_, response, { asked }) => {
			if (asked.length > 1) return send(response, {});
			response.writeHead(429, { 'retry-after': '0.2' });
			response.end();
		});
		await http.get('/version');
		const [a = 0, b = 0] = server.asked.map(({ at }) => at);
		expect(b - a).toBeGreaterThan(190);
	});
});

describe('faults that do not pass are not tried again', () => {
	it('400 is refused, with the words of the registry', async () => {
		const words = 'Error parsing query in Other terms: Too complicated query';
		const { server, http } = await start((_, response) => send(response, words, 400));
		const error = await failure(http.get('/studies'));
		expect(error.kind).toBe('refused');
		expect(error.message).toContain(words);
		expect(server.asked.length).toBe(1);
	});

	it('403 is blocked: hammering a firewall makes it worse', async () => {
		const { server, http } = await start((_, r) => send(r, '<html>Forbidden', 403));
		const error = await failure(http.get('/studies'));
		expect(error.kind).toBe('blocked');
		expect(error.message).not.toContain('<');
		expect(server.asked.length).toBe(1);
	});

	it.each([
		[404, 'not-found'],
		[414, 'refused'],
		[405, 'unavailable']
	] as const)('%s is %s', async (status, kind) => {
		const { server, http } = await start((_, response) => send(response, 'no', status));
		expect((await failure(http.get('/studies/NCT99999999'))).kind).toBe(kind);
		expect(server.asked.length).toBe(1);
	});
});

describe('limits', () => {
	it('stops reading at the cap, though the body has no end', async () => {
		let written = 0;
		const { server, http } = await start(
			(_, response) => {
				const more = () => {
					while (!response.destroyed && response.write('x'.repeat(10_000))) written += 10_000;
				};
				response.on('drain', more);
				more();
			},
			{ maxBytes: 100_000 }
		);
		expect((await failure(http.get('/studies'))).kind).toBe('too-large');
		expect(server.asked.length).toBe(1);
		expect(written).toBeLessThan(20_000_000);
	});

	it('counts the bytes after unpacking: a small packed answer can be huge', async () => {
		const bomb = gzipSync('0'.repeat(5_000_000));
		const { http } = await start(
			(_, response) => {
				response.writeHead(200, { 'content-encoding': 'gzip' });
				response.end(bomb);
			},
			{ maxBytes: 1_000_000 }
		);
		expect(bomb.length).toBeLessThan(10_000);
		expect((await failure(http.get('/studies'))).kind).toBe('too-large');
	});

	it('gives up on headers that do not come', async () => {
		const { http } = await start(() => undefined, { timeouts: { headers: 100 }, tries: 1 });
		const error = await failure(http.get('/studies'));
		expect(error.kind).toBe('unavailable');
		expect(error.message).toContain('UND_ERR_HEADERS_TIMEOUT');
	});

	it('gives up on a body that stalls', async () => {
		const { http } = await start((_, response) => void response.write('{'), {
			timeouts: { body: 100 },
			tries: 1
		});
		expect((await failure(http.get('/studies'))).kind).toBe('unavailable');
	});

	it('gives up on a body that trickles without end', async () => {
		const timeouts = { connect: 100, headers: 100, body: 200 };
		const { http } = await start(
			(_, response) => {
				const timer = setInterval(() => response.write(' '), 20);
				response.on('close', () => clearInterval(timer));
			},
			{ timeouts, tries: 1 }
		);
		const error = await failure(http.get('/studies'));
		expect(error.kind).toBe('unavailable');
		expect(error.message).toContain('timeout');
	});

	it('says so when nobody is there', async () => {
		const server = await serve(() => undefined);
		await server.close();
		const http = createHttp({ baseUrl: server.url, paceMs: 0, backoffMs: 1, tries: 2 });
		open.push(http);
		const error = await failure(http.get('/version'));
		expect(error.kind).toBe('unavailable');
		expect(error.message).toContain('ECONNREFUSED');
	});
});

describe('redirects', () => {
	it('of a merged study are followed, with our parameters again: the redirect drops them', async () => {
		const { server, http } = await start(({ path }, response) => {
			if (path !== '/studies/NCT00000001') return send(response, { path });
			response.writeHead(301, { location: '/studies/NCT00000002' });
			response.end();
		});
		const answer = await http.get('/studies/NCT00000001', { fields: 'ProtocolSection' });
		expect(answer).toEqual({ path: '/studies/NCT00000002' });
		expect(server.asked[1]?.params.get('fields')).toBe('ProtocolSection');
	});

	it('to another host are not followed', async () => {
		const { server, http } = await start((_, response) => {
			response.writeHead(302, { location: 'http://localhost:1/login' });
			response.end();
		});
		expect((await failure(http.get('/version'))).kind).toBe('nonsense');
		expect(server.asked.length).toBe(1);
	});

	it('in a circle end', async () => {
		const { server, http } = await start((_, response) => {
			response.writeHead(301, { location: '/version' });
			response.end();
		});
		expect((await failure(http.get('/version'))).kind).toBe('nonsense');
		expect(server.asked.length).toBeLessThan(10);
	});
});

describe('pace', () => {
	it('has one request in flight and spaces their starts, across clients of one host', async () => {
		let [inFlight, most] = [0, 0];
		const { server, http } = await start(
			(_, response) => {
				most = Math.max(most, ++inFlight);
				setTimeout(() => {
					inFlight--;
					send(response, {});
				}, 30);
			},
			{ paceMs: 80 }
		);
		const other = createHttp({ baseUrl: server.url, paceMs: 80 });
		open.push(other);
		await Promise.all([http.get('/1'), other.get('/2'), http.get('/3')]);
		expect(most).toBe(1);
		const [a = 0, b = 0, c = 0] = server.asked.map(({ at }) => at);
		expect(b - a).toBeGreaterThan(70);
		expect(c - b).toBeGreaterThan(70);
	});

	it('goes on after a failure', async () => {
		const { http } = await start(({ path }, r) => send(r, {}, path === '/bad' ? 404 : 200));
		const bad = failure(http.get('/bad'));
		const good = http.get('/good');
		expect((await bad).kind).toBe('not-found');
		expect(await good).toEqual({});
	});
});

describe('a signal', () => {
	it.each<[string, Partial<HttpSettings>, (response: ServerResponse) => void]>([
		['a request in flight', {}, () => undefined],
		['a body on its way', {}, (r) => void r.write('{')],
		['the wait before another try', { backoffMs: 20_000 }, (r) => send(r, '', 503)]
	])('ends %s at once', async (_, settings, answer) => {
		const { http } = await start((_, response) => answer(response), settings);
		const stop = new AbortController();
		const began = performance.now();
		setTimeout(() => stop.abort(), 100);
		const error = await failure(http.get('/studies', {}, stop.signal));
		expect(error.kind).toBe('stopped');
		expect(performance.now() - began).toBeLessThan(1000);
	});

	it('ends waiting for a turn at once, and that request is never made', async () => {
		const { server, http } = await start(({ path }, response) => {
			if (path === '/slow') setTimeout(() => send(response, {}), 1500);
			else send(response, {});
		});
		const slow = http.get('/slow');
		const began = performance.now();
		const waiting = failure(http.get('/next', {}, AbortSignal.timeout(50)));
		expect((await waiting).kind).toBe('stopped');
		expect(performance.now() - began).toBeLessThan(1000);
		await slow;
		await http.get('/last');
		expect(server.asked.map(({ path }) => path)).toEqual(['/slow', '/last']);
	});

	it('given already asks nothing', async () => {
		const { server, http } = await start((_, response) => send(response, {}));
		expect((await failure(http.get('/x', {}, AbortSignal.abort()))).kind).toBe('stopped');
		expect(server.asked.length).toBe(0);
	});
});
