import { rulesVersion } from '#lib/mechanism/rules.ts';
import { withoutPersons } from '#lib/server/registry/registry.ts';
import type { Store } from '#lib/server/store/store.ts';
import { entryOf, isUnfit } from './entry.ts';

/**
 * Puts registry records that somebody brought into the store: new ones enter, changed ones get a
 * revision, nothing leaves. Persons are taken out first; what does not fit is set aside.
 */
export async function importRecords(store: Store, raws: readonly unknown[]) {
	const startedAt = new Date().toISOString();
	const records = raws.map(withoutPersons);
	const read = records.map((record) => ({ record, entry: entryOf(record) }));
	const setAside = read.flatMap(({ record, entry }) =>
		isUnfit(entry) ? [{ ...entry, raw: record }] : []
	);
	const studies = read.flatMap(({ record, entry }) =>
		isUnfit(entry)
			? []
			: [{ nctId: entry.nctId, hash: entry.hash, labels: entry.labels, rules: entry.rules, record }]
	);
	const saved = await store.save(
		{
			kind: 'import',
			startedAt,
			endedAt: new Date().toISOString(),
			question: [],
			narrow: false,
			dataTimestamp: newestSnapshot(records),
			received: raws.length,
			repeated: studies.length - new Set(studies.map(({ nctId }) => nctId)).size,
			rules: rulesVersion
		},
		studies,
		setAside
	);
	return { ...saved, setAside, read: raws.length };
}

/** The newest date of the registry's data among records (`versionHolder`, API reference §6.5). */
function newestSnapshot(records: readonly unknown[]): string | undefined {
	return records
		.map((record) => /"versionHolder":"(\d{4}-\d{2}-\d{2})"/.exec(JSON.stringify(record))?.[1])
		.filter((date) => date !== undefined)
		.sort()
		.at(-1);
}
