import { distance } from 'fastest-levenshtein';
import { otherNames } from './other-names.ts';
import { areaName, areasNamed, hasRegions, isIn, type Area } from './regions.ts';
import { spelling, spellings } from './spelling.ts';
import { readTowns, type Town } from './tables.ts';
import { townsOfZips } from './zips.ts';

const mostNear = 5;
const mostOthers = 12;

type Named = Map<string, Town[]>;

let held: { towns: Town[]; named: Named } | undefined;
let small: Named | undefined;

/** The towns, largest first, and each by all its spellings; unpacked at first use. */
function index(): { towns: Town[]; named: Named } {
	if (held) return held;
	const towns = readTowns().sort((a, b) => b.thousands - a.thousands);
	const named: Named = new Map();
	for (const town of towns) for (const said of spellings(town.name)) add(named, said, town);
	for (const [full, others] of Object.entries(otherNames)) {
		const town = named
			.get(spelling(full.replace(/,.*/, '')))
			?.find((one) => townName(one) === full);
		if (!town) continue; // a test keeps other-names.ts in step with the table
		for (const said of others.flatMap(spellings)) {
			add(named, said, town);
			named.get(said)?.sort((a, b) => b.thousands - a.thousands);
		}
	}
	held = { towns, named };
	return held;
}

/** The small towns of the US that only ZIPs name; made when a name is not among the others. */
function smallTowns(): Named {
	if (small) return small;
	const { named } = index();
	small = new Map();
	for (const town of townsOfZips()) {
		const said = spelling(town.name);
		const known = named.get(said)?.some((one) => one.region === town.region && isIn(one, town));
		if (!known) add(small, said, town);
	}
	return small;
}

function add(named: Named, said: string, town: Town): void {
	const same = named.get(said);
	if (!same) named.set(said, [town]);
	else if (!same.includes(town)) same.push(town);
}

/** "Chicago, Illinois", "London, Ontario, Canada", "Munich, Germany"; a city state once: "Singapore". */
export function townName(town: Town): string {
	const area = areaName(town);
	return spelling(town.name) === spelling(area) ? town.name : `${town.name}, ${area}`;
}

/** All towns, largest first. */
export function allTowns(): readonly Town[] {
	return index().towns;
}

/** One way to read a text: a town's name, and the areas that it must lie in, each with its meanings. */
interface Reading {
	name: string;
	areas: Area[][];
	/** a state or land that we do not know was named */
	unclear?: boolean;
}

/** "Paris, Texas, USA": what follows the first comma narrows it. */
function readCommas([name = '', ...after]: string[]): Reading {
	const said = spelling(name);
	const whole = areasNamed(after.join(', '));
	if (whole.length > 0) return { name: said, areas: [whole] };
	const each = after.map(areasNamed);
	const known = each.filter((areas) => areas.length > 0);
	// "Munich, Bavaria, Germany" is clear; "Springfield, Ilinois, USA" is not
	const passed = known.length > 0 && known.flat().every(({ country }) => !hasRegions(country));
	return { name: said, areas: known, unclear: known.length < each.length && !passed };
}

/** "paris texas usa": the whole as a name, then each way to read its last words as an area. */
function readWords(words: string[], areas: Area[][] = []): Reading[] {
	const readings: Reading[] = [{ name: spelling(words.join(' ')), areas }];
	if (areas.length === 2) return readings;
	for (let last = 1; last <= 4 && last < words.length; last++) {
		const meant = areasNamed(words.slice(-last).join(' '));
		if (meant.length > 0) readings.push(...readWords(words.slice(0, -last), [...areas, meant]));
	}
	return readings;
}

function within(areas: Area[][]): (town: Town) => boolean {
	return (town) => areas.every((meanings) => meanings.some((area) => isIn(town, area)));
}

/** Towns of that name in those areas, largest first; "Richmond, CA" is California before Canada. */
function townsOf(all: Named, { name, areas, unclear }: Reading): Town[] {
	if (unclear) return [];
	// "Taipei City", "Kobe-shi"
	const called = all.get(name) ?? all.get(name.replace(/ (?:city|shi|si)$/, '')) ?? [];
	const towns = called.filter(within(areas));
	const meant = areas.flat();
	const state = meant.find(({ country, region }) => country === 'US' && region);
	const rank = (town: Town): number => {
		if (state && isIn(town, state)) return 0;
		// Saint-Denis in France before the one in Réunion
		return meant.some(({ country }) => country === town.country) ? 1 : 2;
	};
	return towns.sort((a, b) => rank(a) - rank(b));
}

/** What a text says of a town: the town and others of its name, or names that are near. */
export type Towns = { ok: true; town: Town; others: string[] } | { ok: false; near: string[] };

/**
 * Finds a town by its name, alone or with state, province or country behind it. The largest of its
 * name comes first. A state or country alone is no town, unless a town in it has its name ("New
 * York", "Singapore"); near are then its largest towns.
 */
export function findTown(text: string): Towns {
	const parts = text
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');
	if (parts.length === 0) return { ok: false, near: [] };
	const alone = areasNamed(parts.join(', ')).filter(
		({ country, region }) => region === undefined || country !== 'AU'
	);
	const named = index().named.get(spelling(text)) ?? [];
	// codes are left to towns: "LA" is Los Angeles
	if (alone.length > 0 && (named.length === 0 || spelling(text).length > 2)) {
		const inside = (town: Town): boolean => alone.some((area) => isIn(town, area));
		const towns = named.filter(inside);
		if (towns.length === 0)
			return { ok: false, near: names([...named.slice(0, 1), ...allTowns().filter(inside)]) };
		return found([...towns, ...named.filter((town) => !inside(town))]);
	}
	const readings = parts.length > 1 ? [readCommas(parts)] : readWords(text.trim().split(/\s+/));
	const first = (named: Named): Town[] =>
		readings.map((reading) => townsOf(named, reading)).find((towns) => towns.length > 0) ?? [];
	const large = first(index().named);
	const towns = large.length > 0 ? large : first(smallTowns());
	if (towns.length > 0) return found(towns);
	return { ok: false, near: names(readings.toReversed().flatMap(nearTo)) };
}

function found([town, ...rest]: Town[]): Towns {
	return town
		? { ok: true, town, others: [...new Set(rest.map(townName))].slice(0, mostOthers) }
		: { ok: false, near: [] };
}

function names(towns: Town[]): string[] {
	return [...new Set(towns.slice(0, 4 * mostNear).map(townName))].slice(0, mostNear);
}

/** How many letters may differ, by the length of what was written. */
function slips(length: number): number {
	return length < 4 ? 0 : length < 6 ? 1 : length < 11 ? 2 : 3;
}

/** Towns of that name elsewhere, or nearly of that name (there, or else anywhere), or begun like it. */
function nearTo({ name, areas }: Reading): Town[] {
	const all = [index().named, smallTowns()];
	const same = all.flatMap((named) => named.get(name) ?? []);
	if (same.length > 0) return same;
	const most = slips(name.length);
	if (most === 0) return [];
	const like: { town: Town; off: number }[] = [];
	const begun: Town[] = [];
	for (const named of all)
		for (const [said, ofName] of named) {
			if (said.startsWith(name)) begun.push(...ofName);
			if (Math.abs(said.length - name.length) > most) continue;
			const off = distance(said, name);
			// a wrong first letter is rarer than another slip
			const rank = said[0] === name[0] ? off : off + 0.5;
			if (off <= most) like.push(...ofName.map((town) => ({ town, off: rank })));
		}
	like.sort((a, b) => a.off - b.off || b.town.thousands - a.town.thousands);
	begun.sort((a, b) => b.thousands - a.thousands);
	const near = [...like.map(({ town }) => town), ...begun];
	const there = near.filter(within(areas));
	return there.length > 0 ? there : near;
}
