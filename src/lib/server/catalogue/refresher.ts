import { rulesVersion } from '#lib/mechanism/rules.ts';
import {
	contactsOf,
	crawl,
	defaultQuery,
	fetchVersion,
	questionParts,
	withoutPersons,
	type Contacts,
	type RegistrySettings
} from '#lib/server/registry/registry.ts';
import type { Store } from '#lib/server/store/store.ts';
import { catalogueOf } from './catalogue.ts';
import { entryOf, inTurns, isEntry, isUnfit, type Entry, type Unfit } from './entry.ts';
import { heldOf, type Held } from './held.ts';

export type RefresherSettings = RegistrySettings;

type Refresher = (held: Held, signal: AbortSignal) => Promise<Held>;

/**
 * Makes the function that asks the registry and gives new data in place of the old: first for the
 * version of its data, then, where that is new, for all studies. What came is stored in one
 * transaction before it is shown. Throws with a sentence when the registry cannot be used; the old
 * data stay.
 */
export function createRefresher(
	store: Store,
	settings: RefresherSettings,
	log: (sentence: string) => void
): Refresher {
	return async (held, signal) => {
		const { dataTimestamp } = await fetchVersion(settings, signal);
		if (dataTimestamp !== undefined && (await isCurrent(store, held, settings, dataTimestamp))) {
			const fetchedAt = new Date().toISOString();
			return { ...held, catalogue: { ...held.catalogue, source: 'live', fetchedAt } };
		}
		return takeIn(await crawl(settings, signal), held);
	};

	async function takeIn(crawled: Awaited<ReturnType<typeof crawl>>, held: Held): Promise<Held> {
		if (crawled.records.length === 0)
			throw new Error('The registry sent no study at all, which cannot be; the old data stay');
		const contacts = new Map<string, Contacts>();
		const read = await inTurns(crawled.records, ({ nctId, raw }) => {
			contacts.set(nctId, contactsOf(raw));
			const record = withoutPersons(raw);
			const before = held.entries.get(nctId);
			const same = before?.record === JSON.stringify(record) && before.rules === rulesVersion;
			return same ? before : entryOf(record);
		});
		const fitting = read.filter(isEntry);
		const setAside = [...crawled.setAside, ...read.filter(isUnfit)];
		const { startedAt, endedAt, question, narrow, received, repeated } = crawled;
		const { dataTimestamp, totalCount } = crawled;
		const saved = await store.save(
			{
				...{ kind: 'live', startedAt, endedAt, question, narrow, received, repeated },
				...{ dataTimestamp, totalCount, rules: rulesVersion }
			},
			fitting.map(({ nctId, record, hash, labels, rules }) => ({
				...{ nctId, hash, labels, rules },
				record: JSON.parse(record)
			})),
			setAside
		);
		const entries = [...fitting, ...lastGood(setAside, held)];
		log(
			`Refreshed: ${entries.length} studies, ${setAside.length} set aside; ${saved.entered.length} entered, ` +
				`${saved.changed.length} changed, ${saved.left.length} left, ${saved.relabelled.length} relabelled`
		);
		const catalogue = catalogueOf(entries, setAside, {
			source: 'live',
			fetchedAt: endedAt,
			...(dataTimestamp === undefined ? {} : { dataTimestamp }),
			question,
			narrow
		});
		return heldOf(catalogue, entries, contacts);
	}
}

/** The account of a run that failed, for the store. */
export function failure(settings: RefresherSettings, startedAt: string, reason: string) {
	return {
		kind: 'live' as const,
		startedAt,
		endedAt: new Date().toISOString(),
		question: asked(settings),
		narrow: false,
		received: 0,
		repeated: 0,
		rules: rulesVersion,
		reason
	};
}

function asked(settings: RefresherSettings): string[] {
	return questionParts(settings.query ?? defaultQuery).map(({ words }) => words);
}

/** A study that came in a shape we cannot read keeps its last good record, as the store does. */
function lastGood(setAside: readonly Unfit[], held: Held): Entry[] {
	if (held.catalogue.source === 'starter') return [];
	return setAside
		.map(({ nctId }) => (nctId === undefined ? undefined : held.entries.get(nctId)))
		.filter((entry) => entry !== undefined);
}

/** Are the data in hand what the registry has now: same version, same question, same rules? */
async function isCurrent(
	store: Store,
	held: Held,
	settings: RefresherSettings,
	dataTimestamp: string
): Promise<boolean> {
	const live = await store.lastLive();
	return (
		held.catalogue.source !== 'starter' &&
		live?.dataTimestamp === dataTimestamp &&
		live.id === (await store.newestRefreshId()) &&
		live.rules === rulesVersion &&
		JSON.stringify(live.question) === JSON.stringify(asked(settings))
	);
}
