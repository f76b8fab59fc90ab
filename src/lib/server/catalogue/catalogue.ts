import { createHash } from 'node:crypto';
import { rulesVersion } from '#lib/mechanism/rules.ts';
import type { Catalogue } from '#lib/search/catalogue.ts';
import type { Entry, Unfit } from './entry.ts';

/** What a catalogue is made of, apart from the studies. */
export type Origin = Pick<
	Catalogue,
	'source' | 'dataTimestamp' | 'fetchedAt' | 'question' | 'narrow'
>;

/**
 * Makes a catalogue of entries. Its version depends on the records, the rules and what was set
 * aside, not on when it was made: the same data have the same version on every machine.
 */
export function catalogueOf(
	entries: readonly Entry[],
	setAside: readonly Unfit[],
	origin: Origin
): Catalogue {
	const sorted = entries.toSorted((a, b) => (a.nctId < b.nctId ? -1 : 1));
	const content = JSON.stringify([
		rulesVersion,
		sorted.map(({ nctId, hash }) => [nctId, hash]),
		setAside.map(({ nctId, reason }) => [nctId, reason])
	]);
	return {
		version: createHash('sha256').update(content).digest('hex').slice(0, 12),
		rules: rulesVersion,
		...origin,
		studies: sorted.map(({ study, labels }) => ({ study, labels })),
		setAside: setAside.map(({ nctId, reason }) => ({
			reason,
			...(nctId === undefined ? {} : { nctId })
		}))
	};
}
