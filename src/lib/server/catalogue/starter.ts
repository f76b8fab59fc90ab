import * as v from 'valibot';
import type { Catalogue } from '#lib/search/catalogue.ts';
import { catalogueOf } from './catalogue.ts';
import { entryOf, isUnfit, type Entry } from './entry.ts';
import { readLabels } from './labels-schema.ts';
import starter from './starter.json' with { type: 'json' };

const Starter = v.object({
	studies: v.array(v.object({ record: v.unknown(), labels: v.unknown() }))
});

/**
 * The catalogue that ships with the program: facts of a fixed set of real studies, so that the first
 * page never waits for the network. Its labels were given from the whole records; since their texts
 * do not ship, evidence names field and rule without quotes.
 * @throws when the file does not fit; a test keeps that from being shipped
 */
export function starterCatalogue(): { catalogue: Catalogue; entries: Entry[] } {
	const entries = v.parse(Starter, starter).studies.map(({ record, labels }) => {
		const entry = entryOf(record);
		const given = readLabels(labels);
		if (isUnfit(entry)) throw new Error(`The starter catalogue does not fit: ${entry.reason}`);
		if (!given) throw new Error(`The starter's labels of ${entry.nctId} do not fit`);
		return { ...entry, labels: given };
	});
	return {
		entries,
		catalogue: catalogueOf(entries, [], { source: 'starter', question: [], narrow: false })
	};
}
