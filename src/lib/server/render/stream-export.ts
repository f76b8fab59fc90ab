import { setImmediate as turn } from 'node:timers/promises';
import { answer, type Answer } from '#lib/search/answer.ts';
import type { Catalogue } from '#lib/search/catalogue.ts';
import type { Home } from '#lib/search/nearness.ts';
import type { Query } from '#lib/search/query.ts';
import type { ExportId } from '#lib/search/receipt-links.ts';
import { withoutShowing } from '#lib/search/receipt-funnel.ts';
import { isPersonal } from '#lib/search/refine.ts';
import { serialise } from '#lib/search/url.ts';
import { fileName } from './file-name.ts';
import { writtenReceipt, type ReceiptAt } from './receipt.ts';
import { streamOf } from './stream.ts';
import { exportFormats } from './stream-formats.ts';

/** The answer with all studies that were found, in order, on one page. */
export function wholeAnswer(
	catalogue: Catalogue,
	query: Query,
	today: string,
	home?: Home
): Answer {
	// not Infinity: the place of a page is counted by it, and 0 times Infinity is not a number
	const whole = { ...query, page: 1, size: Number.MAX_SAFE_INTEGER };
	return answer(catalogue, whole, today, home);
}

/**
 * A file of all that a query finds, streamed: its head leaves before the search is done.
 * @param home the place that `near` was found to mean
 */
export function exportResponse(
	format: ExportId,
	catalogue: Catalogue,
	{ query, home }: { query: Query; home?: Home },
	at: ReceiptAt & { bom: boolean }
): Response {
	const { write, type } = exportFormats[format];
	const { today, origin, bom } = at;
	const prepare = async () => {
		// a search keeps the process busy: first let the head of the file leave
		await turn();
		const found = wholeAnswer(catalogue, query, today, home);
		return { hits: found.studies, ...(await writtenReceipt(catalogue, found, at)) };
	};
	const address = serialise(withoutShowing(query));
	return new Response(streamOf(write({ catalogue, today, origin, bom, prepare })), {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${fileName(catalogue, query, format)}"`,
			'cache-control': isPersonal(query) ? 'private, no-store' : 'public, max-age=60',
			// where the receipt is also to be had, for a file that holds no study to carry it
			link: `<${origin}/api/v1/receipt${address}>; rel="describedby"; type="application/json"`
		}
	});
}
