import { isExportId } from '#lib/search/receipt-links.ts';
import { askedAt } from '#lib/server/asked.ts';
import { problem } from '#lib/server/http.ts';
import { crawlOf } from '#lib/server/render/receipt.ts';
import { exportResponse } from '#lib/server/render/stream-export.ts';
import type { RequestHandler } from './$types';

/** All studies that a query finds, as a file (API contract §4). `bom=yes`: with a byte order mark. */
export const GET: RequestHandler = async ({ params: { format }, url, locals }) => {
	const { store, now } = locals;
	if (!isExportId(format)) return problem(404, 'This format is not to be had.');
	const { query, home, problems, catalogue, today } = await askedAt(url.searchParams, locals);
	const bom = url.searchParams.get('bom') ?? '';
	if (!['', 'yes'].includes(bom))
		problems.push({ key: 'bom', value: bom.slice(0, 60), reason: 'is not: yes' });
	if (problems.length > 0)
		return problem(400, 'Some values cannot be used; each is named below.', problems);
	const crawl = await crawlOf(store, catalogue);
	return exportResponse(
		format,
		catalogue,
		{ query, ...(home && { home }) },
		{
			...{ now, today, crawl },
			origin: url.origin,
			bom: bom === 'yes'
		}
	);
};
