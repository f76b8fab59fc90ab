import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run, studies } from '#lib/server/store/sample.ts';
import { openStore, type Store } from '#lib/server/store/store.ts';
import { confirms, createGuard, isTooMuch, missingFrom, type Answered } from './guard.ts';

const id = (number: number) => `NCT${String(number).padStart(8, '0')}`;
/** The numbers of the studies from one to another, both among them. */
const ids = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, index) => id(from + index));

describe('the rule', () => {
	it.each([
		[20, 100, false],
		[21, 100, true],
		[1, 5, false],
		[2, 5, true],
		[0, 0, false],
		[1, 1, true]
	])('%i of %i missing: too much is %s', (missing, before, answer) => {
		expect(isTooMuch(missing, before)).toBe(answer);
	});

	it('counts the studies that are missing, not how many came: others do not make up for them', () => {
		expect(missingFrom(ids(1, 3), new Set(ids(3, 100)))).toEqual(ids(1, 2));
	});

	it.each<[string, string[], boolean]>([
		['the same', ids(1, 40), true],
		['some of them', ids(10, 40), true],
		['the same and a few more', ids(1, 42), true],
		['the same and many more', ids(1, 60), false],
		['others', ids(41, 80), false]
	])('an answer that lacks %s', (_, second, answer) => {
		expect(confirms(new Set(ids(1, 40)), second)).toBe(answer);
	});
});

describe('a guard', () => {
	let store: Store;
	let said: string[];
	const make = () => createGuard(store, (sentence) => said.push(sentence));
	const answer = (to: number, more: Partial<Answered> = {}): Answered => ({
		...{ question: ['restless legs'], narrow: false, sent: new Set(ids(1, to)) },
		...more
	});
	const lacks = (missing: number, before = 100) =>
		`The registry's answer lacks ${missing} of the ${before} studies that it sent before; the old data stay until a second answer confirms it`;

	beforeEach(async () => {
		said = [];
		store = await openStore(':memory:');
		await store.save(run(1, { question: ['restless legs'] }), studies(100), []);
	});
	afterEach(() => store.close());

	it('lets a fifth go, and holds one study more back until a second answer', async () => {
		const guard = make();
		await guard.pass(answer(80));
		expect(guard.waiting()).toBe(false);
		await expect(guard.pass(answer(79))).rejects.toThrow(lacks(21));
		expect(guard.waiting()).toBe(true);
		expect(said).toEqual([]);
		await guard.pass(answer(79));
		expect(said.join()).toContain('lacks 21 of the 100 studies');
		// where storing fails, the next answer needs no third one
		await guard.pass(answer(79));
		guard.settle();
		expect(guard.waiting()).toBe(false);
	});

	it('waits for two answers that agree', async () => {
		const guard = make();
		const upper = answer(0, { sent: new Set(ids(51, 100)) });
		await expect(guard.pass(answer(50))).rejects.toThrow(lacks(50));
		await expect(guard.pass(upper)).rejects.toThrow(lacks(50));
		await expect(guard.pass(answer(50))).rejects.toThrow(lacks(50));
		await guard.pass(answer(50));
	});

	it('forgets the first answer when a whole one was stored in between', async () => {
		const guard = make();
		await expect(guard.pass(answer(50))).rejects.toThrow();
		await guard.pass(answer(100));
		guard.settle();
		await expect(guard.pass(answer(50))).rejects.toThrow(lacks(50));
	});

	it('does not take its own first answer for a confirmation after another process had the turn', async () => {
		const guard = make();
		await expect(guard.pass(answer(50))).rejects.toThrow();
		const live = await store.lastLive();
		await store.recordCheck(live?.id ?? 0, run(2).endedAt);
		await expect(guard.pass(answer(50))).rejects.toThrow(lacks(50));
		await store.save(run(3, { question: ['restless legs'] }), studies(100), []);
		await expect(guard.pass(answer(50))).rejects.toThrow(lacks(50));
	});

	it('holds back once more after a restart', async () => {
		await expect(make().pass(answer(50))).rejects.toThrow(lacks(50));
		await expect(make().pass(answer(50))).rejects.toThrow(lacks(50));
	});

	it('leaves studies out of account that were imported since', async () => {
		await store.save(run(2, { kind: 'import' }), studies(300), []);
		await make().pass(answer(100));
		await expect(make().pass(answer(70))).rejects.toThrow(lacks(30));
	});

	it('lets the answer to another question through, and the first of all', async () => {
		await make().pass(answer(1, { question: ['iron'] }));
		const empty = await openStore(':memory:');
		await createGuard(empty, () => undefined).pass(answer(1));
		await empty.close();
	});

	it('does not let the narrow question empty the store unseen, nor what follows it', async () => {
		const narrow = { question: ['narrow'], narrow: true };
		await expect(make().pass(answer(50, narrow))).rejects.toThrow(
			'The registry refused the wide question, and its answer to the narrow one lacks 50 of the 100'
		);
		await make().pass(answer(90, narrow));
		await store.save(run(2, narrow), studies(100), []);
		await expect(make().pass(answer(50))).rejects.toThrow(lacks(50));
	});
});
