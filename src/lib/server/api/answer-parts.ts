import * as v from 'valibot';

/** The small shapes of which the answers of the API are made. */

export const nctId = v.pipe(
	v.string(),
	v.regex(/^NCT\d{8}$/),
	v.description('Study number: NCT and eight digits.')
);

export const instant = v.pipe(v.string(), v.isoTimestamp());

export const day = v.pipe(v.string(), v.isoDate());

export const partialDate = v.pipe(
	v.string(),
	v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
	v.description('A year, a month or a day, as exact as the record is.')
);

export const address = v.pipe(v.string(), v.url());

export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const canonical = v.pipe(
	v.string(),
	v.regex(/^(\?|$)/),
	v.description(
		'The search in its one canonical form: empty, or a query string with its question mark.'
	)
);

/** Text with a description, which is all that can be said of it. */
export function text(description: string) {
	return v.pipe(v.string(), v.description(description));
}

/** A word of one of the registry's own vocabularies, which it adds to. */
export function registryWord(example: string) {
	return v.pipe(
		v.string(),
		v.description('The registry’s own word; it may bring new ones.'),
		v.examples([example])
	);
}

export const KeyProblem = v.pipe(
	v.object({
		key: v.string(),
		value: text('What was sent, shortened.'),
		reason: text('Why it was not used; reads on from the value: “irony” is not one of …')
	}),
	v.description('A key of the address that was not used, and why.')
);

export const Problem = v.pipe(
	v.object({
		type: v.string(),
		title: v.string(),
		status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
		detail: v.string(),
		problems: v.pipe(v.array(KeyProblem), v.description('Every key that is wrong, not only one.'))
	}),
	v.description('An error as problem details (RFC 9457).')
);

export const Catalogue = v.pipe(
	v.object({
		version: text('Changes whenever a study, a label or the set of studies changes.'),
		rules: text('Version of the labelling rules.'),
		source: v.pipe(
			v.picklist(['live', 'stored', 'starter', 'as-of']),
			v.description(
				'live: checked with the registry within a day; stored: the last good data; starter: what comes with the program; as-of: a past day that was asked for.'
			)
		),
		asOf: v.exactOptional(day),
		dataTimestamp: v.exactOptional(
			text('When the registry processed the data, in its own words; absent where it did not say.')
		),
		fetchedAt: v.exactOptional(instant),
		studies: count,
		setAside: v.pipe(count, v.description('Records that could not be read.'))
	}),
	v.description('Which data an answer was made from.')
);

export const SetAside = v.object({
	nctId: v.exactOptional(v.string()),
	reason: v.string()
});

export const CatalogueAnswer = v.object({
	...Catalogue.entries,
	question: v.pipe(
		v.array(v.string()),
		v.description('The request to the registry, to the letter: one expression a part.')
	),
	narrow: v.pipe(
		v.boolean(),
		v.description('The registry refused the wide question, so a narrower one was asked.')
	),
	setAsideRecords: v.array(SetAside),
	problem: v.pipe(
		v.nullable(v.string()),
		v.description('Why the last attempt to reach the registry failed; null where it did not.')
	)
});
