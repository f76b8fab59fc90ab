import * as v from 'valibot';
import type { StudyMark } from '#lib/search/receipt.ts';
import type { Problem } from '#lib/search/url.ts';
import { isPartialDate } from '#lib/study/date.ts';
import { isNctId } from '#lib/study/study.ts';
import { hashOfMarks } from './receipt.ts';

/** Bytes of a receipt that is sent here; 100,000 studies have room in it. */
export const mostBytes = 5 * 1024 * 1024;
const mostStudies = 100_000;

/** The hash of a list, as receipts print it. */
export const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, 'is not a hash of 16 hex digits'));

/** An instant as receipts print it: `2026-11-23T12:00:00.000Z`. */
export const Instant = v.pipe(
	v.string(),
	v.check(isInstant, 'is not an instant such as 2026-11-23T12:00:00.000Z')
);

function isInstant(text: string): boolean {
	const date = new Date(text);
	// an hour that does not exist would move to the next day
	return !Number.isNaN(date.getTime()) && date.toISOString() === text;
}

const Mark = v.tuple(
	[
		v.pipe(v.string(), v.check(isNctId, 'has a first part that is no study number')),
		v.pipe(v.string(), v.check(isDate, 'has a second part that is no date')),
		v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/, 'has a third part that is no digest'))
	],
	'is not three texts: study number, last update, digest of the labels'
);

function isDate(text: string): boolean {
	return text === '' || isPartialDate(text);
}

const short = v.pipe(v.string(), v.maxLength(100, 'is longer than 100 characters'));

const SentSchema = v.pipe(
	v.object({
		canonical: v.pipe(
			v.string(),
			v.maxLength(20_000, 'is longer than 20,000 characters'),
			v.regex(/^(\?|$)/, 'does not begin with a question mark')
		),
		searched: Instant,
		hash: Hash,
		rules: short,
		dataTimestamp: v.exactOptional(short),
		studies: v.pipe(
			v.array(v.unknown()),
			v.maxLength(mostStudies, 'are more than 100,000'),
			v.array(Mark)
		)
	}),
	v.forward(
		v.check(({ studies }) => !hasRepeats(studies), 'name a study twice'),
		['studies']
	),
	v.transform((sent) => ({ ...sent, studies: inOrder(sent.studies) })),
	v.forward(
		v.check(
			({ studies, hash }) => hashOfMarks(studies) === hash,
			'do not give the hash of the receipt: the list is not whole, or was changed'
		),
		['studies']
	)
);

/** What is read of a receipt that is sent here. */
export type SentReceipt = v.InferOutput<typeof SentSchema>;

function hasRepeats(marks: readonly StudyMark[]): boolean {
	return new Set(marks.map(([id]) => id)).size < marks.length;
}

function inOrder(marks: readonly StudyMark[]): StudyMark[] {
	return marks.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * Reads a receipt with its list: the JSON that the API gives, or the first line of an NDJSON file
 * (`{"receipt": …}`, with or without the lines after it).
 */
export function readSent(
	text: string
): { ok: true; sent: SentReceipt } | { ok: false; problem: Problem } {
	const value = jsonOf(text) ?? jsonOf(text.slice(0, Math.max(0, text.indexOf('\n'))));
	if (value === undefined) return bad('body', 'is not JSON');
	const line = v.safeParse(v.object({ receipt: v.unknown() }), value);
	const result = v.safeParse(SentSchema, line.success ? line.output.receipt : value, {
		abortEarly: true
	});
	if (result.success) return { ok: true, sent: result.output };
	const [issue] = result.issues;
	return bad(
		v.getDotPath(issue) ?? 'body',
		issue.kind === 'schema' && issue.received === 'undefined' ? 'is missing' : issue.message
	);
}

function bad(key: string, reason: string): { ok: false; problem: Problem } {
	// what was sent is not said back
	return { ok: false, problem: { key, value: '', reason } };
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The body of a request as text; undefined where it is longer than may be, or no UTF-8. */
export async function bodyText(
	{ body }: Pick<Request, 'body'>,
	most = mostBytes
): Promise<{ ok: true; text: string } | { ok: false; status: 400 | 413 }> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body ?? []) {
		size += chunk.length;
		if (size > most) return { ok: false, status: 413 };
		chunks.push(chunk);
	}
	try {
		return {
			ok: true,
			text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
		};
	} catch {
		return { ok: false, status: 400 };
	}
}
