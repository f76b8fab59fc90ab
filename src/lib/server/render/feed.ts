import { Feed } from 'feed';
import type { Catalogue } from '#lib/search/catalogue.ts';
import { dataState } from '#lib/search/data-state.ts';
import type { Home } from '#lib/search/nearness.ts';
import { everything, type Query } from '#lib/search/query.ts';
import { sentence } from '#lib/search/sentence.ts';
import { sortName } from '#lib/search/sort.ts';
import { serialise } from '#lib/search/url.ts';
import type { News } from '#lib/server/catalogue/news.ts';
import { escaped, feedEvents, type FeedEvent } from './feed-events.ts';

/** A feed of the changes that concern a search, before it is written in a format. */
export interface ChangesFeed {
	title: string;
	/** What is good to know, in sentences. */
	description: string;
	/** The page of the search. */
	page: string;
	/** The feed in each format. */
	atom: string;
	json: string;
	/** When it last changed. */
	updated: Date;
	/** Newest first. */
	events: FeedEvent[];
}

/** The formats in which a feed can be had, each with its media type. */
export const feedTypes = {
	atom: 'application/atom+xml; charset=utf-8',
	json: 'application/feed+json; charset=utf-8'
} as const;
export type FeedFormat = keyof typeof feedTypes;

/** The address of a feed without its origin. What only shows a list in another way is left out. */
export function feedPath(query: Query, format: FeedFormat): `/feed.${'xml' | 'json'}${string}` {
	return `/feed.${format === 'atom' ? 'xml' : 'json'}${serialise(followed(query))}`;
}

/**
 * Makes the feed of a search. The same news give the same feed, byte by byte.
 * @param news newest first
 * @param asked.home where `near` is
 * @param asked.dropped keys of the address that were not used, with the reason
 */
export function changesFeed(
	news: readonly News[],
	catalogue: Catalogue,
	asked: {
		query: Query;
		home?: Home | undefined;
		dropped?: readonly { key: string; reason: string }[];
		origin: string;
		now: Date;
	}
): ChangesFeed {
	const { home, origin, now } = asked;
	const query = followed(asked.query);
	const events = feedEvents(news, { query, home, origin });
	const { processed } = dataState(catalogue, now);
	const state =
		catalogue.source === 'starter'
			? 'This installation has not reached ClinicalTrials.gov yet, so there is nothing to tell.'
			: `Data of ClinicalTrials.gov${processed === undefined ? '' : ` as processed on ${processed}`}.`;
	return {
		title: `Changes: ${searchWords(query, home)} – RLS Trial Finder`,
		description: [
			state,
			'Each change is told on the day on which this site saw it, which is later than it happened.',
			'Labels are by RLS Trial Finder.',
			'NLM, NIH and NHLBI do not run or endorse this site.',
			...(asked.dropped ?? []).map(({ key, reason }) => `“${key}” in the address ${reason}.`)
		].join(' '),
		page: `${origin}/trials${serialise(query)}`,
		atom: origin + feedPath(query, 'atom'),
		json: origin + feedPath(query, 'json'),
		updated: new Date(
			Math.max(instantOf(events[0]?.at), instantOf(asInstant(catalogue.dataTimestamp)))
		),
		events
	};
}

/** A feed in a format. */
export const writeFeed: Record<FeedFormat, (feed: ChangesFeed) => string> = {
	/** Atom (RFC 4287). */
	atom(feed) {
		const { title, description, page, atom, updated } = feed;
		const written = new Feed({
			...{ id: atom, title: valid(title), description: valid(description), updated },
			...{ link: page, feedLinks: { atom }, generator: false, author: { name: author } }
		});
		for (const { id, at, title: head, html, url, tags } of feed.events) {
			const date = new Date(at);
			written.addItem({
				...{ id, date, published: date, link: url, content: valid(html) },
				// the writer says that titles are HTML
				title: escaped(valid(head)),
				category: tags.map((name) => ({ name, term: name }))
			});
		}
		return written.atom1();
	},
	/** JSON Feed 1.1; written here, because the package knows 1.0 only. */
	json({ title, description, page, json, events }) {
		return JSON.stringify(
			{
				version: 'https://jsonfeed.org/version/1.1',
				...{ title, description, home_page_url: page, feed_url: json },
				language: 'en-US',
				authors: [{ name: author }],
				items: events.map(({ id, at, title: head, html, url, registry, tags }) => ({
					...{ id, url, external_url: registry, title: head, content_html: html },
					...{ date_published: at, date_modified: at, tags }
				}))
			},
			undefined,
			'\t'
		);
	}
};

const author = 'RLS Trial Finder';

/** The part of a query that decides what is followed. */
function followed(query: Query): Query {
	const { sort, view, columns, pin, density, page, size, asof } = everything;
	return { ...query, sort, view, columns, pin, density, page, size, asof };
}

/** The search in words, without the number of studies, which changes, and without an order. */
function searchWords(query: Query, home: Home | undefined): string {
	const words = sentence(query, 0, home).replace(/^0 /, '');
	const order = sortName('relevance', query);
	return words.endsWith(order)
		? words.slice(0, -order.length).replace(/,(?: sorted by)? $/, '')
		: words;
}

function instantOf(text: string | undefined): number {
	return Date.parse(text ?? '') || 0;
}

/** The registry gives its time without a zone. */
function asInstant(time: string | undefined): string | undefined {
	return time !== undefined && /T[\d:.]+$/.test(time) ? `${time}Z` : time;
}

/** Text without what XML 1.0 does not allow, not even escaped (section 2.2). */
function valid(text: string): string {
	// eslint-disable-next-line no-control-regex -- these are what is looked for
	return text.toWellFormed().replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ' ');
}
