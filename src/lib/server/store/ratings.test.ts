import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentHash } from './hash.ts';
import { study } from './sample.ts';
import { openStore } from './store.ts';

let folder: string;
let file: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'store-'));
	file = join(folder, 'finder.db');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Does something with the file itself, as the program of another day would. */
function inFile<T>(work: (database: DatabaseSync) => T): T {
	const database = new DatabaseSync(file);
	try {
		return work(database);
	} finally {
		database.close();
	}
}

/** A database as the program left it that knew 0001 and 0002 only. Written down, never derived. */
const old = `
create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null);
create table kysely_migration_lock (id varchar(255) not null primary key, is_locked integer default 0 not null);
create table study (nct_id text primary key, hash text not null, record text not null, labels text not null, labels_hash text not null, rules text not null, first_seen text not null, left_at text);
create table revision (id integer primary key autoincrement, nct_id text not null references study (nct_id), kind text not null, seen_at text not null, hash text not null, record text, labels text, rules text not null);
create index revision_of_study on revision (nct_id, id);
create table refresh (id integer primary key autoincrement, kind text not null, started_at text not null, ended_at text not null, outcome text not null, reason text, question text not null, narrow integer not null, data_timestamp text, received integer not null, repeated integer not null, total_count integer, entered integer not null, changed integer not null, relabelled integer not null, left_count integer not null, set_aside_count integer not null, rules text not null);
create table set_aside (id integer primary key autoincrement, refresh_id integer not null references refresh (id), nct_id text, reason text not null, raw text);
create index set_aside_of_refresh on set_aside (refresh_id, id);
create table label_report (id integer primary key autoincrement, nct_id text not null, facet text not null, label text not null, verdict text not null, comment text, rules text not null, made_on text not null);
insert into kysely_migration values ('0001-catalogue', '2026-01-01T00:00:00.000Z'), ('0002-label-reports', '2026-01-01T00:00:00.001Z');
insert into kysely_migration_lock values ('migration_lock', 0);
insert into refresh values (7, 'live', '2026-01-01T10:00:00.000Z', '2026-01-01T10:01:00.000Z', 'done', null, '{"term":"x"}', 0, null, 1, 0, 1, 1, 0, 0, 0, 1, 'r1');
insert into set_aside values (1, 7, 'NCT00000009', 'no title', '{"a":1}');
insert into label_report values (3, 'NCT00000001', 'mechanism', 'iron', 'wrong', 'as written', '1', '2026-01-05');
`;

describe('ratings in SQLite', () => {
	it('bring an old database up to date without loss', async () => {
		const { nctId, hash, record, labels, rules } = study(1);
		const known = [hash, JSON.stringify(record), JSON.stringify(labels)];
		inFile((database) => {
			database.exec(old);
			database
				.prepare('insert into study values (?, ?, ?, ?, ?, ?, ?, null)')
				.run(nctId, ...known, contentHash(labels), rules, '2026-01-01T10:01:00.000Z');
			database
				.prepare(`insert into revision values (1, ?, 'entered', ?, ?, ?, ?, ?)`)
				.run(nctId, '2026-01-01T10:01:00.000Z', ...known, rules);
		});
		const store = await openStore(file);
		expect(await store.load()).toMatchObject({
			studies: [{ ...study(1), firstSeen: '2026-01-01T10:01:00.000Z' }],
			refresh: { id: 7, question: { term: 'x' }, setAside: 1 },
			setAside: [{ nctId: 'NCT00000009', reason: 'no title', raw: { a: 1 } }]
		});
		expect(await store.revisions(nctId)).toMatchObject([{ id: 1, kind: 'entered', record, hash }]);
		expect(await store.reports(9)).toMatchObject([{ id: 3, comment: 'as written' }]);
		expect(await store.ratingTotals()).toEqual([]);
		await store.addRating({ slug: 'iron', helpful: true, madeOn: '2026-06-15' });
		expect(await store.ratingTotals()).toEqual([{ slug: 'iron', helpful: 1, notHelpful: 0 }]);
		await store.close();
	});

	it('hold the vote, the day and the comment, and have no column for more', async () => {
		const store = await openStore(file);
		const given = { slug: 'iron', madeOn: '2026-06-15' };
		await store.addRating({ ...given, helpful: false, comment: 'NUL \0, “quotes” and \uD83D 🙂' });
		await store.addRating({ ...given, helpful: true });
		await store.close();
		const rows = inFile((database) => database.prepare('select * from rating order by id').all());
		expect(rows.map((row) => ({ ...row }))).toEqual([
			{
				...{ id: 1, slug: 'iron', helpful: 0, made_on: '2026-06-15' },
				comment: 'NUL \uFFFD, “quotes” and \uFFFD 🙂'
			},
			{ id: 2, slug: 'iron', helpful: 1, comment: null, made_on: '2026-06-15' }
		]);
	});

	it('a deleted comment is gone from the bytes of the file, too', async () => {
		const store = await openStore(file);
		const comment = 'something that somebody wishes gone';
		await store.addRating({ slug: 'iron', helpful: true, comment, madeOn: '2026-06-15' });
		expect(await store.purgeComments('2026-09-30')).toBe(1);
		await store.close();
		expect((await readFile(file)).includes(comment)).toBe(false);
	});
});
