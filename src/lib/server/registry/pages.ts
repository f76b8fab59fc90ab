import * as v from 'valibot';
import { gather, type Harvest } from './harvest.ts';
import type { Http, Params } from './http.ts';
import { RegistryError } from './registry-error.ts';
import { listAnswer } from './wire.ts';

/** Of the results only what was measured; documents and annotations are left out: they are most of the bytes. */
const fields = 'ProtocolSection,DerivedSection,HasResults,OutcomeMeasuresModule';

const mostBarren = 3;
const mostEmpty = 10;
/** For an answer without a count: five times the registry at 1000 to a page. */
const mostPages = 3_000;

/**
 * Takes all pages of one part of the question into the harvest and gives the registry's count. Throws
 * a `RegistryError` if the pages do not come to an end or hold fewer studies than were counted, and
 * with kind `refused` only if the very first page is refused.
 */
export async function gatherPart(
	http: Http,
	part: Params,
	pageSize: number,
	harvest: Harvest,
	signal?: AbortSignal
): Promise<number | undefined> {
	const tokens = new Set<string>();
	const ids = new Set<string>();
	let [nameless, barren, empty, pages, largest] = [0, 0, 0, 0, 0];
	let size = pageSize;
	let totalCount: number | undefined;
	let token: string | undefined;

	do {
		const page = await fetchPage(http, part, token, size, signal);
		const known = ids.size;
		for (const row of page.studies) {
			const id = gather(harvest, row);
			if (id === undefined) nameless++;
			else ids.add(id);
		}
		harvest.pages++;
		pages++;
		totalCount ??= page.totalCount;
		largest = page.size < size ? page.studies.length : Math.max(largest, page.studies.length);
		size = page.size;

		// An empty page with a token is lawful, and an overlap may repeat a page; neither for ever.
		if (page.studies.length === 0) empty++;
		else barren = ids.size > known ? 0 : barren + 1;
		if (barren >= mostBarren) throw endless(`${barren} pages in a row brought nothing new`);
		if (empty > mostEmpty) throw endless(`${empty} pages were empty`);
		if (pages > explained(totalCount, largest)) throw endless(`${pages} pages and more to come`);

		token = page.nextPageToken;
		if (token !== undefined && tokens.has(token)) throw endless('a page token came twice');
		if (token !== undefined) tokens.add(token);
	} while (token !== undefined);

	const got = ids.size + nameless;
	if (totalCount !== undefined && got < totalCount) {
		const message = `ClinicalTrials.gov counted ${totalCount} studies and sent ${got}.`;
		throw new RegistryError('nonsense', message);
	}
	return totalCount;
}

interface Page extends v.InferOutput<typeof listAnswer> {
	/** The page size that was asked in the end. */
	size: number;
}

/** One page; a page that is too large is asked again with half as many studies. */
async function fetchPage(
	http: Http,
	part: Params,
	token: string | undefined,
	size: number,
	signal?: AbortSignal
): Promise<Page> {
	// A further page must repeat all parameters but these three.
	const place: Params = token === undefined ? { countTotal: 'true' } : { pageToken: token };
	const params = { ...part, fields, pageSize: String(size), ...place };
	try {
		const answer = v.safeParse(listAnswer, await http.get('/studies', params, signal));
		if (answer.success) return { ...answer.output, size };
		throw new RegistryError('nonsense', 'ClinicalTrials.gov sent no list of studies.');
	} catch (error) {
		if (!(error instanceof RegistryError)) throw error;
		if (error.kind === 'too-large' && size > 1) {
			return fetchPage(http, part, token, Math.floor(size / 2), signal);
		}
		// A token dies with its version of the data: this says nothing against the question.
		if (error.kind === 'refused' && token !== undefined) {
			throw new RegistryError('nonsense', `${error.message} (in the middle of a list)`);
		}
		throw error;
	}
}

/** Twice the pages that the count needs at the size of the largest page seen, and some. */
function explained(totalCount: number | undefined, largest: number): number {
	if (totalCount === undefined) return mostPages;
	return 2 * Math.ceil(totalCount / Math.max(1, largest)) + mostEmpty;
}

function endless(what: string): RegistryError {
	return new RegistryError('nonsense', `The list of ClinicalTrials.gov does not end: ${what}.`);
}
