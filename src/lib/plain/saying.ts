/** A sentence about a study, and the paths of the registry fields that it was made from. */
export interface Saying {
	says: string;
	fields: string[];
}

/** The path of a field of the record's protocol: `designModule.studyType` with its section in front. */
export function field(path: string): string {
	return `protocolSection.${path}`;
}

/** The paths of those fields that the record states. */
export function statedFields(values: Record<string, unknown>): string[] {
	return Object.entries(values)
		.filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
		.map(([path]) => field(path));
}

/** The sentence for a value of a vocabulary, or for one that is new to us a sentence that shows it. */
export function sentenceFor(
	sentences: Readonly<Record<string, string>>,
	value: string,
	otherwise: (quoted: string) => string
): string {
	const known = Object.hasOwn(sentences, value) ? sentences[value] : undefined;
	return known ?? otherwise(`“${value}”`);
}

/** "a", "a and b", "a, b and c"; `last` is the word before the last one. */
export function listed(words: readonly string[], last = 'and'): string {
	if (words.length < 2) return words.join('');
	return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}
