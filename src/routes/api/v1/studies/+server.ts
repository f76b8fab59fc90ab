import { answer } from '#lib/search/answer.ts';
import { askedAt } from '#lib/server/asked.ts';
import { personalKeys } from '#lib/search/refine.ts';
import { json, problem } from '#lib/server/http.ts';
import { answerJson } from '#lib/server/render/json.ts';
import type { RequestHandler } from './$types';

/** The studies that a query finds, with facets (API contract §4). */
export const GET: RequestHandler = async ({ url, request, locals }) => {
	const parsed = await askedAt(url.searchParams, locals);
	const { catalogue, today } = parsed;
	const { now } = locals;
	if (parsed.problems.length > 0)
		return problem(400, 'Some values cannot be used; each is named below.', parsed.problems);
	const found = answer(catalogue, parsed.query, today, parsed.home);
	const body = answerJson(found, parsed, catalogue, { now, today, origin: url.origin });
	return json(
		request,
		body,
		personalKeys.some((key) => url.searchParams.has(key))
	);
};
