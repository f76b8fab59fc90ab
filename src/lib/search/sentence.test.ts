import { describe, expect, it } from 'vitest';
import { everything, type Query } from './query.ts';
import { sentence } from './sentence.ts';

const say = (query: Partial<Query>, total = 12) => sentence({ ...everything, ...query }, total);

describe('a search said in words', () => {
	it.each<[Partial<Query>, string]>([
		[{}, '12 studies about RLS, open first, then last update'],
		[{ status: ['open'] }, '12 studies about RLS, open now, RLS itself first, then last update'],
		[
			{ mechanism: ['iron'], status: ['open'], sort: ['updated'] },
			'12 studies about RLS on iron, open now, sorted by last update'
		],
		[
			{ mechanism: ['dopamine', 'iron', 'none'] },
			'12 studies about RLS on dopamine or iron or that address no cause, open first, then last update'
		],
		[
			{ q: 'drops', country: ['US', 'GB'], related: ['parkinson'] },
			'12 studies about RLS matching “drops”, also on Parkinson disease, in United States or United Kingdom, sorted by best match'
		],
		[
			{ sex: 'female', age: '40', started: '2015..2020' },
			'12 studies about RLS, for women aged 40, started 2015 to 2020, open first, then last update'
		],
		[
			{ started: '2020-01..' },
			'12 studies about RLS, started since 2020-01, open first, then last update'
		],
		[
			{ phase: ['not-stated'] },
			'12 studies about RLS, phase not stated, open first, then last update'
		]
	])('%o', (query, words) => {
		expect(say(query)).toBe(words);
	});

	it('one study is one study', () => {
		expect(say({}, 1)).toMatch(/^1 study about RLS/);
	});
});
