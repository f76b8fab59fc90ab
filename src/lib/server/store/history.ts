import { setImmediate as turn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { batchSize } from './batches.ts';
import { refreshFrom, revisionFrom, selectRefresh } from './read.ts';
import type { Refresh, Revision } from './read.ts';
import type { Schema } from './schema.ts';

/** The studies that were here at an instant, and the last good run before it. */
export interface PastCatalogue {
	/** By NCT id; each is the revision that held then. */
	studies: Revision[];
	refresh: Refresh;
}

const columns = ['revision.id', 'nct_id as nctId', 'kind', 'seen_at as seenAt'] as const;
const contents = ['hash', 'record', 'labels', 'rules'] as const;

/** See `Store.asOf`. One moment's state, read in batches. */
export async function asOf(
	db: Kysely<Schema>,
	instant: string
): Promise<PastCatalogue | undefined> {
	return db
		.transaction()
		.setAccessMode('read only')
		.setIsolationLevel('repeatable read')
		.execute(async (trx) => {
			const run = await selectRefresh(trx)
				.where('outcome', '=', 'done')
				.where('ended_at', '<=', instant)
				.limit(1)
				.executeTakeFirst();
			if (run === undefined) return undefined;
			const studies: Revision[] = [];
			let after = '';
			for (;;) {
				const rows = await trx
					.selectFrom('revision')
					.innerJoin(
						(from) =>
							from
								.selectFrom('revision')
								.select(({ fn }) => fn.max('id').as('newest'))
								.where('seen_at', '<=', instant)
								.where('nct_id', '>', after)
								.groupBy('nct_id')
								.orderBy('nct_id')
								.limit(batchSize)
								.as('last'),
						(join) => join.onRef('last.newest', '=', 'revision.id')
					)
					.select(columns)
					.select(contents)
					.orderBy('nct_id')
					.execute();
				studies.push(...rows.filter(({ kind }) => kind !== 'left').map(revisionFrom));
				after = rows.at(-1)?.nctId ?? after;
				if (rows.length < batchSize) return { studies, refresh: refreshFrom(run) };
				await turn();
			}
		});
}

/** See `Store.firstRefresh`. */
export async function firstRefresh(db: Kysely<Schema>): Promise<Refresh | undefined> {
	const row = await db
		.selectFrom(selectRefresh(db).clearOrderBy().as('run'))
		.selectAll()
		.where('outcome', '=', 'done')
		.orderBy('id')
		.limit(1)
		.executeTakeFirst();
	return row && refreshFrom(row);
}

/** A revision with the one before it of the same study. */
export interface Step {
	now: Revision;
	/** Absent where the study was new. */
	before?: Revision;
}

/** See `Store.steps`. */
export async function steps(
	db: Kysely<Schema>,
	{ since, limit }: { since: string; limit: number }
): Promise<Step[]> {
	const rows = await db
		.selectFrom('revision')
		.select(columns)
		.select(contents)
		.where('seen_at', '>', since)
		.orderBy('id', 'desc')
		.limit(limit)
		.execute();
	const found: Step[] = [];
	for (const row of rows) {
		const before = await db
			.selectFrom('revision')
			.select(columns)
			.select(contents)
			.where('nct_id', '=', row.nctId)
			.where('id', '<', row.id)
			.orderBy('id', 'desc')
			.limit(1)
			.executeTakeFirst();
		found.push({ now: revisionFrom(row), ...(before && { before: revisionFrom(before) }) });
	}
	return found;
}
