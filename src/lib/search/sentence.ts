import { facetLabel } from './facets.ts';
import type { FacetKey } from './filters.ts';
import type { Query, Sort } from './query.ts';
import type { Home } from './nearness.ts';
import { sortKeyOf, sortName } from './sort.ts';

/**
 * The search said in words: "12 studies about iron, open now, sorted by last update".
 * @param home the place that `near` was found to mean
 */
export function sentence(query: Query, total: number, home?: Home): string {
	const parts = [
		`${total.toLocaleString('en-US')} ${total === 1 ? 'study' : 'studies'}`,
		about(query),
		query.q === '' ? '' : `matching ${quoted(query.q)}`
	];
	const limits = [
		prefixed('suspecting', listed(query, 'suspect')),
		listed(query, 'status'),
		prefixed('testing', listed(query, 'approach')),
		prefixed('also on', listed(query, 'related')),
		...fieldWords.map(([key, name]) => prefixed(name, query[key] && quoted(query[key]))),
		listed(query, 'phase'),
		listed(query, 'type'),
		listed(query, 'results'),
		prefixed('in', listed(query, 'country')),
		prefixed('sponsor:', listed(query, 'sponsor')),
		where(query, home),
		prefixed('for', who(query)),
		query.healthy && 'taking healthy volunteers',
		...dateWords.map(([key, name]) => prefixed(name, span(query[key]))),
		query.asof && `as of ${query.asof}`,
		orderWords(query)
	];
	return [
		parts.filter((part) => part !== '').join(' '),
		...limits.filter((part) => part !== '')
	].join(', ');
}

function about(query: Query): string {
	const causes = query.mechanism
		.filter((id) => id !== 'none')
		.map((id) => inText(facetLabel('mechanism', id)));
	const parts = causes.length > 0 ? [`on ${either(causes)}`] : [];
	if (query.mechanism.includes('none')) parts.push('that address no cause');
	const subject = query.scope === 'all' ? 'that name RLS or something close' : 'about RLS';
	return parts.length > 0 ? `${subject} ${parts.join(' or ')}` : subject;
}

function listed(query: Query, key: FacetKey): string {
	const name = (value: string) => {
		if (value === 'not-stated') return `${facetNames[key]} not stated`;
		const label = facetLabel(key, value);
		return key === 'country' ? label : inText(label);
	};
	return either(query[key].map(name));
}

const facetNames: Record<FacetKey, string> = {
	mechanism: 'cause',
	suspect: 'suspect',
	status: 'status',
	approach: 'treatment',
	related: 'condition',
	phase: 'phase',
	type: 'kind',
	results: 'results',
	country: 'country',
	sponsor: 'sponsor'
};

const fieldWords = [
	['condition', 'condition'],
	['intervention', 'treatment'],
	['title', 'title'],
	['org', 'sponsor'],
	['id', 'number']
] as const;

const dateWords = [
	['started', 'started'],
	['completed', 'ended'],
	['updated', 'updated']
] as const;

/** "with a site within 50 miles of Chicago, Illinois". */
function where({ near, within, places }: Query, home: Home | undefined): string {
	const name = home?.name ?? near;
	const [length = '', unit] = within.split(/(mi|km)$/);
	const miles = length === '1' ? 'mile' : 'miles';
	const around = `within ${length} ${unit === 'km' ? 'km' : miles} of ${name}`;
	if (near !== '' && within !== '')
		return places === ''
			? `with a site ${around}`
			: `with no site known ${around}, but places not stated`;
	return [near === '' ? '' : `seen from ${name}`, places === '' ? '' : 'with places not stated']
		.filter((part) => part !== '')
		.join(', ');
}

/** "women aged 30": whom a study must admit. */
function who({ sex, age }: Query): string {
	const people = { female: 'women', male: 'men', '': age === '' ? '' : 'people' }[sex];
	return age === '' ? people : `${people} aged ${age}`;
}

/** `2015..2020` → "2015 to 2020"; `2020-01..` → "since 2020-01"; `..2019` → "until 2019". */
function span(text: string): string {
	const [from = '', to = from] = text.split('..');
	if (from === to) return text === '' ? '' : `in ${from}`;
	if (to === '') return `since ${from}`;
	return from === '' ? `until ${to}` : `${from} to ${to}`;
}

/** A label within a sentence: small first letter, unless it is a name or an abbreviation. */
function inText(label: string): string {
	return /^(Parkinson|US|[A-Z]{2})/.test(label)
		? label
		: label.charAt(0).toLowerCase() + label.slice(1);
}

function prefixed(prefix: string, words: string): string {
	return words === '' ? '' : `${prefix} ${words}`;
}

function either(words: string[]): string {
	return words.length < 2
		? words.join('')
		: `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** Typographic quotes around plain words; an expression with quotes of its own stands as it is. */
function quoted(q: string): string {
	return q.includes('"') ? q : `“${q}”`;
}

/** The order in words; the usual one of a list without words needs no "sorted by". */
function orderWords(query: Query): string {
	const { sort, q } = query;
	const words = sort.map((each) => sortWords(each, query)).join(', then ');
	return sort[0] === 'relevance' && q === '' ? words : `sorted by ${words}`;
}

function sortWords(sort: Sort, query: Query): string {
	const { key, reversed } = sortKeyOf(sort);
	return `${sortName(key, query)}${reversed ? ', reversed' : ''}`;
}
