// For a person with network: asks the live registry the questions on which this program relies, one
// a second, and prints what it finds and what differs from what is taken for granted.
// npm run probe
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fetch, type Response } from 'undici';
import { defaultQuery, parseRecord, questionParts } from '#lib/server/registry/registry.ts';
import { statuses } from '#lib/study/status.ts';

const base = process.env['CTGOV_BASE_URL'] ?? 'https://clinicaltrials.gov/api/v2';
const userAgent = process.env['CTGOV_USER_AGENT'] ?? 'rls-trial-finder';
let differences = 0;

async function ask(
	path: string,
	params: Record<string, string> = {},
	headers: Record<string, string> = {}
): Promise<Response> {
	await sleep(1000);
	return fetch(`${base}${path}?${new URLSearchParams(params).toString()}`, {
		redirect: 'manual',
		headers: { accept: 'application/json', 'user-agent': userAgent, ...headers },
		signal: AbortSignal.timeout(60_000)
	});
}

/** Prints one finding; a difference from what the program takes for granted is counted. */
function say(question: string, found: unknown, asExpected: boolean) {
	if (!asExpected) differences += 1;
	console.log(`${asExpected ? 'as expected' : 'DIFFERS    '}  ${question}: ${String(found)}`);
}

async function probe() {
	const version = await ask('/version');
	const text = await version.text();
	say('/version', `${version.status} ${text}`, version.ok && text.includes('"apiVersion":"2.'));

	let sum = 0;
	for (const { words, params } of questionParts(defaultQuery)) {
		const answer = await ask('/studies', {
			...params,
			countTotal: 'true',
			pageSize: '1',
			fields: 'NCTId'
		});
		const body = await answer.text();
		const count = Number(/"totalCount":(\d+)/.exec(body)?.[1] ?? NaN);
		sum += count;
		say(`count for ${words}`, `${answer.status}, ${count}`, answer.ok && count >= 0);
	}
	console.log(`             studies over all parts, overlaps counted twice: ${sum}`);

	const page = await ask('/studies', {
		...questionParts(defaultQuery)[0]?.params,
		pageSize: '100',
		fields: 'ProtocolSection,DerivedSection,HasResults,OutcomeMeasuresModule'
	});
	const raw = await page.text();
	const studies: unknown[] = page.ok ? JSON.parse(raw).studies : [];
	const unfit = studies.map(parseRecord).filter(({ ok }) => !ok);
	say('records of a page that do not fit our schema', unfit.length, page.ok && unfit.length === 0);
	const words = new Set([...raw.matchAll(/"overallStatus":\s*"([^"]+)"/g)].map(([, word]) => word));
	const unknown = [...words].filter((word) => word === undefined || !Object.hasOwn(statuses, word));
	say('statuses that are new to us', unknown.join(', ') || 'none', unknown.length === 0);
	say('browse leaves in records', raw.includes('browseLeaves'), !raw.includes('browseLeaves'));

	const etag = page.headers.get('etag');
	if (etag) {
		const again = await ask(
			'/studies',
			{ pageSize: '1', fields: 'NCTId' },
			{ 'if-none-match': etag }
		);
		console.log(`             If-None-Match with the tag of another answer: ${again.status}`);
	}
	const missing = await ask('/studies/NCT99999999');
	say('an unknown study', missing.status, missing.status === 404);
	const malformed = await ask('/studies/NCTX');
	say('a malformed number', malformed.status, malformed.status === 400);
	const alias = process.argv[2];
	if (alias !== undefined) {
		const redirect = await ask(`/studies/${alias}`);
		say(
			`the alias ${alias}`,
			`${redirect.status} to ${redirect.headers.get('location') ?? 'nowhere'}`,
			redirect.status === 301
		);
	}
	const wide = Array.from({ length: 14 }, (_, index) => `word${index}`).join(' OR ');
	const complicated = await ask('/studies', { 'query.term': wide, pageSize: '1' });
	say('14 words in one question', complicated.status, complicated.status === 400);
}

try {
	await probe();
	console.log(differences === 0 ? 'Nothing differs.' : `${differences} answers differ.`);
	process.exitCode = differences === 0 ? 0 : 1;
} catch (error) {
	const reason = error instanceof Error ? (error.cause ?? error) : error;
	console.error(
		`The registry at ${new URL(base).host} could not be asked: ${reason instanceof Error ? reason.message : String(reason)}`
	);
	process.exitCode = 1;
}
