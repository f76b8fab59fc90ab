import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { catalogue, date, labels, study, today } from '#lib/search/sample.ts';
import { articles } from '#lib/server/articles.ts';
import { trialsBeside } from '#lib/server/causes.ts';
import Beside from './Beside.svelte';

const article = articles.find(({ slug }) => slug === 'nerve-damage');
const of = { mechanisms: ['nerve-damage' as const] };
const finished = (number: number, hasResults: boolean) => ({
	study: study(number, { title: `Study ${number}`, status: 'COMPLETED', hasResults }),
	labels: labels(of)
});
const open = (number: number) => ({
	study: study(number, {
		title: `Study ${number}`,
		status: 'RECRUITING',
		verified: date('2026-05')
	}),
	labels: labels(of)
});

/** The side column as a reader without script sees it, in one line. */
function side(studies: Parameters<typeof catalogue>[0]): string {
	if (!article) throw new Error('no article');
	const trials = trialsBeside(article, catalogue(studies), today);
	const { body } = render(Beside, { props: { trials, today, name: article.name } });
	return body
		.replace(/<!--.*?-->|<\/?[a-z][^>]*>/gs, ' ')
		.replace(/\s+/g, ' ')
		.replace(/ ([.,:])/g, '$1')
		.trim();
}

describe('the trials beside an article', () => {
	it('many open: how many, these, and the way to all', () => {
		const text = side([1, 2, 3, 4, 5, 6].map(open));
		expect(text).toMatch(/6 studies in this catalogue\. All 6 are open now\. .*See all 6/);
		expect(text).not.toMatch(/posted results|Ask your doctor/);
	});

	it('three, one of them open: the order is exist, open, with results, others, what to ask', () => {
		expect(side([open(1), finished(2, true), finished(3, false)])).toMatch(
			/3 studies in this catalogue\. 1 is open now\. .*Study 1.*1 has posted results\. .*Study 2.*Some of the others: .*Study 3.*Ask your doctor/
		);
	});

	it('one that is finished: said of it, without a list of others', () => {
		const text = side([finished(1, false)]);
		expect(text).toMatch(
			/1 study in this catalogue\. It is not open now\. It has no posted results yet\. .*Study 1/
		);
		expect(text).not.toMatch(/See all|Some of/);
	});

	it('none: says what the list is, shows a way on, and never that there is no research', () => {
		const text = side([]);
		expect(text).toMatch(/no study with this label yet.*Search all studies.*Ask your doctor/);
		expect(text).not.toMatch(/no research|0 studies|None/);
	});
});
