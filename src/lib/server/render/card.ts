import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { answer, type Answer } from '#lib/search/answer.ts';
import type { Catalogue, LabelledStudy, Source } from '#lib/search/catalogue.ts';
import { dataState } from '#lib/search/data-state.ts';
import type { Query } from '#lib/search/query.ts';
import { withoutShowing } from '#lib/search/receipt-funnel.ts';
import { isPersonal, withoutPersonal } from '#lib/search/refine.ts';
import { sentence } from '#lib/search/sentence.ts';
import { serialise } from '#lib/search/url.ts';
import { titleOf, type NctId } from '#lib/study/study.ts';
import { drawCard, type Card } from './card-draw.ts';

/** The clock of a request. */
interface Clock {
	now: Date;
	/** `yyyy-MM-dd` */
	today: string;
}

/**
 * The card of a list: what it is in words, and its numbers. What the query says of the visitor is
 * taken out first, and the numbers are those without it; so are page and view, and the day of a
 * past view where the catalogue is not of that day.
 * @param found what the query finds, where that is known already
 */
export function viewCard(
	catalogue: Catalogue,
	query: Query,
	{ now, today }: Clock,
	found?: Pick<Answer, 'total' | 'open'>
): Card {
	const shared: Query = {
		...withoutShowing(withoutPersonal(query)),
		asof: catalogue.asOf ?? ''
	};
	const { total, open } = found && !isPersonal(query) ? found : answer(catalogue, shared, today);
	return {
		headline: sentence(shared, total),
		facts: [
			{ value: total.toLocaleString('en-US'), meaning: total === 1 ? 'study' : 'studies' },
			{ value: open.toLocaleString('en-US'), meaning: 'open now' },
			dataFact(catalogue, now)
		]
	};
}

/**
 * The card of a study.
 * @param status how it stands and how old the word on that is, as its page says it
 */
export function studyCard(
	catalogue: Catalogue,
	{ study }: Pick<LabelledStudy, 'study'>,
	status: NonNullable<Card['status']>,
	{ now }: Pick<Clock, 'now'>
): Card {
	return {
		status,
		headline: titleOf(study),
		facts: [
			{ value: study.nctId, meaning: 'number at ClinicalTrials.gov' },
			dataFact(catalogue, now)
		]
	};
}

/** What the head of a page says to those who make a preview of its link. */
export interface Preview {
	title: string;
	description: string;
	/** Absolute address of the picture. */
	image: string;
}

/**
 * The preview of a list, with nothing of the visitor in words or address.
 * @param at `origin` is `https://host`
 * @param known a better title than the sentence of the list; what the query finds, to spare a search
 */
export function viewPreview(
	catalogue: Catalogue,
	query: Query,
	at: Clock & { origin: string },
	{ title, found }: { title?: string; found?: Pick<Answer, 'total' | 'open'> } = {}
): Preview {
	const card = viewCard(catalogue, query, at, found);
	return {
		title: title ?? card.headline,
		description: factsInWords(title === undefined ? card.facts.slice(1) : card.facts),
		image: `${at.origin}/card.png${serialise(withoutShowing(withoutPersonal(query)))}`
	};
}

/** The preview of a study. See {@link studyCard}. */
export function studyPreview(card: Card, nctId: NctId, origin: string): Preview {
	return {
		title: card.headline,
		description: `${card.status ? `${card.status.words}. ` : ''}${factsInWords(card.facts)}`,
		image: `${origin}/trials/${nctId}/card.png`
	};
}

/** "3 open now. November 20, 2026: registry data, checked within a day." */
function factsInWords(facts: Card['facts']): string {
	return facts
		.map(({ value, meaning }) => `${value}${/^\d[\d,]*$/.test(value) ? '' : ':'} ${meaning}.`)
		.join(' ');
}

const states: Record<Source, string> = {
	live: 'registry data, checked within a day',
	stored: 'stored data, may be older than the registry',
	'as-of': 'data as they stood on that day',
	starter: 'a fixed set of records, of different dates'
};

/** The date of the data, and what there is to say of it. */
function dataFact(catalogue: Catalogue, now: Date): Card['facts'][number] {
	const { source, processed, checked } = dataState(catalogue, now);
	const date = source === 'starter' ? 'Old copies' : (processed ?? checked);
	return { value: date ?? 'Date not known', meaning: states[source] };
}

interface Drawn {
	png: Buffer<ArrayBuffer>;
	etag: string;
}

/** Pictures that are kept, of some 40 kB each; two who ask for the same share the work. */
const pictures = new LRUCache<string, Promise<Drawn>>({ max: 200 });

function drawn(card: Card): Promise<Drawn> {
	// all that is drawn is in the key: newer data that say the same need no new picture
	const key = JSON.stringify(card);
	const known = pictures.get(key);
	if (known) return known;
	const made = draw(card);
	pictures.set(key, made);
	made.catch(() => pictures.delete(key));
	return made;
}

async function draw(card: Card): Promise<Drawn> {
	const png = Buffer.from(await drawCard(card));
	const etag = `"${createHash('sha256').update(png).digest('base64url').slice(0, 27)}"`;
	return { png, etag };
}

/** A card as a picture that caches may keep for an hour; 304 for a client that has it. */
export async function cardResponse(request: Request, card: Card): Promise<Response> {
	const { png, etag } = await drawn(card);
	const headers = { etag, 'cache-control': 'public, max-age=3600' };
	const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
	if (known.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag))
		return new Response(null, { status: 304, headers });
	return new Response(png, {
		headers: { ...headers, 'content-type': 'image/png', 'content-length': String(png.length) }
	});
}
