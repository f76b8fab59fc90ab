import { describe, expect, it } from 'vitest';
import { parseAge } from '#lib/study/age.ts';
import type { Eligibility } from '#lib/study/study.ts';
import { stated } from '#lib/study/stated.ts';
import { saysOf } from './sample.ts';

const people = (count: number, kind?: string) => saysOf({ enrollment: stated({ count, kind }) })[0];

function who(least: string, most: string, rest: Partial<Eligibility> = {}): string[] {
	const [minimumAge, maximumAge] = [parseAge(least), parseAge(most)];
	return saysOf({ eligibility: { ageGroups: [], ...stated({ minimumAge, maximumAge }), ...rest } });
}

describe('how many people', () => {
	it('tells a plan from a count, and neither where the record does not', () => {
		expect(people(209, 'ESTIMATED')).toBe('The plan is for 209 people.');
		expect(people(1, 'ACTUAL')).toBe('It counts 1 person in all.');
		expect(people(12345)).toBe(
			'The record says 12,345 people, but not if that is a plan or a count.'
		);
		expect(people(5, 'HOPED')).toBe('The record says 5 people (“HOPED”).');
	});

	it('takes 0 for a number, and no number for none stated', () => {
		expect(people(0, 'ACTUAL')).toBe('No one joined: it counts 0 people.');
		expect(saysOf({ status: 'WITHDRAWN' }).join(' ')).toContain('how many take part');
	});

	it('shows a number that cannot be read, and does not call it missing', () => {
		const field = 'protocolSection.designModule.enrollmentInfo.count';
		const text = saysOf({ unread: [{ field, value: '99999999' }] }).join(' ');
		expect(text).toContain('“99999999”, which we cannot read');
		expect(text).not.toContain('how many');
	});
});

describe('whom it is for', () => {
	it('says both age limits, one, or none', () => {
		expect(who('18 Years', '75 Years')).toContain('It is for people, from 18 to 75 years old.');
		expect(who('6 Months', '17 Years')).toContain(
			'It is for people, from 6 months to 17 years old.'
		);
		expect(who('18 Years', '90 Months')).toContain(
			'It is for people, from 18 years to 90 months old.'
		);
		expect(who('18 Years', '')).toContain('It is for people, 18 years or older.');
		expect(who('', '17 Years', { sex: 'ALL' })).toContain(
			'It is for people of any sex, up to 17 years old.'
		);
		expect(who('', '', { sex: 'ALL' })).toContain(
			'It is for people of any sex, with no age limit stated.'
		);
	});

	it('claims no missing limit where one could not be read', () => {
		const unread = [{ field: 'protocolSection.eligibilityModule.minimumAge', value: 'grown' }];
		const says = saysOf({ eligibility: { sex: 'ALL', ageGroups: [] }, unread });
		expect(says).toContain('It is for people of any sex.');
		expect(says).toContain('For the lowest age the record has “grown”, which we cannot read.');
		const [minimumAge] = [parseAge('18 Years')];
		const most = [{ field: 'protocolSection.eligibilityModule.maximumAge', value: 'old' }];
		expect(
			saysOf({ eligibility: stated({ minimumAge, ageGroups: [] }), unread: most }).join(' ')
		).not.toContain('or older');
	});

	it('says women where all are grown, and women and girls where not', () => {
		expect(who('18 Years', '', { sex: 'FEMALE' })).toContain(
			'It is for women only, 18 years or older.'
		);
		expect(who('12 Years', '', { sex: 'FEMALE' })).toContain(
			'It is for women and girls only, 12 years or older.'
		);
		expect(who('', '', { sex: 'SELKIE' }).join(' ')).toContain('“SELKIE”');
	});

	it('says of healthy volunteers only what the record states', () => {
		expect(who('1 Day', '', { healthyVolunteers: false })).toContain(
			'Healthy volunteers are not part of it.'
		);
		expect(who('1 Day', '', { healthyVolunteers: true })).toContain(
			'Healthy volunteers are part of it.'
		);
		expect(who('1 Day', '').join(' ')).not.toContain('ealthy');
	});
});
