import * as v from 'valibot';
import { isPartialDate } from '#lib/study/date.ts';
import { isNctId, type NctId } from '#lib/study/study.ts';

/** The most characters of a note, counted as a text field counts them. */
export const noteLimit = 2000;

/** Grows when what is kept changes its shape. */
const version = 1;

const KeptSchema = v.object({
	nctId: v.custom<NctId>((id) => typeof id === 'string' && isNctId(id), 'it has no study number'),
	title: v.pipe(
		v.string('it has no title'),
		v.nonEmpty('it has no title'),
		v.maxLength(1000, 'its title is too long')
	),
	savedOn: v.pipe(
		v.string('it has no date'),
		v.check((day) => day.length === 10 && isPartialDate(day), 'its date is no date')
	),
	note: v.optional(
		v.pipe(
			v.string('its note is no text'),
			v.maxLength(
				noteLimit,
				`its note has more than ${noteLimit.toLocaleString('en-US')} characters`
			)
		),
		''
	)
});

/** A study that a visitor saved: the day as `yyyy-MM-dd`, and what they wrote on it. */
export type KeptStudy = v.InferOutput<typeof KeptSchema>;

const BoxSchema = v.object({ version: v.number(), studies: v.array(v.unknown()) });

/** `damaged`: it is not, or not all, what this site writes; `newer`: a later version of it wrote it. */
export type Unread = 'damaged' | 'newer';

/** What was found in a kept text: all that could be read, and whether that is not all. */
export interface Reading {
	studies: KeptStudy[];
	unread?: Unread;
}

/** Reads what a browser kept. Never throws: what cannot be read is said, and the rest is given. */
export function readSaved(text: string): Reading {
	const box = opened(text);
	if (typeof box === 'string') return { studies: [], unread: box };
	const results = box.map((entry) => v.safeParse(KeptSchema, entry));
	const studies = results
		.filter((result) => result.success)
		.reduce<KeptStudy[]>((kept, { output }) => joined(kept, output).studies, []);
	return results.every(({ success }) => success) ? { studies } : { studies, unread: 'damaged' };
}

/** The text to keep; `readSaved` of it gives the same studies. */
export function savedText(studies: readonly KeptStudy[]): string {
	return JSON.stringify({ version, studies });
}

/**
 * The text of a file to take away, made to be read by people too.
 * @param day `yyyy-MM-dd` of today
 */
export function exportText(studies: readonly KeptStudy[], day: string): string {
	const box = { from: 'RLS Trial Finder', exportedOn: day, version, studies };
	return `${JSON.stringify(box, undefined, '\t')}\n`;
}

/** What came of a file: the studies after it, and by name what was taken and what was not. */
export interface Imported {
	studies: KeptStudy[];
	added: string[];
	/** Saved before, with a note that the file had more of. */
	noteAdded: string[];
	/** Saved before, and nothing new. */
	same: string[];
	refused: { name: string; reason: string }[];
}

/**
 * Puts the studies of a file to those that are kept. Nothing that is kept is lost: where both have a
 * note, the file's stands below, and where that would be too long, the kept one stays and it is said.
 * @returns what came of it; only a reason, where the file is none of ours or a newer one
 */
export function importSaved(
	kept: readonly KeptStudy[],
	text: string
): Imported | { reason: Unread } {
	const box = opened(text);
	if (typeof box === 'string') return { reason: box };
	const outcome: Imported = {
		...{ studies: [...kept], added: [], noteAdded: [] },
		...{ same: [], refused: [] }
	};
	for (const [index, entry] of box.entries()) {
		const result = v.safeParse(KeptSchema, entry);
		if (!result.success) {
			const name = nameOf(entry) ?? `Number ${index + 1} in the file`;
			outcome.refused.push({ name, reason: result.issues[0].message });
			continue;
		}
		const { studies, came } = joined(outcome.studies, result.output);
		outcome.studies = studies;
		if (came === 'refused')
			outcome.refused.push({
				name: result.output.title,
				reason: 'its two notes together are too long; the one that you have here stays'
			});
		else outcome[came].push(result.output.title);
	}
	return outcome;
}

/** A study more, at the end; one that is there already stays as it is. */
export function withStudy(studies: readonly KeptStudy[], study: KeptStudy): KeptStudy[] {
	return studies.some(({ nctId }) => nctId === study.nctId) ? [...studies] : [...studies, study];
}

/** Without a study, and so without its note. */
export function withoutStudy(studies: readonly KeptStudy[], id: string): KeptStudy[] {
	return studies.filter(({ nctId }) => nctId !== id);
}

/** With another note on a study; what is over the limit is cut. */
export function withNote(studies: readonly KeptStudy[], id: string, note: string): KeptStudy[] {
	return studies.map((study) =>
		study.nctId === id ? { ...study, note: note.slice(0, noteLimit) } : study
	);
}

/** The day of an instant (now) where the visitor is, as `yyyy-MM-dd`. */
export function localDay(instant: Date = new Date()): string {
	const parts = [instant.getFullYear(), instant.getMonth() + 1, instant.getDate()];
	return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

function opened(text: string): unknown[] | Unread {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return 'damaged';
	}
	const box = v.safeParse(BoxSchema, json);
	if (box.success) return box.output.version > version ? 'newer' : box.output.studies;
	// a later version may have any shape, but it will have a number
	const later = v.safeParse(v.object({ version: v.pipe(v.number(), v.gtValue(version)) }), json);
	return later.success ? 'newer' : 'damaged';
}

type Came = 'added' | 'noteAdded' | 'same' | 'refused';

function joined(
	kept: readonly KeptStudy[],
	study: KeptStudy
): { studies: KeptStudy[]; came: Came } {
	const mine = kept.find(({ nctId }) => nctId === study.nctId);
	if (!mine) return { studies: [...kept, study], came: 'added' };
	if (mine.note.includes(study.note)) return { studies: [...kept], came: 'same' };
	const note = study.note.includes(mine.note) ? study.note : `${mine.note}\n\n${study.note}`;
	if (note.length > noteLimit) return { studies: [...kept], came: 'refused' };
	return { studies: withNote(kept, study.nctId, note), came: 'noteAdded' };
}

function nameOf(entry: unknown): string | undefined {
	const named = v.safeParse(
		v.union([
			v.pipe(
				v.object({ title: v.pipe(v.string(), v.nonEmpty()) }),
				v.transform(({ title }) => title)
			),
			v.pipe(
				v.object({ nctId: v.pipe(v.string(), v.nonEmpty()) }),
				v.transform(({ nctId }) => nctId)
			)
		]),
		entry
	);
	return named.success ? named.output.slice(0, 100) : undefined;
}
