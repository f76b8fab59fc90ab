import type { Label, Labels } from '#lib/mechanism/labels.ts';
import { stated } from '#lib/study/stated.ts';
import type { Answer } from './answer.ts';
import type { Catalogue, LabelledStudy, SetAside, Source } from './catalogue.ts';
import { sourceAt } from './data-state.ts';
import type { Expansion } from './expansion.ts';
import { everything, type Query } from './query.ts';
import { accuracyOf, type LabelAccuracy, type MeasuredSet } from './receipt-accuracy.ts';
import { funnel, withoutShowing, type FunnelStep } from './receipt-funnel.ts';
import { personalKeys } from './refine.ts';
import { serialise } from './url.ts';

/** The account of the reading of the registry that the data in hand come from. */
export interface Crawl {
	/** ISO instants. */
	startedAt: string;
	endedAt: string;
	/** Records received, a study that answers two parts of the question counted twice. */
	received: number;
	/** Of these, received before. */
	repeated: number;
	setAside: number;
}

/** How a list was made, in the manner of PRISMA-S: enough for a second person to repeat it. */
export interface Receipt {
	database: 'ClinicalTrials.gov';
	/** When the registry processed the data, in its own words; absent where it did not say. */
	dataTimestamp?: string;
	source: Source;
	/** The day of which the data are, where somebody asked for one in the past. */
	asOf?: string;
	/** When the registry was last asked whether it has newer data (ISO instant). */
	checked?: string;
	/** Version of the catalogue: same version, same data. */
	catalogue: string;
	/** The request to the registry, to the letter; no expression: nothing was asked. */
	request: { parameter: 'query.term' | 'query.cond'; expressions: readonly string[] };
	/** Absent where the data were not read from the registry by this site. */
	crawl?: Crawl;
	setAside: readonly SetAside[];
	/** When the search was made here (ISO instant), and the day for which "open" was judged. */
	searched: string;
	today: string;
	/** The search in words and as an address; in canonical form. */
	sentence: string;
	canonical: string;
	url: string;
	/** The same search without our judgement of what is about RLS, where the search has one. */
	widerUrl?: string;
	/** How many more studies that finds. */
	outside: number;
	/** Keys in the search that say something of the person who searched. */
	personal: string[];
	expansions: Expansion[];
	/** Counts step by step, from the records in hand to those found. */
	steps: FunnelStep[];
	found: number;
	/** Of all records in hand, the newest last update. */
	newest?: string;
	/** Version of the labelling rules. */
	rules: string;
	/** Version of the rules that was measured, where it is another. */
	measuredRules?: string;
	accuracy: LabelAccuracy[];
	/** How often the judgement "about RLS" was right, on each set. */
	relevance: { set: string; right: number; of: number }[];
	/** Over (id, last update, labels) of the studies found, in id order: SHA-256, hex, first 16. */
	hash: string;
	/** Where this receipt is as JSON, with what was hashed of each study. */
	json: string;
}

/** What a receipt is made of, besides the catalogue and the answer. */
export interface ReceiptFacts {
	now: Date;
	/** `yyyy-MM-dd` */
	today: string;
	/** `https://host` */
	origin: string;
	crawl: Crawl | undefined;
	/** What was measured of the labels, by set; the first is the fairest. */
	sets: readonly (readonly [name: string, set: MeasuredSet])[];
	/** See `Receipt.hash`. */
	hash: string;
}

/** The receipt of an answer. Pure; what needs a store, a clock or a hash comes in with the facts. */
export function receiptOf(
	catalogue: Catalogue,
	answer: Pick<Answer, 'query' | 'sentence' | 'expansions' | 'total' | 'outside'>,
	{ now, today, origin, crawl, sets, hash }: ReceiptFacts
): Receipt {
	const query = withoutShowing(answer.query);
	const canonical = serialise(query);
	const measuredRules = sets.map(([, { rules }]) => rules).find((each) => each !== catalogue.rules);
	return {
		database: 'ClinicalTrials.gov',
		source: sourceAt(catalogue, now),
		catalogue: catalogue.version,
		...stated({
			dataTimestamp: catalogue.dataTimestamp,
			asOf: catalogue.asOf,
			checked: catalogue.fetchedAt,
			crawl
		}),
		request: {
			parameter: catalogue.narrow ? 'query.cond' : 'query.term',
			expressions: catalogue.question
		},
		setAside: catalogue.setAside,
		searched: now.toISOString(),
		today,
		sentence: answer.sentence,
		canonical,
		url: `${origin}/trials${canonical}`,
		...(query.scope === 'all'
			? {}
			: { widerUrl: `${origin}/trials${serialise({ ...query, scope: 'all' })}` }),
		outside: answer.outside.total,
		personal: personalIn(query),
		expansions: answer.expansions,
		steps: funnel(catalogue, query, today, answer.total),
		found: answer.total,
		...stated({ newest: newestUpdate(catalogue), measuredRules }),
		rules: catalogue.rules,
		accuracy: accuracyOf(query, sets),
		relevance:
			query.scope === 'all'
				? []
				: sets.map(([set, { relevance }]) => ({ set, right: relevance.right, of: relevance.all })),
		hash,
		json: `${origin}/api/v1/receipt${canonical}`
	};
}

/** Keys of a query that say something of the visitor: named in the receipt, never in a file name. */
export function personalIn(query: Query): string[] {
	return personalKeys.filter((key) => query[key] !== everything[key]);
}

/** The newest last update of all records in hand; undefined where none has a date. */
export function newestUpdate({ studies }: Pick<Catalogue, 'studies'>): string | undefined {
	let newest: string | undefined;
	for (const { study } of studies) {
		const date = study.updated?.date;
		if (date !== undefined && (newest === undefined || date > newest)) newest = date;
	}
	return newest;
}

/**
 * The labels of a study as one line for the hash: relevance, then each facet's labels with basis
 * and confidence, sorted. Evidence is not in it: the starter has no quotes, and a study labelled
 * the same for another sentence is labelled the same.
 */
export function labelLine({
	relevance,
	mechanisms,
	suspects,
	related,
	approaches
}: Labels): string {
	const facet = (name: string, labels: readonly Label<string>[]) =>
		`${name}=${labels
			.map(({ id, basis, confidence }) => `${id}/${basis}/${confidence}`)
			.sort()
			.join(',')}`;
	return [
		relevance,
		facet('mechanism', mechanisms),
		facet('suspect', suspects),
		facet('related', related),
		facet('approach', approaches)
	].join(' ');
}

/** What is hashed of one study: id, last update, digest of the labels. */
export type StudyMark = readonly [nctId: string, updated: string, labels: string];

/** @param digest a short hash of a text */
export function markOf(
	{ study, labels }: LabelledStudy,
	digest: (text: string) => string
): StudyMark {
	return [study.nctId, study.updated?.date ?? '', digest(labelLine(labels))];
}

/** Studies in the order in which they are hashed, so that the order of the list does not matter. */
export function inIdOrder<T extends LabelledStudy>(hits: readonly T[]): T[] {
	return hits.toSorted((a, b) => (a.study.nctId < b.study.nctId ? -1 : 1));
}

/** The line that is hashed for a study. */
export function hashedLine(mark: StudyMark): string {
	return `${mark.join('\t')}\n`;
}
