import type { Problem } from '#lib/search/url.ts';
import { inView } from '#lib/search/changes-in-view.ts';
import type { Home } from '#lib/search/nearness.ts';
import type { Query } from '#lib/search/query.ts';
import { serialise } from '#lib/search/url.ts';
import { isPartialDate } from '#lib/study/date.ts';
import { isNctId, registryUrl, titleOf } from '#lib/study/study.ts';
import { stated } from '#lib/study/stated.ts';
import type { News } from '#lib/server/catalogue/news.ts';
import type { Since } from '#lib/server/catalogue/recent.ts';
import { studyLinks } from './json.ts';

/** Which part of the changes is asked for. */
export interface ChangesAsked {
	/** ISO instant; undefined: as far back as memory reaches. */
	since?: string;
	limit: number;
	/** The last change that the client has: those that come after it in the list are wanted. */
	after?: string;
}

/** The keys of `GET /api/v1/changes` besides those of a search. */
export const changesKeys = new Set(['since', 'limit', 'after']);
const mostOnPage = 500;
const usual = 100;

/** Reads `since`, `limit` and `after`; what is wrong with them is reported. */
export function changesAsked(params: URLSearchParams): {
	asked: ChangesAsked;
	problems: Problem[];
} {
	const problems: Problem[] = [];
	const given = (key: string) => params.get(key)?.trim() || undefined;
	const bad = (key: string, value: string, reason: string) => {
		problems.push({ key, value: value.slice(0, 60), reason });
		return undefined;
	};
	const [since, limit, after] = [given('since'), given('limit'), given('after')];
	const instant = since === undefined ? undefined : instantOf(since);
	if (since !== undefined && instant === undefined)
		bad('since', since, 'is not a day or an instant such as 2026-05-31 or 2026-05-31T09:00:00Z');
	const number = limit === undefined ? usual : /^\d{1,3}$/.test(limit) ? Number(limit) : 0;
	if (number < 1 || number > mostOnPage)
		bad('limit', limit ?? '', `is not a number from 1 to ${mostOnPage}`);
	if (after !== undefined && !/^[0-9a-f]{24}$/.test(after))
		bad('after', after, 'is not the id of a change');
	return { asked: { limit: number, ...stated({ since: instant, after }) }, problems };
}

/**
 * The changes that concern a search as `GET /api/v1/changes` gives them: newest first. `since` is
 * later than what was asked for where the history does not reach so far back (or where there is too
 * much of it: before that instant the list has what feeds tell of); `until` is what a
 * client asks as `since` the next time. Undefined where `after` is not among these changes.
 */
export function changesJson(
	{ news, since, until }: Since,
	{ since: from, limit, after }: ChangesAsked,
	{ query, home, origin }: { query: Query; home?: Home | undefined; origin: string },
	ignored: readonly Problem[]
) {
	const found = inView(news, query, home);
	const place = after === undefined ? -1 : found.findIndex(({ id }) => id === after);
	if (after !== undefined && place < 0) return undefined;
	const page = found.slice(place + 1, place + 1 + limit);
	const last = page.at(-1);
	const more = last !== undefined && place + 1 + page.length < found.length;
	return {
		since,
		until,
		query: { canonical: serialise(query), ignored },
		total: found.length,
		changes: page.map((step) => changeJson(step, origin)),
		links: {
			...(more && { next: nextLink(last.id, { since: from ?? since, limit, query, origin }) })
		}
	};
}

function changeJson({ id, nctId, at, kinds, changes, before, after }: News, origin: string) {
	const study = (after ?? before)?.study;
	return {
		...{ id, nctId, at, kinds, changes },
		title: study ? titleOf(study) : nctId,
		links: linksOf(nctId, after !== undefined, origin)
	};
}

/** A study that left has no page here any more. */
function linksOf(nctId: string, here: boolean, origin: string) {
	if (!isNctId(nctId)) return {};
	return here ? studyLinks(nctId, origin) : { registry: registryUrl(nctId) };
}

function nextLink(
	after: string,
	{ since, limit, query, origin }: { since: string; limit: number; query: Query; origin: string }
): string {
	const params = new URLSearchParams(serialise(query));
	params.set('since', since);
	params.set('limit', String(limit));
	params.set('after', after);
	return `${origin}/api/v1/changes?${params.toString()}`;
}

/** A day (its beginning, UTC) or an instant with a zone, as an ISO instant. */
function instantOf(text: string): string | undefined {
	const [, day = '', time] =
		/^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/.exec(
			text
		) ?? [];
	if (!isPartialDate(day)) return undefined;
	const instant = new Date(time === undefined ? `${day}T00:00:00.000Z` : text);
	return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}
