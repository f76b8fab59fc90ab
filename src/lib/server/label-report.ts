import * as v from 'valibot';
import { approaches, mechanisms, related, suspects } from '#lib/mechanism/taxonomy.ts';
import { verdicts } from './store/reports.ts';

const facets: Record<string, object> = {
	mechanism: mechanisms,
	suspect: suspects,
	related,
	approach: approaches
};

/** What the form on a study's page sends: `label` is `facet:id`. */
const Form = v.object({
	label: v.pipe(
		v.string('is missing'),
		v.check((text) => isLabel(text), 'is not one of the labels')
	),
	verdict: v.picklist(verdicts, 'must be wrong or missing'),
	comment: v.optional(
		v.pipe(
			v.string(),
			// browsers send line ends as two letters
			v.transform((text) => text.replaceAll('\r\n', '\n').trim()),
			v.maxLength(500, 'is longer than 500 characters'),
			v.transform((text) => text || undefined)
		)
	)
});

function isLabel(text: string): boolean {
	const [facet = '', id = ''] = text.split(':');
	return Object.hasOwn(facets, facet) && Object.hasOwn(facets[facet] ?? {}, id);
}

/** Reads the form; every mistake is named by its field. */
export function readReport(
	form: FormData
):
	| { ok: true; facet: string; label: string; verdict: 'wrong' | 'missing'; comment?: string }
	| { ok: false; mistakes: string[] } {
	const result = v.safeParse(Form, {
		label: form.get('label'),
		verdict: form.get('verdict'),
		comment: form.get('comment') ?? ''
	});
	if (!result.success)
		return {
			ok: false,
			mistakes: result.issues.map((issue) => `${v.getDotPath(issue) ?? 'form'} ${issue.message}`)
		};
	const { label, verdict, comment } = result.output;
	const [facet = '', id = ''] = label.split(':');
	return { ok: true, facet, label: id, verdict, ...(comment === undefined ? {} : { comment }) };
}

/** What a visitor is told when the store takes nothing: a full disk, a database that is away. */
export const notKept = 'your answer could not be kept just now; try again later';

/**
 * Lets a number of things happen in a stretch of time, whoever does them: reports carry no identity,
 * so the site as a whole is limited.
 */
export function limitOf(most: number, ms: number): (now: number) => boolean {
	let times: number[] = [];
	return (now) => {
		times = times.filter((time) => now - time < ms);
		if (times.length >= most) return false;
		times.push(now);
		return true;
	};
}
