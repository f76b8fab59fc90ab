import { describe, expect, it } from 'vitest';
import { wilson } from '#lib/mechanism/wilson.ts';
import { idsOf, scoreFacet } from './accuracy-score.ts';

const one = (given: string[], core: string[], also: string[] = []) => ({
	id: 'x',
	given,
	core,
	also
});

describe('scoreFacet', () => {
	it('counts a missing core label as a miss and a label of neither kind as a false alarm', () => {
		const { micro } = scoreFacet([one(['iron'], ['dopamine'])]);
		expect(micro).toMatchObject({ right: 0, misses: 1, falseAlarms: 1, f1: 0 });
	});

	it('counts an acceptable label nowhere, given or not', () => {
		const { micro } = scoreFacet([
			one(['iron', 'none'], ['iron'], ['none']),
			one([], [], ['none'])
		]);
		expect(micro).toMatchObject({ right: 1, misses: 0, falseAlarms: 0, f1: 1 });
	});

	it('counts labels of a listed record without core labels as false alarms', () => {
		expect(scoreFacet([one(['iron', 'dopamine'], [])]).micro.falseAlarms).toBe(2);
	});

	it('takes the macro mean over labels with five core cases only', () => {
		const cases = [
			...Array.from({ length: 5 }, () => one(['iron'], ['iron'])),
			one([], ['genetics'])
		];
		const { macro, micro } = scoreFacet(cases);
		expect(macro).toBe(1);
		expect(micro.misses).toBe(1);
	});

	it('leaves out ids that are not scored', () => {
		const { labels } = scoreFacet([one(['other', 'kidney'], ['kidney'])], new Set(['kidney']));
		expect([...labels.keys()]).toEqual(['kidney']);
	});
});

describe('wilson', () => {
	it('agrees with the textbook value for 9 of 10', () => {
		const [low, high] = wilson(9, 10);
		expect(low).toBeCloseTo(0.596, 3);
		expect(high).toBeCloseTo(0.982, 3);
	});

	it('never leaves 0 to 1 and knows nothing without cases', () => {
		expect(wilson(10, 10)[1]).toBeLessThanOrEqual(1);
		expect(wilson(0, 0)).toEqual([0, 1]);
	});
});

describe('idsOf', () => {
	it('reads a cell of ids and drops blanks', () => {
		expect(idsOf('iron; dopamine;')).toEqual(['iron', 'dopamine']);
		expect(idsOf(undefined)).toEqual([]);
	});
});
