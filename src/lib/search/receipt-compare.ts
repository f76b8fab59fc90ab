import type { Receipt, StudyMark } from './receipt.ts';

/** Which studies make the difference between two lists: each id once, in id order. */
export interface Difference {
	/** In the list now, and not then. */
	entered: string[];
	/** In the list then, and no more. */
	left: string[];
	/** In both, with another last update (and perhaps other labels). */
	changed: string[];
	/** In both, with the same last update and other labels. */
	relabelled: string[];
}

/** A list as it was found at one time. */
export interface FoundAt {
	/** When it was searched (ISO instant). */
	searched: string;
	hash: string;
	/** How many studies; absent where only the hash is known. */
	found?: number;
	/** Version of the labelling rules, where it is known. */
	rules?: string;
	/** When the registry processed the data, where it is known. */
	dataTimestamp?: string;
}

/** A search that was run a second time. */
export interface Comparison {
	/** The same studies, with the same last updates and the same labels. */
	agrees: boolean;
	/** The outcome in words. */
	says: string;
	/** The search as it was run again. */
	sentence: string;
	canonical: string;
	then: FoundAt;
	now: FoundAt;
	/** Absent where it is not known which studies were in the list then. */
	difference?: Difference;
}

/** What became of a list, by id and kind. */
export function differenceOf(then: readonly StudyMark[], now: readonly StudyMark[]): Difference {
	const before = new Map(then.map((mark) => [mark[0], mark]));
	const after = new Map(now.map((mark) => [mark[0], mark]));
	const difference: Difference = { entered: [], left: [], changed: [], relabelled: [] };
	for (const id of [...new Set([...before.keys(), ...after.keys()])].sort()) {
		const kind = kindOf(before.get(id), after.get(id));
		if (kind !== undefined) difference[kind].push(id);
	}
	return difference;
}

function kindOf(
	before: StudyMark | undefined,
	after: StudyMark | undefined
): keyof Difference | undefined {
	if (!before) return 'entered';
	if (!after) return 'left';
	if (before[1] !== after[1]) return 'changed';
	return before[2] === after[2] ? undefined : 'relabelled';
}

/** The address that runs a receipt's search again and says what differs. */
export function rerunUrl({
	json,
	hash,
	searched
}: Pick<Receipt, 'json' | 'hash' | 'searched'>): string {
	return `${json}${json.includes('?') ? '&' : '?'}at=${searched}&hash=${hash}`;
}

/** How a list is sent, where this site cannot tell by itself which studies were in it. */
export const howToSend =
	'Send the list that was kept with the receipt as a POST request to /api/v1/receipt: the JSON of the receipt, or the first line of an NDJSON file.';

/**
 * A comparison in words.
 * @param asof the day of which the search was, where it was of one
 */
export function comparisonWords(
	{ then, now, difference }: Pick<Comparison, 'then' | 'now' | 'difference'>,
	asof = ''
): string {
	return [
		outcome(then, now, difference),
		then.rules !== undefined && now.rules !== undefined && then.rules !== now.rules
			? `The labels were given by rules ${then.rules} then, and by rules ${now.rules} now.`
			: '',
		asof === ''
			? ''
			: `The search was of the data of ${asof}; here it is held against the data of today.`
	]
		.filter((part) => part !== '')
		.join(' ');
}

function outcome(then: FoundAt, now: FoundAt, difference: Difference | undefined): string {
	const found = studies(now.found ?? 0);
	if (then.hash === now.hash)
		return `The search finds the same now: ${found}, with the same dates and labels.`;
	if (!difference)
		return `The search does not find quite the same now: ${found}. Which studies differ is not known: the history of this site does not hold the list with the hash ${then.hash}. ${howToSend}`;
	const { entered, left, changed, relabelled } = difference;
	const parts = [
		[entered, 'not in the list then'],
		[left, 'no longer in it'],
		[changed, 'with another date of last update'],
		[relabelled, 'with other labels alone']
	] as const;
	const list = parts
		.filter(([ids]) => ids.length > 0)
		.map(([ids, words]) => `${ids.length.toLocaleString('en-US')} ${words}`);
	return `The search finds ${found} now, ${(then.found ?? 0).toLocaleString('en-US')} then: ${list.join(', ')}.`;
}

function studies(n: number): string {
	return `${n.toLocaleString('en-US')} ${n === 1 ? 'study' : 'studies'}`;
}
