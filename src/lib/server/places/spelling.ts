/** Letters that Unicode does not take apart into a plain letter and a mark. */
const letters: Record<string, string> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ı: 'i'
};

/** Words that are written in two ways; both become the shorter one. */
const shortWords: Record<string, string> = {
	saint: 'st',
	sankt: 'st',
	sainte: 'ste',
	fort: 'ft',
	mount: 'mt'
};

const marks = /['’‘`´ʻʼ.]/g;

/**
 * What two spellings of a name have in common: no case, accents, full stops or hyphens; "Saint
 * Louis" and "St. Louis" both give `st louis`. Letters of other scripts stay as they are.
 */
export function spelling(name: string): string {
	if (/^[a-z]*$/i.test(name)) return name.toLowerCase();
	const plain = /^[ -~]*$/.test(name)
		? name.toLowerCase()
		: name
				.toLowerCase()
				.normalize('NFD')
				.replace(/\p{Diacritic}/gu, '')
				.replace(/[ßæœøłđðþı]/g, (letter) => letters[letter] ?? letter);
	return plain
		.replace(/([a-z]{2})\.(?=[a-z])/g, '$1 ')
		.replace(marks, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()
		.replace(/\b(?:sainte?|sankt|fort|mount)\b/g, (word) => shortWords[word] ?? word);
}

/**
 * All spellings under which a name is looked for. Keyboards without umlauts gave us "Muenchen";
 * "Frankfurt (Oder)" is also called by its first part, and "Biel/Bienne" by either; the "-si" of
 * Korea and "-shi" of Japan say no more than "city".
 */
export function spellings(name: string): string[] {
	const written = [name];
	if (/[()]/.test(name)) written.push(name.replace(/\(.*?\)/g, ' '));
	if (name.includes('/')) written.push(...name.split('/'));
	if (/-sh?i$/.test(name)) written.push(name.replace(/-sh?i$/, ''));
	if (/[äöüøå]/i.test(name)) written.push(...written.map(withTwoLetters));
	return written.length === 1 ? [spelling(name)] : [...new Set(written.map(spelling))];
}

const twoLetters: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

function withTwoLetters(name: string): string {
	return name.toLowerCase().replace(/[äöüøå]/g, (letter) => twoLetters[letter] ?? letter);
}
