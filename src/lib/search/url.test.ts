import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything } from './query.ts';
import { refine, toggle } from './refine.ts';
import { aQuery } from './sample.ts';
import { parse, serialise } from './url.ts';

const read = (text: string) => parse(new URLSearchParams(text));

describe('a query and its address', () => {
	it('parse undoes serialise on canonical queries', () => {
		fc.assert(
			fc.property(aQuery, (query) => {
				const { query: again, problems, unknown } = read(serialise(query));
				expect({ again, problems, unknown }).toEqual({ again: query, problems: [], unknown: [] });
			}),
			{ numRuns: 1000 }
		);
	});

	it('serialise undoes parse on canonical addresses', () => {
		fc.assert(
			fc.property(aQuery, (query) => {
				const address = serialise(query);
				expect(serialise(read(address).query)).toBe(address);
			})
		);
	});

	it('the order of keys and of values never matters', () => {
		fc.assert(
			fc.property(aQuery, fc.func(fc.integer()), (query, rank) => {
				const pairs = [...new URLSearchParams(serialise(query))]
					.flatMap(([key, value]) =>
						['sort', 'columns', 'pin', 'q', 'near'].includes(key)
							? [[key, value]]
							: value.split(',').map((each) => [key, each])
					)
					.toSorted((a, b) => rank(a) - rank(b));
				expect(read(new URLSearchParams(pairs).toString()).query).toEqual(query);
			})
		);
	});

	it('the query that asks for nothing has no query string', () => {
		expect(serialise(everything)).toBe('');
		expect(read('').query).toEqual(everything);
	});

	it('is readable: sorted, commas and spaces as they are typed', () => {
		const { query } = read('status=open&q=iron+infusion&mechanism=iron&mechanism=dopamine&page=1');
		expect(serialise(query)).toBe('?mechanism=dopamine,iron&q=iron+infusion&status=open');
	});
});

describe('bad input', () => {
	it('names every bad value and keeps the good ones', () => {
		const { query, problems } = read('mechanism=iron,irony&status=open&page=0&size=7&view=x');
		expect(query).toEqual({ ...everything, mechanism: ['iron'], status: ['open'] });
		expect(problems.map(({ key, value }) => [key, value])).toEqual([
			['mechanism', 'irony'],
			['view', 'x'],
			['page', '0'],
			['size', '7']
		]);
	});

	it.each(['constructor', '__proto__', 'toString'])('takes %s for no value', (word) => {
		expect(read(`mechanism=${word}`).problems).toHaveLength(1);
	});

	it('refuses a text over 200 characters and shortens it in what it says', () => {
		const { query, problems } = read(`q=${'a'.repeat(201)}`);
		expect(query.q).toBe('');
		expect(problems[0]?.value.length).toBeLessThanOrEqual(60);
	});

	it('says that a key with one value was given a second one', () => {
		const { query, problems } = read('q=iron&q=patch&page=2&page=2');
		expect(query.q).toBe('iron');
		expect(query.page).toBe(2);
		expect(problems).toEqual([{ key: 'q', value: 'patch', reason: 'is given a second time' }]);
	});

	it('lists unknown keys apart, once each', () => {
		const { problems, unknown } = read('fbclid=1&fbclid=2&q=iron');
		expect(problems).toEqual([]);
		expect(unknown.map(({ key }) => key)).toEqual(['fbclid']);
	});

	it('takes empty values of forms for not asked', () => {
		expect(read('q=&mechanism=&page=')).toEqual({ query: everything, problems: [], unknown: [] });
	});

	it('never throws, whatever the address', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
				const { query } = read(text);
				expect(read(serialise(query)).query).toEqual(query);
			}),
			{ numRuns: 1000 }
		);
	});
});

describe('links', () => {
	it('toggle puts a value in, and out again', () => {
		const once = toggle({ ...everything, page: 3 }, 'mechanism', 'iron');
		expect(serialise(once)).toBe('?mechanism=iron');
		expect(toggle(once, 'mechanism', 'iron')).toEqual(everything);
	});

	it('refine goes back to page one', () => {
		expect(refine({ ...everything, page: 3 }, { view: 'table' })).toMatchObject({ page: 1 });
	});
});
