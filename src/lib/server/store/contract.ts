import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentHash } from './hash.ts';
import { run, studies, study } from './sample.ts';
import type { FailureInput, SetAsideInput } from './save.ts';
import type { Store } from './store.ts';

/** A place where the data of one test lives. */
export interface Place {
	/** Opens the data; two openings see the same. */
	open(): Promise<Store>;
	remove(): Promise<void>;
}

const nothing = { entered: [], changed: [], left: [], relabelled: [] };
const ids = (list: { nctId?: string | undefined }[]) => list.map((item) => item.nctId);

/** What every engine must do. `make` gives an empty place for each test. */
export function storeContract(engine: string, make: () => Promise<Place>): void {
	describe(`store on ${engine}`, () => {
		let place: Place;
		let store: Store;
		beforeEach(async () => {
			place = await make();
			store = await place.open();
		});
		afterEach(async () => {
			await store.close();
			await place.remove();
		});

		const kindsOf = async (nctId: string) =>
			(await store.revisions(nctId)).map((revision) => revision.kind);

		it('knows nothing before the first refresh', async () => {
			expect(await store.load()).toBeUndefined();
			expect(await store.newestRefreshId()).toBeUndefined();
			expect(await store.refreshes(10)).toEqual([]);
			expect(await store.revisions('NCT00000001')).toEqual([]);
		});

		it('finds the last live run behind imports and any number of failures', async () => {
			const { refreshId } = await store.save(run(1), [study(1)], []);
			await store.save(run(2, { kind: 'import' }), [study(2)], []);
			for (let n = 0; n < 120; n += 1)
				await store.recordFailure({ ...run(3), reason: 'no answer' });
			expect((await store.lastLive())?.id).toBe(refreshId);
		});

		it('keeps what visitors say of labels, with no word on who said it', async () => {
			const report = {
				nctId: 'NCT00000001',
				facet: 'mechanism',
				label: 'iron',
				rules: '1',
				madeOn: '2026-06-15'
			};
			await store.addReport({ ...report, verdict: 'wrong' });
			await store.addReport({ ...report, verdict: 'missing', comment: 'NUL \0, “quotes” and 🙂' });
			const [last, first] = await store.reports(10);
			expect(first).toStrictEqual({ ...report, id: 1, verdict: 'wrong' });
			expect(last).toStrictEqual({
				...report,
				...{ id: 2, verdict: 'missing', comment: 'NUL \uFFFD, “quotes” and 🙂' }
			});
		});

		it('counts the votes on each article', async () => {
			expect(await store.ratingTotals()).toEqual([]);
			const madeOn = '2026-06-15';
			for (const helpful of [true, false, true])
				await store.addRating({ slug: 'iron', helpful, madeOn, comment: 'NUL \0 🙂' });
			await store.addRating({ slug: 'dopamine', helpful: false, madeOn });
			expect(await store.ratingTotals()).toStrictEqual([
				{ slug: 'dopamine', helpful: 0, notHelpful: 1 },
				{ slug: 'iron', helpful: 2, notHelpful: 1 }
			]);
		});

		it('deletes the comments made before a day, and neither votes nor reports', async () => {
			const label = { nctId: 'NCT00000001', facet: 'mechanism', label: 'iron', rules: '1' };
			for (const madeOn of ['2025-12-31', '2026-03-09', '2026-03-10', '2026-03-11']) {
				await store.addRating({ slug: 'iron', helpful: true, madeOn, comment: 'old words' });
				await store.addRating({ slug: 'iron', helpful: false, madeOn });
				await store.addReport({ ...label, verdict: 'wrong', madeOn, comment: 'old words' });
			}
			const totals = await store.ratingTotals();
			expect(await store.purgeComments('2026-03-10')).toBe(4);
			expect(await store.purgeComments('2026-03-10')).toBe(0);
			expect(await store.ratingTotals()).toEqual(totals);
			const left = (await store.reports(9)).map(({ madeOn, comment }) => [madeOn, comment]);
			expect(left).toEqual([
				['2026-03-11', 'old words'],
				['2026-03-10', 'old words'],
				['2026-03-09', undefined],
				['2025-12-31', undefined]
			]);
			// what is left of both: two days of ratings and two of reports
			expect(await store.purgeComments('9999-12-31')).toBe(4);
		});

		it('gives back what was saved, with every column of the run', async () => {
			const refresh = run(1, {
				narrow: true,
				dataTimestamp: '2026-01-01T05:00:00',
				received: 4,
				repeated: 1,
				totalCount: 4
			});
			const setAside: SetAsideInput[] = [
				{ nctId: 'NCT00000009', reason: 'no title', raw: { a: [1, null] } },
				{ reason: 'not JSON', raw: '{"broken' },
				{ reason: 'nothing kept' }
			];
			const saved = await store.save(refresh, [study(2), study(1)], setAside);
			expect(saved).toEqual({
				...nothing,
				entered: ['NCT00000002', 'NCT00000001'],
				refreshId: expect.any(Number)
			});
			expect(await store.load()).toStrictEqual({
				studies: [study(1), study(2)].map((each) => ({ ...each, firstSeen: refresh.endedAt })),
				refresh: {
					...refresh,
					id: saved.refreshId,
					outcome: 'done',
					entered: 2,
					changed: 0,
					left: 0,
					relabelled: 0,
					setAside: 3
				},
				setAside
			});
			expect(await store.newestRefreshId()).toBe(saved.refreshId);
		});

		it('keeps what the registry does not say absent, not null', async () => {
			await store.save(run(1), [], []);
			const refresh = (await store.load())?.refresh;
			expect(refresh).not.toHaveProperty('totalCount');
			expect(refresh).not.toHaveProperty('dataTimestamp');
			expect(refresh).not.toHaveProperty('reason');
		});

		it('writes nothing but the run when nothing changed', async () => {
			await store.save(run(1), studies(250), []);
			const before = await store.load();
			expect(await store.save(run(2), studies(250), [])).toMatchObject(nothing);
			const after = await store.load();
			expect(after?.studies).toEqual(before?.studies);
			expect(after?.refresh).toMatchObject({ entered: 0, changed: 0, endedAt: run(2).endedAt });
			expect(await kindsOf('NCT00000001')).toEqual(['entered']);
			expect(await kindsOf('NCT00000250')).toEqual(['entered']);
		});

		it('takes labels with their keys in another order for the same', async () => {
			await store.save(run(1), [{ ...study(1), labels: { a: 1, b: 2 } }], []);
			const again = await store.save(run(2), [{ ...study(1), labels: { b: 2, a: 1 } }], []);
			expect(again).toMatchObject(nothing);
		});

		it('does not relabel for new rules that say the same', async () => {
			await store.save(run(1), studies(2), []);
			const saved = await store.save(run(2, { rules: 'r2' }), studies(2, { rules: 'r2' }), []);
			expect(saved).toMatchObject(nothing);
			expect((await store.load())?.studies[0]?.rules).toBe('r1');
			expect((await store.load())?.refresh.rules).toBe('r2');
		});

		it('gives back what was here at any past instant', async () => {
			await store.save(run(1), [study(1), study(2)], []);
			await store.save(run(3), [study(1, { title: 'New' }), study(3)], []);
			await store.save(run(5), [study(1, { title: 'New' }), study(2), study(3)], []);
			const at = async (day: number) => {
				const past = await store.asOf(run(day).endedAt);
				return past && [ids(past.studies), past.studies[0]?.record, past.refresh.endedAt];
			};
			expect(await store.asOf('2025-12-31T00:00:00Z')).toBeUndefined();
			const [one, two, three] = ['NCT00000001', 'NCT00000002', 'NCT00000003'];
			expect(await at(1)).toEqual([[one, two], study(1).record, run(1).endedAt]);
			expect(await at(2)).toEqual([[one, two], study(1).record, run(1).endedAt]);
			const changed = study(1, { title: 'New' }).record;
			expect(await at(3)).toEqual([[one, three], changed, run(3).endedAt]);
			expect(await at(9)).toEqual([[one, two, three], changed, run(5).endedAt]);
			expect((await store.firstRefresh())?.endedAt).toBe(run(1).endedAt);
		});

		it('gives back the past of more studies than one batch', async () => {
			await store.save(run(1), studies(450), []);
			await store.save(run(2), studies(430), []);
			expect((await store.asOf(run(1).endedAt))?.studies).toHaveLength(450);
			expect((await store.asOf(run(2).endedAt))?.studies).toHaveLength(430);
		});

		it('tells what changed since, newest first, with the state before', async () => {
			await store.save(run(1), [study(1), study(2)], []);
			await store.save(run(2), [study(1, { title: 'New' }), study(3)], []);
			const found = await store.steps({ since: run(1).endedAt, limit: 10 });
			const told = found.map(({ now, before }) => [now.nctId, now.kind, before?.kind]);
			expect(told.toSorted()).toEqual([
				['NCT00000001', 'changed', 'entered'],
				['NCT00000002', 'left', 'entered'],
				['NCT00000003', 'entered', undefined]
			]);
			const change = found.find(({ now }) => now.kind === 'changed');
			expect(change?.before?.record).toEqual(study(1).record);
			expect(await store.steps({ since: run(1).endedAt, limit: 1 })).toEqual(found.slice(0, 1));
			expect(await store.steps({ since: run(2).endedAt, limit: 10 })).toEqual([]);
		});

		it('adds a revision for each of 4 changed studies and for no other', async () => {
			await store.save(run(1), studies(10), []);
			const now = studies(10).map((each, at) => (at < 4 ? study(at + 1, { title: 'New' }) : each));
			const saved = await store.save(run(2), now, []);
			expect(saved).toMatchObject({ ...nothing, changed: ids(now.slice(0, 4)) });
			const kinds = await Promise.all(now.map((each) => kindsOf(each.nctId)));
			expect(kinds.filter((list) => list.join() === 'entered,changed')).toHaveLength(4);
			expect(kinds.filter((list) => list.join() === 'entered')).toHaveLength(6);
			expect((await store.load())?.studies.map((each) => each.record)).toEqual(
				now.map((each) => each.record)
			);
			expect((await store.load())?.refresh).toMatchObject({ changed: 4, entered: 0 });
		});

		it('follows a study that enters, leaves, stays away and comes back', async () => {
			await store.save(run(1), [study(1), study(2)], []);
			expect((await store.save(run(2), [study(1)], [])).left).toEqual(['NCT00000002']);
			expect(ids((await store.load())?.studies ?? [])).toEqual(['NCT00000001']);
			expect(await store.save(run(3), [study(1)], [])).toMatchObject(nothing);
			const back = await store.save(run(4), [study(1), study(2)], []);
			expect(back).toMatchObject({ ...nothing, entered: ['NCT00000002'] });
			expect((await store.load())?.studies[1]?.firstSeen).toBe(run(1).endedAt);
			const history = await store.revisions('NCT00000002');
			expect(history.map(({ kind, seenAt }) => [kind, seenAt])).toEqual([
				['entered', run(1).endedAt],
				['left', run(2).endedAt],
				['entered', run(4).endedAt]
			]);
			expect(history[1]).not.toHaveProperty('record');
			expect(history[1]).not.toHaveProperty('labels');
			expect(history[2]?.record).toEqual(study(2).record);
		});

		it('keeps a study as it was while its record is set aside', async () => {
			await store.save(run(1), [study(1), study(2)], []);
			const aside = [{ nctId: 'NCT00000002', reason: 'unknown phase', raw: '{}' }];
			expect(await store.save(run(2), [study(1)], aside)).toMatchObject(nothing);
			const loaded = await store.load();
			expect(loaded?.studies[1]?.record).toEqual(study(2).record);
			expect(loaded?.setAside).toEqual(aside);
			await store.save(run(3), [study(1), study(2)], []);
			expect((await store.load())?.setAside).toEqual([]);
		});

		it('does not bring back a study that left because its record is set aside', async () => {
			await store.save(run(1), [study(1), study(2)], []);
			await store.save(run(2), [study(1)], []);
			await store.save(run(3), [study(1)], [{ nctId: 'NCT00000002', reason: 'unknown phase' }]);
			expect(ids((await store.load())?.studies ?? [])).toEqual(['NCT00000001']);
			expect(await kindsOf('NCT00000002')).toEqual(['entered', 'left']);
		});

		it('adds and changes on import, and lets nothing leave', async () => {
			await store.save(run(1), studies(3), []);
			const brought = [study(2, { title: 'New' }), study(9)];
			const saved = await store.save(run(2, { kind: 'import' }), brought, []);
			expect(saved).toMatchObject({
				...nothing,
				changed: ['NCT00000002'],
				entered: ['NCT00000009']
			});
			expect((await store.load())?.studies).toHaveLength(4);
			expect((await store.load())?.refresh.kind).toBe('import');
		});

		it('tells other labels on the same record from a changed record', async () => {
			await store.save(run(1), studies(2), []);
			const now = [study(1, { cause: 'dopamine', rules: 'r2' }), study(2, { rules: 'r2' })];
			const saved = await store.save(run(2, { rules: 'r2' }), now, []);
			expect(saved).toMatchObject({ ...nothing, relabelled: ['NCT00000001'] });
			const newest = (await store.revisions('NCT00000001')).at(-1);
			expect(newest).toMatchObject({ kind: 'relabelled', rules: 'r2', labels: now[0]?.labels });
			expect((await store.load())?.studies[0]).toMatchObject({
				rules: 'r2',
				labels: now[0]?.labels
			});
			expect((await store.load())?.refresh.relabelled).toBe(1);
		});

		it('takes the last of two entries for one study', async () => {
			const saved = await store.save(run(1), [study(1), study(1, { title: 'Newer' })], []);
			expect(saved.entered).toEqual(['NCT00000001']);
			expect((await store.load())?.studies[0]?.record).toEqual(study(1, { title: 'Newer' }).record);
		});

		it('is as before when a save breaks off in the middle', async () => {
			await store.save(run(1), studies(300), [{ reason: 'unknown phase' }]);
			const before = await store.load();
			// the first hundreds of rows are written when the last record turns out to be no JSON
			const now = [...studies(299, { title: 'New' }), { ...study(301), record: { count: 1n } }];
			await expect(store.save(run(2), now, [])).rejects.toThrow(/BigInt/);
			expect(await store.load()).toEqual(before);
			expect(await store.refreshes(9)).toHaveLength(1);
			expect(await kindsOf('NCT00000001')).toEqual(['entered']);
			expect((await store.save(run(3), now.slice(0, 299), [])).changed).toHaveLength(299);
		});

		it('keeps a failed run beside the catalogue, which stays', async () => {
			const failure: FailureInput = { ...run(2), reason: 'The registry did not answer.' };
			const early = await store.recordFailure(failure);
			expect(await store.load()).toBeUndefined();
			await store.save(run(1), studies(2), []);
			const good = await store.newestRefreshId();
			const late = await store.recordFailure({ ...failure, reason: 'It said "\0\uD83D".' });
			expect(await store.newestRefreshId()).toBe(good);
			expect((await store.load())?.refresh.id).toBe(good);
			const all = await store.refreshes(10);
			expect(all.map(({ id, outcome }) => [id, outcome])).toEqual([
				[late, 'failed'],
				[good, 'done'],
				[early, 'failed']
			]);
			expect(all[2]?.reason).toBe(failure.reason);
			expect(all[0]?.reason).toBe('It said "\uFFFD\uFFFD".');
			expect(await store.refreshes(1)).toEqual(all.slice(0, 1));
		});

		it('shows one opening what another wrote, at once', async () => {
			const reader = await place.open();
			try {
				expect(await reader.newestRefreshId()).toBeUndefined();
				const first = await store.save(run(1), studies(2), []);
				expect(await reader.newestRefreshId()).toBe(first.refreshId);
				const second = await store.save(run(2), studies(3), []);
				expect(second.refreshId).toBeGreaterThan(first.refreshId);
				expect(await reader.newestRefreshId()).toBe(second.refreshId);
				expect((await reader.load())?.studies).toHaveLength(3);
				await reader.save(run(3), studies(4), []);
				expect((await store.load())?.studies).toHaveLength(4);
			} finally {
				await reader.close();
			}
		});

		it('reads one whole state while another opening writes', async () => {
			await store.save(run(1), studies(2000), []);
			const last = study(2000, { title: 'New' });
			const writer = await place.open();
			try {
				// the load is in its first pages when the change of the last study is committed
				const loading = store.load();
				await writer.save(run(2, { kind: 'import' }), [last], []);
				const loaded = await loading;
				expect(loaded?.refresh.endedAt).toBe(run(1).endedAt);
				expect(loaded?.studies.at(-1)?.record).toEqual(study(2000).record);
				expect((await store.load())?.studies.at(-1)?.record).toEqual(last.record);
			} finally {
				await writer.close();
			}
		});

		it('lets saves and reads wait for each other in one process', async () => {
			const saves = Array.from({ length: 20 }, (_, at) =>
				store.save(run(at + 1), studies(at + 1), [])
			);
			const [early] = await Promise.all([store.load(), store.refreshes(5), ...saves]);
			// the run of day n brings n studies: whichever came last, all of it is there and no more
			const late = await store.load();
			for (const { studies: present, refresh } of [early, late].filter(
				(each) => each !== undefined
			))
				expect(refresh.endedAt).toBe(run(present.length).endedAt);
			expect(late?.refresh.id).toBe(await store.newestRefreshId());
			expect(await store.refreshes(99)).toHaveLength(20);
			// the trap: two that see the same state both write that a study entered
			const kinds = await kindsOf('NCT00000012');
			expect(kinds).toEqual(kinds.map((_, at) => (at % 2 === 0 ? 'entered' : 'left')));
		});

		it('keeps when the registry last had nothing newer, without a run of its own', async () => {
			const { refreshId } = await store.save(run(1), studies(2), []);
			const before = await store.load();
			await store.recordCheck(refreshId, '2026-01-02T10:00:00.000Z');
			await store.recordCheck(refreshId, '2026-01-03T10:00:00.000Z');
			expect(await store.lastLive()).toStrictEqual({
				...before?.refresh,
				checkedAt: '2026-01-03T10:00:00.000Z'
			});
			expect((await store.load())?.studies).toEqual(before?.studies);
			expect(await store.refreshes(9)).toHaveLength(1);
			expect(await store.newestRefreshId()).toBe(refreshId);
		});

		it('gives texts back to the letter', async () => {
			const text =
				'NUL \0, "double", \'single\', \\ back; 😴 \uD83D half; \u2028 \r\n é é -- ;drop';
			const odd = study(1, { title: text, record: JSON.parse('{"__proto__":{"x":1},"":null}') });
			const aside = [{ nctId: 'odd \' "id"', reason: 'why "not" 😴?', raw: text }];
			await store.save(run(1, { question: { term: text } }), [odd], aside);
			const loaded = await store.load();
			expect(loaded?.studies[0]?.record).toStrictEqual(odd.record);
			expect(contentHash(loaded?.studies[0]?.record)).toBe(odd.hash);
			expect(loaded?.setAside).toEqual(aside);
			expect(loaded?.refresh.question).toEqual({ term: text });
		});

		it('keeps a record of 10 MB', async () => {
			const huge = study(1, { title: 'é'.repeat(5_000_000) });
			await store.save(run(1), [huge], []);
			expect((await store.load())?.studies[0]?.hash).toBe(huge.hash);
			expect(contentHash((await store.load())?.studies[0]?.record)).toBe(huge.hash);
			expect(await store.save(run(2), [huge], [])).toMatchObject(nothing);
		});
	});
}
