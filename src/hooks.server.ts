import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { dayOf } from '#lib/study/date.ts';
import type { Holder } from '#lib/server/catalogue/holder.ts';
import { startFinder } from '#lib/server/finder.ts';
import type { Store } from '#lib/server/store/store.ts';
import { log } from '#lib/server/log.ts';

let started: { finder: Holder; store: Store };

export const init: ServerInit = async () => {
	started = await startFinder();
};

/** One catalogue and one clock for the whole of a request. */
const withCatalogue: Handle = ({ event, resolve }) => {
	const now = new Date();
	const { finder, store } = started;
	event.locals.finder = finder;
	event.locals.store = store;
	event.locals.catalogue = finder.catalogue();
	event.locals.now = now;
	event.locals.today = dayOf(now);
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
	if (event.url.pathname.startsWith('/api/')) headers.set('access-control-allow-origin', '*');
	return response;
};

export const handle = sequence(withCatalogue, secured);

/** Surprises get an id that is in the log; the query string never is. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status === 404) return { message: 'There is no page at this address' };
	if (status < 500) return { message };
	const id = crypto.randomUUID();
	log(
		`Error ${id} at ${event.route.id ?? 'an unknown route'}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
	);
	return { message: 'This page could not be made', next: 'Try again in a minute.', id };
};
