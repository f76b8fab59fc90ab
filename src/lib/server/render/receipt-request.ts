import * as v from 'valibot';
import { isPersonal } from '#lib/search/refine.ts';
import { parse, type Problem } from '#lib/search/url.ts';
import { asked } from '#lib/server/asked.ts';
import { json, problem } from '#lib/server/http.ts';
import { bodyText, Hash, Instant, readSent } from './receipt-body.ts';
import { compareWithHistory, compareWithList, type Present, type Search } from './receipt-rerun.ts';

/** Does the address ask to run a receipt again, and not for a new one? */
export function asksRerun(params: URLSearchParams): boolean {
	return params.has('hash') || params.has('at');
}

/** Answers `…&at=<instant>&hash=<hash>`: the search again, held against this site's history. */
export async function rerunResponse(
	request: Request,
	params: URLSearchParams,
	present: Present
): Promise<Response> {
	const hash = v.safeParse(Hash, params.get('hash') ?? '');
	const at = v.safeParse(Instant, params.get('at') ?? '');
	const { search, problems } = readSearch(params);
	const all = [...problems, ...problemOf('hash', params, hash), ...problemOf('at', params, at)];
	if (at.success && at.output > present.now.toISOString())
		all.push({ key: 'at', value: at.output, reason: 'is in the future' });
	if (all.length > 0 || !hash.success || !at.success) return problem(400, mistakes, all);
	const receipt = { hash: hash.output, at: at.output };
	const compared = await compareWithHistory(search, receipt, present);
	return json(request, compared, isPersonal(search.query));
}

/** Answers a receipt that is sent with its list: its search again, held against that list. */
export async function sentResponse(request: Request, present: Present): Promise<Response> {
	const body = await bodyText(request);
	if (!body.ok)
		return body.status === 413
			? problem(413, 'The receipt is larger than 5 MB.')
			: problem(400, 'The receipt is not text in UTF-8.');
	const read = readSent(body.text);
	if (!read.ok)
		return problem(400, 'The receipt cannot be read; what is wrong is named below.', [
			read.problem
		]);
	const { search, problems } = readSearch(new URLSearchParams(read.sent.canonical));
	if (problems.length > 0) return problem(400, mistakes, problems);
	// no cache may keep what somebody sent
	return json(request, compareWithList(search, read.sent, present), true);
}

const mistakes = 'Some values cannot be used; each is named below.';

function problemOf(
	key: string,
	params: URLSearchParams,
	result: v.SafeParseResult<typeof Hash | typeof Instant>
): Problem[] {
	if (result.success) return [];
	const value = params.get(key);
	const reason = value === null ? 'is missing' : result.issues[0].message;
	return [{ key, value: (value ?? '').slice(0, 60), reason }];
}

/** The search of a receipt, with the day in the past that it may be of. */
function readSearch(params: URLSearchParams): { search: Search; problems: Problem[] } {
	const { query, home, problems } = asked(params);
	const { asof } = parse(params).query;
	return { search: { query: { ...query, asof }, ...(home && { home }) }, problems };
}
