import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { distanceKm } from '#lib/study/distance.ts';
import { otherNames } from './other-names.ts';
import { credits, findPlace, type Place } from './places.ts';
import { allTowns, townName } from './towns.ts';

const rowsOf = (file: string): { text: string; lat: number; lon: number }[] =>
	readFileSync(new URL(`../../../../tests/fixtures/places/${file}`, import.meta.url), 'utf8')
		.trimEnd()
		.split('\n')
		.slice(1)
		.map((line) => {
			const [text = '', lat, lon] = line.split('\t');
			return { text, lat: Number(lat), lon: Number(lon) };
		});

function placeOf(text: string): Place {
	const found = findPlace(text);
	if (!found.ok) throw new Error(`${text} is not found; near: ${found.near.join('; ')}`);
	return found.place;
}

const nameOf = (text: string): string => placeOf(text).name;

function near(text: string): string[] {
	const found = findPlace(text);
	if (found.ok) throw new Error(`${text} is found: ${found.place.name}`);
	return found.near;
}

/** Rows that our tables put more than 25 km from where the second source has them. */
function far(file: string): { share: number; rows: string[]; count: number } {
	const rows = rowsOf(file);
	const off = rows.flatMap(({ text, ...point }) => {
		const found = findPlace(text);
		const km = found.ok ? distanceKm(found.place, point) : Infinity;
		return km > 25 ? [`${text}: ${Math.round(km)} km`] : [];
	});
	return { share: 1 - off.length / rows.length, rows: off, count: rows.length };
}

describe('places against a second source', () => {
	it('puts 98 % of 200 US ZIPs within 25 km of GeoNames', () => {
		const { share, count, rows } = far('zips.tsv');
		expect(count).toBe(200);
		expect(share, rows.join('; ')).toBeGreaterThanOrEqual(0.98);
	});

	it('puts 98 % of 50 towns of the world within 25 km of hand-written points', () => {
		const { share, count, rows } = far('world.tsv');
		expect(count).toBe(50);
		expect(share, rows.join('; ')).toBeGreaterThanOrEqual(0.98);
	});

	it('has the distance between two found places right to 1 %', () => {
		// published great-circle distances
		for (const [from, to, km] of [
			['New York', 'London', 5570],
			['Chicago, IL', 'Los Angeles', 2804],
			['Sydney, Australia', 'Tokyo', 7820]
		] as const)
			expect(Math.abs(distanceKm(placeOf(from), placeOf(to)) / km - 1), from).toBeLessThan(0.01);
	});

	it('has the ZIPs of the territories, which GeoNames lacks', () => {
		for (const [zip, country, lat, lon] of [
			['00901', 'PR', 18.47, -66.11],
			['00680', 'PR', 18.2, -67.14],
			['00802', 'VI', 18.34, -64.93],
			['96910', 'GU', 13.47, 144.75],
			['96799', 'AS', -14.28, -170.7]
		] as const) {
			expect(placeOf(zip).country).toBe(country);
			expect(distanceKm(placeOf(zip), { lat, lon }), zip).toBeLessThan(25);
		}
	});
});

describe('a ZIP', () => {
	it.each([
		'60611',
		'60611-1234',
		'606111234',
		'ZIP 60611',
		'zip code: 60611',
		' 60611 ',
		'60611, USA',
		'IL 60611',
		'Chicago, IL 60611',
		'60611 (Chicago, Illinois)'
	])('is read from "%s"', (text) => {
		expect(placeOf(text)).toMatchObject({
			name: '60611 (Chicago, Illinois)',
			kind: 'zip',
			country: 'US'
		});
	});

	it("is not seen in another country's postal code beside its town", () => {
		expect(nameOf('10115 Berlin')).toBe('Berlin, Germany');
		expect(nameOf('Berlin 10115')).toBe('Berlin, Germany');
	});

	it('that does not exist has others near in number', () => {
		expect(near('99999')[0]).toBe('99950 (Ketchikan, Alaska)');
		expect(near('ZIP 99999')).toHaveLength(5);
	});

	it('that lost its first 0 is offered with it', () => {
		expect(near('2139')[0]).toBe('02139 (Cambridge, Massachusetts)');
	});
});

describe('a point', () => {
	it.each([
		['41.9,-87.6', 41.9, -87.6, 8],
		['41.9, -87.6', 41.9, -87.6, 8],
		['48.1 11.6', 48.1, 11.6, 8],
		['41.9 N, 87.6 W', 41.9, -87.6, 8],
		['33.92° S 18.42° E', -33.92, 18.42, 0.8],
		['48,11', 48, 11, 80],
		['41.9, −87.6', 41.9, -87.6, 8]
	])('is read from "%s"', (text, lat, lon, precisionKm) => {
		expect(placeOf(text)).toMatchObject({ lat, lon, kind: 'point', precisionKm });
	});

	it('has the country of the towns about it, and none at a border or at sea', () => {
		expect(placeOf('41.9,-87.6').country).toBe('US');
		expect(placeOf('42.32,-83.05')).not.toHaveProperty('country'); // Detroit and Windsor
		expect(placeOf('0,-30')).not.toHaveProperty('country');
	});

	it.each(['95,10', '10,190', '-91 0', '41.9', '1,2,3'])('is not read from "%s"', (text) => {
		expect(near(text)).toEqual([]);
	});
});

describe('a town', () => {
	it.each([
		['chicago illinois', 'Chicago, Illinois'],
		['Portland, OR', 'Portland, Oregon'],
		['Portland, Maine', 'Portland, Maine'],
		['London, Canada', 'London, Ontario, Canada'],
		['Paris, Texas, USA', 'Paris, Texas'],
		['paris texas usa', 'Paris, Texas'],
		['Saint Louis', 'St. Louis, Missouri'],
		['Munich, Bavaria, Germany', 'Munich, Germany'],
		['Washington, DC', 'Washington, D.C.'],
		['LA', 'Los Angeles, California'],
		['Frankfurt', 'Frankfurt am Main, Germany'],
		['Cooperstown, NY', 'Cooperstown, New York'],
		['Kansas City', 'Kansas City, Missouri'],
		['東京', 'Tokyo, Japan']
	])('"%s" is %s', (text, name) => {
		expect(nameOf(text)).toBe(name);
	});

	it('with a two-letter code is sought in the US state first, then in the country', () => {
		expect(nameOf('Berlin, DE')).toBe('Berlin, Germany');
		expect(nameOf('Dover, DE')).toBe('Dover, Delaware');
		expect(nameOf('Richmond, CA')).toBe('Richmond, California');
	});

	it('is the largest of its name, with the others to pick from', () => {
		const found = findPlace('Rochester');
		expect(found).toMatchObject({ ok: true, place: { name: 'Rochester, New York' } });
		const others = found.ok ? found.others : [];
		expect(others).toContain('Rochester, Minnesota');
		for (const other of others) expect(nameOf(other)).toBe(other);
	});

	it('is found again by the name that we show', () => {
		const lost = allTowns()
			.map(townName)
			.filter((name) => {
				const found = findPlace(name);
				return !found.ok || found.place.name !== name;
			});
		expect(lost).toEqual([]);
	});

	it('is found by each of its other names', () => {
		for (const [name, others] of Object.entries(otherNames))
			for (const other of others) expect(nameOf(other), other).toBe(name);
	});
});

describe('what is not found', () => {
	it.each([
		['Chigaco', 'Chicago, Illinois'],
		['Rochster', 'Rochester, New York'],
		['Rochster, MN', 'Rochester, Minnesota'],
		['Chicago, Ilinois', 'Chicago, Illinois'],
		['Springfield, Ilinois, USA', 'Springfield, Missouri']
	])('"%s" has near it first %s', (text, first) => {
		expect(near(text)[0]).toBe(first);
	});

	it('is a state or country alone, which has its largest towns near', () => {
		expect(near('Texas')[0]).toBe('Houston, Texas');
		expect(near('Germany')[0]).toBe('Berlin, Germany');
		expect(near('Washington').slice(0, 2)).toEqual(['Washington, D.C.', 'Seattle, Washington']);
	});

	it('is not a state or country that is a town as well', () => {
		expect(nameOf('New York')).toBe('New York City, New York');
		expect(nameOf('Singapore')).toBe('Singapore');
	});

	it.each([
		'',
		'   ',
		',',
		'Xyzzyville',
		"'; DROP TABLE study; --",
		'<script>alert(1)</script>',
		'../../etc/passwd',
		'hasOwnProperty',
		'constructor',
		'\u0000',
		'(((((',
		'9'.repeat(100),
		'a '.repeat(50),
		'Chicago'.repeat(1000)
	])('has nothing near: %j', (text) => {
		expect(near(text)).toEqual([]);
	});

	it('is answered fast enough for a page', () => {
		near('Warm up first');
		const start = performance.now();
		for (const text of ['Chigaco', 'Frankfrut am Mein', 'San Fransicso CA', '99999']) near(text);
		// 10 ms where nothing else runs; a busy machine gets room
		expect((performance.now() - start) / 4).toBeLessThan(200);
	});

	it('offers only texts that find what they say', () => {
		for (const text of ['Chigaco', 'Texas', 'Washington', '99999', 'Bensalm, PA', 'Georgia'])
			for (const name of near(text)) expect(nameOf(name)).toBe(name);
	});
});

it('names who made the data, with licences', () => {
	expect(credits.map(({ source }) => source).join()).toMatch(/Census Bureau.*GeoNames.*GeoNames/);
	expect(credits.filter(({ licence }) => licence.includes('CC BY 4.0'))).toHaveLength(2);
});
