import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { LOG_LEVEL, PAGE_CACHE, RATE_LIMIT } from '$app/env/private';
import { dayOf } from '#lib/study/date.ts';
import { sourceAt } from '#lib/search/data-state.ts';
import { startFinder, type Started } from '#lib/server/finder.ts';
import { refusal } from '#lib/server/http.ts';
import { log, logError, setLogLevel } from '#lib/server/log.ts';
import { cacheKey } from '#lib/server/serve/cache-key.ts';
import { createMetrics, type Metrics } from '#lib/server/serve/metrics.ts';
import { createPageCache } from '#lib/server/serve/page-cache.ts';
import { clientOf, createRateLimit, limitFor } from '#lib/server/serve/rate-limit.ts';

let started: Started;
let metrics: Metrics;
const cache = createPageCache(64 * 1024 * 1024);
const takeFrom = createRateLimit();

export const init: ServerInit = async () => {
	setLogLevel(LOG_LEVEL);
	started = await startFinder();
	const { finder } = started;
	metrics = createMetrics({ catalogue: finder.catalogue, problem: finder.problem, cache });
};

/** One line and one count for each request: the pattern of its route, never its address. */
const watched: Handle = async ({ event, resolve }) => {
	const begun = performance.now();
	const response = await resolve(event);
	const ms = Math.round(performance.now() - begun);
	const route = event.route.id ?? 'none';
	const { method } = event.request;
	metrics.answered({ method, route, status: response.status, ms });
	log('answered', { method, route, status: response.status, ms });
	return response;
};

/** One catalogue and one clock for the whole of a request. */
const withCatalogue: Handle = ({ event, resolve }) => {
	const now = new Date();
	const { finder } = started;
	Object.assign(event.locals, {
		...started,
		...{ metrics, now, catalogue: finder.catalogue(), today: dayOf(now) }
	});
	return resolve(event);
};

/** What every answer says, besides the content security policy of svelte.config.js. */
const secured: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const { headers } = response;
	headers.set('x-content-type-options', 'nosniff');
	headers.set('x-frame-options', 'DENY');
	// addresses hold what a visitor looks for: no other site learns them (with "no-referrer" browsers
	// would send forms with an Origin of null, and SvelteKit refuses those)
	headers.set('referrer-policy', 'same-origin');
	headers.set('cross-origin-opener-policy', 'same-origin');
	headers.set('permissions-policy', 'camera=(), geolocation=(self), microphone=(), payment=()');
	if (event.url.protocol === 'https:')
		headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
	if (event.url.pathname.startsWith('/api/')) {
		headers.set('access-control-allow-origin', '*');
		headers.set(
			'access-control-expose-headers',
			'etag, link, ratelimit, ratelimit-policy, retry-after'
		);
	}
	return response;
};

/** Longer addresses than any link of ours are refused before anything reads them. */
const longest = 8000;
/** Requests that are answered at one time; more are asked to come back. */
const mostAtOnce = 250;
let underWay = 0;

/** Bounds on what one client, and all together, can ask of this process. */
const bounded: Handle = async ({ event, resolve }) => {
	const { pathname, href } = event.url;
	// a browser of another site asks first whether it may send a receipt, or a tag that it has
	if (event.request.method === 'OPTIONS' && pathname.startsWith('/api/'))
		return new Response(null, {
			status: 204,
			headers: {
				'access-control-allow-methods': 'GET, HEAD, POST',
				'access-control-allow-headers': 'content-type, if-none-match',
				'access-control-max-age': '86400'
			}
		});
	if (href.length > longest) return refusal(event.request, 414, 'The address is too long.');
	// SvelteKit looks a form's action up by name, and would find what every object has (`?/constructor`)
	const action = /^\?\/([^&=]*)/.exec(event.url.search)?.[1];
	if (action !== undefined && action in {})
		return refusal(event.request, 404, 'There is no such form.');
	const name = RATE_LIMIT === 'on' ? limitFor(event.request.method, pathname) : undefined;
	const allowance = name && (await takeFrom(clientOf(event.getClientAddress()), name));
	if (allowance && !allowance.allowed) {
		const refused = refusal(
			event.request,
			429,
			'Too many requests came from here. Try again in a minute.'
		);
		for (const [key, value] of Object.entries(allowance.headers)) refused.headers.set(key, value);
		return refused;
	}
	if (underWay >= mostAtOnce) {
		const busy = refusal(
			event.request,
			503,
			'Too many people ask at the moment. Try again in a few seconds.'
		);
		busy.headers.set('retry-after', '5');
		return busy;
	}
	underWay += 1;
	try {
		const response = await resolve(event);
		for (const [key, value] of Object.entries(allowance?.headers ?? {}))
			response.headers.set(key, value);
		return response;
	} finally {
		underWay -= 1;
	}
};

/** What a kept answer depends on besides its address: the data, the day, and whether they are live. */
let age = { catalogue: {}, day: '', source: '' };

/** Answers from memory what was rendered before from the same data. */
const remembered: Handle = async ({ event, resolve }) => {
	const { catalogue, now, today } = event.locals;
	const key =
		PAGE_CACHE === 'on' && !event.isDataRequest ? cacheKey(event.request, event.url) : undefined;
	if (key === undefined) return resolve(event);
	const source = sourceAt(catalogue, now);
	if (age.catalogue !== catalogue || age.day !== today || age.source !== source)
		age = { catalogue, day: today, source };
	return cache.answer(event.request, key, age, async () => resolve(event));
};

export const handle = sequence(withCatalogue, watched, secured, bounded, remembered);

/** Surprises get an id that is in the log; the query string never is. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status === 404) return { message: 'There is no page at this address' };
	if (status < 500) return { message };
	const id = crypto.randomUUID();
	metrics.failed();
	logError(`Error at ${event.route.id ?? 'an unknown route'}`, {
		id,
		error: error instanceof Error ? (error.stack ?? error.message) : String(error)
	});
	return { message: 'This page could not be made', next: 'Try again in a minute.', id };
};
