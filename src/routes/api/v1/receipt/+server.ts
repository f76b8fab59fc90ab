import { isPersonal } from '#lib/search/refine.ts';
import { askedAt } from '#lib/server/asked.ts';
import { json, problem } from '#lib/server/http.ts';
import { crawlOf, receiptJson, writtenReceipt } from '#lib/server/render/receipt.ts';
import { asksRerun, rerunResponse, sentResponse } from '#lib/server/render/receipt-request.ts';
import { wholeAnswer } from '#lib/server/render/stream-export.ts';
import type { RequestHandler } from './$types';

/**
 * How the list of a query was made, with what was hashed of each study, to repeat the search. With
 * the `at` and the `hash` of a receipt: what the same search finds now, and what differs.
 */
export const GET: RequestHandler = async ({ url, request, locals }) => {
	if (asksRerun(url.searchParams)) return rerunResponse(request, url.searchParams, locals);
	const { store, now } = locals;
	const { query, home, problems, catalogue, today } = await askedAt(url.searchParams, locals);
	if (problems.length > 0)
		return problem(400, 'Some values cannot be used; each is named below.', problems);
	const found = wholeAnswer(catalogue, query, today, home);
	const crawl = await crawlOf(store, catalogue);
	const at = { now, today, crawl, origin: url.origin };
	const written = await writtenReceipt(catalogue, found, at);
	return json(request, receiptJson(written, found.studies), isPersonal(query));
};

/** A receipt with its list, from any installation: its search again on the data here. */
export const POST: RequestHandler = ({ request, locals }) => sentResponse(request, locals);
