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
import { obstacleOf } from '#lib/server/store/obstacle.ts';
import type { Store } from '#lib/server/store/store.ts';
import { catalogueOf } from './catalogue.ts';
import { entryOf, inTurns, isEntry, isUnfit, type Entry, type Unfit } from './entry.ts';
import { createGuard } from './guard.ts';
import { heldOf, type Held } from './held.ts';

export type RefresherSettings = RegistrySettings;

interface Refreshed {
	held: Held;
	/** Of the run that brought the data; absent where the registry had nothing newer. */
	refreshId?: number;
}

type Refresher = (held: Held, signal: AbortSignal) => Promise<Refreshed>;

/**
 * Makes the function that asks the registry and gives new data in place of the old: first for the
 * version of its data, then, where that is new, for all studies. What came is stored in one
 * transaction before it is shown. Throws with a sentence when the registry cannot be used, or lacks
 * too much (see `Guard`); the old data stay.
 */
export function createRefresher(
	store: Store,
	settings: RefresherSettings,
	log: (sentence: string) => void
): Refresher {
	const guard = createGuard(store, log);
	return async (held, signal) => {
		const { dataTimestamp } = await fetchVersion(settings, signal);
		const current = guard.waiting()
			? undefined
			: await currentRun(store, held, settings, dataTimestamp);
		if (current !== undefined) {
			const fetchedAt = new Date().toISOString();
			await store.recordCheck(current, fetchedAt).catch((cause: unknown) => {
				throw notStored('That the registry has nothing newer', cause);
			});
			return { held: { ...held, catalogue: { ...held.catalogue, source: 'live', fetchedAt } } };
		}
		return takeIn(await crawl(settings, signal), held, signal);
	};

	async function takeIn(
		crawled: Awaited<ReturnType<typeof crawl>>,
		held: Held,
		signal: AbortSignal
	): Promise<Refreshed> {
		if (crawled.records.length === 0)
			throw new Error('The registry sent no study at all, which cannot be; the old data stay');
		const contacts = new Map<string, Contacts>();
		const read = await inTurns(crawled.records, ({ nctId, raw }) => {
			try {
				const record = withoutPersons(raw);
				const before = held.entries.get(nctId);
				const same = before?.record === JSON.stringify(record) && before.rules === rulesVersion;
				const entry = same ? before : entryOf(record);
				contacts.set(nctId, contactsOf(raw));
				return entry;
			} catch (error) {
				// one record that is beyond us must not stop the others
				return { nctId, reason: `The record cannot be worked through (${String(error)})` };
			}
		});
		const fitting = read.filter(isEntry);
		const setAside = [...crawled.setAside, ...read.filter(isUnfit)];
		const { startedAt, endedAt, question, narrow, received, repeated } = crawled;
		const { dataTimestamp, totalCount } = crawled;
		const sent = [...crawled.records, ...setAside].map(({ nctId }) => nctId);
		await guard.pass({ question, narrow, sent: new Set(sent.filter((id) => id !== undefined)) });
		// another process may have the turn by now, and have newer data
		signal.throwIfAborted();
		const saving = store.save(
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
		const saved = await saving.catch((cause: unknown) => {
			throw notStored('What the registry sent', cause);
		});
		guard.settle();
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
		return { held: heldOf(catalogue, entries, contacts), refreshId: saved.refreshId };
	}
}

/** A failure in words for visitors; where the store is, and who asks it, is in the cause. */
function notStored(what: string, cause: unknown): Error {
	const why = obstacleOf(cause);
	return new Error(`${what} could not be stored${why === undefined ? '' : `: ${why}`}`, { cause });
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

/**
 * The run that the data in hand came from, where they are what the registry has now: same version,
 * same question, same rules.
 */
async function currentRun(
	store: Store,
	held: Held,
	settings: RefresherSettings,
	dataTimestamp: string | undefined
): Promise<number | undefined> {
	if (dataTimestamp === undefined || held.catalogue.source === 'starter') return undefined;
	const live = await store.lastLive();
	const same =
		live?.dataTimestamp === dataTimestamp &&
		live.id === (await store.newestRefreshId()) &&
		live.rules === rulesVersion &&
		JSON.stringify(live.question) === JSON.stringify(asked(settings));
	return same ? live.id : undefined;
}
