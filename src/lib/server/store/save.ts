import type { Insertable, Kysely, Transaction } from 'kysely';
import { batches } from './batches.ts';
import { contentHash } from './hash.ts';
import type { Outcome, RefreshKind, RevisionKind, Schema } from './schema.ts';

export interface StudyInput {
	nctId: string;
	/** Any JSON value. */
	record: unknown;
	/** `contentHash(record)`. */
	hash: string;
	/** Any JSON value. */
	labels: unknown;
	/** Version of the rules that gave the labels. */
	rules: string;
}

/** A record that was received and could not be used. */
export interface SetAsideInput {
	/** Absent when the record does not say which study it is. */
	nctId?: string | undefined;
	reason: string;
	/** What was received: text or any JSON value. */
	raw?: unknown;
}

/** The account of one run. */
export interface RefreshInput {
	kind: RefreshKind;
	/** ISO instant. */
	startedAt: string;
	/** ISO instant; also the time from which what this run changed is known. */
	endedAt: string;
	/** What was asked; any JSON value. */
	question: unknown;
	/** The narrow question was asked because the registry refused the wide one. */
	narrow: boolean;
	/** The registry's own time stamp of its data, as it gave it. */
	dataTimestamp?: string | undefined;
	received: number;
	/** Records received more than once. */
	repeated: number;
	/** What the registry said that it would send. */
	totalCount?: number | undefined;
	/** Version of the rules in this run. */
	rules: string;
}

export interface FailureInput extends RefreshInput {
	/** Why it failed, in a sentence. */
	reason: string;
}

/** What a refresh changed, as NCT ids. */
export interface Saved {
	refreshId: number;
	/** New, or back again. */
	entered: string[];
	/** With another record. */
	changed: string[];
	/** No longer sent. */
	left: string[];
	/** With the same record and other labels. */
	relabelled: string[];
}

interface Head {
	nct_id: string;
	hash: string;
	labels_hash: string;
	left_at: string | null;
}

interface Written extends StudyInput {
	kind: RevisionKind;
	labelsHash: string;
}

/** See `Store.save`. */
export async function save(
	db: Kysely<Schema>,
	refresh: RefreshInput,
	studies: readonly StudyInput[],
	setAside: readonly SetAsideInput[]
): Promise<Saved> {
	const received = [...new Map(studies.map((study) => [study.nctId, study])).values()];
	const labelled: { study: StudyInput; labelsHash: string }[] = [];
	for await (const batch of batches(received)) {
		labelled.push(...batch.map((study) => ({ study, labelsHash: contentHash(study.labels) })));
	}
	return db
		.transaction()
		.setIsolationLevel('serializable')
		.execute(async (trx) => {
			const heads = await trx
				.selectFrom('study')
				.select(['nct_id', 'hash', 'labels_hash', 'left_at'])
				.orderBy('nct_id')
				.execute();
			const before = new Map(heads.map((head) => [head.nct_id, head]));
			const written = labelled.flatMap(({ study, labelsHash }) => {
				const kind = whatHappened(before.get(study.nctId), study.hash, labelsHash);
				return kind === undefined ? [] : [{ ...study, kind, labelsHash }];
			});
			const gone = refresh.kind === 'live' ? missing(heads, received, setAside) : [];
			const idsOf = (kind: RevisionKind) =>
				written.filter((study) => study.kind === kind).map((study) => study.nctId);
			const changes = {
				entered: idsOf('entered'),
				changed: idsOf('changed'),
				left: gone.map((head) => head.nct_id),
				relabelled: idsOf('relabelled')
			};
			const refreshId = await insertRefresh(trx, {
				...refreshRow(refresh, 'done'),
				entered: changes.entered.length,
				changed: changes.changed.length,
				relabelled: changes.relabelled.length,
				left_count: changes.left.length,
				set_aside_count: setAside.length
			});
			await writeStudies(trx, written, refresh.endedAt);
			await writeLeft(trx, gone, refresh);
			await writeSetAside(trx, refreshId, setAside);
			return { refreshId, ...changes };
		});
}

/** See `Store.recordFailure`. */
export async function recordFailure(db: Kysely<Schema>, failure: FailureInput): Promise<number> {
	return insertRefresh(db, { ...refreshRow(failure, 'failed'), reason: plain(failure.reason) });
}

/** See `Store.recordCheck`. */
export async function recordCheck(
	db: Kysely<Schema>,
	refreshId: number,
	at: string
): Promise<void> {
	// as a save does it, so that on PostgreSQL the other processes hear of it
	await db
		.transaction()
		.setIsolationLevel('serializable')
		.execute(async (trx) => {
			await trx
				.updateTable('refresh')
				.set({ checked_at: at })
				.where('id', '=', refreshId)
				.execute();
		});
}

function whatHappened(
	head: Head | undefined,
	hash: string,
	labelsHash: string
): RevisionKind | undefined {
	if (head === undefined || head.left_at !== null) return 'entered';
	if (head.hash !== hash) return 'changed';
	return head.labels_hash === labelsHash ? undefined : 'relabelled';
}

/** The present studies that a complete refresh did not send, not even in a form we cannot read. */
function missing(
	heads: readonly Head[],
	received: readonly StudyInput[],
	setAside: readonly SetAsideInput[]
): Head[] {
	const sent = new Set([...received, ...setAside].map((item) => item.nctId));
	return heads.filter((head) => head.left_at === null && !sent.has(head.nct_id));
}

function refreshRow(refresh: RefreshInput, outcome: Outcome): Insertable<Schema['refresh']> {
	return {
		kind: refresh.kind,
		started_at: refresh.startedAt,
		ended_at: refresh.endedAt,
		outcome,
		question: json(refresh.question),
		narrow: refresh.narrow ? 1 : 0,
		data_timestamp: refresh.dataTimestamp ?? null,
		received: refresh.received,
		repeated: refresh.repeated,
		total_count: refresh.totalCount ?? null,
		entered: 0,
		changed: 0,
		relabelled: 0,
		left_count: 0,
		set_aside_count: 0,
		rules: refresh.rules
	};
}

async function insertRefresh(
	db: Kysely<Schema>,
	row: Insertable<Schema['refresh']>
): Promise<number> {
	const { id } = await db
		.insertInto('refresh')
		.values(row)
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

async function writeStudies(
	trx: Transaction<Schema>,
	studies: readonly Written[],
	seenAt: string
): Promise<void> {
	for await (const batch of batches(studies)) {
		const rows = batch.map((study) => ({
			kind: study.kind,
			labelsHash: study.labelsHash,
			content: {
				nct_id: study.nctId,
				hash: study.hash,
				record: json(study.record),
				labels: json(study.labels),
				rules: study.rules
			}
		}));
		await trx
			.insertInto('study')
			.values(
				rows.map(({ content, labelsHash }) => ({
					...content,
					labels_hash: labelsHash,
					first_seen: seenAt,
					left_at: null
				}))
			)
			.onConflict((conflict) =>
				conflict.column('nct_id').doUpdateSet((row) => ({
					hash: row.ref('excluded.hash'),
					record: row.ref('excluded.record'),
					labels: row.ref('excluded.labels'),
					labels_hash: row.ref('excluded.labels_hash'),
					rules: row.ref('excluded.rules'),
					left_at: null
				}))
			)
			.execute();
		await trx
			.insertInto('revision')
			.values(rows.map(({ content, kind }) => ({ ...content, kind, seen_at: seenAt })))
			.execute();
	}
}

async function writeLeft(
	trx: Transaction<Schema>,
	gone: readonly Head[],
	refresh: RefreshInput
): Promise<void> {
	for await (const batch of batches(gone)) {
		await trx
			.updateTable('study')
			.set({ left_at: refresh.endedAt })
			.where(
				'nct_id',
				'in',
				batch.map((head) => head.nct_id)
			)
			.execute();
		await trx
			.insertInto('revision')
			.values(
				batch.map((head) => ({
					nct_id: head.nct_id,
					kind: 'left',
					seen_at: refresh.endedAt,
					hash: head.hash,
					record: null,
					labels: null,
					rules: refresh.rules
				}))
			)
			.execute();
	}
}

async function writeSetAside(
	trx: Transaction<Schema>,
	refreshId: number,
	setAside: readonly SetAsideInput[]
): Promise<void> {
	for await (const batch of batches(setAside)) {
		await trx
			.insertInto('set_aside')
			.values(
				batch.map((item) => ({
					refresh_id: refreshId,
					nct_id: item.nctId ?? null,
					reason: plain(item.reason),
					raw: item.raw === undefined ? null : json(item.raw)
				}))
			)
			.execute();
	}
}

/** JSON text: control characters and halves of emoji are escaped in it, so any engine takes it. */
function json(value: unknown): string {
	return JSON.stringify(value) ?? 'null';
}

/** A sentence that may quote what was received: PostgreSQL refuses NUL, and both half an emoji. */
function plain(text: string): string {
	return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
