import type { Query } from '#lib/search/query.ts';
import { parse } from '#lib/search/url.ts';

/** The query that a form asks, as the browser would send it without script. */
export function queryOf(form: HTMLFormElement): Query {
	const asked = new URLSearchParams();
	for (const [key, value] of new FormData(form))
		if (typeof value === 'string') asked.append(key, value);
	return parse(asked).query;
}
