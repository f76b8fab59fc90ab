import { describe, expect, it } from 'vitest';
import { catalogue, date, labels, study, today } from '#lib/search/sample.ts';
import type { Study } from '#lib/study/study.ts';
import { articles } from './articles.ts';
import { causeIndex, causeLinks, neighbours, trialsBeside } from './causes.ts';

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

describe('links from causes to articles', () => {
	it('a cause with its own article has its lead', () => {
		expect(causeLinks(['iron'])).toEqual([
			{ mechanism: 'iron', label: 'Iron', lead: named('iron').lead, slug: 'iron' }
		]);
	});

	it('a cause with two articles names the first, and the lead is not that of medicines alone', () => {
		const [link] = causeLinks(['medicines-substances']);
		expect(link).toMatchObject({
			slug: 'medicines',
			lead: 'A medicine or substance that may start or worsen RLS.'
		});
	});

	it('causes that share an article each have their own words', () => {
		const links = causeLinks(['circulation', 'immune-gut']);
		expect(new Set(links.map(({ slug }) => slug))).toEqual(new Set(['other-mechanisms']));
		expect(new Set(links.map(({ lead }) => lead)).size).toBe(2);
	});

	it('all causes have an article but “no cause addressed”', () => {
		const without = causeLinks().filter(({ slug }) => slug === undefined);
		expect(without.map(({ mechanism }) => mechanism)).toEqual(['none']);
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
