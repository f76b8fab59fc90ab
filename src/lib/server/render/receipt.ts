import { createHash, hash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { Answer } from '#lib/search/answer.ts';
import type { Catalogue, LabelledStudy } from '#lib/search/catalogue.ts';
import {
	hashedLine,
	inIdOrder,
	markOf,
	receiptOf,
	type Crawl,
	type Receipt,
	type StudyMark
} from '#lib/search/receipt.ts';
import { receiptText } from '#lib/search/receipt-text.ts';
import { measured } from '#lib/server/accuracy.ts';
import type { Refresh, Store } from '#lib/server/store/store.ts';

/** A receipt with its text. */
export interface WrittenReceipt {
	receipt: Receipt;
	text: string;
}

export interface ReceiptAt {
	now: Date;
	/** `yyyy-MM-dd` */
	today: string;
	/** `https://host` */
	origin: string;
	crawl: Crawl | undefined;
}

/** The sets whose numbers a receipt gives, the fairest first; the third one shaped the rules. */
const sets = ['held-out', 'real'].flatMap((name) => {
	const set = measured[name];
	return set ? [[name, set] as const] : [];
});

const digest = (text: string) => hash('sha256', text, 'hex').slice(0, 12);

/**
 * Makes the receipt of an answer.
 * @param answer its `studies` are all that were found, not a page of them
 */
export async function writtenReceipt(
	catalogue: Catalogue,
	answer: Answer,
	at: ReceiptAt
): Promise<WrittenReceipt> {
	const hash = await hashOf(answer.studies);
	const receipt = receiptOf(catalogue, answer, { ...at, sets, hash });
	return { receipt, text: receiptText(receipt) };
}

/** What is hashed of each study found, in the order in which it is hashed. */
export function marksOf(hits: readonly LabelledStudy[]): StudyMark[] {
	return inIdOrder(hits).map((hit) => markOf(hit, digest));
}

/** In turns, so that others are served while a long list is hashed. See `Receipt.hash`. */
export async function hashOf(hits: readonly LabelledStudy[]): Promise<string> {
	const whole = createHash('sha256');
	for (const [index, hit] of inIdOrder(hits).entries()) {
		whole.update(hashedLine(markOf(hit, digest)));
		if (index % 2000 === 1999) await turn();
	}
	return whole.digest('hex').slice(0, 16);
}

/** The same hash over marks that were made before; they must be in id order. */
export function hashOfMarks(marks: readonly StudyMark[]): string {
	const whole = createHash('sha256');
	for (const mark of marks) whole.update(hashedLine(mark));
	return whole.digest('hex').slice(0, 16);
}

/** A receipt as JSON: every part, the text, and each study's mark, for a second person to compare. */
export function receiptJson({ receipt, text }: WrittenReceipt, hits: readonly LabelledStudy[]) {
	return { ...receipt, text, studies: marksOf(hits) };
}

const known = new WeakMap<Catalogue, Promise<Crawl | undefined>>();

/**
 * The account of the reading that a catalogue comes from: the store's last live run, asked once a
 * catalogue. Undefined for the starter, and where the run is not the one behind the data in hand
 * (another process may have stored newer ones, or records were brought in by hand since).
 */
export function crawlOf(
	store: Pick<Store, 'lastLive' | 'newestRefreshId'>,
	catalogue: Catalogue
): Promise<Crawl | undefined> {
	const before = known.get(catalogue);
	if (before) return before;
	// a store that cannot be read now must not cost a visitor the page: the account is left out, and
	// asked for again the next time
	const asked = readCrawl(store, catalogue).catch(() => {
		known.delete(catalogue);
		return undefined;
	});
	known.set(catalogue, asked);
	return asked;
}

async function readCrawl(
	store: Pick<Store, 'lastLive' | 'newestRefreshId'>,
	catalogue: Catalogue
): Promise<Crawl | undefined> {
	if (catalogue.source === 'starter' || catalogue.source === 'as-of') return undefined;
	const live = await store.lastLive();
	if (!live || live.id !== (await store.newestRefreshId()) || !isBehind(live, catalogue))
		return undefined;
	const { startedAt, endedAt, received, repeated, setAside } = live;
	return { startedAt, endedAt, received, repeated, setAside };
}

function isBehind(live: Refresh, { dataTimestamp, fetchedAt, question }: Catalogue): boolean {
	return (
		live.dataTimestamp === dataTimestamp &&
		JSON.stringify(live.question) === JSON.stringify(question) &&
		fetchedAt !== undefined &&
		live.endedAt <= fetchedAt
	);
}
