import { inWords, isPartialDate } from '#lib/study/date.ts';
import type { FieldChange, FieldName, NewsKind } from './changes.ts';

const kindWords: Record<NewsKind, string> = {
	new: 'New here',
	back: 'Listed again',
	left: 'No longer listed',
	opened: 'Opened',
	results: 'Results posted',
	status: 'Status changed',
	criteria: 'Rules for joining changed',
	sites: 'Sites changed',
	dates: 'Dates changed',
	other: 'Other facts changed'
};

/** What is ours and not the registry's. */
const ours = new Set<FieldName>(['labels', 'relevance']);

/** What a step brought, in a few words each; that the status changed goes without saying where it opened. */
export function newsWords(kinds: readonly NewsKind[], changes: readonly FieldChange[]): string[] {
	const relabelled = changes.length > 0 && changes.every(({ field }) => ours.has(field));
	return kinds
		.filter((kind) => kind !== 'status' || !kinds.includes('opened'))
		.map((kind) => (kind === 'other' && relabelled ? 'Our labels changed' : kindWords[kind]));
}

/** A line of a list that came or went. */
export interface ChangedLine {
	sign: '+' | '−';
	/** The sign in words, for those who do not see it. */
	word: 'new' | 'taken out';
	text: string;
}

/** A change as pages and feeds show it: lines that came or went, or a value before and after. */
export type ShownChange = { field: FieldName; label: string } & (
	{ lines: ChangedLine[] } | { from: string; to: string }
);

/** The fields that list what came or went, and what parts their items. */
const lists: Partial<Record<FieldName, string>> = {
	criteriaAdded: '\n',
	criteriaRemoved: '\n',
	sitesAdded: '; ',
	sitesRemoved: '; '
};

/** A change in words for people. What the record did not say is "not stated". */
export function shownChange({ field, label, from, to }: FieldChange): ShownChange {
	const parting = lists[field];
	if (parting === undefined) {
		const absent = field === 'labels' ? 'none' : 'not stated';
		return { field, label, from: valueWords(from) ?? absent, to: valueWords(to) ?? absent };
	}
	const lines = (text: string | undefined, sign: ChangedLine['sign'], word: ChangedLine['word']) =>
		(text?.split(parting) ?? []).map((line) => ({ sign, word, text: lineWords(line) }));
	return {
		field,
		label,
		lines: [...lines(from, '−', 'taken out'), ...lines(to, '+', 'new')]
	};
}

/** `2026-05 (estimated)` → "May 2026 (estimated)", `FEMALE` → "female"; the rest as it is. */
function valueWords(value: string | undefined): string | undefined {
	if (value === undefined) return undefined;
	const [, date = '', rest = ''] = /^(\d{4}(?:-\d{2}){1,2})((?: \(.*\))?)$/.exec(value) ?? [];
	if (isPartialDate(date)) return inWords(date) + rest;
	return /^[A-Z_]{3,}$/.test(value) ? value.toLowerCase().replaceAll('_', ' ') : value;
}

/** A line of the registry's Markdown without its bullet and its escapes. */
function lineWords(line: string): string {
	return line.replace(/^[*•-]\s+/, '').replace(/\\([^\w\s])/g, '$1');
}
