import { brotliDecompressSync } from 'node:zlib';
import cities from './cities.json' with { type: 'json' };
import zips from './zips.json' with { type: 'json' };
import { stated } from '#lib/study/stated.ts';
import type { Area } from './regions.ts';

// Both tables are text in brotli in base64 in JSON: so they are modules, which Vite puts into the
// build and Node reads as they are; a file beside the module would not reach the build.

/** A town as the table has it; degrees with 3 decimals. */
export interface Town extends Area {
	name: string;
	/** in thousands, at least 1; to rank towns of one name */
	thousands: number;
	lat: number;
	lon: number;
}

/** A US ZIP's area centre. Towns are not known for the territories. */
export interface Zip {
	zip: string;
	lat: number;
	lon: number;
	/** a state's postal code, or a territory's alpha-2 code */
	state: string;
	town?: string;
}

const unpacked = (packed: string): string[] =>
	brotliDecompressSync(Buffer.from(packed, 'base64')).toString('utf8').trimEnd().split('\n');

/** All towns, in the order of the file: by country, region, name. Unpacks anew at each call. */
export function readTowns(): Town[] {
	return unpacked(cities.brotli).map((line) => {
		const [country = '', region = '', name = '', thousands, lat, lon] = line.split('\t');
		const rest = { name, thousands: Number(thousands), lat: Number(lat), lon: Number(lon) };
		return region === '' ? { country, ...rest } : { country, region, ...rest };
	});
}

/** The lines of the ZIP table, in the order of their numbers; each is read by `readZip` when asked. */
export function readZipLines(): string[] {
	return unpacked(zips.brotli);
}

/** One line of the ZIP table. */
export function readZip(line: string): Zip {
	const [zip = '', lat, lon, state = '', town] = line.split('\t');
	return stated({
		zip,
		lat: Number(lat),
		lon: Number(lon),
		state,
		town: town === '' ? undefined : town
	});
}
