import { causeGroups, causeHeadings, type CauseLink } from '#lib/mechanism/causes.ts';
import { mechanisms, type MechanismId } from '#lib/mechanism/taxonomy.ts';
import { answer } from '#lib/search/answer.ts';
import type { Catalogue } from '#lib/search/catalogue.ts';
import { listed } from '#lib/search/listed.ts';
import { everything, type Query } from '#lib/search/query.ts';
import type { Hit } from '#lib/search/sort.ts';
import { serialise } from '#lib/search/url.ts';
import { stated } from '#lib/study/stated.ts';
import { articles, type Article } from './articles.ts';

/**
 * Causes with their lead and article; all of them, in the order of the articles, or the given ones.
 * A cause with several articles names the first. An article's lead is given only where it speaks of
 * that cause alone, and of all of it.
 */
export function causeLinks(chosen?: readonly MechanismId[]): CauseLink[] {
	return causeGroups
		.flatMap((group) => group.mechanisms)
		.filter((id) => !chosen || chosen.includes(id))
		.map((mechanism) => {
			const article = articles.find(({ trials }) => trials.mechanism.includes(mechanism));
			const { label, plain } = mechanisms[mechanism];
			return {
				mechanism,
				label,
				lead: article && isWhole(article) ? article.lead : `${plain}.`,
				...(article ? { slug: article.slug } : {})
			};
		});
}

function isWhole({ trials }: Article): boolean {
	return trials.mechanism.length === 1 && trials.suspect.length === 0;
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
