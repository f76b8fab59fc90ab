import { LRUCache } from 'lru-cache';
import * as v from 'valibot';
import type { Catalogue } from '#lib/search/catalogue.ts';
import { dayOf } from '#lib/study/date.ts';
import { isNctId } from '#lib/study/study.ts';
import { stated } from '#lib/study/stated.ts';
import type { Store } from '#lib/server/store/store.ts';
import { catalogueOf } from './catalogue.ts';
import { inTurns } from './entry.ts';
import { studyOf } from './news.ts';

/** Past catalogues that are kept in memory: each is a few megabytes at most. */
const most = 4;

/**
 * For how long a day is kept (ms): a run that ended just before midnight may be stored just after,
 * so a day is asked for anew in time.
 */
const keptFor = 30 * 60 * 1000;

/** The days that this installation can bring back. */
export interface Past {
	/**
	 * The catalogue as it was at the end of a day (`yyyy-MM-dd`, UTC), with the labels of its time;
	 * undefined before the first data here.
	 */
	on(day: string): Promise<Catalogue | undefined>;
	/** The first day that can be brought back; undefined where nothing was ever stored. */
	first(): Promise<string | undefined>;
}

/**
 * Brings past days back from the store. The days asked for last are kept in memory; two visitors who
 * ask for one day share the work. Both functions throw what the store throws.
 */
export function createPast(store: Pick<Store, 'asOf' | 'firstRefresh'>): Past {
	const days = new LRUCache<string, Promise<Catalogue | undefined>>({ max: most, ttl: keptFor });
	return {
		on(day) {
			const known = days.get(day);
			if (known) return known;
			const made = bringBack(store, day);
			days.set(day, made);
			// what failed, or is not there yet, is asked anew
			made.then(
				(catalogue) => catalogue ?? days.delete(day),
				() => days.delete(day)
			);
			return made;
		},
		async first() {
			const run = await store.firstRefresh();
			return run && dayOf(new Date(run.endedAt));
		}
	};
}

async function bringBack(store: Pick<Store, 'asOf'>, day: string): Promise<Catalogue | undefined> {
	const found = await store.asOf(`${day}T23:59:59.999Z`);
	if (!found) return undefined;
	const { studies, refresh } = found;
	const entries = (
		await inTurns(studies, (revision) => {
			const read = studyOf(revision);
			const { nctId, hash, rules } = revision;
			return read && isNctId(nctId) ? { ...read, nctId, hash, rules, record: '' } : undefined;
		})
	).filter((entry) => entry !== undefined);
	const catalogue = catalogueOf(entries, [], {
		source: 'as-of',
		...stated({ dataTimestamp: refresh.dataTimestamp }),
		fetchedAt: refresh.endedAt,
		question: v.parse(v.fallback(v.array(v.string()), []), refresh.question),
		narrow: refresh.narrow
	});
	return { ...catalogue, rules: refresh.rules, asOf: day };
}
