import { isPersonal } from '#lib/search/refine.ts';
import { asked } from '#lib/server/asked.ts';
import { json, problem } from '#lib/server/http.ts';
import { changesAsked, changesJson, changesKeys } from '#lib/server/render/feed-changes.ts';
import type { RequestHandler } from './$types';

/** What changed in the studies that a query finds, of every kind, newest first. */
export const GET: RequestHandler = async ({ url, request, locals: { recent } }) => {
	const { query, home, problems, unknown } = asked(url.searchParams);
	const part = changesAsked(url.searchParams);
	const wrong = [...problems, ...part.problems];
	if (wrong.length > 0)
		return problem(400, 'Some values cannot be used; each is named below.', wrong);
	const { since, after } = part.asked;
	const body = changesJson(
		await recent.since(since),
		part.asked,
		{ query, home, origin: url.origin },
		unknown.filter(({ key }) => !changesKeys.has(key))
	);
	if (body) return json(request, body, isPersonal(query));
	const reason = 'is not among the changes that this address finds';
	return problem(400, 'There is no such place in the list; begin again without “after”.', [
		{ key: 'after', value: after ?? '', reason }
	]);
};
