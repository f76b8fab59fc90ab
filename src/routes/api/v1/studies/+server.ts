import { answer } from '#lib/search/answer.ts';
import { parse } from '#lib/search/url.ts';
import { json, problem } from '#lib/server/http.ts';
import { answerJson } from '#lib/server/render/json.ts';
import type { RequestHandler } from './$types';

/** The studies that a query finds, with facets (API contract §4). */
export const GET: RequestHandler = ({ url, request, locals: { catalogue, now, today } }) => {
	const parsed = parse(url.searchParams);
	if (parsed.problems.length > 0)
		return problem(400, 'Some values cannot be used; each is named below.', parsed.problems);
	const found = answer(catalogue, parsed.query, today);
	return json(request, answerJson(found, parsed, catalogue, { now, today, origin: url.origin }));
};
