// Brings registry records by hand, for hosts whose network the registry refuses.
// npm run import -- FILE|DIR …
import process from 'node:process';
import { importRecords } from '#lib/server/catalogue/import.ts';
import { openConfigured } from '#lib/server/store/open.ts';
import { readRecords } from './records.ts';

const paths = process.argv.slice(2);
if (paths.length === 0) {
	console.error('Name files or folders of registry records (JSON): npm run import -- FILE|DIR');
	process.exit(2);
}

const { store, memory } = await openConfigured(
	{
		dataDir: process.env['DATA_DIR'] || './data',
		databaseUrl: process.env['DATABASE_URL'] || undefined
	},
	console.error
);
try {
	if (memory !== undefined) throw new Error('Nothing was imported, because nothing can be stored.');
	const done = await importRecords(store, readRecords(paths));
	for (const { nctId, reason } of done.setAside)
		console.log(`Set aside: ${nctId ?? 'a record without id'}: ${reason}`);
	console.log(
		`${done.read} records read: ${done.entered.length} new, ${done.changed.length} changed, ` +
			`${done.relabelled.length} relabelled, ${done.setAside.length} set aside. A running server takes them in within 10 seconds.`
	);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
} finally {
	await store.close();
}
