import { Kysely } from 'kysely';
import type { Dialect } from 'kysely';
import { migrate } from './migrations.ts';
import type { Engine } from './migrations.ts';
import { asOf, firstRefresh, steps } from './history.ts';
import type { PastCatalogue, Step } from './history.ts';
import { lastLive, load, newestRefreshId, refreshes, revisions } from './read.ts';
import { addRating, purgeComments, ratingTotals } from './ratings.ts';
import type { RatingInput, RatingTotal } from './ratings.ts';
import { addReport, reports } from './reports.ts';
import type { Report, ReportInput } from './reports.ts';
import type { Refresh, Revision, StoredCatalogue } from './read.ts';
import { recordCheck, recordFailure, save } from './save.ts';
import type { FailureInput, RefreshInput, Saved, SetAsideInput, StudyInput } from './save.ts';
import type { Schema } from './schema.ts';
import { openDatabase, sqliteDialect } from './sqlite.ts';

export type { Refresh, Revision } from './read.ts';
export type { Step } from './history.ts';

/**
 * What outlives the process: the current records, their history and the account of each run.
 * Records and labels are JSON values of which the store knows nothing; persons must be taken out
 * of records, raw texts and reasons before they come here. Calls may overlap: they wait for each
 * other.
 */
export interface Store {
	/** The catalogue as the last good refresh left it; `undefined` before the first one. */
	load(): Promise<StoredCatalogue | undefined>;
	/**
	 * Keeps the outcome of a good refresh, all of it or nothing, and says what it changed.
	 *
	 * `live`: a study that is neither among `studies` nor set aside by its id has left. `import`:
	 * nothing leaves. Two entries for one study: the last one counts. Nothing is written for a
	 * study whose content hash and labels are as before.
	 */
	save(
		refresh: RefreshInput,
		studies: readonly StudyInput[],
		setAside: readonly SetAsideInput[]
	): Promise<Saved>;
	/** Keeps the account of a failed run; the catalogue stays as it is. Gives the run's id. */
	recordFailure(refresh: FailureInput): Promise<number>;
	/**
	 * Keeps that the registry was asked at an instant (ISO) and had nothing newer than what a run
	 * brought. No run and no revision comes of it.
	 */
	recordCheck(refreshId: number, at: string): Promise<void>;
	/** The history of one study, oldest first; empty for one never seen. */
	revisions(nctId: string): Promise<Revision[]>;
	/** What was here at an instant (ISO); `undefined` before the first good run. */
	asOf(instant: string): Promise<PastCatalogue | undefined>;
	/** The first good run of all; `undefined` before it. */
	firstRefresh(): Promise<Refresh | undefined>;
	/** What changed after an instant (ISO), newest first, each with the state before it. */
	steps(asked: { since: string; limit: number }): Promise<Step[]>;
	/** The last runs, good and failed, newest first. */
	refreshes(limit: number): Promise<Refresh[]>;
	/** The last good run that asked the registry itself; `undefined` before the first. */
	lastLive(): Promise<Refresh | undefined>;
	/**
	 * Id of the newest good refresh, whoever made it; `undefined` before the first. Cheap: a server
	 * asks it to notice that another process wrote.
	 */
	newestRefreshId(): Promise<number | undefined>;
	/** Keeps what a visitor says of a label. Nothing tells who it was. */
	addReport(report: ReportInput): Promise<void>;
	/** The last reports, newest first. */
	reports(limit: number): Promise<Report[]>;
	/** Keeps what a visitor says of an article. Nothing tells who it was. */
	addRating(rating: RatingInput): Promise<void>;
	/** The votes on each article that has any, by slug. */
	ratingTotals(): Promise<RatingTotal[]>;
	/**
	 * Deletes the comments of ratings and reports made before a day (`yyyy-MM-dd`); the votes and
	 * the reports stay. Gives how many comments it deleted.
	 */
	purgeComments(before: string): Promise<number>;
	/** Ends the connection; the store cannot be used after it. */
	close(): Promise<void>;
}

/**
 * Opens the store in a SQLite file (made when it is not there; its folder must be), or in memory.
 *
 * Throws `NewerSchemaError`, `MigrationError` or the error of `node:sqlite`; the file is left as
 * it is.
 */
export async function openStore(file: string): Promise<Store> {
	return storeOn(sqliteDialect({ database: openDatabase(file) }), 'sqlite', file);
}

/**
 * The store on any engine that Kysely speaks to; `place` names the database in messages. When it
 * throws, the connection is closed.
 */
export async function storeOn(dialect: Dialect, engine: Engine, place: string): Promise<Store> {
	const db = new Kysely<Schema>({ dialect });
	try {
		await migrate(db, engine, place);
	} catch (error) {
		await db.destroy();
		throw error;
	}
	return storeOver(db);
}

/** The store on a database whose tables are up to date when it is asked. */
export function storeOver(db: Kysely<Schema>): Store {
	return {
		load: () => load(db),
		save: (refresh, studies, setAside) => save(db, refresh, studies, setAside),
		recordFailure: (refresh) => recordFailure(db, refresh),
		recordCheck: (refreshId, at) => recordCheck(db, refreshId, at),
		revisions: (nctId) => revisions(db, nctId),
		asOf: (instant) => asOf(db, instant),
		firstRefresh: () => firstRefresh(db),
		steps: (asked) => steps(db, asked),
		refreshes: (limit) => refreshes(db, limit),
		lastLive: () => lastLive(db),
		newestRefreshId: () => newestRefreshId(db),
		addReport: (report) => addReport(db, report),
		reports: (limit) => reports(db, limit),
		addRating: (rating) => addRating(db, rating),
		ratingTotals: () => ratingTotals(db),
		purgeComments: (before) => purgeComments(db, before),
		close: () => db.destroy()
	};
}
