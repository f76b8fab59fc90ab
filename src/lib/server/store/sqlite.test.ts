import { expect, it } from 'vitest';
import { run, studies } from './sample.ts';
import { openDatabase, sqliteDialect } from './sqlite.ts';
import { storeOn } from './store.ts';

it('says why a transaction failed that SQLite itself took back, as it does when the disk is full', async () => {
	const database = openDatabase(':memory:');
	const store = await storeOn(sqliteDialect({ database }), 'sqlite', 'memory');
	await store.save(run(1), studies(2), []);
	database.exec(`create temp trigger full before insert on study
		begin select raise(rollback, 'disk is full'); end`);
	// the trap: "cannot rollback - no transaction is active"
	await expect(store.save(run(2), studies(3), [])).rejects.toThrow('disk is full');
	database.exec('drop trigger full');
	expect((await store.save(run(3), studies(3), [])).entered).toHaveLength(1);
	await store.close();
});
