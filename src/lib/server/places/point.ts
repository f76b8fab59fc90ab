/** A point as somebody wrote it, in degrees with at most 3 decimals. */
export interface Point {
	lat: number;
	lon: number;
	/** how coarsely it was written, in km: one decimal of a degree is up to 8 km off */
	precisionKm: number;
}

const degrees = String.raw`([+-]?\d{1,3}(?:\.\d{0,20})?)\s*°?\s*`;
const pattern = new RegExp(
	String.raw`^(?:the point )?${degrees}([NS]?)(?:\s*[,;]\s*|\s+|(?<=[NS]))${degrees}([EW]?)$`,
	'i'
);

/**
 * Reads "41.9,-87.6", "48.1 11.6" or "41.9° N, 87.6° W"; latitude first.
 * Gives `bad` where the text is a pair of numbers that no place on Earth has, undefined for any
 * other text.
 */
export function readPoint(text: string): Point | 'bad' | undefined {
	const match = pattern.exec(text.trim().replaceAll('−', '-'));
	if (!match) return undefined;
	const [, north = '', ns = '', east = '', ew = ''] = match;
	const lat = inDegrees(north, /s/i.test(ns));
	const lon = inDegrees(east, /w/i.test(ew));
	if (Math.abs(lat) > 90 || Math.abs(lon) > 180) return 'bad';
	const decimals = Math.min(decimalsOf(north), decimalsOf(east), 3);
	return { lat, lon, precisionKm: Math.ceil(800 / 10 ** decimals) / 10 };
}

/** Like the tables, to 3 decimals: a visitor's exact spot is of no use. "-0" is 0. */
function inDegrees(text: string, negative: boolean): number {
	return Math.round(Number(text) * (negative ? -1000 : 1000)) / 1000 + 0;
}

function decimalsOf(text: string): number {
	return text.split('.')[1]?.length ?? 0;
}
