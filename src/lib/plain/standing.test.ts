import { describe, expect, it } from 'vitest';
import { on, saysOf } from './sample.ts';

describe('the status', () => {
	it('is open only while confirmed, and has its age', () => {
		const says = saysOf({ status: 'RECRUITING', verified: on('2026-05-25') });
		expect(says).toContain('It is open: it takes people.');
		expect(says).toContain('The sponsor last checked this on May 25, 2026 (3 weeks ago).');
	});

	it.each(['RECRUITING', 'NOT_YET_RECRUITING', 'ENROLLING_BY_INVITATION', 'AVAILABLE'])(
		'of an old or undated %s is only what the record said once',
		(status) => {
			const old = saysOf({ status, verified: on('2020-01') }).join(' ');
			expect(old).toContain('in January 2020 (6 years ago), and no one has confirmed that since');
			const undated = saysOf({ status }).join(' ');
			expect(undated).toContain('but no clear date tells when this was last checked');
			for (const text of [old, undated]) expect(text).not.toMatch(/is open|takes|gives access now/);
		}
	);

	it('stays what it is once a study is over', () => {
		expect(saysOf({ status: 'COMPLETED', verified: on('2012-03') })).toContain('It is finished.');
	});

	it('that is unknown tells what it was last', () => {
		expect(saysOf({ status: 'UNKNOWN', lastKnownStatus: 'RECRUITING' })).toContain(
			'Its status is not known; it was last known as “recruiting”.'
		);
	});

	it.each(['PAUSED_BY_MOON', 'constructor'])('%s, new to us, is shown as it is', (status) => {
		expect(saysOf({ status })).toContain(`The record gives the status as “${status}”.`);
	});
});

describe('results', () => {
	it('are posted, not posted, or not spoken of', () => {
		const resultsPosted = { date: on('2021-02-03') };
		expect(saysOf({ hasResults: true, resultsPosted })).toContain(
			'Its results were posted on February 3, 2021.'
		);
		expect(saysOf({ hasResults: true })).toContain('Its results are posted.');
		expect(saysOf({ hasResults: false })).toContain('No results are posted.');
		expect(saysOf({}).join(' ')).not.toContain('esults');
	});
});
