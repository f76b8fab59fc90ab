import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';

/** A look into the store of a site that has ended, past the program. */
export interface StoreLook {
	rows(sql: string): Promise<Record<string, unknown>[]>;
	close(): Promise<void>;
}

export function sqliteLook(folder: string): StoreLook {
	const database = new DatabaseSync(join(folder, 'finder.db'), { timeout: 5000 });
	return {
		rows: (sql) => Promise.resolve(database.prepare(sql).all()),
		close: () => Promise.resolve(database.close())
	};
}

export async function postgresLook(url: string): Promise<StoreLook> {
	const client = new Client({ connectionString: url });
	await client.connect();
	return {
		rows: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows,
		close: () => client.end()
	};
}

/** What visitors wrote and the site thanked for, and what they wrote in all. */
export interface Written {
	answered: Set<string>;
	sent: Set<string>;
}

/** Everything that is wrong in a store after a life of sudden ends. */
export async function faultsOfStore(
	look: StoreLook,
	said: Record<'rating' | 'label_report', Written>
): Promise<string[]> {
	const wrong: string[] = [];
	for (const table of ['rating', 'label_report'] as const) {
		const { answered, sent } = said[table];
		const rows = (await look.rows(`select comment from ${table}`)).map(({ comment }) => comment);
		const kept = new Set(rows);
		const lost = [...answered].filter((comment) => !kept.has(comment));
		if (lost.length > 0) wrong.push(`${table}: ${lost.length} that were answered are not there`);
		if (kept.size < rows.length) wrong.push(`${table}: ${rows.length - kept.size} are there twice`);
		const strange = [...kept].filter((comment) => !sent.has(String(comment)));
		if (strange.length > 0) wrong.push(`${table}: nobody wrote ${strange.slice(0, 3).join(', ')}`);
	}
	for (const [what, sql] of Object.entries(halves)) {
		const rows = await look.rows(sql);
		if (rows.length > 0) wrong.push(`${what}: ${rows.length}, such as ${JSON.stringify(rows[0])}`);
	}
	return wrong;
}

/** Traces of half a refresh: each question must find nothing. */
const halves = {
	'refreshes whose changes are not all there': `
		select refresh.id, refresh.ended_at, count(revision.id) as there
		from refresh left join revision on revision.seen_at = refresh.ended_at
		where refresh.outcome = 'done'
		group by refresh.id, refresh.ended_at, refresh.entered, refresh.changed, refresh.relabelled, refresh.left_count
		having count(revision.id) <> refresh.entered + refresh.changed + refresh.relabelled + refresh.left_count`,
	'changes of no refresh': `
		select nct_id, seen_at from revision
		where seen_at not in (select ended_at from refresh where outcome = 'done')`,
	'studies that are not as their last revision says': `
		select study.nct_id from study
		join revision on revision.id = (
			select max(id) from revision as last where last.nct_id = study.nct_id)
		where study.hash <> revision.hash
			or (revision.kind = 'left') <> (study.left_at is not null)`,
	'studies without a revision': `
		select nct_id from study where nct_id not in (select nct_id from revision)`
};
