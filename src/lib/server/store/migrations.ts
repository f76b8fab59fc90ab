import { sql } from 'kysely';
import type { ColumnDefinitionBuilder, Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Migration } from 'kysely/migration';
import type { Schema } from './schema.ts';

export type Engine = 'sqlite' | 'postgres';

/** The database was made by a newer program: it is sound, and not ours to touch. */
export class NewerSchemaError extends Error {
	override readonly name = 'NewerSchemaError';
}

/** The tables could not be brought up to date; `cause` says why. */
export class MigrationError extends Error {
	override readonly name = 'MigrationError';
}

/**
 * Brings the tables of a database up to date, all steps or none. `place` names the database in
 * messages.
 *
 * Throws {@link NewerSchemaError} or {@link MigrationError}.
 */
export async function migrate(db: Kysely<Schema>, engine: Engine, place: string): Promise<void> {
	const known = migrations(engine);
	const schema = engine === 'postgres' ? await attempt(place, () => schemaOf(db)) : undefined;
	const unknown = (await attempt(place, () => executed(db, schema))).filter(
		(name) => !Object.hasOwn(known, name)
	);
	if (unknown.length > 0) {
		throw new NewerSchemaError(
			`${place} was written by a newer version of this program (it has ${unknown.join(', ')}). Start that version, or choose another ${engine === 'sqlite' ? 'data folder' : 'database'}.`
		);
	}
	await attempt(place, async () => {
		const provider = { getMigrations: () => Promise.resolve(known) };
		const where = schema === undefined ? {} : { migrationTableSchema: schema };
		const { error } = await new Migrator({ db, provider, ...where }).migrateToLatest();
		if (error !== undefined) throw error;
	});
}

/**
 * The migrations that a SQLite database of ours lacks; none for one that has no tables of ours yet.
 *
 * Throws {@link MigrationError}.
 */
export async function lacking(db: Kysely<Schema>, place: string): Promise<string[]> {
	const done = await attempt(place, () => executed(db, undefined));
	if (done.length === 0) return [];
	return Object.keys(migrations('sqlite')).filter((name) => !done.includes(name));
}

async function attempt<T>(place: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (cause) {
		throw new MigrationError(`The tables of ${place} could not be brought up to date.`, { cause });
	}
}

/** The schema of a PostgreSQL database that tables are made in; the others are not ours. */
async function schemaOf(db: Kysely<Schema>): Promise<string> {
	const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db);
	const name = rows[0]?.name;
	if (typeof name !== 'string') throw new Error('it has no schema to make tables in');
	return name;
}

/** Names of the migrations that the database has been through. */
async function executed(db: Kysely<Schema>, schema: string | undefined): Promise<string[]> {
	const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
	const ours = tables.filter((table) => schema === undefined || table.schema === schema);
	if (!ours.some((table) => table.name === 'kysely_migration')) return [];
	const rows = await db
		.withTables<{ kysely_migration: { name: string } }>()
		.selectFrom('kysely_migration')
		.select('name')
		.execute();
	return rows.map((row) => row.name);
}

/** Every migration by its name; names sort in the order of their making and never change. */
function migrations(engine: Engine): Record<string, Migration> {
	const counted = (column: ColumnDefinitionBuilder) =>
		engine === 'postgres'
			? column.primaryKey().generatedByDefaultAsIdentity()
			: column.primaryKey().autoIncrement();
	return {
		'0001-catalogue': {
			async up(db) {
				await db.schema
					.createTable('study')
					.addColumn('nct_id', 'text', (column) => column.primaryKey())
					.addColumn('hash', 'text', required)
					.addColumn('record', 'text', required)
					.addColumn('labels', 'text', required)
					.addColumn('labels_hash', 'text', required)
					.addColumn('rules', 'text', required)
					.addColumn('first_seen', 'text', required)
					.addColumn('left_at', 'text')
					.execute();
				await db.schema
					.createTable('revision')
					.addColumn('id', 'integer', counted)
					.addColumn('nct_id', 'text', (column) => required(column).references('study.nct_id'))
					.addColumn('kind', 'text', required)
					.addColumn('seen_at', 'text', required)
					.addColumn('hash', 'text', required)
					.addColumn('record', 'text')
					.addColumn('labels', 'text')
					.addColumn('rules', 'text', required)
					.execute();
				await db.schema
					.createIndex('revision_of_study')
					.on('revision')
					.columns(['nct_id', 'id'])
					.execute();
				await db.schema
					.createTable('refresh')
					.addColumn('id', 'integer', counted)
					.addColumn('kind', 'text', required)
					.addColumn('started_at', 'text', required)
					.addColumn('ended_at', 'text', required)
					.addColumn('outcome', 'text', required)
					.addColumn('reason', 'text')
					.addColumn('question', 'text', required)
					.addColumn('narrow', 'integer', required)
					.addColumn('data_timestamp', 'text')
					.addColumn('received', 'integer', required)
					.addColumn('repeated', 'integer', required)
					.addColumn('total_count', 'integer')
					.addColumn('entered', 'integer', required)
					.addColumn('changed', 'integer', required)
					.addColumn('relabelled', 'integer', required)
					.addColumn('left_count', 'integer', required)
					.addColumn('set_aside_count', 'integer', required)
					.addColumn('rules', 'text', required)
					.execute();
				await db.schema
					.createTable('set_aside')
					.addColumn('id', 'integer', counted)
					.addColumn('refresh_id', 'integer', (column) => required(column).references('refresh.id'))
					.addColumn('nct_id', 'text')
					.addColumn('reason', 'text', required)
					.addColumn('raw', 'text')
					.execute();
				await db.schema
					.createIndex('set_aside_of_refresh')
					.on('set_aside')
					.columns(['refresh_id', 'id'])
					.execute();
			}
		},
		'0002-label-reports': {
			async up(db) {
				await db.schema
					.createTable('label_report')
					.addColumn('id', 'integer', counted)
					.addColumn('nct_id', 'text', required)
					.addColumn('facet', 'text', required)
					.addColumn('label', 'text', required)
					.addColumn('verdict', 'text', required)
					.addColumn('comment', 'text')
					.addColumn('rules', 'text', required)
					.addColumn('made_on', 'text', required)
					.execute();
			}
		},
		'0003-ratings': {
			async up(db) {
				await db.schema
					.createTable('rating')
					.addColumn('id', 'integer', counted)
					.addColumn('slug', 'text', required)
					.addColumn('helpful', 'integer', required)
					.addColumn('comment', 'text')
					.addColumn('made_on', 'text', required)
					.execute();
			}
		},
		'0004-checks': {
			async up(db) {
				await db.schema.alterTable('refresh').addColumn('checked_at', 'text').execute();
			}
		}
	};
}

function required(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
	return column.notNull();
}
