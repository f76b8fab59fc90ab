import { describe, expect, it } from 'vitest';
import { createRateLimit, limitFor, limits } from './rate-limit.ts';

describe('the rate limit', () => {
	it('lets a client through until its measure is full, and says when to come back', async () => {
		const take = createRateLimit();
		for (let n = 1; n <= limits.form.points; n += 1)
			expect((await take('a', 'form')).allowed).toBe(true);
		const refused = await take('a', 'form');
		expect(refused.allowed).toBe(false);
		expect(refused.headers).toMatchObject({
			'ratelimit-policy': `"form";q=${limits.form.points};w=60`,
			ratelimit: expect.stringMatching(/^"form";r=0;t=\d+$/),
			'retry-after': expect.stringMatching(/^[1-9]\d*$/)
		});
	});

	it('counts each client and each kind apart', async () => {
		const take = createRateLimit();
		for (let n = 0; n <= limits.form.points; n += 1) await take('a', 'form');
		expect((await take('b', 'form')).allowed).toBe(true);
		expect((await take('a', 'page')).allowed).toBe(true);
	});

	it.each([
		['GET', '/trials', 'page'],
		['POST', '/trials/NCT00000001', 'form'],
		['GET', '/api/v1/studies', 'api'],
		['GET', '/api/v1/studies.csv', 'export'],
		['GET', '/feed.xml', 'export'],
		['GET', '/insights/starts.svg', 'export'],
		['GET', '/healthz', undefined],
		['GET', '/_app/immutable/x.js', undefined]
	])('%s %s: %s', (method, path, name) => {
		expect(limitFor(method, path)).toBe(name);
	});
});
