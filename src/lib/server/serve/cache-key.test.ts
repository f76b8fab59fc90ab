import { describe, expect, it } from 'vitest';
import { cacheKey } from './cache-key.ts';

const key = (address: string, method = 'GET') => {
	const url = new URL(`http://a.example${address}`);
	return cacheKey(new Request(url, { method }), url)?.replace('http://a.example', '');
};

describe('what an answer is kept under', () => {
	it('is the address, without what changes nothing', () => {
		expect(key('/trials?mechanism=iron&fbclid=1')).toBe('/trials?mechanism=iron');
		expect(key('/causes/iron?utm_source=x')).toBe('/causes/iron');
		expect(key('/trials/NCT90000001')).toBe('/trials/NCT90000001');
	});

	it('keeps apart what is answered in another way', () => {
		// this one is sent on to its canonical form
		expect(key('/trials?q=&mechanism=iron')).toBe('/trials?q=&mechanism=iron');
		expect(key('/trials?mechanism=irony')).toBe('/trials?mechanism=irony');
		// the API lists keys that are not of the contract
		expect(key('/api/v1/studies?fbclid=1')).toBe('/api/v1/studies?fbclid=1');
	});

	it.each([
		['/trials?near=60611'],
		['/trials?age=70'],
		['/trials?sex=female&mechanism=iron'],
		['/trials/NCT90000001?near=60611'],
		['/trials/compare?ids=NCT90000001&near=60611'],
		['/readyz'],
		['/metrics'],
		['/api/v1/receipt'],
		['/api/v1/studies.csv']
	])('is nothing for %s', (address) => {
		expect(key(address)).toBeUndefined();
	});

	it('is nothing for a form that is sent', () => {
		expect(key('/causes/iron', 'POST')).toBeUndefined();
	});
});
