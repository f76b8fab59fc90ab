import * as v from 'valibot';
import { dayOf } from '#lib/study/date.ts';
import type { Store } from './store/store.ts';

/** What the form under an article sends. */
const Form = v.object({
	rating: v.picklist(['helpful', 'not-helpful'], 'must be helpful or not-helpful'),
	comment: v.optional(
		v.pipe(
			v.string('must be text'),
			// a browser sends a line's end as two characters, and its maxlength counts it as one
			v.transform((text) => text.replaceAll('\r\n', '\n').trim()),
			v.maxLength(500, 'is longer than 500 characters')
		)
	)
});

/** Reads the form; every mistake is named by its field. */
export function readRating(
	form: FormData
): { ok: true; helpful: boolean; comment?: string } | { ok: false; mistakes: string[] } {
	// a field that is not there reads as null, and gets the message of its rule
	const result = v.safeParse(Form, {
		rating: form.get('rating'),
		comment: form.get('comment') ?? undefined
	});
	if (!result.success)
		return {
			ok: false,
			mistakes: result.issues.map((issue) => `${v.getDotPath(issue) ?? 'form'} ${issue.message}`)
		};
	const { rating, comment } = result.output;
	return { ok: true, helpful: rating === 'helpful', ...(comment ? { comment } : {}) };
}

/** How long visitors are told that a comment is kept. */
const keptDays = 90;

/**
 * Deletes the comments of 90 and more days ago, on articles and on labels; the votes stay.
 * @param today `yyyy-MM-dd`
 * @returns how many comments it deleted
 */
export function purgeComments(store: Pick<Store, 'purgeComments'>, today: string): Promise<number> {
	const firstKept = new Date(Date.parse(today) - (keptDays - 1) * 86_400_000);
	return store.purgeComments(dayOf(firstKept));
}
