import type { Catalogue } from '#lib/search/catalogue.ts';
import type { NctId } from '#lib/study/study.ts';
import type { Contacts } from '#lib/server/registry/registry.ts';
import type { Store } from '#lib/server/store/store.ts';
import { fromStore, heldOf } from './held.ts';
import { createRefresher, failure, type RefresherSettings } from './refresher.ts';
import { starterCatalogue } from './starter.ts';

/** The studies in hand: what every visitor's request is answered from. */
export interface Holder {
	catalogue(): Catalogue;
	/** The registry record as received, persons left out; undefined in the starter, which has none. */
	record(id: NctId): unknown;
	/** Whom to call: only while the data are live, never after a restart. */
	contacts(id: NctId): Contacts | undefined;
	/** Why the last refresh failed, in a sentence; undefined after a good one. */
	problem(): string | undefined;
	/** Asks the registry now, or joins the asking under way. Never throws: a failure is `problem()`. */
	refresh(): Promise<void>;
	/** Takes in what another process (the import command) wrote to the store, if anything. */
	followStore(): Promise<void>;
	/** Ends the asking under way. */
	stop(): void;
}

/**
 * Takes the stored data in hand if there are any, else the starter. Asks nobody.
 * @param log gets one sentence for each thing that an operator should know
 */
export async function createHolder(
	store: Store,
	settings: RefresherSettings,
	log: (sentence: string) => void
): Promise<Holder> {
	let held = (await fromStore(store)) ?? starter();
	let stored = await store.newestRefreshId();
	let problem: string | undefined;
	let running: Promise<void> | undefined;
	const stopping = new AbortController();
	const refresher = createRefresher(store, settings, log);

	async function refresh() {
		const startedAt = new Date().toISOString();
		try {
			held = await refresher(held, stopping.signal);
			stored = await store.newestRefreshId();
			problem = undefined;
		} catch (error) {
			if (stopping.signal.aborted) return;
			problem = error instanceof Error ? error.message : String(error);
			log(`The refresh failed: ${problem}`);
			await store.recordFailure(failure(settings, startedAt, problem)).catch((reason: unknown) => {
				log(`The failure could not be stored: ${String(reason)}`);
			});
		}
	}

	return {
		catalogue: () => held.catalogue,
		record: (id) =>
			held.catalogue.source === 'starter' ? undefined : parsed(held.entries.get(id)?.record),
		contacts: (id) => (held.catalogue.source === 'live' ? held.contacts.get(id) : undefined),
		problem: () => problem,
		refresh: () => (running ??= refresh().finally(() => (running = undefined))),
		async followStore() {
			const newest = await store.newestRefreshId();
			if (running || newest === undefined || newest === stored) return;
			held = (await fromStore(store)) ?? held;
			stored = newest;
			log(`Took in ${held.catalogue.studies.length} studies that another process stored`);
		},
		stop: () => stopping.abort()
	};
}

function parsed(json: string | undefined): unknown {
	return json === undefined ? undefined : JSON.parse(json);
}

function starter() {
	const { catalogue, entries } = starterCatalogue();
	return heldOf(catalogue, entries);
}
