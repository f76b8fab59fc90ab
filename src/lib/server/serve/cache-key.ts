import { isPersonal } from '#lib/search/refine.ts';
import { isQueryKey, parse, serialise } from '#lib/search/url.ts';

/** Routes whose answers depend on the address and the catalogue alone. */
const withQuery =
	/^\/(?:trials|insights(?:\/[^/]+\.(?:svg|csv))?|card\.png|feed\.(?:xml|json)|api\/v1\/(?:studies|changes))$/;
const withoutQuery =
	/^\/(?:$|causes(?:\/[^/]+)?$|about(?:\/[^/]+)?$|about-trials$|glossary$|nothing-fits(?:\/sheet)?$|saved$|api$|trials\/NCT\d{8}(?:\/card\.png)?$|api\/v1\/(?:studies\/[^/]+|catalogue|causes|openapi\.json)$)/;
/** Pages for which a key that is not of the contract changes nothing; the API lists such keys. */
const forgiving = new Set(['/trials', '/insights', '/card.png']);

/**
 * The name under which an answer may be kept, the same for every way to write the same address;
 * undefined for what is not kept: another method, what says something of the visitor, what changes
 * with the moment.
 */
export function cacheKey(request: Request, url: URL): string | undefined {
	if (request.method !== 'GET') return undefined;
	const { origin, pathname, search, searchParams } = url;
	if (withoutQuery.test(pathname))
		return searchParams.has('near') || searchParams.size > 20 ? undefined : `${origin}${pathname}`;
	if (!withQuery.test(pathname)) return undefined;
	const { query } = parse(searchParams);
	// the place that cannot be found is left out of a query, and says something all the same
	if (isPersonal(query)) return undefined;
	const canonical = serialise(query);
	const own = forgiving.has(pathname) ? knownOnly(searchParams) : search;
	return `${origin}${pathname}${own === canonical ? canonical : search}`;
}

/** The search string with the keys of the contract only, as it was written. */
function knownOnly(params: URLSearchParams): string {
	const known = new URLSearchParams([...params].filter(([key]) => isQueryKey(key)));
	const text = known.toString().replaceAll('%2C', ',');
	return text === '' ? '' : `?${text}`;
}
