import { earliest, isPartialDate, latest, type PartialDate } from '#lib/study/date.ts';

/** The first and last day of a span, as `yyyy-MM-dd`; an open end is undefined. */
interface Span {
	from?: string;
	to?: string;
}

/** Is this a span as links write it: `2015..2020`, `2020-01..`, `..2019`, or one date alone? */
export function isDateRange(text: string): boolean {
	return text === '' || spanOf(text) !== undefined;
}

/**
 * Is a date within a span? Both ends count; partial dates widen: "March 2015" is within `2015..2015`
 * and within `2015-03-20..`. A study without the date is in no span.
 */
export function isWithin(date: PartialDate | undefined, text: string): boolean {
	if (text === '') return true;
	const span = spanOf(text);
	if (date === undefined || span === undefined) return false;
	return (
		(span.from === undefined || latest(date) >= span.from) &&
		(span.to === undefined || earliest(date) <= span.to)
	);
}

function spanOf(text: string): Span | undefined {
	const [first = '', second = first, ...more] = text.split('..');
	if (more.length > 0 || (first === '' && second === '')) return undefined;
	if ((first !== '' && !isPartialDate(first)) || (second !== '' && !isPartialDate(second)))
		return undefined;
	const span: Span = {};
	if (isPartialDate(first)) span.from = earliest(first);
	if (isPartialDate(second)) span.to = latest(second);
	const backwards = span.from !== undefined && span.to !== undefined && span.from > span.to;
	return backwards ? undefined : span;
}
