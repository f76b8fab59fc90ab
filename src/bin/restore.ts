// Puts a backup in the place of the store, which is kept under another name. Stop the server first.
// npm run restore -- FILE
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { restoreDatabase } from '#lib/server/store/backup.ts';
import { fileName } from '#lib/server/store/open.ts';
import { placeOf } from '#lib/server/store/postgres.ts';
import { reasonOf } from '#lib/server/store/reason.ts';
import { NewerSchemaError } from '#lib/server/store/migrations.ts';

const [file] = process.argv.slice(2);
const databaseUrl = process.env['DATABASE_URL'];
if (databaseUrl) {
	console.error(
		`The store is the database ${placeOf(databaseUrl)}; restore it with PostgreSQL's own program, while no server runs:\n` +
			`pg_restore --clean --if-exists --single-transaction --dbname="$DATABASE_URL" ${file ?? 'FILE'}`
	);
	process.exit(2);
}
if (file === undefined) {
	console.error('Name the backup: npm run restore -- FILE');
	process.exit(2);
}

const folder = process.env['DATA_DIR'] || './data';
const database = join(folder, fileName);
try {
	if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
	mkdirSync(folder, { recursive: true });
	const kept = await restoreDatabase(file, database);
	const before = kept === undefined ? '' : `; what stood there is kept as ${kept}`;
	console.log(`${database} is now what ${file} holds${before}.`);
} catch (error) {
	const reason = error instanceof NewerSchemaError ? error.message : reasonOf(error);
	console.error(`Nothing was restored: ${reason}`);
	process.exitCode = 1;
}
