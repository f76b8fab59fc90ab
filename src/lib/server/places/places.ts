import { readPoint, type Point } from './point.ts';
import { allTowns, findTown, townName } from './towns.ts';
import { areaOfZip, describes, zipName, zipNumbered, zipsNear } from './zips.ts';
import type { Zip } from './tables.ts';

export { credits } from './credits.ts';

/** A place on Earth that a visitor named. */
export interface Place {
	/** degrees, 3 decimals */
	lat: number;
	lon: number;
	/** to be shown; as a text it finds the same place again */
	name: string;
	/** alpha-2; of a point only where all towns about it are in one country */
	country?: string;
	kind: 'zip' | 'city' | 'point';
	/** how far off the point may be, in km */
	precisionKm: number;
}

/** The place, and texts that find others of its name; or texts that find places near to what was written. */
export type Found = { ok: true; place: Place; others: string[] } | { ok: false; near: string[] };

const longest = 100;
const zipPrecisionKm = 5;
const townPrecisionKm = 10;

/**
 * Finds the place that a text names: a US ZIP, a town (with state, province or country if need be),
 * or a point `lat,lon`. Of towns with one name it takes the one with most people. A state or country
 * alone is not found; near are then its largest towns. All from tables that ship with the program:
 * nothing is asked of anybody, nothing is written down. Never throws.
 */
export function findPlace(text: string): Found {
	const said = text.trim().replace(/\s+/g, ' ');
	if (said === '' || text.length > longest) return { ok: false, near: [] };
	const point = readPoint(said);
	if (point === 'bad') return { ok: false, near: [] };
	if (point) return { ok: true, place: placeOfPoint(point), others: [] };
	if (/^\d{9}$/.test(said)) return findPlace(said.slice(0, 5));
	const code = /(?<![\w.])(\d{4,5})(?:[- ]?\d{4})?(?![\w.])/.exec(said);
	if (!code) return placeOfTown(said);
	return besideCode(code[1] ?? '', said.replace(code[0], ' ').trim());
}

/** A number beside words: a ZIP that they fit, else a postal code of elsewhere beside a town. */
function besideCode(number: string, words: string): Found {
	const zip = number.length === 5 ? zipNumbered(number) : undefined;
	if (zip && describes(words, zip)) return { ok: true, place: placeOfZip(zip), others: [] };
	if (/^(?:(?:us )?zip(?: ?code)?:?)?$/i.test(words)) return { ok: false, near: zipsNear(number) };
	const town = placeOfTown(words);
	return town.ok || !zip ? town : { ok: false, near: [zipName(zip), ...town.near].slice(0, 5) };
}

function placeOfZip(zip: Zip): Place {
	const { country } = areaOfZip(zip);
	const { lat, lon } = zip;
	return { lat, lon, name: zipName(zip), country, kind: 'zip', precisionKm: zipPrecisionKm };
}

function placeOfTown(text: string): Found {
	const found = findTown(text);
	if (!found.ok) return found;
	const { lat, lon, country } = found.town;
	const name = townName(found.town);
	return {
		ok: true,
		place: { lat, lon, name, country, kind: 'city', precisionKm: townPrecisionKm },
		others: found.others
	};
}

function placeOfPoint({ lat, lon, precisionKm }: Point): Place {
	const place: Place = { lat, lon, name: `the point ${lat}, ${lon}`, kind: 'point', precisionKm };
	const country = countryAbout(lat, lon);
	return country === undefined ? place : { ...place, country };
}

/** The country of all towns within about 25 km; at a border, or far from any town, it is not known. */
function countryAbout(lat: number, lon: number): string | undefined {
	const reach = 25 / 111;
	const narrow = Math.cos((lat * Math.PI) / 180);
	const about = allTowns().filter((town) => {
		const north = town.lat - lat;
		return Math.abs(north) < reach && Math.hypot(north, (town.lon - lon) * narrow) < reach;
	});
	const countries = new Set(about.map(({ country }) => country));
	return countries.size === 1 ? about[0]?.country : undefined;
}
