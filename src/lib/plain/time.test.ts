import { describe, expect, it } from 'vitest';
import { on, saysOf } from './sample.ts';

describe('when it runs', () => {
	it('keeps the precision of the dates', () => {
		const says = saysOf({
			start: { date: on('2015'), kind: 'ACTUAL' },
			completion: { date: on('2016-03'), kind: 'ACTUAL' }
		});
		expect(says).toContain('It began in 2015.');
		expect(says).toContain('It ended in March 2016.');
		expect(saysOf({ start: { date: on('2015-03-09'), kind: 'ACTUAL' } })).toContain(
			'It began on March 9, 2015.'
		);
	});

	it('does not take a plan for a fact, past or to come', () => {
		const planned = (date: string) => saysOf({ completion: { date: on(date), kind: 'ESTIMATED' } });
		expect(planned('2026-06')).toContain('It plans to end in June 2026.');
		expect(planned('2026-05')).toContain('Its end was planned for May 2026.');
	});

	it('says when the record does not tell plan from fact', () => {
		expect(saysOf({ start: { date: on('2003-04') } })).toContain(
			'Its start is given as April 2003, planned or real.'
		);
		expect(saysOf({ start: { date: on('2003-04'), kind: 'DREAMT' } })).toContain(
			'Its start is given as April 2003 (“DREAMT”).'
		);
	});

	it('says how long a patient registry follows people', () => {
		expect(saysOf({ design: { whoMasked: [], targetDuration: '5 Years' } })).toContain(
			'Each person is to be followed for 5 years.'
		);
	});
});

describe('where it is', () => {
	it('counts sites and names each country once, as the registry writes it', () => {
		const sites = ['Turkey (Türkiye)', 'Korea, Republic of', 'Turkey (Türkiye)'].map((country) => ({
			country
		}));
		expect(saysOf({ sites })).toContain('It has 3 sites in Turkey (Türkiye); Korea, Republic of.');
	});

	it('counts sites without a country, and says so', () => {
		expect(saysOf({ sites: [{ country: 'Egypt' }, {}] })).toContain(
			'It has 2 sites in Egypt, with no country stated for 1 of them.'
		);
		expect(saysOf({ sites: [{}] })).toContain('It has 1 site, with no country stated.');
	});
});
