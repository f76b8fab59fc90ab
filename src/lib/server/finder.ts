import {
	CTGOV_BASE_URL,
	CTGOV_PACE_MS,
	CTGOV_PAGE_SIZE,
	CTGOV_QUERY,
	CTGOV_USER_AGENT,
	DATABASE_URL,
	DATA_DIR,
	REFRESH_MINUTES
} from '$app/env/private';
import { dayOf } from '#lib/study/date.ts';
import { createHolder, type Holder } from './catalogue/holder.ts';
import { createPast, type Past } from './catalogue/past.ts';
import { createRecent, type Recent } from './catalogue/recent.ts';
import { log } from './log.ts';
import { findPlace } from './places/places.ts';
import { purgeComments } from './rating.ts';
import { defaultQuery } from './registry/registry.ts';
import { takePart } from './store/leader.ts';
import { openConfigured } from './store/open.ts';
import type { Store } from './store/store.ts';

/**
 * How often a running server looks whether another process wrote to the store. On PostgreSQL it is
 * told at once; this is for when the telling fails.
 */
const followMs = 10_000;
const dayMs = 24 * 60 * 60 * 1000;

/** What a server has in hand. */
export interface Started {
	finder: Holder;
	store: Store;
	recent: Recent;
	past: Past;
}

/**
 * Opens the store, takes the catalogue in hand and keeps it fresh in the background until the
 * server ends. The first page never waits for the network. Of many processes on one database, one
 * asks the registry and the others follow.
 */
export async function startFinder(): Promise<Started> {
	const { store, problem } = await openConfigured(
		{ dataDir: DATA_DIR, databaseUrl: DATABASE_URL },
		log
	);
	const holder = await createHolder(
		store,
		{
			baseUrl: CTGOV_BASE_URL,
			userAgent: CTGOV_USER_AGENT,
			query: CTGOV_QUERY ?? defaultQuery,
			paceMs: CTGOV_PACE_MS,
			pageSize: CTGOV_PAGE_SIZE
		},
		log,
		{ shared: DATABASE_URL !== undefined }
	);
	const purge = () =>
		purgeComments(store, dayOf(new Date())).catch((error: unknown) => {
			log(`Old comments could not be deleted: ${String(error)}`);
		});
	const recent = createRecent(store);
	const past = createPast(store);
	const news = () =>
		recent.update().catch((error: unknown) => {
			log(`The last changes could not be read: ${String(error)}`);
		});
	await news();
	const follow = () => void holder.followStore().then(news);
	const refresh = (term: AbortSignal) => void holder.refresh(term).then(news);
	const lead = REFRESH_MINUTES > 0 ? (term: AbortSignal) => keepFresh(refresh, term) : undefined;
	// the tables of places are unpacked at their first use: not while a visitor waits
	setTimeout(() => findPlace('Chigaco'), 1000).unref();
	const end = new AbortController();
	void purge();
	const timers = [setInterval(follow, followMs), setInterval(() => void purge(), dayMs)];
	if (DATABASE_URL === undefined) lead?.(end.signal);
	else void takePart(DATABASE_URL, { lead, stored: follow, log }, end.signal);
	process.once('sveltekit:shutdown', () => {
		timers.forEach(clearInterval);
		end.abort();
		void store.close();
	});
	// the folder or the file may be unusable while the registry and the catalogue are well
	const finder = { ...holder, problem: () => problem() ?? holder.problem() };
	return { finder, store, recent, past };
}

/** Asks the registry now and every so often, until the term is over. */
function keepFresh(refresh: (term: AbortSignal) => void, term: AbortSignal): void {
	const timer = setInterval(() => refresh(term), REFRESH_MINUTES * 60_000);
	term.addEventListener('abort', () => clearInterval(timer), { once: true });
	refresh(term);
}
