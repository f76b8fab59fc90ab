import {
	CompiledQuery,
	Kysely,
	PostgresAdapter,
	PostgresDialect,
	PostgresDriver,
	PostgresIntrospector,
	PostgresQueryCompiler
} from 'kysely';
import type { DatabaseConnection, Dialect, TransactionSettings } from 'kysely';
import { Pool } from 'pg';
import { migrate, NewerSchemaError } from './migrations.ts';
import { reasonOf } from './reason.ts';
import type { Schema } from './schema.ts';
import { storeOver } from './store.ts';
import type { Store } from './store.ts';

/** How the connections of this program are named in the database's own lists. */
export const applicationName = 'rls-trial-finder';

/** Where the database tells those who listen that something was stored. */
export const channel = 'finder_stored';

/** How long a statement may take, a wait for another writer among it, in milliseconds. */
const patience = 30_000;

export interface PostgresStore extends Store {
	/** Reaches the database and brings its tables up to date; throws as any other call does. */
	reach(): Promise<void>;
}

/**
 * The store in a PostgreSQL database (14 or newer). Connects at the first call, and brings the
 * tables up to date then; where that fails, every call throws a sentence that names the database,
 * never its password, and the next call tries again.
 *
 * A database written by a newer program throws `NewerSchemaError`.
 *
 * @param url `postgresql://user:password@host:port/database`
 */
export function openPostgres(url: string): PostgresStore {
	const pool = new Pool({
		connectionString: url,
		max: 8,
		connectionTimeoutMillis: 5000,
		idleTimeoutMillis: 30_000,
		statement_timeout: patience,
		// a process that is frozen must not keep the others from writing
		idle_in_transaction_session_timeout: patience,
		// a host that is gone without a word
		query_timeout: patience + 5000,
		keepAlive: true,
		application_name: applicationName
	});
	// A connection that breaks tells so by an event, which would end the process if nobody heard it.
	// The pool throws the connection away, and whoever wanted it gets an error of their own.
	pool.on('error', () => undefined);
	pool.on('connect', (client) => client.on('error', () => undefined));
	const place = placeOf(url);
	const reach = onceWell(() => bringUpToDate(pool, place));
	const store = storeOver(new Kysely<Schema>({ dialect: dialectOf(pool, reach) }));
	return { ...store, reach };
}

/** The address of a database without user, password and options, for messages. */
export function placeOf(url: string): string {
	const { host, pathname } = new URL(url);
	return `postgresql://${host}${pathname}`;
}

async function bringUpToDate(pool: Pool, place: string): Promise<void> {
	// not destroyed: that would end the pool
	const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
	try {
		await migrate(db, 'postgres', place);
	} catch (error) {
		if (error instanceof NewerSchemaError) throw error;
		throw new Error(`The database ${place} cannot be used: ${reasonOf(error)}`, { cause: error });
	}
}

/** Does a work until it has succeeded once; calls that overlap share one attempt. */
function onceWell(work: () => Promise<void>): () => Promise<void> {
	let attempt: Promise<void> | undefined;
	return () =>
		(attempt ??= work().catch((error: unknown) => {
			attempt = undefined;
			throw error;
		}));
}

function dialectOf(pool: Pool, reach: () => Promise<void>): Dialect {
	return {
		createAdapter: () => new PostgresAdapter(),
		createDriver: () => new Driver(pool, reach),
		createIntrospector: (db) => new PostgresIntrospector(db),
		createQueryCompiler: () => new PostgresQueryCompiler()
	};
}

class Driver extends PostgresDriver {
	#reach: () => Promise<void>;

	constructor(pool: Pool, reach: () => Promise<void>) {
		super({ pool });
		this.#reach = reach;
	}

	override async acquireConnection(): Promise<DatabaseConnection> {
		await this.#reach();
		return super.acquireConnection();
	}

	/**
	 * A serializable transaction is one that writes the catalogue (`save.ts`). Here one waits until
	 * the one before it has ended: `lock table` is the statement that waits without fixing what the
	 * transaction sees. Those who read do not wait. PostgreSQL's own way would refuse some of those
	 * that overlap, and now and then even one that waited.
	 *
	 * The others hear of it when it is committed, and only then.
	 */
	override async beginTransaction(
		connection: DatabaseConnection,
		settings: TransactionSettings
	): Promise<void> {
		if (settings.isolationLevel !== 'serializable')
			return super.beginTransaction(connection, settings);
		await super.beginTransaction(connection, { ...settings, isolationLevel: 'repeatable read' });
		try {
			await connection.executeQuery(
				CompiledQuery.raw('lock table study in share row exclusive mode')
			);
			await connection.executeQuery(CompiledQuery.raw(`notify ${channel}`));
		} catch (error) {
			// Kysely takes a transaction back only once it has begun
			await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
			throw error;
		}
	}
}
