import type { Catalogue } from '#lib/search/catalogue.ts';
import type { NctId } from '#lib/study/study.ts';
import type { Contacts } from '#lib/server/registry/registry.ts';
import type { Refresh, Store } from '#lib/server/store/store.ts';
import { fromStore, heldOf, type Held } from './held.ts';
import { createRefresher, failure, type RefresherSettings } from './refresher.ts';
import { starterCatalogue } from './starter.ts';

/** The studies in hand: what every visitor's request is answered from. */
export interface Holder {
	catalogue(): Catalogue;
	/** The registry record as received, persons left out; undefined in the starter, which has none. */
	record(id: NctId): unknown;
	/** Whom to call: only while the data are live, and only in the process that asked for them. */
	contacts(id: NctId): Contacts | undefined;
	/** Why the store cannot be read or the last refresh failed, in a sentence; undefined after a good one. */
	problem(): string | undefined;
	/**
	 * Asks the registry now, or joins the asking under way. Never throws: a failure is `problem()`.
	 * Nothing is stored after `term` is aborted.
	 */
	refresh(term: AbortSignal): Promise<void>;
	/**
	 * Takes in what another process wrote to the store, if anything: the import command, or the one
	 * that refreshes. Never throws: a failure is `problem()`.
	 */
	followStore(): Promise<void>;
}

/**
 * Takes the stored data in hand if there are any and they can be read, else the starter. Asks nobody.
 * @param log gets one sentence for each thing that an operator should know
 * @param options.shared other processes keep the store fresh: its data are live while a check of
 * theirs is
 */
export async function createHolder(
	store: Store,
	settings: RefresherSettings,
	log: (sentence: string) => void,
	{ shared = false } = {}
): Promise<Holder> {
	let held = starter();
	/** The run whose data are in hand. */
	let stored: number | undefined;
	let failed: string | undefined;
	let away: string | undefined;
	const refresher = createRefresher(store, settings, log);

	/** Gives how many studies it took in; undefined where there was nothing new. */
	async function takeIn(): Promise<number | undefined> {
		const newest = await store.newestRefreshId();
		if (newest === undefined) return undefined;
		const fresh = newest === stored ? undefined : await fromStore(store);
		const next = asOf(fresh ?? held, await store.lastLive(), shared);
		if (next !== held) failed = undefined;
		held = next;
		stored = newest;
		return fresh?.catalogue.studies.length;
	}

	async function follow(): Promise<number | undefined> {
		try {
			const taken = await takeIn();
			if (away !== undefined) log('The store can be read again');
			away = undefined;
			return taken;
		} catch (error) {
			const reason = String(error);
			if (reason !== away) log(`The store cannot be read: ${reason}`);
			away = reason;
			return undefined;
		}
	}

	async function ask(term: AbortSignal) {
		if (term.aborted) return;
		await follow();
		if (away !== undefined) return;
		const startedAt = new Date().toISOString();
		try {
			const refreshed = await refresher(held, term);
			held = refreshed.held;
			stored = refreshed.refreshId ?? stored;
			failed = undefined;
		} catch (error) {
			if (term.aborted) return;
			failed = error instanceof Error ? error.message : String(error);
			// the cause may name hosts, which are for the log only
			const cause = error instanceof Error && error.cause ? `: ${String(error.cause)}` : '';
			log(`The refresh failed: ${failed}${cause}`);
			await store.recordFailure(failure(settings, startedAt, failed)).catch((reason: unknown) => {
				log(`The failure could not be stored: ${String(reason)}`);
			});
		}
	}

	// One thing at a time: what was read from the store a while ago must not replace what a refresh
	// has brought meanwhile.
	let last: Promise<void> = Promise.resolve();
	const inTurn = (work: () => Promise<void>) => (last = last.then(work));
	let asking: { term: AbortSignal; done: Promise<void> } | undefined;
	let following: Promise<void> | undefined;

	await follow();
	return {
		catalogue: () => held.catalogue,
		record: (id) =>
			held.catalogue.source === 'starter' ? undefined : parsed(held.entries.get(id)?.record),
		contacts: (id) => (held.catalogue.source === 'live' ? held.contacts.get(id) : undefined),
		// where the database is, and who asks it, is for the log only
		problem: () => (away === undefined ? failed : 'The store cannot be read'),
		refresh(term) {
			// an asking of a term that is over ends in nothing: the new term asks itself
			if (asking?.term !== term) asking = { term, done: inTurn(() => ask(term)) };
			const { done } = asking;
			return done.finally(() => {
				if (asking?.done === done) asking = undefined;
			});
		},
		followStore: () =>
			(following ??= inTurn(async () => {
				// what is stored from now on is for the next one
				following = undefined;
				const taken = await follow();
				if (taken !== undefined) log(`Took in ${taken} studies that another process stored`);
			}))
	};
}

/** The data with the time of the last check that the store knows of; the same object where it is the same. */
function asOf(held: Held, live: Refresh | undefined, shared: boolean): Held {
	const { catalogue } = held;
	if (live === undefined || catalogue.source === 'starter') return held;
	const source = shared ? 'live' : catalogue.source;
	const fetchedAt = live.checkedAt ?? live.endedAt;
	if (source === catalogue.source && fetchedAt === catalogue.fetchedAt) return held;
	return { ...held, catalogue: { ...catalogue, source, fetchedAt } };
}

function parsed(json: string | undefined): unknown {
	return json === undefined ? undefined : JSON.parse(json);
}

function starter(): Held {
	const { catalogue, entries } = starterCatalogue();
	return heldOf(catalogue, entries);
}
