import { geoAlbersUsa, geoCircle, geoDistance, geoEqualEarth, geoPath } from 'd3-geo';
import {
	outlines,
	type Home,
	type MapPoint,
	type MappedSite,
	type MapView,
	type Outline,
	type PlaceState,
	type SiteMap,
	type SitePlace,
	type ViewBox
} from '#lib/map/site-map.ts';
import { countryName } from '#lib/study/place.ts';
import { stated } from '#lib/study/stated.ts';
import { statusLabel } from '#lib/study/status.ts';

/** Longitude and latitude to units of each outline. */
export const projections = {
	/** That of the us-atlas shapes, which come projected. Gives null for Puerto Rico and Guam. */
	us: geoAlbersUsa().scale(1300).translate([487.5, 305]),
	/** Turned by 11 degrees, so that its edge runs through the Bering Strait and cuts no country. */
	world: geoEqualEarth().rotate([-11, 0]).scale(192).translate([487.5, 258])
};

/** The smallest part of each outline that is shown, as a share of its width. */
const closest = { us: 0.2, world: 0.15 } satisfies Record<Outline, number>;

/** From this share on the whole outline is shown, because people know its shape. */
const nearlyWhole = 0.7;

/** Free room around the outermost dots, as a share of the part that they span. */
const margin = 0.12;

const milesPerRadian = 3958.8;

type LatLon = Pick<Home, 'lat' | 'lon'>;

/**
 * Places sites on a map of the US, if all of them and the visitor's place are there, else of the
 * world, or on the part of it that they span. The sites of one city are one place, because the
 * registry gives each of them the center of the city (API reference §6.3).
 * @param home the visitor's place, if known
 */
export function siteMap(sites: readonly MappedSite[], home?: Home): SiteMap {
	const american = sites.every(({ countryCode }) => countryCode === 'US');
	const points = [...sites.flatMap(({ point }) => point ?? []), ...(home ? [home] : [])];
	const outline =
		american && points.every((point) => project('us', point) !== undefined) ? 'us' : 'world';
	const places = [...Map.groupBy(sites, cityKey).values()]
		.map((city) => placeOf(city, american, outline, home))
		.sort(nearestFirst);
	return stated({
		places,
		unmapped: places.reduce((sum, { at, total }) => (at ? sum : sum + total), 0),
		view: places.some(({ at }) => at) ? viewOf(outline, points, home) : undefined
	});
}

function cityKey({ point, city, state, country }: MappedSite): string {
	return JSON.stringify(point ? [point.lat, point.lon] : [city, state, country]);
}

/** The point in units of the outline; undefined outside it. */
function project(outline: Outline, { lat, lon }: LatLon): MapPoint | undefined {
	const [x, y] = projections[outline]([lon, lat]) ?? [];
	if (x === undefined || y === undefined) return undefined;
	const { width, height } = outlines[outline];
	const inside = x >= 0 && x <= width && y >= 0 && y <= height;
	return inside ? { x: tenths(x), y: tenths(y) } : undefined;
}

function placeOf(
	city: readonly MappedSite[],
	american: boolean,
	outline: Outline,
	home: LatLon | undefined
): SitePlace {
	const [site] = city;
	const point = site?.point;
	const [recruiting, others] = [city.filter(isRecruiting), city.filter((s) => !isRecruiting(s))];
	const told = city.every(({ status }) => status !== undefined);
	const byStatus = Map.groupBy([...recruiting, ...others], ({ status }) => statusLabel(status));
	const state: PlaceState = recruiting.length > 0 ? 'recruiting' : told ? 'other' : 'not-stated';
	return stated({
		name: site ? nameOf(site, american) : '',
		state,
		total: city.length,
		recruiting: recruiting.length,
		statuses: [...byStatus].map(([label, those]) => ({ label, count: those.length })),
		miles: point && home && milesBetween(point, home),
		at: point && project(outline, point)
	});
}

function isRecruiting({ status }: MappedSite): boolean {
	return status === 'RECRUITING';
}

function nameOf({ city, state, country, countryCode }: MappedSite, american: boolean): string {
	const known = countryCode === undefined ? undefined : countryName(countryCode);
	const parts = american && city !== undefined ? [city, state] : [city, state, known ?? country];
	return parts.filter((part) => part !== undefined).join(', ') || 'Place not stated';
}

function milesBetween(a: LatLon, b: LatLon): number {
	return geoDistance([a.lon, a.lat], [b.lon, b.lat]) * milesPerRadian;
}

function nearestFirst(a: SitePlace, b: SitePlace): number {
	const [near, far] = [a.miles ?? Infinity, b.miles ?? Infinity];
	if (near !== far) return near - far;
	const rank = ({ state }: SitePlace) => (state === 'recruiting' ? 0 : 1);
	return rank(a) - rank(b) || a.name.localeCompare(b.name, 'en');
}

function viewOf(outline: Outline, points: readonly LatLon[], home: Home | undefined): MapView {
	const draw = geoPath(projections[outline]).digits(1);
	const at = home && project(outline, home);
	const circle =
		at &&
		home.within &&
		geoCircle()
			.center([home.lon, home.lat])
			.radius((home.within.miles / milesPerRadian) * (180 / Math.PI))();
	const viewBox =
		outline === 'us' && points.some(inBox)
			? wholeOf(outline)
			: frame(outline, [
					...points.flatMap((point) => project(outline, point) ?? []),
					...(circle ? draw.bounds(circle).map(([x, y]) => ({ x, y })) : [])
				]);
	const part: MapView['part'] =
		outline === 'us' && viewBox[2] < outlines.us.width ? 'mainland' : 'outline';
	const path = circle && draw(circle);
	return stated({
		outline,
		part,
		viewBox,
		home:
			at &&
			stated({
				...at,
				name: home.name,
				within: home.within && path ? { words: home.within.words, path } : undefined
			})
	});
}

/** Is a place of the US in Alaska or Hawaii, which stand in boxes beside the other states? */
function inBox({ lat }: LatLon): boolean {
	return lat < 24 || lat > 50;
}

function wholeOf(outline: Outline): ViewBox {
	return [0, 0, outlines[outline].width, outlines[outline].height];
}

/** The part of an outline, in its own proportions, that holds all points and some room. */
function frame(outline: Outline, points: readonly MapPoint[]): ViewBox {
	const { width, height } = outlines[outline];
	const [left, right] = span(points.map(({ x }) => x));
	const [top, bottom] = span(points.map(({ y }) => y));
	const spanned = Math.max((right - left) / width, (bottom - top) / height);
	const share = Math.max(closest[outline], spanned * (1 + 2 * margin));
	if (share >= nearlyWhole) return wholeOf(outline);
	const [w, h] = [width * share, height * share];
	const x = Math.max(0, Math.min(width - w, (left + right - w) / 2));
	const y = Math.max(0, Math.min(height - h, (top + bottom - h) / 2));
	return [tenths(x), tenths(y), tenths(w), tenths(h)];
}

function span(values: readonly number[]): [least: number, most: number] {
	return [Math.min(...values), Math.max(...values)];
}

function tenths(value: number): number {
	return Math.round(value * 10) / 10;
}
