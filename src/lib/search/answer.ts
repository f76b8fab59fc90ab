import type { Catalogue, LabelledStudy } from './catalogue.ts';
import type { Expansion } from './expansion.ts';
import { countFacet, type FacetValue } from './facets.ts';
import { facetKeys, isAbout, passes, passesRest, valuesOf, type FacetKey } from './filters.ts';
import { textKeys, type Query } from './query.ts';
import { sentence } from './sentence.ts';
import { sorted, type Hit } from './sort.ts';
import { textIndex, type TextMatch } from './text.ts';

/** What a query finds in a catalogue: the one source of page, API and every other rendering. */
export interface Answer {
	query: Query;
	/** The search in words. */
	sentence: string;
	expansions: Expansion[];
	/** Studies found, on all pages. */
	total: number;
	/** Of these, how many are open now. */
	open: number;
	/** How many more fit all filters but are not about RLS (`scope=all` shows them), and why. */
	outside: { total: number; lookAlike: number; mentionOnly: number };
	page: number;
	pages: number;
	size: number;
	facets: Record<FacetKey, FacetValue[]>;
	/** The studies of this page, in order. */
	studies: Hit[];
}

/**
 * Answers a query from a catalogue. Pure: the same catalogue, query and day give the same answer,
 * on the server and in the browser.
 * @param today `yyyy-MM-dd`; decides which studies count as open.
 */
export function answer(catalogue: Catalogue, query: Query, today: string): Answer {
	const texts = textMatches(catalogue, query);
	const candidates = catalogue.studies
		.map((hit, position): Hit => {
			const scores = texts.map(({ matches }) => matches.get(position) ?? 0);
			return { ...hit, score: scores.reduce((sum, score) => sum + score, 0) };
		})
		.filter(
			(hit, position) =>
				texts.every(({ matches }) => matches.has(position)) && passesRest(hit, query)
		);
	const within = (hit: LabelledStudy) => query.scope === 'all' || isAbout(hit);
	const fits = (hit: LabelledStudy, except?: FacetKey) =>
		facetKeys.every((key) => key === except || passes(hit, query, key, today));

	const fitting = candidates.filter((hit) => fits(hit));
	const found = sorted(fitting.filter(within), query.sort, today);
	const facet = (key: FacetKey) =>
		countFacet(
			key,
			candidates
				.filter((hit) => within(hit) && fits(hit, key))
				.map((hit) => valuesOf[key](hit, today)),
			query[key]
		);
	const open = found.filter((hit) => valuesOf.status(hit, today).includes('open')).length;
	const from = (query.page - 1) * query.size;
	return {
		query,
		sentence: sentence(query, found.length),
		expansions: texts.flatMap(({ expansions }) => expansions),
		total: found.length,
		open,
		outside: outsideOf(fitting.filter((hit) => !within(hit))),
		page: query.page,
		pages: Math.max(1, Math.ceil(found.length / query.size)),
		size: query.size,
		facets: {
			mechanism: facet('mechanism'),
			suspect: facet('suspect'),
			status: facet('status'),
			approach: facet('approach'),
			related: facet('related'),
			phase: facet('phase'),
			type: facet('type'),
			results: facet('results'),
			country: facet('country'),
			sponsor: facet('sponsor')
		},
		studies: found.slice(from, from + query.size)
	};
}

/** The studies that each of the texts of a query finds; none for a query without words. */
function textMatches(catalogue: Catalogue, query: Query): TextMatch[] {
	const index = textIndex(catalogue.studies);
	return textKeys
		.map((key) => index.search(query[key], key))
		.filter((match) => match !== undefined);
}

function outsideOf(hits: readonly LabelledStudy[]): Answer['outside'] {
	const lookAlike = hits.filter(({ labels }) => labels.relevance === 'look-alike').length;
	return { total: hits.length, lookAlike, mentionOnly: hits.length - lookAlike };
}
