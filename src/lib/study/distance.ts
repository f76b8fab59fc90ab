/** A point on the globe in degrees. */
export interface Point {
	lat: number;
	lon: number;
}

/** Mean radius of the earth in kilometres (IUGG). */
const earthKm = 6371.0088;
const radians = Math.PI / 180;

/** Great-circle distance in kilometres (haversine; the earth taken as a ball: right to 0.5 %). */
export function distanceKm(a: Point, b: Point): number {
	const half = (from: number, to: number) => Math.sin(((to - from) * radians) / 2) ** 2;
	const chord =
		half(a.lat, b.lat) + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * half(a.lon, b.lon);
	return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(chord)));
}

export type Unit = 'mi' | 'km';

const kmIn: Record<Unit, number> = { mi: 1.609344, km: 1 };
const names: Record<Unit, string> = { mi: 'miles', km: 'km' };

/** Countries whose road signs are in miles. */
const inMiles = new Set(['US', 'GB', 'LR', 'PR', 'GU', 'VI', 'AS', 'MP']);

/** The unit that people of a country (ISO 3166-1 alpha-2) read on their roads; km where unknown. */
export function unitOf(country: string | undefined): Unit {
	return country !== undefined && inMiles.has(country) ? 'mi' : 'km';
}

/** A length in that unit, as kilometres. */
export function toKm(length: number, unit: Unit): number {
	return length * kmIn[unit];
}

/** Kilometres in that unit. */
export function fromKm(km: number, unit: Unit): number {
	return km / kmIn[unit];
}

/** "about 12 miles"; below 5 only that it is less: both ends are centres of places. */
export function distanceWords(km: number, unit: Unit): string {
	const length = fromKm(km, unit);
	if (length < 5) return `less than 5 ${names[unit]}`;
	return `about ${Math.round(length).toLocaleString('en-US')} ${names[unit]}`;
}
