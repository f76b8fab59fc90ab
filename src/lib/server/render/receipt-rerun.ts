import type { Catalogue } from '#lib/search/catalogue.ts';
import type { Home } from '#lib/search/nearness.ts';
import type { Query } from '#lib/search/query.ts';
import type { StudyMark } from '#lib/search/receipt.ts';
import {
	comparisonWords,
	differenceOf,
	type Comparison,
	type FoundAt
} from '#lib/search/receipt-compare.ts';
import { withoutShowing } from '#lib/search/receipt-funnel.ts';
import { serialise } from '#lib/search/url.ts';
import { stated } from '#lib/study/stated.ts';
import { rulesVersion } from '#lib/mechanism/rules.ts';
import { catalogueAt, labelledAnew } from '#lib/server/catalogue/at-instant.ts';
import { starterCatalogue } from '#lib/server/catalogue/starter.ts';
import type { Store } from '#lib/server/store/store.ts';
import { hashOfMarks, marksOf } from './receipt.ts';
import type { SentReceipt } from './receipt-body.ts';
import { wholeAnswer } from './stream-export.ts';

/** A search with the place that it names. */
export interface Search {
	query: Query;
	home?: Home;
}

/** The data and the clock of one request. */
export interface Present {
	catalogue: Catalogue;
	store: Pick<Store, 'asOf'>;
	now: Date;
	/** `yyyy-MM-dd` */
	today: string;
}

interface Found {
	state: FoundAt & { found: number; rules: string };
	marks: readonly StudyMark[];
	sentence: string;
}

/**
 * Runs a search again on the data of today, a search of a past day also, and holds the list against
 * the one that a receipt came with.
 */
export function compareWithList(
	search: Search,
	{ studies, hash, searched, rules, dataTimestamp }: SentReceipt,
	present: Present
): Comparison {
	const then = { searched, hash, found: studies.length, rules, ...stated({ dataTimestamp }) };
	return comparison(search, { state: then, marks: studies }, foundNow(search, present));
}

/**
 * The same for a receipt of which only the hash and the instant are at hand: the list is brought
 * back from the history of this site. Where that does not give the hash, the comparison says so and
 * holds no difference.
 * @throws what the store throws
 */
export async function compareWithHistory(
	search: Search,
	{ hash, at }: { hash: string; at: string },
	present: Present
): Promise<Comparison> {
	const now = foundNow(search, present);
	const then = { searched: at, hash };
	if (now.state.hash === hash)
		return comparison(search, { state: { ...then, found: now.state.found } }, now);
	const asked = timeless(search);
	const days = new Set([at.slice(0, 10), ...(search.query.asof === '' ? [] : [search.query.asof])]);
	for await (const catalogue of pasts(search.query, at, present))
		for (const day of days) {
			const past = findIn(catalogue, asked, { searched: at, today: day });
			if (past.state.hash === hash) return comparison(search, past, now);
		}
	return comparison(search, { state: then }, now);
}

/** The catalogues that a receipt of an instant can come from, the likeliest first. */
async function* pasts(
	{ asof }: Query,
	at: string,
	{ catalogue, store }: Present
): AsyncGenerator<Catalogue> {
	// the same data, and only what counts as open has changed
	yield catalogue;
	const end = `${asof}T23:59:59.999Z`;
	// a day that was not over when it was asked for was answered from what was there
	const last = await catalogueAt(store, asof === '' || end > at ? at : end);
	if (last) {
		yield last;
		// after an update of the program labels are given anew before the store has them
		if (last.rules !== rulesVersion) yield await labelledAnew(last);
		// a server goes on with the data before while new ones are being stored
		const before = await catalogueAt(store, justBefore(last.fetchedAt ?? at));
		if (before) yield before;
	}
	yield starterCatalogue().catalogue;
}

function justBefore(instant: string): string {
	return new Date(Date.parse(instant) - 1).toISOString();
}

function foundNow(search: Search, { catalogue, now, today }: Present): Found {
	return findIn(catalogue, timeless(search), { searched: now.toISOString(), today });
}

/** A search without the day of which its data were. */
function timeless({ query, ...rest }: Search): Search {
	return { ...rest, query: { ...withoutShowing(query), asof: '' } };
}

function findIn(
	catalogue: Catalogue,
	{ query, home }: Search,
	{ searched, today }: { searched: string; today: string }
): Found {
	const { studies, sentence } = wholeAnswer(catalogue, query, today, home);
	const marks = marksOf(studies);
	const { rules, dataTimestamp } = catalogue;
	return {
		sentence,
		marks,
		state: {
			...{ searched, hash: hashOfMarks(marks), found: marks.length, rules },
			...stated({ dataTimestamp })
		}
	};
}

function comparison(
	search: Search,
	then: { state: FoundAt; marks?: readonly StudyMark[] },
	now: Found
): Comparison {
	const agrees = then.state.hash === now.state.hash;
	const marks = agrees ? now.marks : then.marks;
	const compared = {
		then: then.state,
		now: now.state,
		...(marks && { difference: differenceOf(marks, now.marks) })
	};
	return {
		agrees,
		says: comparisonWords(compared, search.query.asof),
		sentence: now.sentence,
		canonical: serialise(timeless(search).query),
		...compared
	};
}
