import { describe, expect, it } from 'vitest';
import { agesInWords } from '#lib/search/listed.ts';
import { peopleWords, placeWords, whatWords, whyWords } from './card-words.ts';
import { confirmedOn, listedStudy } from './sample.ts';
import { freshness, statusAge, statusWords, takesPeople } from './status-words.ts';

const today = '2026-06-15';

describe('the status on a card', () => {
	it('is open only while it was confirmed within two years', () => {
		const study = listedStudy({ status: 'RECRUITING', ...confirmedOn('2026-05-25'), open: true });
		expect(freshness(study)).toBe('open');
		expect(statusAge(study, today)).toBe('confirmed by the sponsor 3 weeks ago');
	});

	it('says of an old "recruiting" that nobody confirmed it since', () => {
		const study = listedStudy({ status: 'RECRUITING', ...confirmedOn('2020-01') });
		expect(freshness(study)).toBe('stale');
		expect(statusAge(study, today)).toBe('as recorded in January 2020, not confirmed since');
	});

	it('says when the record does not tell', () => {
		expect(statusWords(listedStudy())).toBe('Status not stated');
		expect(statusAge(listedStudy({ status: 'COMPLETED' }), today)).toBe(
			'date of the last check not stated'
		);
	});

	it('says what an unknown status was before', () => {
		const study = listedStudy({ status: 'UNKNOWN', lastKnownStatus: 'RECRUITING' });
		expect(statusWords(study)).toBe('Unknown (was: recruiting)');
	});

	it.each(['PAUSED_BY_MOON', 'constructor'])('shows %s, new to us, as it is', (status) => {
		expect(statusWords(listedStudy({ status }))).toBe(status);
	});
});

describe('whether it takes people', () => {
	it.each([
		['COMPLETED', /does not take people/],
		['ENROLLING_BY_INVITATION', /invites/],
		['AVAILABLE', /outside of a trial/],
		['WITHHELD', /not clear/],
		['PAUSED_BY_MOON', /not clear/]
	])('%s: what is not known is never no', (status, words) => {
		expect(takesPeople(status)).toMatch(words);
	});
});

describe('the lines of a card', () => {
	it('names what is tested, and says when it is not stated', () => {
		const interventions = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name }));
		expect(whatWords({ interventions })).toBe('Tests: a; b; c; d and 1 more');
		expect(whatWords({ interventions: [] })).toBe('What is given: not stated in this record');
	});

	it('an age without a limit admits, and says so', () => {
		expect(agesInWords(undefined, undefined)).toBe('any age (no limit stated)');
		expect(agesInWords('18 Years', undefined)).toBe('18 years or older');
		expect(agesInWords('18 Years', '75 Years')).toBe('18 to 75 years');
		expect(agesInWords('6 Months', '17 Years')).toBe('6 months to 17 years');
		expect(agesInWords(undefined, '17 Years')).toBe('up to 17 years');
	});

	it('says who may join', () => {
		expect(peopleWords({ sex: 'FEMALE' }, '18 years or older')).toBe(
			'Women only, 18 years or older'
		);
		expect(peopleWords({}, 'any age (no limit stated)')).toBe('Any age (no limit stated)');
	});

	it('counts sites, and those that recruit only where sites state it', () => {
		expect(placeWords({ sites: { total: 0 }, countries: [] })).toBe('Places not stated');
		expect(placeWords({ sites: { total: 1 }, countries: ['Egypt'] })).toBe('1 site in Egypt');
		expect(
			placeWords({ sites: { total: 9, recruiting: 2 }, countries: ['A', 'B', 'C', 'D', 'E'] })
		).toBe('9 sites (2 recruiting) in A, B, C and 2 more countries');
	});

	it('gives the reason of each cause', () => {
		const label = { basis: 'gives', confidence: 'high', evidence: [] } as const;
		expect(
			whyWords({
				mechanisms: [{ ...label, id: 'iron', label: 'Iron', reason: 'gives iron sucrose' }].map(
					(each) => ({ ...each, id: 'iron' as const, evidence: [] })
				),
				approaches: []
			})
		).toBe('Iron: gives iron sucrose');
	});
});
