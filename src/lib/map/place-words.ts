import type { SiteMap, SitePlace } from './site-map.ts';

/** "3 sites"; with what they are a number of: "3 places". */
export function numberOf(count: number, one: 'site' | 'place'): string {
	return `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`;
}

/** "1 site: recruiting", "2 sites: completed", "3 sites: recruiting (1), status not stated (2)". */
export function statusesWords({ total, statuses }: Pick<SitePlace, 'total' | 'statuses'>): string {
	const words = statuses.map(({ label, count }) => {
		const word = label.charAt(0).toLowerCase() + label.slice(1);
		return statuses.length === 1 ? word : `${word} (${count})`;
	});
	return `${numberOf(total, 'site')}: ${words.join(', ')}`;
}

/** How far a place is, in whole miles; a city's center says no more. */
export function milesWords(miles: number): string {
	const whole = Math.round(miles);
	if (whole < 1) return 'less than 1 mile away';
	return `about ${whole.toLocaleString('en-US')} ${whole === 1 ? 'mile' : 'miles'} away`;
}

/** The whole map in a sentence: "12 sites in 8 places. 5 are listed as recruiting." */
export function mapWords({ places }: Pick<SiteMap, 'places'>): string {
	if (places.length === 0) return 'The record names no sites.';
	const total = places.reduce((sum, place) => sum + place.total, 0);
	const recruiting = places.reduce((sum, place) => sum + place.recruiting, 0);
	const where = `${numberOf(total, 'site')} in ${numberOf(places.length, 'place')}`;
	if (places.every(({ state }) => state === 'not-stated'))
		return `${where}. Which of them are recruiting is not stated.`;
	if (recruiting === 0) return `${where}. None is listed as recruiting.`;
	return `${where}. ${recruiting.toLocaleString('en-US')} ${recruiting === 1 ? 'is' : 'are'} listed as recruiting.`;
}
