import {
	CTGOV_BASE_URL,
	CTGOV_PACE_MS,
	CTGOV_PAGE_SIZE,
	CTGOV_QUERY,
	CTGOV_USER_AGENT,
	DATA_DIR,
	REFRESH_MINUTES
} from '$app/env/private';
import { dayOf } from '#lib/study/date.ts';
import { createHolder, type Holder } from './catalogue/holder.ts';
import { log } from './log.ts';
import { purgeComments } from './rating.ts';
import { defaultQuery } from './registry/registry.ts';
import { openOrSetAside } from './store/open.ts';
import type { Store } from './store/store.ts';

/** How often a running server looks whether another process wrote to the store. */
const followMs = 10_000;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Opens the store, takes the catalogue in hand and keeps it fresh in the background until the
 * server ends. The first page never waits for the network.
 */
export async function startFinder(): Promise<{ finder: Holder; store: Store }> {
	const { store } = await openOrSetAside(DATA_DIR, log);
	const holder = await createHolder(
		store,
		{
			baseUrl: CTGOV_BASE_URL,
			userAgent: CTGOV_USER_AGENT,
			query: CTGOV_QUERY ?? defaultQuery,
			paceMs: CTGOV_PACE_MS,
			pageSize: CTGOV_PAGE_SIZE
		},
		log
	);
	const purge = () =>
		purgeComments(store, dayOf(new Date())).catch((error: unknown) => {
			log(`Old comments could not be deleted: ${String(error)}`);
		});
	void purge();
	const timers = [
		setInterval(() => void holder.followStore(), followMs),
		setInterval(() => void purge(), dayMs)
	];
	if (REFRESH_MINUTES > 0) {
		void holder.refresh();
		timers.push(setInterval(() => void holder.refresh(), REFRESH_MINUTES * 60_000));
	}
	process.once('sveltekit:shutdown', () => {
		timers.forEach(clearInterval);
		holder.stop();
		void store.close();
	});
	return { finder: holder, store };
}
