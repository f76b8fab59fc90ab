import { LRUCache } from 'lru-cache';
import * as v from 'valibot';
import type { Catalogue } from '#lib/search/catalogue.ts';
import { isNctId } from '#lib/study/study.ts';
import { stated } from '#lib/study/stated.ts';
import type { Store } from '#lib/server/store/store.ts';
import { catalogueOf } from './catalogue.ts';
import { inTurns } from './entry.ts';
import { studyOf } from './news.ts';

/** Past catalogues that are kept in memory: each is a few megabytes at most. */
const most = 4;

/** Gives the catalogue as it was at the end of a day (`yyyy-MM-dd`, UTC); undefined before the first. */
export type Past = (day: string) => Promise<Catalogue | undefined>;

/**
 * Makes the function that brings back past days from the store, with the labels of their time. The
 * days asked for last are kept in memory; two visitors who ask for one day share the work.
 * @throws what the store throws
 */
export function createPast(store: Store): Past {
	const days = new LRUCache<string, Promise<Catalogue | undefined>>({ max: most });
	return (day) => {
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
	};
}

async function bringBack(store: Store, day: string): Promise<Catalogue | undefined> {
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
