import * as v from 'valibot';

const Score = v.object({
	right: v.number(),
	falseAlarms: v.number(),
	misses: v.number(),
	precision: v.number(),
	recall: v.number(),
	f1: v.number(),
	support: v.number()
});

const Facet = v.object({ micro: Score, macro: v.number(), labels: v.record(v.string(), Score) });

const Measured = v.object({
	rules: v.string(),
	records: v.number(),
	relevance: v.object({
		exact: v.number(),
		right: v.number(),
		all: v.number(),
		partialRecall: v.number(),
		partial: v.number(),
		partialFound: v.number()
	}),
	facets: v.record(v.string(), Facet),
	confidence: v.object({
		levels: v.record(v.string(), v.tuple([v.number(), v.number()])),
		share: v.number()
	})
});

/** How right the labels were on one set of labelled records. */
export type Measured = v.InferOutput<typeof Measured>;

const files = import.meta.glob<unknown>('/src/content/accuracy/*.json', {
	import: 'default',
	eager: true
});

/** What `npm run accuracy -- … --out` wrote, by the name of the set. */
export const measured: Record<string, Measured> = Object.fromEntries(
	Object.entries(files).map(([path, content]) => [
		path.replace(/^.*\/|\.json$/g, ''),
		v.parse(Measured, content)
	])
);
