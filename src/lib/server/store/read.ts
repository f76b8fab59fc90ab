import { setImmediate as turn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { stated } from '#lib/study/stated.ts';
import { batchSize } from './batches.ts';
import { outcomes, refreshKinds, revisionKinds } from './schema.ts';
import type { Outcome, RevisionKind, Schema } from './schema.ts';
import type { RefreshInput, SetAsideInput, StudyInput } from './save.ts';

/** A study as it stands now. */
interface StoredStudy extends StudyInput {
	/** ISO instant. */
	firstSeen: string;
}

/** A run as the store keeps it. */
export interface Refresh extends RefreshInput {
	id: number;
	outcome: Outcome;
	/** Why it failed. */
	reason?: string;
	entered: number;
	changed: number;
	left: number;
	relabelled: number;
	setAside: number;
	/** ISO instant: when the registry last said that it has nothing newer; absent until it does. */
	checkedAt?: string;
}

export interface StoredCatalogue {
	/** Present studies, by NCT id. */
	studies: StoredStudy[];
	/** The last good refresh, live or import. */
	refresh: Refresh;
	/** What that refresh set aside. */
	setAside: SetAsideInput[];
}

/** The state of a study from `seenAt` on. */
export interface Revision {
	id: number;
	nctId: string;
	kind: RevisionKind;
	/** ISO instant. */
	seenAt: string;
	hash: string;
	/** Absent where the study left. */
	record?: unknown;
	/** Absent where the study left. */
	labels?: unknown;
	rules: string;
}

const json = v.pipe(v.string(), v.parseJson());
const maybe = <T>(schema: v.GenericSchema<unknown, T>) =>
	v.pipe(
		v.nullable(schema),
		v.transform((value) => value ?? undefined)
	);

const studyRow = v.object({
	nctId: v.string(),
	record: json,
	hash: v.string(),
	labels: json,
	rules: v.string(),
	firstSeen: v.string()
});

const refreshRow = v.object({
	id: v.number(),
	kind: v.picklist(refreshKinds),
	startedAt: v.string(),
	endedAt: v.string(),
	outcome: v.picklist(outcomes),
	reason: maybe(v.string()),
	question: json,
	narrow: v.pipe(
		v.picklist([0, 1]),
		v.transform((value) => value === 1)
	),
	dataTimestamp: maybe(v.string()),
	received: v.number(),
	repeated: v.number(),
	totalCount: maybe(v.number()),
	entered: v.number(),
	changed: v.number(),
	left: v.number(),
	relabelled: v.number(),
	setAside: v.number(),
	rules: v.string(),
	checkedAt: maybe(v.string())
});

const setAsideRow = v.object({
	nctId: maybe(v.string()),
	reason: v.string(),
	raw: maybe(json)
});

const revisionRow = v.object({
	id: v.number(),
	nctId: v.string(),
	kind: v.picklist(revisionKinds),
	seenAt: v.string(),
	hash: v.string(),
	record: maybe(json),
	labels: maybe(json),
	rules: v.string()
});

/** See `Store.load`. One moment's state, even when another process writes meanwhile. */
export async function load(db: Kysely<Schema>): Promise<StoredCatalogue | undefined> {
	return db
		.transaction()
		.setAccessMode('read only')
		.setIsolationLevel('repeatable read')
		.execute(async (trx) => {
			const row = await selectRefresh(trx)
				.where('outcome', '=', 'done')
				.limit(1)
				.executeTakeFirst();
			if (row === undefined) return undefined;
			const refresh = refreshFrom(row);
			return {
				studies: await presentStudies(trx),
				refresh,
				setAside: await setAsideIn(trx, refresh.id)
			};
		});
}

/** See `Store.revisions`. */
export async function revisions(db: Kysely<Schema>, nctId: string): Promise<Revision[]> {
	const rows = await db
		.selectFrom('revision')
		.select(['id', 'nct_id as nctId', 'kind', 'seen_at as seenAt'])
		.select(['hash', 'record', 'labels', 'rules'])
		.where('nct_id', '=', nctId)
		.orderBy('id')
		.execute();
	return rows.map(revisionFrom);
}

/** A row of the table `revision`, checked. */
export function revisionFrom(row: { id: number; nctId: string }): Revision {
	return stated(read(revisionRow, row, `revision ${row.id} of ${row.nctId}`));
}

/** See `Store.refreshes`. */
export async function refreshes(db: Kysely<Schema>, limit: number): Promise<Refresh[]> {
	const rows = await selectRefresh(db).limit(limit).execute();
	return rows.map(refreshFrom);
}

/** See `Store.lastLive`. */
export async function lastLive(db: Kysely<Schema>): Promise<Refresh | undefined> {
	const row = await selectRefresh(db)
		.where('outcome', '=', 'done')
		.where('kind', '=', 'live')
		.limit(1)
		.executeTakeFirst();
	return row && refreshFrom(row);
}

/** See `Store.newestRefreshId`. */
export async function newestRefreshId(db: Kysely<Schema>): Promise<number | undefined> {
	const row = await db
		.selectFrom('refresh')
		.select('id')
		.where('outcome', '=', 'done')
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.id;
}

/** The columns of a run under the names of `Refresh`, newest first. */
export function selectRefresh(db: Kysely<Schema>) {
	return db
		.selectFrom('refresh')
		.select(['id', 'kind', 'started_at as startedAt', 'ended_at as endedAt', 'outcome', 'reason'])
		.select(['question', 'narrow', 'data_timestamp as dataTimestamp', 'received', 'repeated'])
		.select(['total_count as totalCount', 'entered', 'changed', 'left_count as left', 'relabelled'])
		.select(['set_aside_count as setAside', 'rules', 'checked_at as checkedAt'])
		.orderBy('id', 'desc');
}

/** A row that `selectRefresh` gave, checked. */
export function refreshFrom(row: { id: number }): Refresh {
	const { question, ...rest } = read(refreshRow, row, `refresh ${row.id}`);
	return { ...stated(rest), question };
}

async function presentStudies(db: Kysely<Schema>): Promise<StoredStudy[]> {
	const studies: StoredStudy[] = [];
	for (;;) {
		const rows = await db
			.selectFrom('study')
			.select(['nct_id as nctId', 'record', 'hash', 'labels', 'rules', 'first_seen as firstSeen'])
			.where('left_at', 'is', null)
			.where('nct_id', '>', studies.at(-1)?.nctId ?? '')
			.orderBy('nct_id')
			.limit(batchSize)
			.execute();
		studies.push(...rows.map((row) => read(studyRow, row, `study ${row.nctId}`)));
		if (rows.length < batchSize) return studies;
		await turn();
	}
}

async function setAsideIn(db: Kysely<Schema>, refreshId: number): Promise<SetAsideInput[]> {
	const rows = await db
		.selectFrom('set_aside')
		.select(['nct_id as nctId', 'reason', 'raw'])
		.where('refresh_id', '=', refreshId)
		.orderBy('id')
		.execute();
	return rows.map((row) =>
		stated(read(setAsideRow, row, `a record set aside in refresh ${refreshId}`))
	);
}

/** A row as the program wants it. Throws, naming the row: a text in the file was damaged. */
function read<T>(schema: v.GenericSchema<unknown, T>, row: unknown, what: string): T {
	const result = v.safeParse(schema, row);
	if (result.success) return result.output;
	throw new Error(`What is stored of ${what} cannot be read: ${v.summarize(result.issues)}`);
}
