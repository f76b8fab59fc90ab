import { answer } from '#lib/search/answer.ts';
import type { Catalogue } from '#lib/search/catalogue.ts';
import { passes, passesRest, valuesOf, type FacetKey } from '#lib/search/filters.ts';
import type { Home } from '#lib/search/nearness.ts';
import { mayBeNear } from '#lib/search/placed.ts';
import type { Query } from '#lib/search/query.ts';
import { isWithin } from '#lib/search/range.ts';
import { refine } from '#lib/search/refine.ts';
import type { Hit } from '#lib/search/sort.ts';
import { commonSpan } from './span.ts';

/**
 * A search and the studies that it finds. All figures are made by narrowing one: a key only ever gets
 * a value that implies the one before, so that the studies of the narrower search are among these
 * and the number of them is the total of the list behind its link.
 */
export interface View {
	query: Query;
	hits: readonly Hit[];
	/** `yyyy-MM-dd`; decides what is open. */
	today: string;
}

/** The studies of a search, on all its pages. */
export function viewOf(catalogue: Catalogue, query: Query, today: string, home?: Home): View {
	const size = Math.max(1, catalogue.studies.length);
	const { studies } = answer(catalogue, refine(query, { size }), today, home);
	return { query: refine(query, {}), hits: studies, today };
}

/**
 * Only the studies that have one of these values. Undefined where the search asks for others: "any of
 * iron" cannot be narrowed to dopamine.
 */
export function having(view: View, key: FacetKey, ...values: string[]): View | undefined {
	const asked: readonly string[] = view.query[key];
	const left = asked.length === 0 ? values : values.filter((value) => asked.includes(value));
	if (left.length === 0) return undefined;
	const query = refine(view.query, { [key]: left });
	const fits = key === 'status' ? hasStatus : passes;
	return { ...view, query, hits: view.hits.filter((hit) => fits(hit, query, key, view.today)) };
}

/** Near a place a status asks for a site that takes people, as in the list itself. */
function hasStatus(hit: Hit, query: Query, key: FacetKey, today: string): boolean {
	return valuesOf[key](hit, today).some(
		(status) => query.status.some((asked) => asked === status) && mayBeNear(hit, query, status)
	);
}

/** Only the studies with this date in a span of time; undefined where the search asks for another one. */
export function during(view: View, key: 'started' | 'completed', span: string): View | undefined {
	const common = commonSpan(view.query[key], span);
	if (common === undefined) return undefined;
	const dateOf = ({ study }: Hit) => (key === 'started' ? study.start : study.completion)?.date;
	return {
		...view,
		query: refine(view.query, { [key]: common }),
		hits: view.hits.filter((hit) => isWithin(dateOf(hit), common))
	};
}

/** Whom a study must be open to. */
export type Person = { sex: 'female' | 'male' } | { age: string } | { healthy: 'yes' };

/** Only the studies that are open to somebody; undefined where the search asks for somebody else. */
export function openTo(view: View, person: Person): View | undefined {
	const query = refine(view.query, person);
	const other = ([key, value]: [string, string]) =>
		Object.entries(view.query).some(
			([name, asked]) => name === key && asked !== '' && asked !== value
		);
	if (Object.entries(person).some(other)) return undefined;
	return { ...view, query, hits: view.hits.filter((hit) => passesRest(hit, query)) };
}
