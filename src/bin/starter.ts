// Writes the starter catalogue: facts of the studies in a folder of registry records, with our labels.
// npm run starter -- DIR
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { label } from '#lib/mechanism/label.ts';
import { rulesVersion } from '#lib/mechanism/rules.ts';
import type { Labels } from '#lib/mechanism/labels.ts';
import { factsOf } from '#lib/server/catalogue/facts.ts';
import { parseRecord, translate } from '#lib/server/registry/registry.ts';
import { readRecords } from './records.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
	console.error('Name a folder of registry records: npm run starter -- DIR');
	process.exit(2);
}

/** Field and rule stay; quotes go, because the texts that they are from do not ship. */
function withoutQuotes(labels: Labels): Labels {
	return JSON.parse(
		JSON.stringify(labels, (key, value: unknown) => (key === 'quote' ? undefined : value))
	);
}

const studies = readRecords([folder]).flatMap((raw) => {
	const parsed = parseRecord(raw);
	if (!parsed.ok) {
		console.error(`Left out: ${parsed.nctId ?? 'a record without id'}: ${parsed.reason}`);
		return [];
	}
	const study = translate(parsed.wire);
	return [{ id: study.nctId, record: factsOf(raw), labels: withoutQuotes(label(study)) }];
});
studies.sort((a, b) => (a.id < b.id ? -1 : 1));
const file = new URL('../lib/server/catalogue/starter.json', import.meta.url);
const rows = studies.map(({ record, labels }) => JSON.stringify({ record, labels }));
writeFileSync(
	file,
	`{"rules":${JSON.stringify(rulesVersion)},"studies":[\n${rows.join(',\n')}\n]}\n`
);
console.log(`${studies.length} studies written to ${file.pathname}`);
