import { schemaRef, type AnswerName } from './components.ts';
import { limitWords } from './keys.ts';

type Reply = Record<string, unknown>;

const header = (description: string, example: string) => ({
	description,
	schema: { type: 'string' },
	example
});

/** Headers of answers. */
export const headers = {
	ETag: header(
		'Send it back as If-None-Match: 304 without a body says that nothing changed. Not sent where the address says something of a person (near, within, age, sex).',
		'"AbCdEfGhIjKlMnOpQrStUvWxYz0"'
	),
	'Cache-Control': header('How long the answer may be kept.', 'public, max-age=60'),
	RateLimit: header('What is left: r requests for t seconds.', '"api";r=239;t=60'),
	'RateLimit-Policy': header('The limit: q requests in w seconds.', '"api";q=240;w=60'),
	'Retry-After': header('Seconds to wait.', '12'),
	'Access-Control-Allow-Origin': header('Every site may ask.', '*'),
	Location: header('Where the study is now.', '/api/v1/studies/NCT01234567'),
	'Content-Disposition': header(
		'A name for the file.',
		'attachment; filename="rls-trials_mechanism-iron_2026-11-20.csv"'
	),
	Link: header('The receipt of the search.', '</api/v1/receipt>; rel="describedby"')
};
type HeaderName = keyof typeof headers;

function headerRefs(...names: HeaderName[]) {
	return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

const always: HeaderName[] = ['RateLimit', 'RateLimit-Policy', 'Cache-Control'];
const open: HeaderName = 'Access-Control-Allow-Origin';
const problem = { 'application/problem+json': { schema: schemaRef('Problem') } };

/** Replies that several addresses share. */
export const responses = {
	NotModified: {
		description: 'Not modified: you have it.',
		headers: headerRefs('ETag', ...always)
	},
	BadRequest: {
		description: 'Values that cannot be used; all of them are named.',
		headers: headerRefs(...always, open),
		content: problem
	},
	NotFound: {
		description: 'There is no such study here.',
		headers: headerRefs(...always, open),
		content: problem
	},
	TooLarge: {
		description: 'What was sent is larger than 5 MB.',
		headers: headerRefs(...always, open),
		content: problem
	},
	TooMany: {
		description: `Too many requests: at most ${limitWords.api}, ${limitWords.export}, ${limitWords.form}. Wait as long as Retry-After says.`,
		headers: headerRefs('Retry-After', 'RateLimit', 'RateLimit-Policy', open),
		content: problem
	},
	TooLong: {
		description: 'The address is longer than 8000 letters.',
		headers: headerRefs(open),
		content: problem
	},
	Busy: {
		description: 'Too many clients ask at the moment; come back after Retry-After.',
		headers: headerRefs('Retry-After', open),
		content: problem
	}
} satisfies Record<string, Reply>;

function shared(name: keyof typeof responses) {
	return { $ref: `#/components/responses/${name}` };
}

const limited = { '429': shared('TooMany'), '503': shared('Busy') };
const refusing = { '400': shared('BadRequest'), '414': shared('TooLong'), ...limited };
const conditional = { '304': shared('NotModified') };

/** Replies of an address that answers in JSON and takes no key. */
export function jsonReplies(description: string, name: AnswerName): Record<string, Reply> {
	return { ...ok(description, schemaRef(name)), ...conditional, ...limited };
}

/** Replies of an address that answers in JSON and takes keys. */
export function searchReplies(description: string, name: AnswerName): Record<string, Reply> {
	return { ...ok(description, schemaRef(name)), ...conditional, ...refusing };
}

/** Replies of the address of one study. */
export function studyReplies(): Record<string, Reply> {
	return {
		...ok('The study.', schemaRef('StudyAnswer')),
		'301': {
			description: 'The study has another number now.',
			headers: headerRefs('Location', open)
		},
		...conditional,
		...refusing,
		'404': shared('NotFound')
	};
}

/** Replies that hold the time at which they were made, so that no two are the same. */
export function freshReplies(description: string, name: AnswerName): Record<string, Reply> {
	return { ...ok(description, schemaRef(name)), ...refusing };
}

/** Replies to something that was sent. */
export function sentReplies(description: string, name: AnswerName): Record<string, Reply> {
	return {
		'200': {
			description,
			headers: headerRefs(...always, open),
			content: { 'application/json': { schema: schemaRef(name) } }
		},
		...refusing,
		'413': shared('TooLarge')
	};
}

/** Replies of an address that answers with the document itself. */
export function documentReplies(): Record<string, Reply> {
	return { ...ok('The document.', { type: 'object' }), ...conditional, ...limited };
}

/** Replies of a file of all studies. */
export function fileReplies(type: string): Record<string, Reply> {
	return {
		'200': {
			description: 'The file, streamed.',
			headers: headerRefs('Content-Disposition', 'Link', ...always, open),
			content: { [type]: { schema: { type: 'string' } } }
		},
		...refusing
	};
}

/** Replies of a feed. */
export function feedReplies(type: string, schema: object): Record<string, Reply> {
	return {
		'200': {
			description: 'The feed, newest first.',
			headers: headerRefs('ETag', ...always),
			content: { [type]: { schema } }
		},
		...conditional,
		...refusing
	};
}

function ok(description: string, schema: object): Record<string, Reply> {
	return {
		'200': {
			description,
			headers: headerRefs('ETag', ...always, open),
			content: { 'application/json': { schema } }
		}
	};
}
