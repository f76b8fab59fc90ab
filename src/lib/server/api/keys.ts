import type { JsonSchema } from '@valibot/to-json-schema';
import type { QueryKey } from '#lib/search/query.ts';
import { limits } from '#lib/server/serve/rate-limit.ts';

/** What a key of the address means, for people, and a value that can be used. */
export interface KeyWords {
	says: string;
	example: string;
}

const page = 'It changes how the page shows the list; answers of the API stay the same.';

/** Every key of a search. `QuerySchema` has their values and defaults; a key without words does not compile. */
export const keyWords: Record<QueryKey, KeyWords> = {
	q: {
		says: 'Words, "phrases", -word to leave out, AND, OR and NOT in capitals. Looks in titles, conditions, treatments, keywords, summary, sponsor and numbers. Names of medicines are widened, and the answer says to what.',
		example: 'iron infusion'
	},
	condition: { says: 'As q, in the conditions only.', example: 'kidney' },
	intervention: { says: 'As q, in what is given or done.', example: 'pregabalin' },
	title: { says: 'As q, in the titles.', example: 'iron' },
	org: { says: 'As q, in the sponsor and those it works with.', example: 'university' },
	id: {
		says: 'As q, in the numbers of a study: NCT, EudraCT, the sponsor’s own.',
		example: 'NCT02397057'
	},
	mechanism: {
		says: 'Suspected cause that a study looks at: our label. None: no cause addressed.',
		example: 'iron'
	},
	suspect: {
		says: 'Medicine or substance that is under suspicion: our label, finer than mechanism=medicines-substances.',
		example: 'antidepressant'
	},
	related: { says: 'Condition that a study is also about: our label.', example: 'kidney' },
	approach: { says: 'Treatment that is tested: our label.', example: 'iron-therapy' },
	status: {
		says: 'Open (recruiting or soon to, and confirmed within two years), or the status that the record states.',
		example: 'open'
	},
	phase: { says: 'A phase 2/3 study is both. Na: has no phase.', example: '3' },
	type: { says: 'Kind of study.', example: 'interventional' },
	results: { says: 'Are results posted at the registry?', example: 'posted' },
	sponsor: { says: 'Kind of lead sponsor.', example: 'industry' },
	country: { says: 'A site in this country: two letters of ISO 3166-1.', example: 'US' },
	sex: {
		says: 'Studies that take people of this sex; a limit that is not stated takes all.',
		example: 'female'
	},
	age: { says: 'Studies that take people of this age, in years from 0 to 120.', example: '40' },
	healthy: { says: 'Studies that take healthy volunteers.', example: 'yes' },
	near: {
		says: 'Where to measure from: a US ZIP code, a town with its country, or latitude,longitude.',
		example: '60611'
	},
	within: {
		says: 'A site within this distance of near, from 1 to 500 miles. With status=open, one that takes people where the record says so.',
		example: '50mi'
	},
	asof: {
		says: 'The data as they were at the end of a day, where this installation has them. Changes and feeds do not use it.',
		example: '2026-05-31'
	},
	places: { says: 'Studies whose places are not all known.', example: 'not-stated' },
	started: {
		says: 'Start of the study, ends included; a date without a day widens.',
		example: '2015..2020'
	},
	completed: { says: 'End of the study, in the same form.', example: '2020-01..' },
	updated: { says: 'Last update of the record, in the same form.', example: '..2019' },
	scope: {
		says: 'About: studies that are about RLS, wholly or partly. All: also look-alikes and passing mentions.',
		example: 'all'
	},
	sort: {
		says: 'Order; a hyphen in front reverses. Several, the first counts most; ties go by number. Distance needs near.',
		example: '-started'
	},
	view: { says: page, example: 'table' },
	columns: { says: page, example: 'number,status' },
	pin: { says: page, example: 'number' },
	density: { says: page, example: 'tight' },
	page: { says: 'Page of the list, from 1. Better follow links.next.', example: '2' },
	size: { says: 'Studies a page.', example: '100' }
};

/** Keys that only some addresses take, with the JSON Schema of their value. */
export const otherKeys = {
	bom: {
		says: 'Begins the file with a byte order mark, for old versions of Excel.',
		example: 'yes',
		schema: { type: 'string', enum: ['yes'] }
	},
	at: {
		says: 'With hash: when a receipt was made, to the letter. Runs its search again and says what differs.',
		example: '2026-11-23T12:00:00.000Z',
		schema: { type: 'string', format: 'date-time' }
	},
	hash: {
		says: 'With at: the hash of that receipt.',
		example: '0123456789abcdef',
		schema: { type: 'string', pattern: '^[0-9a-f]{16}$' }
	},
	since: {
		says: 'Changes after this day or instant; without it, as far back as memory reaches.',
		example: '2026-05-31',
		schema: { type: 'string' }
	},
	limit: {
		says: 'Changes a page.',
		example: '100',
		schema: { type: 'integer', minimum: 1, maximum: 500, default: 100 }
	},
	after: {
		says: 'Id of the last change that you have: those that come after it in the list. Better follow links.next.',
		example: '0123456789abcdef01234567',
		schema: { type: 'string', pattern: '^[0-9a-f]{24}$' }
	}
} satisfies Record<string, KeyWords & { schema: JsonSchema }>;
export type OtherKey = keyof typeof otherKeys;

/** How much a client may ask, in words: from the numbers that are enforced. */
export const limitWords = {
	api: `${limits.api.points} requests in ${limits.api.duration} seconds`,
	export: `${limits.export.points} files, feeds and receipts in ${limits.export.duration} seconds`,
	form: `${limits.form.points} receipts sent by POST in ${limits.form.duration} seconds`
};
