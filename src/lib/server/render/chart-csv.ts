import { stringify } from 'csv-stringify/sync';
import type { Chart } from '#lib/insights/chart.ts';

/** What each row of a chart's CSV repeats, so that a row says by itself where it comes from. */
export interface ChartSource {
	/** The list behind the whole chart. */
	search: string;
	/** `https://host` */
	origin: string;
	/** When the registry processed the data, in its own words; empty where it did not say. */
	dataTimestamp: string;
	/** Version of the labelling rules. */
	rules: string;
}

const header = [
	'chart',
	'row',
	'column',
	'counts',
	'value',
	'url',
	'search_url',
	'data_timestamp',
	'rules_version'
];

/**
 * A chart as CSV (RFC 4180), one line a number. No value: the search leaves out what it would count.
 * No url: there is no list with just these studies. Texts that a spreadsheet would run as a formula
 * get an apostrophe in front.
 */
export function chartCsv(
	chart: Chart,
	{ search, origin, dataTimestamp, rules }: ChartSource
): string {
	const lines = chart.rows.flatMap((row) =>
		chart.columns.map(({ name, counts }, index) => {
			const cell = row.cells[index];
			const url = cell?.query === undefined ? '' : `${origin}/trials${cell.query}`;
			return [chart.title, row.label, name, counts, cell?.value, url, search, dataTimestamp, rules];
		})
	);
	return stringify([header, ...lines], { record_delimiter: 'windows', escape_formulas: true });
}
