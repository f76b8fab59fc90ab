import { isOpen } from '#lib/study/status.ts';
import type { Catalogue, LabelledStudy } from './catalogue.ts';
import type { Expansion } from './expansion.ts';
import { countFacet, type FacetValue } from './facets.ts';
import { facetKeys, isAbout, passesRest, perFacet, valuesOf, type FacetKey } from './filters.ts';
import { nearnessOf, type Home } from './nearness.ts';
import { mayBeNear, placed, type Placed } from './placed.ts';
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
	/** What there is to say of places, where the query asks for one. */
	near?: Placed;
	/** The studies of this page, in order. */
	studies: Hit[];
}

/** A study that fits the words and limits of a query, before what is ticked in the facets. */
interface Candidate {
	hit: Hit;
	values: Record<FacetKey, string[]>;
	/** The facets in which it has none of the ticked values. */
	missed: FacetKey[];
}

function candidateOf(hit: Hit, query: Query, today: string): Candidate {
	const values = perFacet((key) => valuesOf[key](hit, today));
	// a status and a place are asked for together: "open" near somebody needs a site that takes people
	values.status = values.status.filter((status) => mayBeNear(hit, query, status));
	const missed = facetKeys.filter((key) => {
		const wanted: readonly string[] = query[key];
		if (wanted.length === 0) return key === 'status' && !mayBeNear(hit, query);
		return !values[key].some((value) => wanted.includes(value));
	});
	return { hit, values, missed };
}

/**
 * Answers a query from a catalogue. Pure: the same catalogue, query, day and place give the same
 * answer, on the server and in the browser.
 * @param today `yyyy-MM-dd`; decides which studies count as open.
 * @param home where `near` is; undefined where the query names no place
 */
export function answer(catalogue: Catalogue, query: Query, today: string, home?: Home): Answer {
	const texts = textMatches(catalogue, query);
	const candidates = catalogue.studies
		.map((hit, position): Hit => {
			const scores = texts.map(({ matches }) => matches.get(position) ?? 0);
			const score = scores.reduce((sum, each) => sum + each, 0);
			return home ? { ...hit, score, nearness: nearnessOf(hit.study, home) } : { ...hit, score };
		})
		.filter(
			(hit, position) =>
				texts.every(({ matches }) => matches.has(position)) && passesRest(hit, query)
		)
		.map((hit) => candidateOf(hit, query, today));
	const within = ({ hit }: Candidate) => query.scope === 'all' || isAbout(hit);
	const fitting = candidates.filter(({ missed }) => missed.length === 0);
	const found = sorted(
		fitting.filter(within).map(({ hit }) => hit),
		{ query, today, home }
	);
	/** Fits all that is ticked, or all but what is ticked in this facet. */
	const fitsBut = (key: FacetKey) => (candidate: Candidate) =>
		candidate.missed.every((missed) => missed === key) && within(candidate);
	const facet = (key: FacetKey) =>
		countFacet(
			key,
			candidates.filter(fitsBut(key)).map(({ values }) => values[key]),
			query[key]
		);
	const open = found.filter(({ study }) => isOpen(study, today)).length;
	const whole: Answer = {
		query,
		sentence: sentence(query, found.length, home),
		expansions: texts.flatMap(({ expansions }) => expansions),
		total: found.length,
		open,
		outside: outsideOf(fitting.filter((each) => !within(each)).map(({ hit }) => hit)),
		page: 1,
		pages: 1,
		size: Math.max(1, found.length),
		facets: perFacet(facet),
		...(home && {
			near: placed(
				candidates.filter(fitsBut('status')).map(({ hit }) => hit),
				{ query, today, home },
				open
			)
		}),
		studies: found
	};
	return onePage(whole, query);
}

/** The page of a query out of an answer that has all studies. */
export function onePage(whole: Answer, query: Query): Answer {
	const { page, size } = query;
	const from = (page - 1) * size;
	return {
		...whole,
		query,
		...{ page, size, pages: Math.max(1, Math.ceil(whole.total / size)) },
		studies: whole.studies.slice(from, from + size)
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
