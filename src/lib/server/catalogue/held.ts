import * as v from 'valibot';
import type { Catalogue } from '#lib/search/catalogue.ts';
import type { Contacts } from '#lib/server/registry/registry.ts';
import type { Store } from '#lib/server/store/store.ts';
import { catalogueOf } from './catalogue.ts';
import { entryOf, inTurns, isEntry, isUnfit, type Entry } from './entry.ts';

/** All that is swapped at once when new data come. */
export interface Held {
	catalogue: Catalogue;
	entries: ReadonlyMap<string, Entry>;
	/** Persons of live records: in memory only. */
	contacts: ReadonlyMap<string, Contacts>;
}

export function heldOf(
	catalogue: Catalogue,
	entries: readonly Entry[],
	contacts: ReadonlyMap<string, Contacts> = new Map()
): Held {
	return { catalogue, entries: new Map(entries.map((entry) => [entry.nctId, entry])), contacts };
}

/**
 * The last good data of the store, or undefined where nothing was ever stored. Labels are kept where
 * the rules are still the same, else given anew.
 */
export async function fromStore(store: Store): Promise<Held | undefined> {
	const kept = await store.load();
	if (!kept) return undefined;
	const read = await inTurns(kept.studies, ({ record, labels, rules }) =>
		entryOf(record, { labels, rules })
	);
	const entries = read.filter(isEntry);
	const live = await store.lastLive();
	const dataTimestamp = kept.refresh.dataTimestamp ?? live?.dataTimestamp;
	const catalogue = catalogueOf(entries, [...read.filter(isUnfit), ...kept.setAside], {
		source: 'stored',
		...(dataTimestamp === undefined ? {} : { dataTimestamp }),
		...(live ? { fetchedAt: live.endedAt } : {}),
		question: v.parse(v.fallback(v.array(v.string()), []), live?.question),
		narrow: live?.narrow ?? false
	});
	return heldOf(catalogue, entries);
}
