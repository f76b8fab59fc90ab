/**
 * Dates as the registry gives them: a year, a month or a day (`2015`, `2015-03`, `2015-03-24`).
 * Month precision is common, so nothing here invents a day.
 */
export type PartialDate = string & { readonly partialDate: true };

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Is this a calendar date of year, month or day precision? `2024-02-31` and `2024-13` are not. */
export function isPartialDate(value: string): value is PartialDate {
	const parts = shape.exec(value);
	if (!parts) return false;
	const [, , month, day] = parts;
	if (month === undefined) return true;
	if (Number(month) < 1 || Number(month) > 12) return false;
	return day === undefined || (Number(day) >= 1 && Number(day) <= daysIn(value.slice(0, 7)));
}

/** The first day that the date can mean, as `yyyy-MM-dd`. */
export function earliest(date: PartialDate): string {
	return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** The last day that the date can mean, as `yyyy-MM-dd`. */
export function latest(date: PartialDate): string {
	if (date.length === 4) return `${date}-12-31`;
	return date.length === 7 ? `${date}-${String(daysIn(date)).padStart(2, '0')}` : date;
}

/** The day of an instant, in UTC, as `yyyy-MM-dd`. */
export function dayOf(instant: Date): string {
	return instant.toISOString().slice(0, 10);
}

/** `2015-03-24` → "March 24, 2015"; `2015-03` → "March 2015"; `2015` → "2015". */
export function inWords(date: PartialDate): string {
	if (date.length === 4) return date;
	const style: Intl.DateTimeFormatOptions =
		date.length === 7
			? { year: 'numeric', month: 'long', timeZone: 'UTC' }
			: { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' };
	return new Intl.DateTimeFormat('en-US', style).format(new Date(`${earliest(date)}T00:00:00Z`));
}

/**
 * How long ago a date was, in words that claim no more than it tells: "3 weeks ago",
 * "14 months ago". A date of month precision is counted from its last day, so that an age is
 * never overstated; a date to come is "not past".
 */
export function ago(date: PartialDate, today: string): string {
	const days = Math.floor((Date.parse(today) - Date.parse(latest(date))) / 86_400_000);
	if (days < 0) return date.slice(0, 7) <= today.slice(0, 7) ? 'this month' : 'not past';
	if (days < 1) return 'today';
	if (days < 14) return count(days, 'day');
	if (days < 61) return count(Math.floor(days / 7), 'week');
	if (days < 730) return count(Math.floor(days / 30.44), 'month');
	return count(Math.floor(days / 365.25), 'year');
}

function count(n: number, unit: string): string {
	return `${n} ${unit}${n === 1 ? '' : 's'} ago`;
}

function daysIn(month: string): number {
	const [year = 0, number = 1] = month.split('-').map(Number);
	return new Date(Date.UTC(year, number, 0)).getUTCDate();
}
