import { describe, expect, it } from 'vitest';
import { newsWords, shownChange } from './changes-words.ts';

describe('a change in words', () => {
	it('says what was not stated, and dates as people write them', () => {
		const change = { field: 'completion', label: 'End', to: '2026-05 (estimated)' } as const;
		expect(shownChange(change)).toMatchObject({ from: 'not stated', to: 'May 2026 (estimated)' });
		expect(shownChange({ field: 'sex', label: 'Sex', from: 'FEMALE', to: 'ALL' })).toMatchObject({
			from: 'female',
			to: 'all'
		});
		expect(shownChange({ field: 'labels', label: 'Our labels', to: 'Iron' })).toMatchObject({
			from: 'none'
		});
	});

	it('lists the rules that came and went with sign and word, without the marks of Markdown', () => {
		const label = 'Rules for joining: taken out';
		expect(shownChange({ field: 'criteriaRemoved', label, from: '* IRLS \\> 15\n* Age' })).toEqual({
			field: 'criteriaRemoved',
			label,
			lines: [
				{ sign: '−', word: 'taken out', text: 'IRLS > 15' },
				{ sign: '−', word: 'taken out', text: 'Age' }
			]
		});
	});

	it('says once that a study opened, and tells other labels from other facts', () => {
		expect(newsWords(['opened', 'status', 'criteria'], [])).toEqual([
			'Opened',
			'Rules for joining changed'
		]);
		const labels = { field: 'labels', label: 'Our labels' } as const;
		expect(newsWords(['other'], [labels])).toEqual(['Our labels changed']);
		expect(newsWords(['other'], [labels, { field: 'title', label: 'Title' }])).toEqual([
			'Other facts changed'
		]);
	});
});
