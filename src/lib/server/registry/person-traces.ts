/** What was found in the fields that are taken out of a record, as it stood there. */
export interface Person {
	names: Set<string>;
	phones: Set<string>;
}

/**
 * A pattern for the persons' names in a text: as given, without degrees and titles, with and without
 * initials in the middle, in capitals. Undefined if there is nothing to look for. Names of one word,
 * and those that are an organisation's or a function's ("GSK Clinical Trials"), are left alone.
 */
export function personNames(
	given: ReadonlySet<string>,
	organisations: ReadonlySet<string>
): RegExp | undefined {
	const known = new Set([...organisations].map((name) => bare(name).toLowerCase()));
	const names = [...given]
		.map((name) => ({ name: bare(name), titled: title.test(name) }))
		.filter(({ name, titled }) => isPersonal(name, titled) && !known.has(name.toLowerCase()))
		.flatMap(({ name }) => spellings(name));
	return anyOf(names.map((name) => name.split(' ').map(literal).join('\\s+')));
}

/**
 * A pattern for the telephone numbers in a text, however they are set apart there, with or without
 * country code and extension. Undefined if there is nothing to look for. Fewer than seven digits
 * are not searched for: they would hit doses and years.
 */
export function phoneNumbers(given: ReadonlySet<string>): RegExp | undefined {
	const numbers = [...given]
		.flatMap((text) => text.match(/\+?\d[\d\s().\-–/+]{5,40}\d/g) ?? [])
		.map((text) => text.replace(/\D/g, ''))
		.filter((digits) => digits.length >= 7 && digits.length <= 20 && !/^(\d)\1+$/.test(digits));
	// A country code has up to three digits, which a text may leave out or replace by one zero.
	const forms = numbers.flatMap((digits) =>
		[0, 1, 2, 3].map((code) => digits.slice(code)).filter((rest) => rest.length >= 7)
	);
	const patterns = forms.map(
		(digits) => `\\(?\\+?(?:0[\\s().-]{0,3})?${[...digits].join('[\\s().\\\\\\-–/]{0,4}')}`
	);
	return anyOf(patterns, '(?:,?\\s*(?:ext|x)\\.?\\s*\\d{1,6})?');
}

/** Longest first, so that a full form is not cut short by a part of it; never inside a word. */
function anyOf(patterns: string[], after = ''): RegExp | undefined {
	if (patterns.length === 0) return undefined;
	const sorted = [...new Set(patterns)].sort((a, b) => b.length - a.length);
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sorted.join('|')})${after}(?![\\p{L}\\p{N}])`, 'gu');
}

/** "Dr. Jane A. Roe, MD, PhD" → "Jane A. Roe". */
function bare(name: string): string {
	return name
		.replace(/[,;(/|<].*$/su, '')
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/^(?:(?:dr|prof|professor|mr|mrs|ms|miss|sir|md|assoc|asst)\b\.?\s*)+/i, '')
		.replace(
			/(?:\s+(?:m\.?d|ph\.?d|d\.?o|r\.?n|m\.?sc|b\.?sc|m\.?p\.?h|d\.?d\.?s|pharm\.?d|jr|sr|ii|iii)\.?)+$/i,
			''
		);
}

const title =
	/\b(?:dr|prof|professor|m\.?d|ph\.?d|d\.?o|r\.?n|m\.?sc|b\.?sc|m\.?p\.?h|pharm\.?d)\b/i;

/**
 * Words that a function or an organisation has in its name and a person hardly. Who has a title is a
 * person all the same.
 */
const impersonal =
	/\b(?:trials?|stud(?:y|ies)|clinical|clinic|research|cent(?:er|re)s?|central|hospitals?|universit\w*|college|school|institut\w*|foundation|department|dept|division|office|team|group|unit|sites?|contacts?|info|information|medical|medicine|health|director|manager|coordinator|co-ordinator|investigators?|principal|chairman|sponsor|monitor|patients?|recruit\w*|registry|transparency|disclosures?|affairs|operations?|development|global|program(?:me)?|project|service|support|number|please|unknown|available|inc|ltd|llc|gmbh|corp\w*|company|plc|pharma\w*|therapeutics|biotech\w*|biosciences|laborator\w*|labs?)\b/i;

function isPersonal(name: string, titled: boolean): boolean {
	const words = name.split(' ');
	return (
		words.length >= 2 &&
		words.length <= 6 &&
		name.length >= 5 &&
		!/[\d@]/.test(name) &&
		(titled || !impersonal.test(name))
	);
}

function spellings(name: string): string[] {
	const words = name.split(' ');
	const inner = words.slice(1, -1).filter((word) => !/^\p{L}\.?$/u.test(word));
	const short = [words[0], ...inner, words.at(-1)].join(' ');
	return [name, short].flatMap((form) => [
		form,
		form.toUpperCase(),
		form.toLowerCase().replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase())
	]);
}

function literal(word: string): string {
	return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
