import { sentences, type Piece } from './read-sentences.ts';

/** Whom a line of the eligibility criteria lets in, leaves out, or does not say. */
export type Section = 'inclusion' | 'exclusion' | 'neutral';

export interface Criterion extends Piece {
	section: Section;
}

/** A heading that stands inside a line, where a record lost its line breaks. */
const inline =
	/(?:(?:Key|Main|Major|Principal|Additional|Specific|General|Study) )?(?:Non-?)?(?:Inclusion|Exclusion|INCLUSION|EXCLUSION|inclusion|exclusion)s? ?(?:(?:[Cc]riteria|CRITERIA|[Cc]riterion)? ?[:：]|(?:[Cc]riteria|CRITERIA)(?=\s{1,3}(?:[-*•]|1[.)])\s))/g;
const lead =
	/^[\s*•\-–·>#\\_]*(?:\(?[\divxIVX]{1,4}[.)]\d{0,2}\s+|[IVX]{1,4}\.\d{1,2}\.?\s+)?[*_\s]*/;
const heading =
	/^((?:[\p{L}\d().,/-]+\s+){0,6}?)(non[- ]?)?(inclusion|exclusion|exclusionary|eligibility|ineligibility|included|excluded|includes|excludes)s?\b\s*(criteria|criterion)?(.*)$/iu;
const people =
	/^(?:the )?(?:a |any )?(?:potential )?(?:subject|patient|participant|individual|volunteer|person|people|women|men|children|candidate|those|donor|case|control|adult)/i;
const ending = /^\s*(?:\([^)]*\)|(?:for|of|at|in|to)\s[^:]{0,60}|[^:\s]{0,12})?\s*[*_]*\s*[:：]/i;
const sayers =
	/\b(?:not|meet|meets|meeting|fulfil|fulfill|fulfils|any|unless|other protocol|failure|failing|does|do|if|who|which)\b/i;

/**
 * Splits eligibility criteria at their headings, however they are written: "Key Exclusion Criteria:",
 * "* Inclusion criteria", "III.6 EXCLUSION CRITERIA", "Non-inclusion criteria:", "Patients will be
 * excluded if:". Text before the first heading is neutral.
 */
export function readCriteria(text: string): Criterion[] {
	const criteria: Criterion[] = [];
	let section: Section = 'neutral';
	for (const part of parts(text)) {
		const head = text.slice(part.start, Math.min(part.end, part.start + 160));
		section = headingOf(head.split('\n', 1)[0] ?? '') ?? section;
		for (const { start, end } of sentences(text.slice(part.start, part.end)))
			criteria.push({ start: part.start + start, end: part.start + end, section });
	}
	return criteria;
}

/** Lines, cut once more before a heading inside a line. */
function parts(text: string): Piece[] {
	const cuts = new Set<number>([0]);
	for (const match of text.matchAll(/\n/g)) cuts.add(match.index + 1);
	for (const match of text.matchAll(inline)) {
		const before = text.slice(Math.max(0, match.index - 8), match.index);
		const ofBoth = /(?:[/&]|\band|\bor|\bother)\s*$/i.test(before);
		const opens = /^\p{Lu}/u.test(match[0]) || /[.;*•-]\s*$/.test(before);
		if (opens && !ofBoth) cuts.add(match.index);
	}
	const starts = [...cuts].sort((a, b) => a - b);
	return joinWrapped(
		text,
		starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }))
	);
}

/** Lines that are no headings go together, so that wrapped sentences stay whole. */
function joinWrapped(text: string, lines: readonly Piece[]): Piece[] {
	const joined: Piece[] = [];
	for (const line of lines) {
		const head = text.slice(line.start, Math.min(line.end, line.start + 160));
		const last = joined.at(-1);
		if (!last || headingOf(head.split('\n', 1)[0] ?? '')) joined.push({ ...line });
		else last.end = line.end;
	}
	return joined;
}

/** The section that a line opens, if it is a heading. Looks at 160 characters at most. */
export function headingOf(line: string): Section | undefined {
	const bare = line.slice(0, 160).replace(lead, '');
	const parts = heading.exec(bare);
	if (!parts) return sentenceHeading(bare);
	const [, before = '', non, word = '', criteria, rest = ''] = parts;
	const closed = /^[\s*_.]*$/.test(rest) || ending.test(rest);
	const listed = criteria !== undefined && /^\s+(?:[-*•]|1[.)])\s/.test(rest);
	if (people.test(bare) && !criteria) return sentenceHeading(bare);
	if (!(closed || listed) || (sayers.test(before) && before !== '')) return sentenceHeading(bare);
	if (/^[\s/&]*(?:\/|&|and\b|or\b)/i.test(rest)) return rest.includes(':') ? 'neutral' : undefined;
	if (!criteria && before.trim().split(/\s+/).length > 2) return sentenceHeading(bare);
	if (/^(?:eligibility)/i.test(word)) return 'inclusion';
	if (/^(?:exclu|inelig)/i.test(word) || non !== undefined) return 'exclusion';
	return 'inclusion';
}

/** "Patients will be excluded if any of these apply:" and its kin; only with a colon at the end. */
function sentenceHeading(bare: string): Section | undefined {
	if (!people.test(bare) || !/[:：]\s*$/.test(bare)) return undefined;
	if (
		/\b(?:excluded|ineligible|not (?:be )?(?:eligible|included|enrolled|enrolled|allowed|participate))\b|\bexclusion\b/i.test(
			bare
		)
	)
		return 'exclusion';
	return /\b(?:included|eligible|inclusion|enrolled|qualify)\b/i.test(bare)
		? 'inclusion'
		: undefined;
}
