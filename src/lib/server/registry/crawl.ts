import * as v from 'valibot';
import { stated } from '#lib/study/stated.ts';
import { emptyHarvest, type CrawledRecord, type Harvest, type SetAside } from './harvest.ts';
import { createHttp, type Http, type HttpSettings } from './http.ts';
import { gatherPart } from './pages.ts';
import { defaultQuery, narrowPart, questionParts, type QuestionPart } from './question.ts';
import { RegistryError } from './registry-error.ts';
import { versionAnswer, type Version } from './wire.ts';

/** Settings of the registry client; all but the address have defaults. */
export interface RegistrySettings extends HttpSettings {
	/** See `questionParts`. Default: `defaultQuery`. */
	query?: string;
	/** Studies to a page, 1 to 1000. Default 1000. */
	pageSize?: number;
}

/** All that one crawl brought. `received - repeated` are the records and those set aside. */
export interface Crawl {
	records: CrawledRecord[];
	setAside: SetAside[];
	/**
	 * What the registry counted, the parts of the question added up: a study that answers two parts
	 * counts twice, as it does in `received`. Absent if it counted nothing.
	 */
	totalCount?: number;
	received: number;
	repeated: number;
	/** The expressions that were asked. */
	question: string[];
	/** The registry refused the wide question, so that the narrow one was asked. */
	narrow: boolean;
	/** The registry's word for the date of its data; its time zone is not known. */
	dataTimestamp?: string;
	apiVersion?: string;
	/** ISO instants. */
	startedAt: string;
	endedAt: string;
	pages: number;
}

const mostRestarts = 3;

/**
 * Asks the registry the whole question and gives all answers, each study once, or throws a
 * `RegistryError`: half a crawl is never given. The data's version is read before and after; if it
 * changed in between, pages may lack or repeat studies, and the crawl begins again.
 */
export async function crawl(settings: RegistrySettings, signal?: AbortSignal): Promise<Crawl> {
	const wide = questionParts(settings.query ?? defaultQuery);
	const pageSize = Math.min(1000, Math.max(1, Math.trunc(settings.pageSize ?? 1000)));
	const startedAt = new Date().toISOString();
	const http = createHttp(settings);
	try {
		let before = await readVersion(http, signal);
		for (let restart = 0; restart <= mostRestarts; restart++) {
			const answer = await askAll(http, wide, pageSize, signal).catch(keepDoubtful);
			const after = await readVersion(http, signal);
			if (before.dataTimestamp === after.dataTimestamp && before.apiVersion === after.apiVersion) {
				if (answer instanceof RegistryError) throw answer;
				const { harvest, ...asked } = answer;
				const { records, setAside, received, repeated, pages } = harvest;
				const rows = { records, setAside, received, repeated, pages };
				return stated({
					...rows,
					...asked,
					...after,
					startedAt,
					endedAt: new Date().toISOString()
				});
			}
			before = after;
		}
		throw new RegistryError(
			'nonsense',
			`The data of ClinicalTrials.gov changed during each of ${mostRestarts + 1} readings.`
		);
	} finally {
		await http.close();
	}
}

/** The version of the registry's data, so that a crawl can be saved when nothing has changed. */
export async function fetchVersion(
	settings: RegistrySettings,
	signal?: AbortSignal
): Promise<Version> {
	const http = createHttp(settings);
	try {
		return await readVersion(http, signal);
	} finally {
		await http.close();
	}
}

async function readVersion(http: Http, signal?: AbortSignal): Promise<Version> {
	const answer = v.safeParse(versionAnswer, await http.get('/version', {}, signal));
	if (!answer.success) {
		throw new RegistryError('nonsense', 'ClinicalTrials.gov does not tell its version.');
	}
	const { apiVersion } = answer.output;
	if (apiVersion !== undefined && !apiVersion.startsWith('2.')) {
		const message = `ClinicalTrials.gov speaks version ${apiVersion} of its API; this program knows 2.`;
		throw new RegistryError('nonsense', message);
	}
	return answer.output;
}

interface Answer {
	harvest: Harvest;
	totalCount: number | undefined;
	question: string[];
	narrow: boolean;
}

/** The wide question; the narrow one where the registry refuses to hear it. */
async function askAll(
	http: Http,
	wide: QuestionPart[],
	pageSize: number,
	signal?: AbortSignal
): Promise<Answer> {
	try {
		return { ...(await askEach(http, wide, pageSize, signal)), narrow: false };
	} catch (error) {
		const refused = error instanceof RegistryError && error.kind === 'refused';
		// Who asked for all studies would take the narrow answer for all.
		if (!refused || wide.some(({ params }) => !('query.term' in params))) throw error;
		return { ...(await askEach(http, [narrowPart], pageSize, signal)), narrow: true };
	}
}

async function askEach(
	http: Http,
	parts: QuestionPart[],
	pageSize: number,
	signal?: AbortSignal
): Promise<Omit<Answer, 'narrow'>> {
	const harvest = emptyHarvest();
	const counts: (number | undefined)[] = [];
	for (const part of parts) {
		counts.push(await gatherPart(http, part.params, pageSize, harvest, signal));
	}
	return {
		harvest,
		totalCount: counts.reduce((sum, count) =>
			sum === undefined || count === undefined ? undefined : sum + count
		),
		question: parts.map(({ words }) => words)
	};
}

/** Failures that a change of the data explains are kept until the version has been looked at. */
function keepDoubtful(error: unknown): RegistryError {
	const doubtful = ['nonsense', 'refused', 'not-found'];
	if (error instanceof RegistryError && doubtful.includes(error.kind)) return error;
	throw error;
}
