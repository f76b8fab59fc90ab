import { amounts, cues, saysTimeBefore } from './stop-cues.ts';
import { namesIn, type Name } from './stop-names.ts';

/*
 * How a rule on medicines is built: what stands in brackets, which word a time goes with, whether a
 * name stands alone. All take the text without what only stands beside a rule (stop-beside.ts).
 */

/** Is the main thing said that something is allowed? A permission in brackets is an exception. */
export function isPermission(text: string): boolean {
	const outside = withoutBrackets(text);
	return cues.allow.test(outside) && !cues.exception.test(outside) && !saysTimeWithUse(outside);
}

function saysTimeWithUse(text: string): boolean {
	return /\bwithin\b/i.test(text) && saysTimeBefore(text) && !cues.stable.test(text);
}

/** "Heart disease, unless stable with allowed medication": an illness that a medicine lets pass. */
export function isExceptionOfTreatment(text: string): boolean {
	return cues.exception.test(text) && cues.stable.test(text);
}

/** The text without what is said in brackets; a passage that is all in brackets stays. */
export function withoutBrackets(text: string): string {
	const inner = /^\((.{0,1000})\)\.?$/s.exec(text)?.[1] ?? text;
	return inner.replace(/\([^()]{0,400}\)/g, blank);
}

/** Does a bracket say that a medicine is taken or changed? */
export function usesInBrackets(text: string): boolean {
	return [...text.matchAll(/\([^()]{0,400}\)/g)].some(
		([inside]) => (cues.use.test(inside) || cues.change.test(inside)) && hasName(inside)
	);
}

/** Is it about treatment, so that brackets tell which? */
export function treats(text: string): boolean {
	return /\b(?:treat\w{2,5}|therap\w{1,3}|use|using|taking|receiv\w{2,3})\b/i.test(text);
}

/** "Without antidepressants"; "with or without" leaves it open. */
export function isWithoutName(text: string): boolean {
	return strong(text).some(({ start }) =>
		/(?<!\bor )\bwithout (?:[\w-]{1,14} ){0,2}$/i.test(text.slice(Math.max(0, start - 50), start))
	);
}

/** "No opioids"; "no changes in medicines" is another thing. */
export function isNoName(text: string): boolean {
	return strong(text).some(({ start }) =>
		/\bno (?:(?!changes? )[\w-]{3,14} )?$/i.test(text.slice(Math.max(0, start - 40), start))
	);
}

/** "Antiemetics (except x)" still leaves out all the others; "(except stable doses)" may not. */
export function withoutNamedExceptions(text: string): string {
	return text.replace(/\((?:except(?:ing|ion)?|with the exception)\b[^()]{0,100}\)/gi, (piece) =>
		hasName(piece) && !cues.stable.test(piece) && amounts(piece).length === 0 ? blank(piece) : piece
	);
}

function blank(piece: string): string {
	return ' '.repeat(piece.length);
}

/** Do a time and a medicine stand near each other? Else the time may belong to an illness. */
export function nearTime(text: string): boolean {
	const names = strong(text);
	return amounts(text).some(({ index, 0: piece }) =>
		names.some(({ start, end }) => {
			if (start < index) return index - end < 60;
			// "Seizures within 5 years or need for medicines": the time goes with the illness before it.
			const between = text.slice(index + piece.length, start);
			const ofIllness = cues.illness.test(text.slice(Math.max(0, index - 60), index));
			return between.length < 60 && !(ofIllness && /\bor\b/i.test(between));
		})
	);
}

/** Is a list item a name and little else? */
export function isBare(text: string): boolean {
	if (cues.illness.test(text) || !hasName(text)) return false;
	const first = strong(text)[0];
	const words = text.slice(0, first?.start ?? 0).trim();
	return words === '' || (words.split(/\s+/).length < 4 && text.length < 90);
}

/** Does a text name a medicine, a class or "medicine" in general, more than alcohol or coffee? */
export function hasName(text: string): boolean {
	return strong(text).length > 0;
}

/** The names in a text but for alcohol, coffee and the like. */
export function strong(text: string): Name[] {
	return namesIn(text).filter(({ weight }) => weight !== 'weak');
}
