import type { Home } from '#lib/search/nearness.ts';
import { withoutPersonal } from '#lib/search/refine.ts';
import { parse, type Parsed } from '#lib/search/url.ts';
import { unitOf } from '#lib/study/distance.ts';
import { stated } from '#lib/study/stated.ts';
import { findPlace } from './places/places.ts';

/** What a visitor asks, with the place that it names looked up. */
export interface Asked extends Parsed {
	home?: Home;
	/** How else the place could be meant: texts that find other places of that name. */
	otherPlaces: string[];
}

/**
 * Reads a query from the parameters of a URL and finds its place in the tables that ship with the
 * program. Never throws: a place that is not there, and what needs a place and has none, are left
 * out of the query and reported.
 */
export function asked(params: URLSearchParams): Asked {
	const parsed = parse(params);
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
