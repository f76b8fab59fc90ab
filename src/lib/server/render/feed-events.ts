import { agesInWords } from '#lib/search/listed.ts';
import { meaningful } from '#lib/search/changes.ts';
import { newsWords, shownChange, type ShownChange } from '#lib/search/changes-words.ts';
import { inView, openedNear } from '#lib/search/changes-in-view.ts';
import type { Home } from '#lib/search/nearness.ts';
import type { Query } from '#lib/search/query.ts';
import { dayOf, inWords, isPartialDate } from '#lib/study/date.ts';
import { statusLabel } from '#lib/study/status.ts';
import { isNctId, registryUrl, titleOf, type DatedFact, type Study } from '#lib/study/study.ts';
import type { News } from '#lib/server/catalogue/news.ts';

/** Entries of a feed, at most. */
const most = 100;
/** Lines of a list in an entry, at most; the study's page has them all. */
const mostLines = 8;
const mostLetters = 300;

/** What a feed tells, whatever its format. */
export interface FeedEvent {
	/** A URN, the same for ever. */
	id: string;
	nctId: string;
	/** ISO instant. */
	at: string;
	/** Plain text. */
	title: string;
	/** Safe HTML. */
	html: string;
	/** Where there is more. */
	url: string;
	registry: string;
	/** The kinds of news in words. */
	tags: string[];
}

/** The events of a search: one a step, newest first, at most 100. */
export function feedEvents(
	news: readonly News[],
	{ query, home, origin }: { query: Query; home?: Home | undefined; origin: string }
): FeedEvent[] {
	return inView(news, query, home)
		.filter(({ kinds }) => kinds.some((kind) => meaningful.has(kind)))
		.slice(0, most)
		.map((step) => eventOf(step, { near: nearWords(step, query, home), origin }));
}

/** "within 50 miles of Chicago", where a study opened there with this step. */
function nearWords(step: News, query: Query, home: Home | undefined): string | undefined {
	if (!home || !openedNear(step, query, home)) return undefined;
	const [length = '', unit] = query.within.split(/(mi|km)$/);
	return `within ${length} ${unit === 'km' ? 'km' : length === '1' ? 'mile' : 'miles'} of ${home.name}`;
}

function eventOf(
	step: News,
	{ near, origin }: { near: string | undefined; origin: string }
): FeedEvent {
	const { id, nctId, at, kinds, changes, before, after } = step;
	const study = (after ?? before)?.study;
	const told = kinds.filter((kind) => meaningful.has(kind));
	const tags = newsWords(told, changes);
	// that it opened is said with where
	const rest = near === undefined ? tags : tags.filter((tag) => tag !== 'Opened');
	const heads = near === undefined ? rest : [`Opened ${near}`, ...rest];
	const registry = isNctId(nctId) ? registryUrl(nctId) : '';
	return {
		id: `urn:rls-trial-finder:news:${id}`,
		nctId,
		at,
		title: `${inOneLine(heads)}: ${study ? titleOf(study) : nctId}`,
		html: [
			...(near === undefined
				? []
				: [p(`A site ${near} takes people now, as far as the record says.`)]),
			...(after && !before && study ? [list(factsOf(study))] : []),
			...(after ? [] : [p('ClinicalTrials.gov no longer lists it for what this site asks.')]),
			...(changes.length > 0 ? [list(changes.map(shownChange).map(changeHtml))] : []),
			p(`Seen here on ${words(dayOf(new Date(at)))}; it may have happened earlier.`),
			`<p>${[...(after ? [link(`${origin}/trials/${nctId}`, 'The study here, with its history')] : []), link(registry, 'Current record on ClinicalTrials.gov')].join(' · ')}</p>`
		].join('\n'),
		url: after ? `${origin}/trials/${nctId}` : registry,
		registry,
		tags: near === undefined ? tags : ['Opened near', ...rest]
	};
}

/** What there is to know first of a study that is new. */
function factsOf({ nctId, status, enrollment, eligibility, start, firstPosted }: Study): string[] {
	const { minimumAge, maximumAge } = eligibility;
	const fact = (name: string, value: string) => `<b>${escaped(name)}</b>: ${escaped(value)}`;
	const date = (of: DatedFact | undefined) => (of ? words(of.date) : 'not stated');
	return [
		fact('Number', nctId),
		fact('Status', status === undefined ? 'not stated' : statusLabel(status)),
		fact('Ages', agesInWords(minimumAge?.text, maximumAge?.text)),
		fact('Number of people', enrollment ? String(enrollment.count) : 'not stated'),
		fact('Start', date(start)),
		fact('First posted on ClinicalTrials.gov', date(firstPosted))
	];
}

function changeHtml(change: ShownChange): string {
	const name = `<b>${escaped(change.label)}</b>`;
	if (!('lines' in change))
		return `${name}: ${escaped(short(change.from))} → ${escaped(short(change.to))}`;
	const shown = change.lines
		.slice(0, mostLines)
		.map(({ sign, text }) => `${sign} ${escaped(short(text))}`);
	const more = change.lines.length - shown.length;
	return `${name}${list(more > 0 ? [...shown, `and ${more} more on the page of the study`] : shown)}`;
}

/** "Opened, rules for joining changed" */
function inOneLine(heads: string[]): string {
	return heads
		.map((head, index) => (index === 0 ? head : head.charAt(0).toLowerCase() + head.slice(1)))
		.join(', ');
}

function words(date: string): string {
	return isPartialDate(date) ? inWords(date) : date;
}

function short(text: string): string {
	return text.length > mostLetters ? `${text.slice(0, mostLetters).toWellFormed()} …` : text;
}

function list(items: string[]): string {
	return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

function p(text: string): string {
	return `<p>${escaped(text)}</p>`;
}

function link(href: string, text: string): string {
	return `<a href="${escaped(href)}">${escaped(text)}</a>`;
}

/** Text as HTML that shows it. */
export function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
