import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createPageCache } from './page-cache.ts';

const page = 'restless '.repeat(500);
const html = { 'content-type': 'text/html; charset=utf-8' };
const ask = (headers: Record<string, string> = {}) => new Request('http://a.example/', { headers });
const age = {};

function counted(make: () => Response = () => new Response(page, { headers: html })) {
	const renders = { count: 0 };
	const render = () => {
		renders.count += 1;
		return Promise.resolve(make());
	};
	return { renders, render };
}

describe('the page cache', () => {
	it('renders once for the same address, and anew when the data change', async () => {
		const cache = createPageCache(1e6);
		const { renders, render } = counted();
		const first = await cache.answer(ask(), '/a', age, render);
		const second = await cache.answer(ask(), '/a', age, render);
		expect([await first.text(), await second.text(), renders.count]).toEqual([page, page, 1]);
		await cache.answer(ask(), '/b', age, render);
		await cache.answer(ask(), '/a', {}, render);
		expect(renders.count).toBe(3);
	});

	it('renders once for all who ask at the same time', async () => {
		const cache = createPageCache(1e6);
		const { renders, render } = counted();
		const all = await Promise.all([1, 2, 3].map(() => cache.answer(ask(), '/a', age, render)));
		expect(await Promise.all(all.map((one) => one.text()))).toEqual([page, page, page]);
		expect(renders.count).toBe(1);
	});

	it.each([
		['no-store', () => new Response(page, { headers: { 'cache-control': 'private, no-store' } })],
		['an error', () => new Response(page, { status: 500 })],
		['a redirect', () => new Response(null, { status: 303 })]
	])('never keeps %s, and gives it to each alone', async (_, make) => {
		const cache = createPageCache(1e6);
		const { renders, render } = counted(make);
		await Promise.all([1, 2].map(() => cache.answer(ask(), '/a', age, render)));
		await cache.answer(ask(), '/a', age, render);
		expect(renders.count).toBe(3);
	});

	it('does not keep what was rendered from data that were swapped meanwhile', async () => {
		const cache = createPageCache(1e6);
		const { renders, render } = counted();
		const newer = {};
		const old = cache.answer(ask(), '/a', age, render);
		await cache.answer(ask(), '/b', newer, render);
		await old;
		await cache.answer(ask(), '/a', newer, render);
		expect(renders.count).toBe(3);
	});

	it('compresses as the client takes it, and says that it varies', async () => {
		const cache = createPageCache(1e6);
		const { render } = counted();
		const get = async (accepted: string) => {
			const answer = await cache.answer(ask({ 'accept-encoding': accepted }), '/a', age, render);
			return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
		};
		const br = await get('gzip, deflate, br');
		expect(brotliDecompressSync(br.bytes).toString()).toBe(page);
		expect(br.answer.headers.get('content-encoding')).toBe('br');
		expect(br.answer.headers.get('vary')).toContain('accept-encoding');
		const gz = await get('gzip, br;q=0');
		expect(gunzipSync(gz.bytes).toString()).toBe(page);
		expect((await get('identity')).bytes.toString()).toBe(page);
	});

	it('answers 304 to a client that has the bytes, in whichever form', async () => {
		const cache = createPageCache(1e6);
		const { renders, render } = counted();
		const first = await cache.answer(ask({ 'accept-encoding': 'br' }), '/a', age, render);
		const etag = first.headers.get('etag') ?? '';
		const again = await cache.answer(ask({ 'if-none-match': `W/${etag}` }), '/a', age, render);
		expect([again.status, await again.text(), renders.count]).toEqual([304, '', 1]);
		const other = await cache.answer(ask({ 'if-none-match': '"x"' }), '/a', age, render);
		expect(other.status).toBe(200);
	});

	it('stays within its bounds', async () => {
		const cache = createPageCache(20_000);
		const { render } = counted();
		for (let n = 0; n < 50; n += 1) await cache.answer(ask(), `/${n}`, age, render);
		expect(cache.counts().bytes).toBeLessThanOrEqual(20_000);
	});
});
