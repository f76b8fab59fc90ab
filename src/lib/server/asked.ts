import type { Catalogue } from '#lib/search/catalogue.ts';
import type { Home } from '#lib/search/nearness.ts';
import { withoutPersonal } from '#lib/search/refine.ts';
import { parse, type Parsed } from '#lib/search/url.ts';
import { inWords, isPartialDate } from '#lib/study/date.ts';
import { unitOf } from '#lib/study/distance.ts';
import { stated } from '#lib/study/stated.ts';
import type { Past } from './catalogue/past.ts';
import { findPlace } from './places/places.ts';

/** What a visitor asks, with the place that it names looked up. */
export interface Asked extends Parsed {
	home?: Home;
	/** How else the place could be meant: texts that find other places of that name. */
	otherPlaces: string[];
}

/** The same, with the data to answer it from. */
export interface AskedAt extends Asked {
	/** The living catalogue, or that of the day that was asked for. */
	catalogue: Catalogue;
	/** The day by which "open" is judged, `yyyy-MM-dd`: that of the catalogue. */
	today: string;
}

/**
 * Reads a query from the parameters of a URL, finds its place in the tables that ship with the
 * program, and the data of the day that it asks for. What cannot be had (a place that is not there, a
 * day before the first data or one to come) is left out of the query and reported. A day that is not
 * over is answered from the living data, and stays in the query: once it is over, the same address
 * gives its last state, for ever.
 * A store that cannot be read now is such a reason, too.
 */
export async function askedAt(
	params: URLSearchParams,
	{ catalogue, past, today }: { catalogue: Catalogue; past: Past; today: string }
): Promise<AskedAt> {
	const read = placed(parse(params));
	const day = read.query.asof;
	const living = { ...read, catalogue, today };
	const keeps = catalogue.source !== 'starter';
	if (day === '' || (day === today && keeps)) return living;
	let reason = 'is a day to come';
	try {
		const found = day < today ? await past.on(day) : undefined;
		if (found) return { ...read, catalogue: found, today: day };
		if (day <= today) reason = notHere(await past.first());
	} catch {
		reason = 'cannot be shown now, because the history cannot be read; try again later';
	}
	return {
		...living,
		query: { ...read.query, asof: '' },
		problems: [...read.problems, { key: 'asof', value: day, reason }]
	};
}

/**
 * Reads a query for what follows the living data only (feeds, changes), and finds its place. Never
 * throws: a place that is not there, and what needs a place and has none, are left out of the query
 * and reported. A day of the past is not used, and that is said among the keys that are not part of the contract.
 */
export function asked(params: URLSearchParams): Asked {
	const read = placed(parse(params));
	const { asof } = read.query;
	if (asof === '') return read;
	const note = { key: 'asof', value: asof, reason: 'is not used here: this follows what comes' };
	return { ...read, query: { ...read.query, asof: '' }, unknown: [...read.unknown, note] };
}

function notHere(first: string | undefined): string {
	if (first === undefined)
		return 'cannot be shown: this installation has only the records that it came with';
	const words = isPartialDate(first) ? inWords(first) : first;
	return `is before the first data here: this installation has data since ${words}`;
}

/** A place that is not there, and what needs a place and has none, are left out and reported. */
function placed(parsed: Parsed): Asked {
	const found = homeOf(parsed.query.near);
	if (found.home) return { ...parsed, home: found.home, otherPlaces: found.others };
	const { near, within, sort } = parsed.query;
	const problems = [...parsed.problems];
	if (near !== '') problems.push({ key: 'near', value: near, reason: unknownPlace(found.others) });
	else {
		if (within !== '') problems.push({ key: 'within', value: within, reason: needsPlace });
		for (const value of sort.filter((key) => key === 'distance' || key === '-distance'))
			problems.push({ key: 'sort', value, reason: needsPlace });
	}
	return {
		...parsed,
		query: { ...parsed.query, near: '', within: '', sort: withoutPersonal(parsed.query).sort },
		problems,
		otherPlaces: found.others
	};
}

const needsPlace = 'needs a place to measure from (near)';

function unknownPlace(others: string[]): string {
	const hint =
		others.length > 0
			? `did you mean ${others.join('; ')}?`
			: 'write a US ZIP code, a town with its country, or latitude,longitude';
	return `is not a place that is known here: ${hint}`;
}

/** Finds where a text says that the visitor is; else the places that are near in spelling. */
export function homeOf(near: string): { home?: Home; others: string[] } {
	if (near === '') return { others: [] };
	const found = findPlace(near);
	if (!found.ok) return { others: found.near };
	const { lat, lon, name, country } = found.place;
	return {
		home: { lat, lon, name, unit: unitOf(country), ...stated({ country }) },
		others: found.others
	};
}
