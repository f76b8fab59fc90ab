import { causeHeadings } from '#lib/mechanism/causes.ts';
import { answer } from '#lib/search/answer.ts';
import type { Catalogue } from '#lib/search/catalogue.ts';
import { listed } from '#lib/search/listed.ts';
import { everything, type Query } from '#lib/search/query.ts';
import type { Hit } from '#lib/search/sort.ts';
import { serialise } from '#lib/search/url.ts';
import { stated } from '#lib/study/stated.ts';
import { articles, type Article } from './articles.ts';

/**
 * The articles to read beside a list: those on the causes, suspects or conditions that it asks for;
 * all of them where it asks for none, or for what has no article.
 */
export function articlesBeside(query: Query) {
	const chosen = articles.filter((article) => isAskedFor(article, query));
	return { chosen: chosen.length > 0, links: (chosen.length > 0 ? chosen : articles).map(card) };
}

function isAskedFor({ trials }: Article, { mechanism, suspect, related }: Query): boolean {
	const suspects =
		trials.suspect.length === 0 || suspect.length === 0 || meet(trials.suspect, suspect);
	return (
		(meet(trials.mechanism, mechanism) && suspects) ||
		meet(trials.suspect, suspect) ||
		meet(trials.related, related)
	);
}

function meet(some: readonly string[], others: readonly string[]): boolean {
	return some.some((each) => others.includes(each));
}

/** What a card of an article shows. */
function card({ slug, name, lead }: Article) {
	return { slug, name, lead };
}

/** A cause with fewer open studies than this shows what else there is. */
const few = 3;
/** How many trials stand beside an article; the rest is one link away. */
const beside = 5;

function asker({ trials }: Article, catalogue: Catalogue, today: string) {
	const query = (change: Partial<Query>): Query => ({ ...everything, ...trials, ...change });
	return {
		ask: (change: Partial<Query>) => answer(catalogue, query(change), today),
		link: (change: Partial<Query>) => serialise(query(change))
	};
}

/**
 * How many trials belong to an article, and the links to them.
 * @param today `yyyy-MM-dd`; decides which studies count as open.
 */
function countsOf(article: Article, catalogue: Catalogue, today: string) {
	const { ask, link } = asker(article, catalogue, today);
	const { total, open } = ask({});
	return { total, open, links: { all: link({}), open: link({ status: ['open'] }) } };
}

/**
 * The trials that stand beside an article: open ones first. Where fewer than three are open, those
 * with results follow, then others, so that a cause that few study still shows what there is.
 * @param today `yyyy-MM-dd`
 */
export function trialsBeside(article: Article, catalogue: Catalogue, today: string) {
	const { ask, link } = asker(article, catalogue, today);
	const all = ask({});
	const withResults = ask({ results: ['posted'] });
	const shown = new Set<string>();
	const take = (hits: readonly Hit[]) => {
		const fresh = hits.filter(({ study }) => !shown.has(study.nctId)).slice(0, beside - shown.size);
		fresh.forEach(({ study }) => shown.add(study.nctId));
		return fresh.map((hit) => listed(hit, today));
	};
	const sparse = all.open < few;
	return {
		...countsOf(article, catalogue, today),
		sparse,
		results: withResults.total,
		resultsLink: link({ results: ['posted'] }),
		studies: {
			open: take(ask({ status: ['open'] }).studies),
			withResults: sparse ? take(withResults.studies) : [],
			others: sparse ? take(all.studies) : []
		}
	};
}

/**
 * The articles under their headings, each with the number of its trials and links to them.
 * @param today `yyyy-MM-dd`
 */
export function causeIndex(catalogue: Catalogue, today: string) {
	return causeHeadings.map((heading) => ({
		heading,
		articles: articles
			.filter(({ group }) => group === heading)
			.map((article) => ({ ...card(article), ...countsOf(article, catalogue, today) }))
	}));
}

/** The articles before and after one, as cards. */
export function neighbours(article: Article) {
	const index = articles.indexOf(article);
	const [previous, next] = [articles[index - 1], articles[index + 1]];
	return stated({ previous: previous && card(previous), next: next && card(next) });
}
