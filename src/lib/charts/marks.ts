import {
	isMark,
	studiesInWords,
	type Chart,
	type Column,
	type Mark,
	type Row
} from '#lib/insights/chart.ts';
import type { DataState } from '#lib/search/data-state.ts';

/** A number as people read it; a half of the median with its decimal. */
export function numberText(value: number): string {
	return value.toLocaleString('en-US');
}

/** What is said of a cell that the search leaves out. */
export const outside = 'not in this search';

/** The name of a mark for those who hear it: "Iron, open now: 12 studies, show them". */
export function markName(row: Row, column: Column, mark: Mark): string {
	const what = column.name === 'Studies' ? row.label : `${row.label}, ${column.name.toLowerCase()}`;
	const much =
		column.counts === 'studies'
			? studiesInWords(mark.value)
			: `${numberText(mark.value)} ${column.counts}`;
	return `${what}: ${much}${mark.query === undefined ? '' : ', show them'}`;
}

/** The largest number of some rows, at least 1: the end of their scale. */
export function greatest(rows: readonly Row[]): number {
	return Math.max(
		1,
		...rows.flatMap(({ cells }) => cells.filter(isMark).map(({ value }) => value))
	);
}

/** A share as an SVG length, in percent to one digit. */
export function percent(share: number): string {
	return `${Math.round(share * 1000) / 10}%`;
}

/** The rows drawn before the rest is left to the table. */
export function drawn(chart: Chart, most: number): { rows: Row[]; more: number } {
	const rows = chart.rows.length <= most + 2 ? chart.rows : chart.rows.slice(0, most);
	return { rows, more: chart.rows.length - rows.length };
}

/** The day of the data behind a chart. */
export function dataWords({ processed, source }: Pick<DataState, 'processed' | 'source'>): string {
	if (source === 'starter')
		return `fixed set of records${processed === undefined ? '' : `, the newest of ${processed}`}`;
	return processed === undefined ? 'date of the data not stated' : `data of ${processed}`;
}

/** A number of people from few to many: 0, 10, 100 and 1,000 stand evenly, and 0 has a place. */
export function onScale(value: number, most: number, counts: Column['counts']): number {
	if (counts === 'months') return Math.max(0, value) / Math.max(1, most);
	return Math.log1p(value) / Math.log1p(Math.max(1, most));
}
