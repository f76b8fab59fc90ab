import { chartCsv } from '#lib/server/render/chart-csv.ts';
import { chartAsked } from '../chart-asked.ts';
import type { RequestHandler } from './$types';

/** The numbers of a chart, each with the list behind it. */
export const GET: RequestHandler = async (event) => {
	const { chart, search, headers } = await chartAsked(event, event.params.chart);
	const { dataTimestamp = '', rules } = event.locals.catalogue;
	const text = chartCsv(chart, { search, origin: event.url.origin, dataTimestamp, rules });
	return new Response(text, { headers: headers('csv', 'text/csv; charset=utf-8; header=present') });
};
