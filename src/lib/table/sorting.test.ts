import { describe, expect, it } from 'vitest';
import { everything, type Query } from '#lib/search/query.ts';
import { directionOf, notBy, ordinal, rankOf, sortedBy, thenBy, turned } from './sorting.ts';

const by = (...sort: Query['sort']): Query => ({ ...everything, page: 4, sort });

describe('a header', () => {
	it('makes its column the first key, and the list begins on page one', () => {
		expect(sortedBy(by('updated', 'title'), 'started')).toMatchObject({
			sort: ['started'],
			page: 1
		});
	});

	it('turns the order round on the second click, and keeps the further keys', () => {
		expect(sortedBy(by('phase', 'title'), 'phase').sort).toEqual(['-phase', 'title']);
		expect(sortedBy(by('-phase', 'title'), 'phase').sort).toEqual(['phase', 'title']);
	});

	it('says the direction as it is: dates from late to early, names from A to Z', () => {
		expect(directionOf(by('updated'), 'updated')).toBe('descending');
		expect(directionOf(by('title', 'sponsor'), 'sponsor')).toBe('ascending');
		expect(directionOf(by('-title'), 'title')).toBe('descending');
		expect(directionOf(by('title'), 'phase')).toBeUndefined();
	});
});

describe('a further key', () => {
	it('comes last, can be turned and taken out', () => {
		const two = thenBy(by('phase'), 'title');
		expect(two?.sort).toEqual(['phase', 'title']);
		expect(rankOf(by('phase', '-title'), 'title')).toBe(1);
		expect(turned(by('phase', 'title'), 'title').sort).toEqual(['phase', '-title']);
		expect(notBy(by('phase', '-title'), 'title')?.sort).toEqual(['phase']);
	});

	it('is not offered twice, nor behind the best match, nor taken out as the first', () => {
		expect(thenBy(by('phase', 'title'), 'title')).toBeUndefined();
		expect(thenBy(everything, 'title')).toBeUndefined();
		expect(notBy(by('phase', 'title'), 'phase')).toBeUndefined();
	});

	it('has a rank in words', () => {
		expect([2, 3, 4].map(ordinal)).toEqual(['2nd', '3rd', '4th']);
	});
});
