import { setImmediate as turn } from 'node:timers/promises';
import type { Labels } from '#lib/mechanism/labels.ts';
import { label } from '#lib/mechanism/label.ts';
import { rulesVersion } from '#lib/mechanism/rules.ts';
import type { NctId, Study } from '#lib/study/study.ts';
import { parseRecord, translate } from '#lib/server/registry/registry.ts';
import { contentHash } from '#lib/server/store/hash.ts';
import { readLabels } from './labels-schema.ts';

/** A study in hand: its record without persons, and what we made of it. */
export interface Entry {
	nctId: NctId;
	/** JSON text of the registry record, persons taken out. */
	record: string;
	/** Content hash of the record. */
	hash: string;
	study: Study;
	labels: Labels;
	/** Version of the rules that gave the labels. */
	rules: string;
}

export interface Unfit {
	nctId?: string | undefined;
	reason: string;
}

/**
 * Makes an entry of a record without persons: checked, translated, labelled.
 * @param known labels that were given before, used again where the same rules gave them
 */
export function entryOf(
	record: unknown,
	known?: { labels: unknown; rules: string }
): Entry | Unfit {
	const parsed = parseRecord(record);
	if (!parsed.ok) return parsed;
	const study = translate(parsed.wire);
	const labels = known && known.rules === rulesVersion ? readLabels(known.labels) : undefined;
	return {
		nctId: study.nctId,
		record: JSON.stringify(record),
		hash: contentHash(record),
		study,
		labels: labels ?? label(study),
		rules: rulesVersion
	};
}

export function isUnfit(entry: Entry | Unfit): entry is Unfit {
	return 'reason' in entry;
}

export function isEntry(entry: Entry | Unfit): entry is Entry {
	return !isUnfit(entry);
}

/** Maps a long list bit by bit, so that visitors are served in between. */
export async function inTurns<T, U>(items: readonly T[], map: (item: T) => U): Promise<U[]> {
	const results: U[] = [];
	let since = performance.now();
	for (const item of items) {
		results.push(map(item));
		if (performance.now() - since > 20) {
			await turn();
			since = performance.now();
		}
	}
	return results;
}
