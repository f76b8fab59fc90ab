import { statusAge, statusWords, freshness, takesPeople } from '#lib/cards/status-words.ts';
import { placeWords } from '#lib/cards/card-words.ts';
import { burdenKinds, burdenLabels, burdenOf, type BurdenKind } from '#lib/plain/burden.ts';
import { givenIn } from '#lib/plain/given.ts';
import { groupsOf } from '#lib/plain/groups.ts';
import { maskingOf } from '#lib/plain/masking.ts';
import { medicineRules, type RuleKind } from '#lib/plain/medicine-rules.ts';
import { howMany, whoFor } from '#lib/plain/people.ts';
import type { Saying } from '#lib/plain/saying.ts';
import { timesOf } from '#lib/plain/time.ts';
import type { LabelledStudy } from '#lib/search/catalogue.ts';
import { listed, type ListedStudy } from '#lib/search/listed.ts';
import { ago, inWords } from '#lib/study/date.ts';
import type { Study } from '#lib/study/study.ts';
import { wordFor } from '#lib/study/vocabulary.ts';
import { quoteWords } from './quote-words.ts';

/** A verbatim piece of the record, with what we say of it. */
export interface Quoted {
	says?: string;
	quote: string;
}

/** What one study says on one matter; nothing at all means "not stated". */
export interface Cell {
	lines: string[];
	quotes: Quoted[];
	/** Quotes that are left to the study's own page. */
	more: number;
}

export interface Row {
	name: string;
	/** Two studies state different things. What is not stated differs from nothing. */
	differs: boolean;
	/** One for each study, in their order. */
	cells: Cell[];
}

/** How near each study is, in words, by its number; where a place was asked for. */
export type Distances = Readonly<Record<string, string>>;

const mostQuotes = 2;

export const ruleWords = {
	'must-stop': 'Must be stopped, or long enough ago',
	'not-allowed': 'Not allowed',
	'allowed-stable': 'Allowed, with limits',
	unclear: 'Names a medicine; ask what it means'
} as const satisfies Record<RuleKind, string>;

type Fact = [name: string, cell: (study: Study, short: ListedStudy) => Cell];

/**
 * The same facts of each study, side by side.
 * @param today `yyyy-MM-dd`
 */
export function compareRows(
	found: readonly LabelledStudy[],
	today: string,
	distances: Distances = {}
): Row[] {
	const facts: Fact[] = [
		['Status', (_, short) => stating(statusLines(short, today))],
		['What it tests', (study) => saying(givenIn(study))],
		['Suspected cause studied (our labels)', (_, short) => stating(causeLines(short))],
		['Who can join', (study) => stating(whoLines(study))],
		['How many people', (study) => saying(howMany(study))],
		['Start and end', (study) => saying(timesOf(study, today))],
		['Phase', ({ phases }) => stating([phaseWords(phases)])],
		['Chance and groups', (study) => saying(groupsOf(study))],
		['Who knows who gets what', (study) => saying(maskingOf(study))],
		['Placebo', (study) => ({ ...asking(study, 'placebo'), lines: placeboLines(study) })],
		['Places', (_, short) => stating(short.sites.total > 0 ? [placeWords(short)] : [])],
		['Sites that recruit', (study, short) => stating(recruitingLines(study, short))],
		['Nearest place', ({ nctId }) => stating([distances[nctId]])],
		['Results', ({ hasResults }) => stating([resultWords(hasResults)])],
		['Rules on medicines', (study) => quoting(medicineQuotes(study))],
		...burdenKinds
			.filter((kind) => kind !== 'placebo')
			.map((kind): Fact => [burdenLabels[kind], (study) => asking(study, kind)]),
		[
			'Record last updated',
			({ updated }) => stating(updated ? [agedWords(updated.date, today)] : [])
		],
		['Sponsor', ({ sponsor }) => stating([sponsor?.name])]
	];
	return facts
		.filter(([name]) => name !== 'Nearest place' || Object.keys(distances).length > 0)
		.map(([name, cellOf]) => {
			const cells = found.map((each) => cellOf(each.study, listed(each, today)));
			return { name, differs: differ(cells), cells };
		});
}

/** What the texts of a study say on medicines, each with our word for it. */
export function medicineQuotes(study: Study): Quoted[] {
	return medicineRules(study).map(({ kind, quote }) => ({
		says: ruleWords[kind],
		quote: quoteWords(quote)
	}));
}

/** Ages, sex and healthy volunteers; what the record leaves open is said. */
export function whoLines(study: Study): string[] {
	const { sex, minimumAge, maximumAge, ageGroups, healthyVolunteers } = study.eligibility;
	const unclear = study.unread.some(({ field }) => /imumAge$/.test(field));
	const ages = unclear || (minimumAge ?? maximumAge) !== undefined || ageGroups.length > 0;
	return [
		...whoFor(study).map(({ says }) => says),
		...(sex === undefined ? ['Sex: not stated.'] : []),
		...(sex === undefined && !ages ? ['Ages: not stated.'] : []),
		...(healthyVolunteers === undefined ? ['Healthy volunteers: not stated.'] : [])
	];
}

function statusLines(study: ListedStudy, today: string): string[] {
	const line = `${statusWords(study)}, ${statusAge(study, today)}.`;
	if (study.status === undefined) return ['Status not stated. Look at the current record.'];
	if (study.status === 'UNKNOWN') return [line];
	if (freshness(study) === 'stale') return [line, 'It does not count as open here.'];
	return freshness(study) === 'open' ? [line] : [line, takesPeople(study.status)];
}

function causeLines({ mechanisms, suspects }: ListedStudy): string[] {
	const causes = mechanisms.map(({ id, label, reason }) =>
		id === 'none' ? `${label}.` : `${label}: ${reason}.`
	);
	return [
		...causes,
		...suspects.map(({ label, reason }) => `Under suspicion: ${label}: ${reason}.`)
	];
}

/** A placebo may be an arm of its own, or only a name; where arms are listed and none is one, that is said. */
function placeboLines({ type, arms, interventions }: Study): string[] {
	const types = new Set(arms.map((arm) => arm.type));
	const lines = [
		...(types.has('PLACEBO_COMPARATOR') ? ['There is a placebo group.'] : []),
		...(types.has('SHAM_COMPARATOR') ? ['There is a sham group.'] : [])
	];
	if (lines.length > 0) return lines;
	const names = [
		...interventions.flatMap(({ name, otherNames }) => [name, ...otherNames]),
		...arms.flatMap(({ label }) => label ?? [])
	];
	const named = names.find((name) => /placebo|sham/i.test(name));
	if (named !== undefined) return [`It names one: ${named}.`];
	return type === 'INTERVENTIONAL' && arms.length > 0
		? ['No placebo or sham group is listed.']
		: [];
}

function recruitingLines({ sites }: Study, { open, sites: counted }: ListedStudy): string[] {
	if (counted.recruiting === undefined) return [];
	const recruiting = sites.filter(({ status }) => status === 'RECRUITING');
	const cities = [...new Set(recruiting.flatMap(({ city }) => city ?? []))];
	const more = cities.length > 6 ? ` and ${cities.length - 6} more` : '';
	const where = cities.length > 0 ? `: ${cities.slice(0, 6).join('; ')}${more}` : '';
	const count = `${counted.recruiting} of ${counted.total}${where}.`;
	return open || recruiting.length === 0 ? [count] : [count, 'Nobody has confirmed that lately.'];
}

function phaseWords(phases: readonly string[]): string | undefined {
	return phases.length > 0 ? phases.map((phase) => wordFor('phase', phase)).join('; ') : undefined;
}

function resultWords(posted: boolean | undefined): string | undefined {
	if (posted === undefined) return undefined;
	return posted ? 'Posted on ClinicalTrials.gov.' : 'Not posted.';
}

function agedWords(date: Parameters<typeof ago>[0], today: string): string {
	return `${inWords(date)} (${ago(date, today)}).`;
}

function stating(lines: readonly (string | undefined)[]): Cell {
	return { lines: lines.filter((line) => line !== undefined), quotes: [], more: 0 };
}

function saying(sayings: Saying[]): Cell {
	return stating(sayings.map(({ says }) => says));
}

/** What taking part asks of people, of one kind. */
function asking(study: Study, asked: BurdenKind): Cell {
	const burden = burdenOf(study).find(({ kind }) => kind === asked);
	const quotes = burden?.quotes.map(({ quote }) => ({ quote: quoteWords(quote) })) ?? [];
	return { ...quoting(quotes), lines: burden?.fact === undefined ? [] : [burden.fact] };
}

function quoting(quotes: Quoted[]): Cell {
	return {
		lines: [],
		quotes: quotes.slice(0, mostQuotes),
		more: Math.max(0, quotes.length - mostQuotes)
	};
}

/** Only what two studies both state can differ. */
function differ(cells: readonly Cell[]): boolean {
	const said = cells
		.filter(({ lines, quotes }) => lines.length + quotes.length > 0)
		.map(({ lines, quotes }) => JSON.stringify([lines, quotes]).toLowerCase());
	return new Set(said).size > 1;
}
