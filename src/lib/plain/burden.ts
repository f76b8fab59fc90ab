import type { Study } from '#lib/study/study.ts';
import * as about from './burden-about.ts';
import * as cues from './burden-cues.ts';
import { passagesOf, type Passage, type Quote } from './passages.ts';

/** What taking part may ask of people, in the order in which it is shown, in plain words. */
export const burdenLabels = {
	visits: 'Visits, calls and diaries',
	'sleep-nights': 'Nights or tests of sleep',
	infusions: 'Needles: blood tests, shots and drips',
	scans: 'Scans',
	length: 'How long it takes',
	placebo: 'Placebo or sham, and the odds of it',
	after: 'After the study',
	pay: 'Costs, travel and payment'
} as const;
export type BurdenKind = keyof typeof burdenLabels;
export const burdenKinds = Object.keys(burdenLabels).filter(isBurdenKind);

export interface Burden {
	kind: BurdenKind;
	label: string;
	/** Passages of the record's texts, verbatim; none means: not stated there. */
	quotes: Quote[];
	/** What the record's other fields say of it; never a quote. */
	fact?: string;
}

/** Is this one of the kinds of burden? */
export function isBurdenKind(value: string): value is BurdenKind {
	return Object.hasOwn(burdenLabels, value);
}

interface Cues {
	/** Says it plainly. */
	plain: RegExp;
	/** Says it in a way that may mean something else; shown only where nothing says it plainly. */
	likely?: RegExp;
	/** Says that it means something else. */
	not?: RegExp;
}

const patterns: Record<BurdenKind, Cues> = {
	visits: { plain: cues.visits, likely: cues.visitsLikely, not: about.notVisits },
	'sleep-nights': { plain: cues.sleepNights },
	infusions: { plain: cues.infusions },
	scans: { plain: cues.scans, not: about.notScans },
	length: { plain: cues.length, not: about.notLength },
	placebo: { plain: cues.placebo, likely: cues.placeboLikely, not: about.notPlacebo },
	after: { plain: cues.after, not: about.notAfter },
	pay: { plain: cues.pay }
};

/** Most passages that are shown of one kind: the first ones; the whole text stands on the same page. */
const most = 6;
const mostLikely = 2;

/**
 * What a study's texts say that it asks of people: always all eight kinds, in order, each with the
 * passages that say it. Background, statistics and limits among the rules for joining are left out;
 * an empty list means that no passage was found, not that nothing is asked.
 */
export function burdenOf(study: Study): Burden[] {
	const passages = passagesOf(study);
	return burdenKinds.map((kind) => {
		const { plain, likely, not } = patterns[kind];
		const may = passages.filter(({ quote }) => not?.test(quote) !== true);
		const asked = may.filter((passage) => isAsked(passage, kind));
		const sure = asked.filter(({ quote }) => plain.test(withoutMarks(quote)));
		const shown = may.filter(
			(passage) =>
				(likely?.test(passage.quote) === true && asked.includes(passage)) ||
				(plain.test(passage.quote) && isShownByRule(passage, kind))
		);
		const quotes = (sure.length > 0 ? sure.slice(0, most) : shown.slice(0, mostLikely)).map(
			({ field, start, end, quote }) => ({ field, start, end, quote })
		);
		const fact = factOf(study, kind);
		return { kind, label: burdenLabels[kind], quotes, ...(fact === undefined ? {} : { fact }) };
	});
}

/** Is it about what is done with people in this study, not about what is known or who can join? */
function isAsked({ from, section, quote }: Passage, kind: BurdenKind): boolean {
	if (from === 'arm' || from === 'intervention') return true;
	if (about.background.test(quote)) return false;
	if (from === 'criteria' || section !== 'neutral') return isAskedToJoin(quote, kind);
	if (kind === 'placebo' && cues.versusPlacebo.test(quote)) return true;
	return about.doing.test(quote);
}

/** The text without visits and needles that only mark a time. */
function withoutMarks(text: string): string {
	return text.replace(about.timeMarks, '#');
}

/** Some rules for joining say what people must be ready for: "willing to spend three nights in …". */
function isAskedToJoin(quote: string, kind: BurdenKind): boolean {
	if (kind === 'placebo' || kind === 'scans' || kind === 'after') return false;
	if (kind === 'length' && !cues.visits.test(quote)) return false;
	return about.ready.test(quote) && !about.notReady.test(quote);
}

/** Some rules for joining rest on a test, or a placebo, that the study gives: "on the screening PSG". */
function isShownByRule({ from, quote }: Passage, kind: BurdenKind): boolean {
	const may = ['sleep-nights', 'infusions', 'scans', 'placebo'].includes(kind);
	return may && from === 'criteria' && about.doneHere.test(quote);
}

/** What the structured fields say of placebo and length. */
function factOf({ arms, design }: Study, kind: BurdenKind): string | undefined {
	if (kind === 'length' && design.targetDuration !== undefined)
		return `Each person is to be followed for ${design.targetDuration.toLowerCase()}.`;
	if (kind !== 'placebo' || arms.length < 2) return undefined;
	const groups = `of ${arms.length} groups`;
	const [placebo, sham] = ['PLACEBO_COMPARATOR', 'SHAM_COMPARATOR'].map(
		(type) => arms.filter((arm) => arm.type === type).length
	);
	const says = [
		...(placebo ? [`${placebo} ${groups} ${placebo === 1 ? 'gets' : 'get'} a placebo.`] : []),
		...(sham ? [`${sham} ${groups} ${sham === 1 ? 'gets' : 'get'} a sham.`] : [])
	];
	return says.length > 0 ? says.join(' ') : undefined;
}
