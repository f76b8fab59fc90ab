import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnIds, defaultColumns, type ColumnId } from '#lib/search/columns.ts';
import { everything, type Query } from '#lib/search/query.ts';
import { parse, serialise } from '#lib/search/url.ts';
import { arrangementOf, canUnpin, moved, pinToggled } from './arrangement.ts';
import { pinClasses } from './pins.ts';

const asked = (address: string): Query => parse(new URLSearchParams(address)).query;
const aQuery = fc
	.record({
		columns: fc.shuffledSubarray<ColumnId>([...columnIds]),
		pin: fc.shuffledSubarray<ColumnId>([...columnIds], { maxLength: 4 })
	})
	.map((choice): Query => ({ ...everything, page: 3, ...choice }));

describe('the columns of a query', () => {
	it('are the standard ones with the title in sight, where the address says nothing', () => {
		const { shown, pinned } = arrangementOf(everything);
		expect(pinned).toEqual(['study']);
		expect(shown.toSorted()).toEqual(defaultColumns.toSorted());
		expect(shown[0]).toBe('study');
	});

	it('keep the order of the address, pinned ones first', () => {
		const { shown, hidden } = arrangementOf(asked('columns=sex,phase,number&pin=number'));
		expect(shown).toEqual(['number', 'sex', 'phase']);
		expect(hidden).toHaveLength(columnIds.length - 3);
	});

	it('pin nothing that is not shown', () => {
		expect(arrangementOf(asked('columns=sex,phase')).pinned).toEqual([]);
		expect(arrangementOf(asked('columns=sex,phase&pin=number,sex')).pinned).toEqual(['sex']);
	});

	it('are each shown or hidden, once, whatever is asked', () => {
		fc.assert(
			fc.property(aQuery, (query) => {
				const { shown, hidden } = arrangementOf(query);
				expect([...shown, ...hidden].toSorted()).toEqual(columnIds.toSorted());
			})
		);
	});
});

describe('a move', () => {
	it('survives the address, changes two neighbours, and keeps the page', () => {
		fc.assert(
			fc.property(
				aQuery,
				fc.constantFrom(...columnIds),
				fc.constantFrom(-1, 1),
				(query, id, by) => {
					const after = moved(query, id, by);
					if (!after) return;
					const { shown } = arrangementOf(query);
					const at = shown.indexOf(id);
					const expected = shown.with(at, shown[at + by] ?? id).with(at + by, id);
					expect(arrangementOf(asked(serialise(after))).shown).toEqual(expected);
					expect(after.page).toBe(3);
				}
			)
		);
	});

	it('there and back is the same link', () => {
		const there = moved(everything, 'status', 1);
		expect(there?.columns.indexOf('status')).toBe(3);
		expect(there && moved(there, 'status', -1)).toEqual(everything);
	});

	it('has no place beyond the ends, nor between pinned and other columns', () => {
		expect(moved(everything, 'sponsor', 1)).toBeUndefined();
		expect(moved(everything, 'study', 1)).toBeUndefined();
		expect(moved(everything, 'number', -1)).toBeUndefined();
		expect(moved(everything, 'sex', 1)).toBeUndefined();
	});
});

describe('pinning', () => {
	it('adds to what is pinned, and taken back leaves the link as it was', () => {
		const pinned = pinToggled(everything, 'number');
		expect(serialise(pinned)).toBe('?pin=study,number');
		expect(pinToggled(pinned, 'number')).toEqual(everything);
	});

	it('lets the title go only where another column is pinned', () => {
		expect(canUnpin(arrangementOf(everything), 'study')).toBe(false);
		const both = pinToggled(everything, 'number');
		expect(canUnpin(arrangementOf(both), 'study')).toBe(true);
		expect(arrangementOf(pinToggled(both, 'study')).pinned).toEqual(['number']);
	});

	it('places each column after those before it, and stops before they fill the screen', () => {
		const classes = pinClasses(['number', 'study', 'phase', 'sex', 'ages']);
		expect([...classes].map(([id, { cell }]) => [id, cell])).toEqual([
			['number', 'pin from-0 to-1'],
			['study', 'pin from-1 to-3'],
			['phase', 'pin from-3 to-4'],
			['sex', 'pin from-4 to-5']
		]);
	});
});
