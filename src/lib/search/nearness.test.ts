import { describe, expect, it } from 'vitest';
import type { Site } from '#lib/study/study.ts';
import { answer } from './answer.ts';
import { listed } from './listed.ts';
import { nearnessOf, type Home } from './nearness.ts';
import { everything, type Query } from './query.ts';
import { catalogue, date, labels, study, today } from './sample.ts';

const chicago: Home = { lat: 41.88, lon: -87.63, name: 'Chicago', country: 'US', unit: 'mi' };
const detroit: Home = { lat: 42.33, lon: -83.05, name: 'Detroit', country: 'US', unit: 'mi' };

const at = (city: string, lat: number, lon: number, facts: Partial<Site> = {}): Site => ({
	...{ city, point: { lat, lon }, countryCode: 'US' },
	...facts
});
const inChicago = (facts: Partial<Site> = {}) => at('Chicago', 41.85, -87.65, facts);
const inMilwaukee = (facts: Partial<Site> = {}) => at('Milwaukee', 43.04, -87.91, facts);
const inDenver = (facts: Partial<Site> = {}) => at('Denver', 39.74, -104.98, facts);
const recruiting = { status: 'RECRUITING' };
const closed = { status: 'COMPLETED' };

const open = { status: 'RECRUITING', verified: date('2026-05') };
const of = (...lists: [sites: Site[], facts?: object][]) =>
	catalogue(
		lists.map(([sites, facts = open], index) => ({
			study: study(index + 1, { sites, ...facts }),
			labels: labels({})
		}))
	);
const near: Query = { ...everything, near: '60611', within: '50mi' };
const ids = (found: ReturnType<typeof answer>) =>
	found.studies.map((hit) => Number(hit.study.nctId.slice(-2)));

describe('how near a study is', () => {
	it('is told by its nearest site, wherever it stands in the list', () => {
		const sites = [inDenver(), inMilwaukee(), inChicago()];
		expect(nearnessOf({ sites }, chicago).nearest).toMatchObject({ city: 'Chicago', index: 2 });
	});

	it('is told apart for sites that themselves recruit', () => {
		const sites = [inChicago(closed), inMilwaukee(recruiting), inDenver(recruiting)];
		const { nearest, recruiting: taking } = nearnessOf({ sites }, chicago);
		expect(nearest?.city).toBe('Chicago');
		expect(taking?.city).toBe('Milwaukee');
	});

	it('puts the own country first, and says what is nearer across the border', () => {
		const windsor = at('Windsor', 42.3, -83.02, { countryCode: 'CA' });
		const { nearest, acrossBorder } = nearnessOf({ sites: [windsor, inChicago()] }, detroit);
		expect([nearest?.city, acrossBorder?.city]).toEqual(['Chicago', 'Windsor']);
		expect(nearnessOf({ sites: [windsor] }, detroit).nearest?.city).toBe('Windsor');
	});

	it('counts sites without a point, which are neither near nor far', () => {
		const { nearest, unplaced } = nearnessOf({ sites: [{ city: 'Somewhere' }] }, chicago);
		expect([nearest, unplaced]).toEqual([undefined, 1]);
	});

	it('is part of what a list says of a study', () => {
		const [hit] = answer(of([[inChicago(recruiting), {}]]), near, today, chicago).studies;
		expect(hit && listed(hit, today).sites).toMatchObject({
			total: 2,
			nearest: { city: 'Chicago' },
			nearestRecruiting: { city: 'Chicago' },
			unplaced: 1
		});
	});
});

describe('a search near a place', () => {
	const asked = (given: ReturnType<typeof of>, query: Partial<Query> = {}) =>
		answer(given, { ...near, ...query }, today, chicago);

	it('finds studies with a site within the distance', () => {
		expect(ids(asked(of([[inChicago()]], [[inDenver()]], [[inMilwaukee()]])))).toEqual([1]);
		expect(ids(asked(of([[inMilwaukee()]]), { within: '140km' }))).toEqual([1]);
	});

	it('asks of an open study that a site near takes people, where its sites state that', () => {
		const given = of([[inChicago(closed), inDenver(recruiting)]], [[inChicago()]]);
		expect(ids(asked(given))).toEqual([1, 2]);
		expect(ids(asked(given, { status: ['open'] }))).toEqual([2]);
		expect(ids(asked(given, { status: ['open', 'completed'] }))).toEqual([2]);
	});

	it('counts each status as asking for it would', () => {
		const given = of(
			[[inChicago(closed), inDenver(recruiting)]],
			[[inChicago()]],
			[[inChicago()], { status: 'COMPLETED' }]
		);
		for (const { value, count } of asked(given).facets.status)
			expect([value, asked(given, { status: [value] }).total]).toEqual([value, count]);
	});

	it('counts studies whose places are not known, and lists them when asked', () => {
		const given = of([[inChicago()]], [[]], [[{ city: 'Somewhere' }, inDenver()]], [[inDenver()]]);
		const found = asked(given);
		expect([found.total, found.near?.unplaced]).toEqual([1, 2]);
		expect(ids(asked(given, { places: 'not-stated' }))).toEqual([3, 2]);
		expect(ids(answer(given, { ...everything, places: 'not-stated' }, today))).toEqual([2, 3]);
	});

	it('names the nearest open study, however far, where none that was found is open', () => {
		const old = { status: 'RECRUITING', verified: date('2019-01') };
		const given = of([[inMilwaukee()], old], [[inDenver()]], [[inChicago()], old]);
		const found = asked(given);
		expect([ids(found), found.open]).toEqual([[3], 0]);
		expect(found.near?.nearestOpen).toMatchObject({ site: { city: 'Denver' } });
		expect(asked(of([[inChicago()]])).near?.nearestOpen).toBeUndefined();
	});

	it('sorts by distance, own country first, unknown places last', () => {
		const toronto = at('Toronto', 43.7, -79.4, { countryCode: 'CA' });
		const given = of(
			[[toronto]],
			[[]],
			[[inDenver()]],
			[[inChicago(closed), inDenver()]],
			[[inMilwaukee()]]
		);
		const order = (query: Partial<Query>) => ids(asked(given, { within: '', ...query }));
		expect(order({ sort: ['distance'] })).toEqual([4, 5, 3, 1, 2]);
		expect(order({ sort: ['distance'], status: ['open'] })).toEqual([5, 3, 4, 1, 2]);
		expect(order({})).toEqual([4, 5, 3, 1, 2]);
	});

	it('says the place in its sentence', () => {
		expect(asked(of([[inChicago()]])).sentence).toContain('with a site within 50 miles of Chicago');
	});
});
