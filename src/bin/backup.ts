// Copies the store into a file, also while the server runs.
// npm run backup -- FILE
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { copyDatabase } from '#lib/server/store/backup.ts';
import { fileName } from '#lib/server/store/open.ts';
import { placeOf } from '#lib/server/store/postgres.ts';

const [file] = process.argv.slice(2);
const databaseUrl = process.env['DATABASE_URL'];
if (databaseUrl) {
	console.error(
		`The store is the database ${placeOf(databaseUrl)}; back it up with PostgreSQL's own program:\n` +
			`pg_dump --format=custom --file=${file ?? 'FILE'} "$DATABASE_URL"`
	);
	process.exit(2);
}
if (file === undefined) {
	console.error('Name the file to write: npm run backup -- FILE');
	process.exit(2);
}

const database = join(process.env['DATA_DIR'] || './data', fileName);
try {
	if (!existsSync(database)) throw new Error(`There is no database ${database}.`);
	await copyDatabase(database, file);
	console.log(`${database} is copied to ${file}, and the copy is sound.`);
} catch (error) {
	console.error(`Nothing was copied: ${error instanceof Error ? error.message : String(error)}`);
	process.exitCode = 1;
}
