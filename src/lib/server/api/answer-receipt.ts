import * as v from 'valibot';
import { address, canonical, count, day, instant, nctId, SetAside, text } from './answer-parts.ts';
import { Expansion } from './answer-list.ts';

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/));

export const Share = v.pipe(
	v.object({ right: count, of: count }),
	v.description('A share as it was counted: so many right of so many.')
);

export const Mark = v.pipe(
	v.strictTuple([
		nctId,
		text('Last update; empty where none.'),
		v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/))
	]),
	v.description('What is hashed of one study: number, last update, digest of its labels.')
);

export const Receipt = v.pipe(
	v.object({
		database: v.literal('ClinicalTrials.gov'),
		dataTimestamp: v.exactOptional(v.string()),
		source: v.picklist(['live', 'stored', 'starter', 'as-of']),
		asOf: v.exactOptional(day),
		checked: v.exactOptional(instant),
		catalogue: v.string(),
		request: v.pipe(
			v.object({
				parameter: v.picklist(['query.term', 'query.cond']),
				expressions: v.array(v.string())
			}),
			v.description('The request to the registry, to the letter.')
		),
		crawl: v.exactOptional(
			v.object({
				startedAt: instant,
				endedAt: instant,
				received: count,
				repeated: count,
				setAside: count
			})
		),
		setAside: v.array(SetAside),
		searched: v.pipe(instant, v.description('When the search was made here.')),
		today: v.pipe(day, v.description('The day for which “open” was judged.')),
		sentence: v.string(),
		canonical,
		url: address,
		widerUrl: v.exactOptional(address),
		outside: count,
		personal: v.pipe(
			v.array(v.string()),
			v.description('Keys that say something of the person who searched.')
		),
		expansions: v.array(Expansion),
		steps: v.pipe(
			v.array(v.object({ key: v.string(), words: v.string(), count })),
			v.description('Counts step by step, from the records in hand to those found.')
		),
		found: count,
		newest: v.exactOptional(v.string()),
		rules: v.string(),
		measuredRules: v.exactOptional(v.string()),
		accuracy: v.array(
			v.object({
				key: v.picklist(['mechanism', 'suspect', 'related', 'approach']),
				id: v.string(),
				label: v.string(),
				set: v.string(),
				precision: Share,
				recall: Share
			})
		),
		relevance: v.array(v.object({ set: v.string(), ...Share.entries })),
		hash,
		json: address,
		text: text('The receipt as plain text, to copy into a report.'),
		studies: v.array(Mark)
	}),
	v.description(
		'How a list was made, in the manner of PRISMA-S, with what was hashed of each study.'
	)
);

const foundAt = v.object({
	searched: instant,
	hash,
	found: v.exactOptional(count),
	rules: v.exactOptional(v.string()),
	dataTimestamp: v.exactOptional(v.string())
});

export const Comparison = v.pipe(
	v.object({
		agrees: v.pipe(v.boolean(), v.description('Same studies, same last updates, same labels.')),
		says: text('The outcome in words.'),
		sentence: v.string(),
		canonical,
		then: foundAt,
		now: foundAt,
		difference: v.exactOptional(
			v.object({
				entered: v.array(nctId),
				left: v.array(nctId),
				changed: v.array(nctId),
				relabelled: v.array(nctId)
			})
		)
	}),
	v.description('A search that was run a second time, held against its receipt.')
);

export const ReceiptAnswer = v.union([Receipt, Comparison]);
