import { describe, expect, it } from 'vitest';
import { asked, homeOf } from './asked.ts';

const ask = (address: string) => asked(new URLSearchParams(address));

describe('a place that is asked for', () => {
	it('is found, with the unit of its country', () => {
		expect(ask('near=60611&within=50mi').home).toMatchObject({ country: 'US', unit: 'mi' });
		expect(ask('near=Munich').home).toMatchObject({ country: 'DE', unit: 'km' });
	});

	it('is left out and reported where it is not known, with what is near in spelling', () => {
		const { query, problems } = ask('near=Chigaco&within=50mi&sort=distance&mechanism=iron');
		expect(query).toMatchObject({ near: '', within: '', sort: ['relevance'], mechanism: ['iron'] });
		expect(problems).toEqual([
			{ key: 'near', value: 'Chigaco', reason: expect.stringContaining('Chicago') }
		]);
	});

	it('is missed by a distance and an order that need one', () => {
		const { query, problems } = ask('within=50mi&sort=distance,title');
		expect(query).toMatchObject({ within: '', sort: ['title'] });
		expect(problems.map(({ key }) => key)).toEqual(['within', 'sort']);
	});

	it('is not looked for where none is named', () => {
		expect(homeOf('')).toEqual({ others: [] });
	});
});
