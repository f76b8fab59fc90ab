import { earliest, isPartialDate, latest } from '#lib/study/date.ts';

/** The first and the last day of a span as links write it; an open end is the end of time. */
function daysOf(span: string): [from: string, to: string] {
	const [first = '', last = first] = span.split('..');
	return [
		isPartialDate(first) ? earliest(first) : '0000-01-01',
		isPartialDate(last) ? latest(last) : '9999-12-31'
	];
}

/**
 * The time that two spans share, as links write it; undefined where they share none. An empty text is
 * all time.
 */
export function commonSpan(one: string, other: string): string | undefined {
	const [a, b] = [daysOf(one), daysOf(other)];
	const from = a[0] > b[0] ? a[0] : b[0];
	const to = a[1] < b[1] ? a[1] : b[1];
	if (from > to) return undefined;
	const same = [other, one].find((span) => daysOf(span).join() === `${from},${to}`);
	return same ?? `${from === '0000-01-01' ? '' : from}..${to === '9999-12-31' ? '' : to}`;
}
