import { describe, expect, it } from 'vitest';
import { mapWords, milesWords, statusesWords } from './place-words.ts';
import type { SitePlace } from './site-map.ts';

function place(state: SitePlace['state'], recruiting: number, total: number): SitePlace {
	return { name: 'Chicago, Illinois', state, recruiting, total, statuses: [] };
}

describe('words for the sites of a place', () => {
	it('counts by status only where there is more than one', () => {
		expect(statusesWords({ total: 1, statuses: [{ label: 'Recruiting', count: 1 }] })).toBe(
			'1 site: recruiting'
		);
		const statuses = [
			{ label: 'Recruiting', count: 1 },
			{ label: 'Status not stated', count: 2 }
		];
		expect(statusesWords({ total: 3, statuses })).toBe(
			'3 sites: recruiting (1), status not stated (2)'
		);
	});

	it('gives no more than whole miles', () => {
		expect(milesWords(0.2)).toBe('less than 1 mile away');
		expect(milesWords(1.2)).toBe('about 1 mile away');
		expect(milesWords(1234.5)).toBe('about 1,235 miles away');
	});
});

describe('words for the map', () => {
	it('does not turn "not stated" into "none"', () => {
		expect(mapWords({ places: [place('not-stated', 0, 2)] })).toBe(
			'2 sites in 1 place. Which of them are recruiting is not stated.'
		);
		expect(mapWords({ places: [place('other', 0, 2)] })).toBe(
			'2 sites in 1 place. None is listed as recruiting.'
		);
	});

	it('counts sites, not places', () => {
		expect(mapWords({ places: [place('recruiting', 2, 3), place('other', 0, 1)] })).toBe(
			'4 sites in 2 places. 2 are listed as recruiting.'
		);
		expect(mapWords({ places: [] })).toBe('The record names no sites.');
	});
});
