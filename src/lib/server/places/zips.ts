import { areaName, isState, type Area } from './regions.ts';
import { spelling } from './spelling.ts';
import { readZip, readZipLines, type Town, type Zip } from './tables.ts';

let held: Map<string, string> | undefined;

/** Each ZIP's line of the table, in the order of their numbers; unpacked at first use. */
function lines(): Map<string, string> {
	return (held ??= new Map(readZipLines().map((line) => [line.slice(0, 5), line])));
}

/** The ZIP of that number, if the table has it. */
export function zipNumbered(number: string): Zip | undefined {
	const line = lines().get(number);
	return line === undefined ? undefined : readZip(line);
}

/** Where a ZIP lies: a state of the US, or a territory with a country code of its own. */
export function areaOfZip({ state }: Zip): Area {
	return isState(state) ? { country: 'US', region: state } : { country: state };
}

/** "60611 (Chicago, Illinois)", "00901 (Puerto Rico)". */
export function zipName(zip: Zip): string {
	const area = areaName(areaOfZip(zip));
	return `${zip.zip} (${zip.town === undefined ? area : `${zip.town}, ${area}`})`;
}

/** True if the words beside a ZIP's number say nothing else than the ZIP itself does. */
export function describes(words: string, zip: Zip): boolean {
	const area = areaOfZip(zip);
	const state = [area.region ?? area.country, areaName(area)].map(spelling);
	const town = zip.town === undefined ? '' : spelling(zip.town);
	const said = spelling(words)
		.replace(/^(?:us )?zip(?: ?code)?\b/, '')
		.replace(/\b(?:usa?|united states(?: of america)?)$/, '')
		.trim();
	return ['', town, ...state, ...state.map((name) => `${town} ${name}`)].includes(said);
}

/**
 * The towns that ZIPs name, each at the middle of its ZIPs: many are too small for the table of
 * towns. How many people live there is not known (0 thousands).
 */
export function townsOfZips(): Town[] {
	const towns = new Map<string, { zip: Zip; town: string; all: Zip[] }>();
	for (const line of lines().values()) {
		const zip = readZip(line);
		if (zip.town === undefined) continue;
		const id = `${zip.state}\t${zip.town}`;
		const held = towns.get(id);
		if (held) held.all.push(zip);
		else towns.set(id, { zip, town: zip.town, all: [zip] });
	}
	return [...towns.values()].map(({ zip, town, all }) => ({
		...areaOfZip(zip),
		name: town,
		thousands: 0,
		lat: middle(all.map(({ lat }) => lat)),
		lon: middle(all.map(({ lon }) => lon))
	}));
}

function middle(degrees: number[]): number {
	return Math.round((degrees.reduce((sum, one) => sum + one, 0) / degrees.length) * 1000) / 1000;
}

const farthest = 200;

/**
 * Up to five ZIPs near in number, nearest first, by their names. A number of four digits may have
 * lost its first 0, as spreadsheets do: "2139" gives 02139.
 */
export function zipsNear(digits: string): string[] {
	if (digits.length === 4) digits = `0${digits}`;
	const number = Number(digits);
	return [...lines()]
		.map(([zip, line]) => ({ line, off: Math.abs(Number(zip) - number) }))
		.filter(({ off }) => off <= farthest)
		.sort((a, b) => a.off - b.off)
		.slice(0, 5)
		.map(({ line }) => zipName(readZip(line)));
}
