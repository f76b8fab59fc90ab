import { describe, expect, it } from 'vitest';
import type { Step } from '#lib/server/store/store.ts';
import { label } from '#lib/mechanism/label.ts';
import { bareStudy } from '#lib/study/sample.ts';
import { createRecent } from './recent.ts';

const labels = label(bareStudy('NCT00000001'));

/** A state of a study of which only the labels matter. */
function revision(number: number, day: number, relevance: string, kind: Step['now']['kind']) {
	const nctId = `NCT${String(number).padStart(8, '0')}`;
	return {
		...{ id: number, nctId, kind, hash: 'h', rules: 'r' },
		seenAt: `2026-06-${String(day).padStart(2, '0')}T10:00:00.000Z`,
		record: { protocolSection: { identificationModule: { nctId } } },
		labels: { ...labels, relevance }
	};
}

const relabelled = (number: number, day: number): Step => ({
	now: revision(number, day, 'core', 'relabelled'),
	before: revision(number, 1, 'partial', 'entered')
});
const isNew = (number: number, day: number): Step => ({
	now: revision(number, day, 'core', 'entered')
});

/** A store with these steps, newest first, whose first run was on June 1. */
function storeOf(steps: Step[]) {
	const run = {
		...{ id: 1, kind: 'live' as const, outcome: 'done' as const, question: [], narrow: false },
		...{ startedAt: '2026-06-01T10:00:00.000Z', endedAt: '2026-06-01T10:00:00.000Z' },
		...{ received: 0, repeated: 0, entered: 0, changed: 0, left: 0, relabelled: 0, setAside: 0 },
		rules: 'r'
	};
	const asked: number[] = [];
	return {
		asked,
		add(more: Step[]) {
			steps.unshift(...more);
			run.id++;
		},
		newestRefreshId: () => Promise.resolve(run.id),
		firstRefresh: () => Promise.resolve(run),
		refreshes: () => Promise.resolve([run]),
		steps({ since, limit }: { since: string; limit: number }) {
			asked.push(limit);
			return Promise.resolve(steps.filter(({ now }) => now.seenAt > since).slice(0, limit));
		}
	};
}

const crowd = (of: number, day: number) =>
	Array.from({ length: of }, (_, index) => relabelled(1000 + index, day));

describe('what changed lately', () => {
	it('is not lost behind new rules, which relabel all studies at once', async () => {
		const recent = createRecent(storeOf([...crowd(2500, 9), isNew(1, 5)]));
		await recent.update();
		expect(recent.news()).toHaveLength(501);
		expect(recent.news().at(-1)?.kinds).toEqual(['new']);
		const { news, since } = await recent.since('2026-06-02T00:00:00.000Z');
		expect(news.at(-1)?.kinds).toEqual(['new']);
		expect(since).toBe('2026-06-09T10:00:00.000Z');
	});

	it('is asked of the store only where memory does not reach', async () => {
		const store = storeOf([...crowd(600, 9), isNew(2, 8), isNew(1, 5)]);
		const recent = createRecent(store);
		await recent.update();
		await recent.update();
		expect(store.asked).toEqual([2000]);
		expect((await recent.since('2026-06-10T00:00:00.000Z')).news).toEqual([]);
		expect(store.asked).toHaveLength(1);
		const { news, since } = await recent.since('2026-06-07T00:00:00.000Z');
		expect([news.length, since]).toEqual([601, '2026-06-07T00:00:00.000Z']);
		expect(store.asked).toHaveLength(2);
	});

	it('keeps its place in memory when nothing of it is new, and takes in what is', async () => {
		const store = storeOf([isNew(1, 5)]);
		const recent = createRecent(store);
		await recent.update();
		const before = recent.news();
		store.add([]);
		await recent.update();
		// the same array: what was worked out from it is still right
		expect(recent.news()).toBe(before);
		// stored later, by a run that ended at the same instant
		store.add([isNew(3, 5)]);
		await recent.update();
		expect(recent.news().map(({ nctId }) => nctId)).toEqual(['NCT00000003', 'NCT00000001']);
	});

	it('stays as it was where the store fails, and comes back with it', async () => {
		const store = storeOf([isNew(1, 5)]);
		let away = false;
		const { steps } = store;
		const recent = createRecent({
			...store,
			newestRefreshId: () => store.newestRefreshId(),
			steps: (asked) => (away ? Promise.reject(new Error('away')) : steps(asked))
		});
		await recent.update();
		away = true;
		store.add([isNew(2, 6)]);
		await expect(recent.update()).rejects.toThrow('away');
		expect(recent.news()).toHaveLength(1);
		away = false;
		await recent.update();
		expect(recent.news()).toHaveLength(2);
	});
});
