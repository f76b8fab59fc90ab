import { describe, expect, it } from 'vitest';
import { everything, type Query } from '#lib/search/query.ts';
import { catalogue, date, labels, study, today } from '#lib/search/sample.ts';
import type { Study } from '#lib/study/study.ts';
import { articles } from './articles.ts';
import { articlesBeside, causeIndex, neighbours, trialsBeside } from './causes.ts';

const open: Partial<Study> = { status: 'RECRUITING', verified: date('2026-05') };
const done: Partial<Study> = { status: 'COMPLETED', hasResults: true };
const about = (number: number, fields: Partial<Study>, of: Parameters<typeof labels>[0]) => ({
	study: study(number, fields),
	labels: labels(of)
});
const named = (slug: string) => {
	const article = articles.find((each) => each.slug === slug);
	if (!article) throw new Error(slug);
	return article;
};
const ids = (studies: { nctId: string }[]) => studies.map(({ nctId }) => Number(nctId.slice(3)));

describe('the articles beside a list', () => {
	const beside = (query: Partial<Query>) => {
		const { chosen, links } = articlesBeside({ ...everything, ...query });
		return chosen ? links.map(({ slug }) => slug) : 'all';
	};

	it.each<[Partial<Query>, string | string[]]>([
		[{}, 'all'],
		[{ mechanism: ['none'] }, 'all'],
		[{ mechanism: ['iron'] }, ['iron']],
		[{ mechanism: ['genetics', 'dopamine'] }, ['dopamine', 'genetics']],
		[{ mechanism: ['circulation', 'immune-gut'] }, ['other-mechanisms']],
		[{ mechanism: ['medicines-substances'] }, ['medicines', 'substances']],
		[{ mechanism: ['medicines-substances'], suspect: ['alcohol'] }, ['substances']],
		[{ suspect: ['antidepressant'] }, ['medicines']],
		[{ mechanism: ['iron'], related: ['kidney'] }, ['iron', 'related-conditions']],
		[{ related: ['migraine'] }, 'all']
	])('%o', (query, slugs) => {
		expect(beside(query)).toEqual(slugs);
	});
});

describe('trials beside an article', () => {
	it('enough open ones: only these, at most five', () => {
		const many = [1, 2, 3, 4, 5, 6].map((n) => about(n, open, { mechanisms: ['iron'] }));
		const all = catalogue([...many, about(7, done, { mechanisms: ['iron'] })]);
		const trials = trialsBeside(named('iron'), all, today);
		expect(trials).toMatchObject({ total: 7, open: 6, sparse: false });
		expect(trials.studies.open).toHaveLength(5);
		expect(trials.studies.withResults).toEqual([]);
	});

	it('few open ones: then those with results, then the others, none twice', () => {
		const all = catalogue([
			about(1, { status: 'COMPLETED' }, { mechanisms: ['nerve-damage'] }),
			about(2, done, { mechanisms: ['nerve-damage'] }),
			about(3, { ...open, hasResults: true }, { mechanisms: ['nerve-damage'] })
		]);
		const trials = trialsBeside(named('nerve-damage'), all, today);
		expect(trials).toMatchObject({ total: 3, open: 1, results: 2, sparse: true });
		expect(ids(trials.studies.open)).toEqual([3]);
		expect(ids(trials.studies.withResults)).toEqual([2]);
		expect(ids(trials.studies.others)).toEqual([1]);
	});

	it('medicines and substances share a cause, and each shows its own suspects', () => {
		const cause = { mechanisms: ['medicines-substances' as const] };
		const all = catalogue([
			about(1, done, { ...cause, suspects: ['antidepressant'] }),
			about(2, done, { ...cause, suspects: ['alcohol'] })
		]);
		expect(ids(trialsBeside(named('medicines'), all, today).studies.withResults)).toEqual([1]);
		expect(ids(trialsBeside(named('substances'), all, today).studies.withResults)).toEqual([2]);
	});

	it('related conditions are found whatever their cause is', () => {
		const all = catalogue([about(1, open, { mechanisms: ['none'], related: ['kidney'] })]);
		expect(trialsBeside(named('related-conditions'), all, today).open).toBe(1);
	});

	it('none at all is no error', () => {
		const trials = trialsBeside(named('iron'), catalogue([]), today);
		expect(trials).toMatchObject({ total: 0, open: 0, results: 0, sparse: true });
	});

	it('links ask for the same as the counts', () => {
		const { links, resultsLink } = trialsBeside(named('substances'), catalogue([]), today);
		expect(links.all).toBe('?mechanism=medicines-substances&suspect=alcohol,caffeine,tobacco');
		expect(links.open).toBe(
			'?mechanism=medicines-substances&status=open&suspect=alcohol,caffeine,tobacco'
		);
		expect(resultsLink).toContain('results=posted');
	});
});

it('the index has all articles under their four headings', () => {
	const groups = causeIndex(catalogue([]), today);
	expect(groups.map(({ articles: list }) => list.length)).toEqual([4, 1, 2, 1]);
});

it('the first article has no previous one, the last no next one', () => {
	expect(neighbours(named('iron'))).not.toHaveProperty('previous');
	expect(neighbours(named('iron')).next).toMatchObject({ slug: 'dopamine' });
	expect(neighbours(named('other-mechanisms'))).not.toHaveProperty('next');
});
