import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { outlines, type MapPoint, type MappedSite, type Outline } from '#lib/map/site-map.ts';
import { projections, siteMap } from './map.ts';

type Corner = [x: number, y: number];

function us(city: string, state: string, lat: number, lon: number, status?: string): MappedSite {
	return site(city, 'United States', 'US', lat, lon, { state, ...(status ? { status } : {}) });
}

function site(
	city: string,
	country: string,
	countryCode: string,
	lat: number,
	lon: number,
	more: MappedSite = {}
): MappedSite {
	return { city, country, countryCode, point: { lat, lon }, ...more };
}

const chicago = us('Chicago', 'Illinois', 41.85, -87.65, 'RECRUITING');
const miami = us('Miami', 'Florida', 25.774, -80.194);
const seattle = us('Seattle', 'Washington', 47.606, -122.332, 'COMPLETED');
const honolulu = us('Honolulu', 'Hawaii', 21.307, -157.858);
const austin = us('Austin', 'Texas', 30.267, -97.743);
const sanJuan = us('San Juan', 'Puerto Rico', 18.466, -66.106);
const caguas = us('Caguas', 'Puerto Rico', 18.234, -66.049);
const munich = site('Munich', 'Germany', 'DE', 48.137, 11.575);
const bologna = site('Bologna', 'Italy', 'IT', 44.494, 11.338);
const sydney = site('Sydney', 'Australia', 'AU', -33.868, 151.207);

/** Where a city stands on a map. */
function at(sites: MappedSite[], city: string): MapPoint {
	const point = siteMap(sites).places.find(({ name }) => name.startsWith(city))?.at;
	if (!point) throw new Error(`${city} is not on the map`);
	return point;
}

function fileOf(outline: Outline): string {
	return readFileSync(
		fileURLToPath(new URL(`../../../static${outlines[outline].file}`, import.meta.url)),
		'utf8'
	);
}

/** The rings of a drawing's land: of each path that is filled. */
function landOf(outline: Outline): Corner[][] {
	const paths = [...fileOf(outline).matchAll(/<path ([^>]*)d="([^"]*)"/g)];
	return paths
		.filter(([, attributes]) => !attributes?.includes('fill="none"'))
		.flatMap(([, , data = '']) => {
			let [x, y] = [0, 0];
			return [...data.matchAll(/m([^z]*)z/g)].map(([, ring = '']) => {
				const numbers = [...ring.matchAll(/-?\d*\.?\d+/g)].map(([number]) => Number(number));
				const corners: Corner[] = [];
				for (let index = 0; index < numbers.length; index += 2) {
					x += numbers[index] ?? 0;
					y += numbers[index + 1] ?? 0;
					corners.push([x, y]);
				}
				// after z the pen is back at the start of the ring
				[x, y] = corners[0] ?? [x, y];
				return corners;
			});
		});
}

/** Even-odd rule: is a point inside of the rings? */
function inside({ x, y }: MapPoint, rings: Corner[][]): boolean {
	let crossings = 0;
	for (const ring of rings)
		for (const [index, [x1, y1]] of ring.entries()) {
			const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
			if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) crossings++;
		}
	return crossings % 2 === 1;
}

describe('the drawings', () => {
	it.each(['us', 'world'] as const)('%s has the size that the projection counts on', (outline) => {
		const { width, height } = outlines[outline];
		expect(fileOf(outline)).toContain(`viewBox="0 0 ${width} ${height}"`);
	});

	it.each([
		['us', 50_000],
		['world', 80_000]
	] as const)('%s stays small', (outline, bytes) => {
		expect(fileOf(outline).length).toBeLessThan(bytes);
	});

	it('have the parts that a page draws, without styles or scripts, which CSP would stop', () => {
		for (const outline of ['us', 'world'] as const) {
			expect(fileOf(outline)).toContain('<g id="outline"');
			expect(fileOf(outline)).not.toMatch(/<style|style=|<script/);
		}
		expect(fileOf('us')).toContain('<g id="mainland"');
	});

	it('have land where there is land and sea where there is sea', () => {
		const inUs = landOf('us');
		const cities: MappedSite[] = [
			us('Denver', 'Colorado', 39.739, -104.985),
			us('Atlanta', 'Georgia', 33.749, -84.388),
			us('Fairbanks', 'Alaska', 64.838, -147.716),
			us('Hilo', 'Hawaii', 19.6, -155.4),
			seattle
		];
		for (const city of cities)
			expect(inside(at([city], city.city ?? ''), inUs), city.city).toBe(true);
		expect(inside(at([us('Gulf', 'none', 27, -91)], 'Gulf'), inUs)).toBe(false);

		const inWorld = landOf('world');
		const places: MappedSite[] = [
			munich,
			bologna,
			site('Canberra', 'Australia', 'AU', -35.28, 149.13),
			site('Brasilia', 'Brazil', 'BR', -15.78, -47.93),
			site('Reykholt', 'Iceland', 'IS', 64.66, -20.3),
			site('Beijing', 'China', 'CN', 39.907, 116.397)
		];
		for (const place of places)
			expect(inside(at([place], place.city ?? ''), inWorld), place.city).toBe(true);
		// an islet turned inside out would fill all seas
		expect(inside(at([site('Atlantic', 'none', 'XX', 30, -45)], 'Atlantic'), inWorld)).toBe(false);
		expect(inside(at([site('Pacific', 'none', 'XX', 10, -130)], 'Pacific'), inWorld)).toBe(false);
	});
});

describe('cities', () => {
	it('stand in their states as the US atlas projects them', () => {
		const file = fileURLToPath(import.meta.resolve('us-atlas/states-albers-10m.json'));
		const topology: Topology<{ states: GeometryCollection<{ name: string }> }> = JSON.parse(
			readFileSync(file, 'utf8')
		);
		const { features } = feature(topology, topology.objects.states);
		const stateAt = (point: MapPoint) =>
			features.find(({ geometry }) => {
				const polygons =
					geometry.type === 'Polygon'
						? [geometry.coordinates]
						: geometry.type === 'MultiPolygon'
							? geometry.coordinates
							: [];
				const rings = polygons.map((polygon) =>
					polygon.map((ring) => ring.map(([x = 0, y = 0]): Corner => [x, y]))
				);
				return inside(point, rings.flat());
			})?.properties.name;
		for (const city of [chicago, miami, seattle, honolulu, austin])
			expect(stateAt(at([city], city.city ?? '')), city.city).toBe(city.state);
	});

	it('stand in their countries after a way there and back', () => {
		const file = fileURLToPath(import.meta.resolve('world-atlas/countries-50m.json'));
		const topology: Topology<{ countries: GeometryCollection<{ name: string }> }> = JSON.parse(
			readFileSync(file, 'utf8')
		);
		const { features } = feature(topology, topology.objects.countries);
		for (const city of [munich, bologna, sydney, caguas]) {
			const { x, y } = at([city, munich], city.city ?? '');
			const lonLat = projections.world.invert?.([x, y]) ?? [0, 0];
			const country = features.find((shape) => geoContains(shape, lonLat))?.properties.name;
			expect(country, city.city).toBe(city === caguas ? 'Puerto Rico' : city.country);
		}
	});

	it('stand as on the ground: Seattle west and north of Miami, Sydney south and east of Munich', () => {
		const american = [seattle, miami];
		expect(at(american, 'Seattle').x).toBeLessThan(at(american, 'Miami').x);
		expect(at(american, 'Seattle').y).toBeLessThan(at(american, 'Miami').y);
		const far = [sydney, munich];
		expect(at(far, 'Sydney').x).toBeGreaterThan(at(far, 'Munich').x);
		expect(at(far, 'Sydney').y).toBeGreaterThan(at(far, 'Munich').y);
	});
});

describe('the view', () => {
	it('is the US where all sites are there, else the world', () => {
		expect(siteMap([chicago, miami, honolulu]).view?.outline).toBe('us');
		expect(siteMap([chicago, munich]).view?.outline).toBe('world');
		// the US projection has room for Toronto, but no land
		expect(siteMap([chicago, site('Toronto', 'Canada', 'CA', 43.7, -79.42)]).view?.outline).toBe(
			'world'
		);
	});

	it('falls back to the world for Puerto Rico and Guam, which the US map cannot hold', () => {
		for (const place of [sanJuan, us('Hagåtña', 'Guam', 13.476, 144.749)]) {
			const map = siteMap([chicago, place]);
			expect(map.view?.outline).toBe('world');
			expect(map.unmapped).toBe(0);
		}
	});

	it('is the world if the visitor is not in the US', () => {
		const home = { lat: 18.4, lon: -66.1, name: 'San Juan, PR' };
		expect(siteMap([chicago], home).view?.outline).toBe('world');
		expect(siteMap([chicago], home).view?.home?.name).toBe('San Juan, PR');
	});

	it('holds every dot, the visitor and the circle, in the proportions of the outline', () => {
		const home = { lat: 30, lon: -96, name: 'Home', within: { miles: 200, words: '200 miles' } };
		for (const map of [
			siteMap([chicago, seattle, miami]),
			siteMap([munich, bologna]),
			siteMap([munich, sydney, honolulu]),
			siteMap([austin], home),
			siteMap([chicago, sanJuan])
		]) {
			const { viewBox, outline, home: visitor } = map.view ?? {};
			if (!viewBox || !outline) throw new Error('nothing is drawn');
			const [left, top, width, height] = viewBox;
			const circle = [...(visitor?.within?.path ?? '').matchAll(/(-?[\d.]+),(-?[\d.]+)/g)];
			for (const { x, y } of [
				...map.places.flatMap((place) => place.at ?? []),
				...(visitor ? [visitor] : []),
				...circle.map(([, x, y]) => ({ x: Number(x), y: Number(y) }))
			]) {
				expect(x).toBeGreaterThanOrEqual(left);
				expect(x).toBeLessThanOrEqual(left + width);
				expect(y).toBeGreaterThanOrEqual(top);
				expect(y).toBeLessThanOrEqual(top + height);
			}
			const { width: all, height: high } = outlines[outline];
			expect(width / height).toBeCloseTo(all / high, 1);
			expect(left + width).toBeLessThanOrEqual(all + 0.1);
			expect(top + height).toBeLessThanOrEqual(high + 0.1);
		}
	});

	it('draws the circle as wide as it is: 200 miles are about 85 units of the US', () => {
		const home = { lat: 38, lon: -96, name: 'Home', within: { miles: 200, words: '200 miles' } };
		const { home: visitor } = siteMap([austin], home).view ?? {};
		const xs = [...(visitor?.within?.path ?? '').matchAll(/(-?[\d.]+),/g)].map(([, x]) =>
			Number(x)
		);
		expect((Math.max(...xs) - Math.min(...xs)) / 2).toBeCloseTo((200 / 3958.8) * 1300, -1);
		expect(visitor?.within?.words).toBe('200 miles');
	});

	it('comes no closer to one city than its neighbors need, and not close at all to the boxes', () => {
		expect(siteMap([austin]).view).toMatchObject({ part: 'mainland', outline: 'us' });
		expect(siteMap([austin]).view?.viewBox[2]).toBe(195);
		expect(siteMap([honolulu]).view).toMatchObject({
			part: 'outline',
			viewBox: [0, 0, outlines.us.width, outlines.us.height]
		});
	});
});

describe('places', () => {
	it('are cities: sites of one city share a point, and count together', () => {
		const { places } = siteMap([chicago, { ...chicago, status: 'COMPLETED' }, chicago, miami]);
		expect(places.map(({ name, total, recruiting }) => [name, total, recruiting])).toEqual([
			['Chicago, Illinois', 3, 2],
			['Miami, Florida', 1, 0]
		]);
		expect(places[0]?.statuses).toEqual([
			{ label: 'Recruiting', count: 2 },
			{ label: 'Completed', count: 1 }
		]);
	});

	it('never take "not stated" for "not recruiting"', () => {
		const stateOf = (...sites: MappedSite[]) => siteMap(sites).places[0]?.state;
		expect(stateOf(miami)).toBe('not-stated');
		expect(stateOf(miami, { ...miami, status: 'WITHDRAWN' })).toBe('not-stated');
		expect(stateOf({ ...miami, status: 'WITHDRAWN' })).toBe('other');
		expect(stateOf(miami, { ...miami, status: 'RECRUITING' })).toBe('recruiting');
	});

	it('without a point stay in the list and are counted', () => {
		const duluth = { city: 'Duluth', state: 'Minnesota', countryCode: 'US' };
		const map = siteMap([chicago, duluth, duluth, { countryCode: 'US' }]);
		expect(map.unmapped).toBe(3);
		expect(map.places.map(({ name, total, at }) => [name, total, at !== undefined])).toEqual([
			['Chicago, Illinois', 1, true],
			['Duluth, Minnesota', 2, false],
			['United States', 1, false]
		]);
		expect(siteMap([duluth]).view).toBeUndefined();
		expect(siteMap([{}]).places[0]?.name).toBe('Place not stated');
		expect(siteMap([])).toEqual({ places: [], unmapped: 0 });
	});

	it('have their country, by its name today, as soon as one is abroad', () => {
		const izmir = site('Izmir', 'Turkey (Türkiye)', 'TR', 38.413, 27.138);
		expect(siteMap([chicago, izmir]).places.map(({ name }) => name)).toEqual([
			'Chicago, Illinois, United States',
			'Izmir, Turkey'
		]);
	});

	it('are nearest first from home, else recruiting ones first', () => {
		const names = (home?: Parameters<typeof siteMap>[1]) =>
			siteMap([seattle, miami, chicago], home).places.map(({ name }) => name.split(',')[0]);
		expect(names()).toEqual(['Chicago', 'Miami', 'Seattle']);
		expect(names({ lat: 28.5, lon: -81.4, name: 'Orlando, FL' })).toEqual([
			'Miami',
			'Chicago',
			'Seattle'
		]);
		const [nearest] = siteMap([miami], { lat: 28.538, lon: -81.379, name: 'Orlando, FL' }).places;
		expect(nearest?.miles).toBeGreaterThan(195);
		expect(nearest?.miles).toBeLessThan(215);
	});
});
