import type { Catalogue, LabelledStudy } from './catalogue.ts';
import { facetHeadings, facetLabel } from './facets.ts';
import { facetKeys, isAbout, passes, passesRest, type FacetKey } from './filters.ts';
import { otherLimits } from './limits.ts';
import { everything, textKeys, type Query, type QueryKey } from './query.ts';
import { textIndex } from './text.ts';

/** How many studies are left after one step of a search. */
export interface FunnelStep {
	/** The key of the query that made the step; `scope` for what counts as about RLS. */
	key: QueryKey | 'in-hand';
	/** What the step asked, for people. */
	words: string;
	count: number;
}

/** Keys that say how a list is shown and of which day, not what is in it. */
const showing = new Set(['sort', 'view', 'columns', 'pin', 'density', 'page', 'size', 'asof']);

const restKeys = ['sex', 'age', 'healthy', 'started', 'completed', 'updated'] as const;

/**
 * The counts of a search step by step, in a fixed order: all studies in hand, those in scope, then
 * after the words, the ticked values and the other limits, each that is set.
 * @param total of the answer; the last step ends in it, also where a limit cannot be counted here
 */
export function funnel(
	catalogue: Catalogue,
	query: Query,
	today: string,
	total?: number
): FunnelStep[] {
	const { studies } = catalogue;
	let left = [...studies.keys()];
	const steps: FunnelStep[] = [{ key: 'in-hand', words: 'records in hand', count: studies.length }];
	const keep = (
		key: FunnelStep['key'],
		words: string,
		test: (hit: LabelledStudy, position: number) => boolean
	) => {
		left = left.filter((position) => {
			const hit = studies[position];
			return hit !== undefined && test(hit, position);
		});
		steps.push({ key, words, count: left.length });
	};

	if (query.scope === 'about') keep('scope', 'about RLS', isAbout);
	for (const key of textKeys) {
		const found = query[key] === '' ? undefined : textIndex(studies).search(query[key], key);
		if (found) keep(key, limitWords(key, query), (_, position) => found.matches.has(position));
	}
	for (const key of facetKeys.filter((each) => query[each].length > 0))
		keep(key, facetWords(key, query), (hit) => passes(hit, query, key, today));
	for (const key of restKeys.filter((each) => query[each] !== everything[each])) {
		const alone: Query = { ...everything, [key]: query[key] };
		keep(key, limitWords(key, query), (hit) => passesRest(hit, alone));
	}
	const [other] = otherKeys(query);
	if (total !== undefined && other !== undefined)
		steps.push({
			key: other,
			words: otherKeys(query)
				.map((key) => limitWords(key, query))
				.join(', '),
			count: total
		});
	return steps;
}

/** Keys that limit the list and were not counted above. */
function otherKeys(query: Query): QueryKey[] {
	const counted = new Set<string>(['scope', ...textKeys, ...facetKeys, ...restKeys]);
	return keysOf(query).filter(
		(key) =>
			!showing.has(key) && !counted.has(key) && String(query[key]) !== String(everything[key])
	);
}

function keysOf(query: Query): QueryKey[] {
	return Object.keys(query).filter((key): key is QueryKey => Object.hasOwn(everything, key));
}

function limitWords(key: QueryKey, query: Query): string {
	const name = otherLimits.find(([known]) => known === key)?.[1] ?? key;
	return `${name}: ${String(query[key])}`;
}

function facetWords(key: FacetKey, query: Query): string {
	return `${facetHeadings[key]}: ${query[key].map((value) => facetLabel(key, value)).join(' or ')}`;
}

/** The query of an export or a receipt: what is found and in which order, not how it is shown. */
export function withoutShowing(query: Query): Query {
	const { view, columns, pin, density, page, size } = everything;
	return { ...query, view, columns, pin, density, page, size };
}
