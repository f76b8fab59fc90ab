import type { Receipt } from './receipt.ts';
import { rerunUrl } from './receipt-compare.ts';
import { shareInWords, type LabelAccuracy } from './receipt-accuracy.ts';

/** More records than this are not named one by one: a receipt must fit into one cell of a table. */
const mostNamed = 50;

const sources: Record<Receipt['source'], string> = {
	live: 'This site had reached the registry within the last day.',
	stored:
		'These are the last good data that this site stored; they may be older than the registry.',
	'as-of': 'These are the data as they stood here on a day in the past.',
	starter:
		'These are the starter data that come with the program: public copies of records, of different dates.'
};

const sets: Record<string, string> = {
	'held-out': 'records written apart from the rules',
	real: 'real records',
	authored: 'invented records'
};

/** A receipt as plain text, a paragraph a line, to copy into a report. */
export function receiptText(receipt: Receipt): string {
	return [
		'Search receipt (how this list was made), by RLS Trial Finder, in the manner of PRISMA-S.',
		database(receipt),
		request(receipt),
		crawl(receipt),
		setAside(receipt),
		search(receipt),
		synonyms(receipt),
		counts(receipt),
		labels(receipt),
		scope(receipt),
		personal(receipt),
		'What was changed: names, telephone numbers and e-mail addresses of persons are left out; labels are added by rule; status words and dates may be shown in other words. The sponsors answer for the records; the labels are not the registry’s.',
		`Hash of what was found: ${receipt.hash} (SHA-256, first 16 digits, over a line a study in id order: id, last update, digest of the labels, with tabs between). The same data and rules give the same hash. To run the search again and see which studies differ: ${rerunUrl(receipt)} ; without “at” and “hash” the same address gives the list behind the hash, study by study: keep it with this text.`,
		'This shows what one query received from one register; a systematic review should also search WHO ICTRP and CTIS.'
	]
		.filter((line) => line !== '')
		.join('\n');
}

function database(receipt: Receipt): string {
	const { database: name, dataTimestamp, newest, source, asOf, checked, catalogue } = receipt;
	const date =
		dataTimestamp === undefined
			? `The date on which the registry processed these data is not known${newest === undefined ? '' : `; the newest record was last updated on ${newest}`}.`
			: `Data processed by the registry on ${dataTimestamp}.`;
	const last =
		checked === undefined || source === 'starter' || source === 'as-of'
			? ''
			: ` The registry was last asked on ${instant(checked)}.`;
	const day = asOf === undefined ? '' : ` That day is ${asOf}.`;
	return `Database: ${name} (US National Library of Medicine). ${date} ${sources[source]}${day}${last} Catalogue ${catalogue}.`;
}

function request({ request: { parameter, expressions }, source }: Receipt): string {
	if (expressions.length === 0)
		return source === 'starter'
			? 'Request to the registry: none; a fixed set of studies.'
			: 'Request to the registry: none; the records were brought in by hand.';
	const narrow =
		parameter === 'query.cond'
			? ' The registry refused the wider question, so that studies which name RLS elsewhere may be missing.'
			: '';
	const list = expressions.map((words, index) => `(${index + 1}) ${words}`).join('; ');
	const put = expressions.length > 1 ? ', answers put together by study number' : '';
	return `Request to the registry: GET https://clinicaltrials.gov/api/v2/studies, parameter ${parameter}, to the letter${put}: ${list}.${narrow}`;
}

function crawl({ crawl, source, setAside: aside }: Receipt): string {
	if (!crawl)
		return source === 'starter'
			? ''
			: `Reading of the registry: no account of it is at hand. Set aside: ${aside.length}.`;
	return `Reading of the registry: from ${instant(crawl.startedAt)} to ${instant(crawl.endedAt)}; ${count(crawl.received)} records received, ${count(crawl.repeated)} of them a second time, ${count(crawl.setAside)} set aside because they could not be read.`;
}

function setAside({ setAside: aside }: Receipt): string {
	if (aside.length === 0) return '';
	const named = aside
		.slice(0, mostNamed)
		.map(({ nctId, reason }) => `${nctId ?? 'no study number'} (${shorten(reason)})`);
	const more = aside.length - named.length;
	return `Set aside: ${named.join('; ')}${more > 0 ? `; and ${count(more)} more, listed at /api/v1/catalogue` : ''}.`;
}

function search({ searched, sentence, url, today }: Receipt): string {
	return `Search: made here on ${instant(searched)}: ${sentence}. Address: ${url} . What counts as open was judged for ${today}.`;
}

function synonyms({ expansions }: Receipt): string {
	if (expansions.length === 0) return 'Synonyms added to the words: none.';
	const list = expansions.map(({ term, synonyms: names }) => `${term}: ${names.join(', ')}`);
	return `Synonyms added to the words: ${list.join('; ')}.`;
}

function counts({ steps, found }: Receipt): string {
	const list = steps.map(({ words, count: left }) => `${words} ${count(left)}`);
	return `Counts, step by step: ${list.join('; ')}; found ${count(found)}.`;
}

function labels({ rules, measuredRules, relevance, accuracy }: Receipt): string {
	const scopeWords = relevance.map(
		({ set, right, of }) => `on ${sets[set] ?? set} right in ${shareInWords({ right, of })}`
	);
	const about = scopeWords.length === 0 ? '' : ` What is about RLS: ${scopeWords.join('; ')}.`;
	const used = Map.groupBy(accuracy, ({ key, id }) => `${key} ${id}`);
	const each = [...used.values()].map(labelWords).join('');
	const other =
		measuredRules === undefined ? '' : ` These were measured with rules ${measuredRules}.`;
	return `Labels: rules version ${rules}; given by rule, not checked one by one.${about}${each}${other}`;
}

function labelWords(scores: LabelAccuracy[]): string {
	const list = scores.map(
		({ set, precision, recall }) =>
			`${sets[set] ?? set}: precision ${shareInWords(precision)}, recall ${shareInWords(recall)}`
	);
	return ` ${scores[0]?.label ?? ''} (${scores[0]?.key ?? ''}): ${list.join('; ')}.`;
}

function scope({ widerUrl, outside, accuracy }: Receipt): string {
	const filtered =
		accuracy.length > 0
			? ' This list is limited by labels of our making, which can miss studies; for a review, take all studies and choose yourself.'
			: '';
	if (widerUrl === undefined) return `Scope: all that the registry sent.${filtered}`;
	const more =
		outside === 0
			? 'no more studies fit the search'
			: `${count(outside)} more ${outside === 1 ? 'study fits' : 'studies fit'} the search`;
	return `Scope: what our rules call about RLS, wholly or in part. Without this limit ${more}: ${widerUrl} .${filtered}`;
}

function personal({ personal: keys }: Receipt): string {
	if (keys.length === 0) return '';
	return `This search holds what a person said of themselves (${keys.join(', ')}). It is part of how the list was made and so it stands above; take it out before you pass this on, if it should stay private.`;
}

/** `2026-11-20T09:00:05.000Z` → `2026-11-20 09:00 UTC`; what is no instant stays. */
function instant(text: string): string {
	const date = new Date(text);
	return Number.isNaN(date.getTime())
		? text
		: `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function count(n: number): string {
	return n.toLocaleString('en-US');
}

function shorten(text: string): string {
	const line = text.replace(/\s+/gu, ' ');
	return line.length > 120 ? `${line.slice(0, 117)}…` : line;
}
