import { get, visitor, type Answer, type Question } from './ask.ts';
import { fuzzedBody } from './fuzz-bodies.ts';
import { here, targetsOf, type Targets } from './fuzz-targets.ts';
import { fuzzedUrl } from './fuzz-urls.ts';
import { liveSite } from './live-site.ts';
import { firstOf, type Outcome } from './outcome.ts';
import { randomFrom } from './random.ts';

export interface FuzzOptions {
	urls: number;
	bodies: number;
	/** Studies that the site has. */
	studies: number;
	/** The same seed asks the same questions. */
	seed: number;
	say: (line: string) => void;
}

/** No answer may take longer. */
const longestMs = 1000;
/** The server ends the connection on a body that is larger, which a sender may see as a reset. */
const largestBody = 5 * 1024 * 1024;

/** Asks a site with studies what no visitor would, and looks for answers that must not be. */
export async function fuzz({ urls, bodies, studies, seed, say }: FuzzOptions): Promise<Outcome> {
	say(`fuzz: seed ${seed}, ${urls} addresses, ${bodies} bodies`);
	const { site, end } = await liveSite(studies, { LOG_LEVEL: 'error' });
	const targets = await targetsOf(site.url);
	const problems = emptyOnes(targets);
	const statuses = new Map<number, number>();
	const failures: Failure[] = [];
	const slow: { question: Question; ms: number }[] = [];
	const seen = { slowest: 0, slowestPath: '' };

	const { ask, leave } = visitor();
	async function check(question: Question): Promise<void> {
		const first = await ask(site.url, question);
		// the connection may have been closed at the moment when the question went out
		const answer = first.status === 0 ? await ask(site.url, question) : first;
		statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
		const wrong = wrongIn(question, answer);
		if (wrong.length > 0) failures.push({ wrong: wrong.join(', '), question });
		if (answer.ms > longestMs) slow.push({ question, ms: answer.ms });
		if (answer.ms > seen.slowest) [seen.slowest, seen.slowestPath] = [answer.ms, question.path];
	}

	const begin = performance.now();
	await inParallel(urls, (step) => check(fuzzedUrl(randomFrom(seed, step), targets)), say);
	await inParallel(bodies, (step) =>
		check(fuzzedBody(randomFrom(seed + 1, step), targets, site.url))
	);
	const seconds = (performance.now() - begin) / 1000;

	const alive = await ask(site.url, get('/trials'));
	if (alive.status !== 200) problems.push(`the site does not answer any more: ${alive.failure}`);
	leave();
	problems.push(
		...shortest(failures),
		...logged(site.output()),
		...(await slowAlone(slow, studies))
	);
	await end();
	const counts = [...statuses].toSorted(([a], [b]) => a - b).map((pair) => pair.join(': '));
	return {
		lines: [
			`fuzz: seed ${seed}, ${urls} addresses and ${bodies} bodies over ${targets.routes.length} routes in ${seconds.toFixed(0)} s`,
			`fuzz: answers by status ${counts.join(', ')}`,
			`fuzz: slowest ${seen.slowest.toFixed(0)} ms (${seen.slowestPath.slice(0, 200)}); ${slow.length} over ${longestMs} ms, asked again alone`
		],
		problems: firstOf(problems)
	};
}

interface Failure {
	wrong: string;
	question: Question;
}

/** Of the failures at one address that look alike, the three that are said in the fewest words. */
function shortest(failures: readonly Failure[]): string[] {
	const kinds = Map.groupBy(failures, ({ wrong, question: { method, path } }) => {
		const place = path
			.replace(/\?(?!\/).*/s, '')
			.replaceAll(/NCT\d{8}/g, '[id]')
			.replace(/(\/causes\/)[\w-]+/, '$1[slug]');
		return `${wrong} at ${method} ${place.slice(0, 60)}`;
	});
	return [...kinds].flatMap(([kind, alike]) =>
		alike
			.map(({ question }) => told(question))
			.toSorted((a, b) => a.length - b.length)
			.slice(0, 3)
			.map((question) => `${kind} (${alike.length} times): ${question}`)
	);
}

/** A list that should name right values and is empty would make the run a hollow one. */
function emptyOnes({ routes, keys, labels, parameters }: Targets): string[] {
	return Object.entries({ routes, keys, labels, ...parameters })
		.filter(([, values]) => values.length === 0)
		.map(([name]) => `fuzz: nothing right is known for ${name}`);
}

const errorInside = /"type":"error","error":\{[^}]*\},"status":5\d\d/;
const trace = /\n\s+at (?:async )?[^\n]{0,200}:\d+:\d+\)?/;

/** What must not be in any answer, by name. */
function wrongIn({ body }: Question, { status, text, failure }: Answer): string[] {
	const tooLarge = (body?.length ?? 0) > largestBody;
	if (status === 0) return tooLarge ? [] : [`no answer (${failure})`];
	const wrong: string[] = [];
	if (status >= 500) wrong.push(String(status));
	// data may carry an error under another status; the other words are what pages say of one
	if (errorInside.test(text) || text.includes('This page could not be made'))
		wrong.push('an error inside');
	if (trace.test(text)) wrong.push('a stack trace');
	if (text.includes(here) || text.includes('/node_modules/')) wrong.push('a path of the machine');
	if (/root:.{0,9}:0:0:/.test(text) || text.includes('"devDependencies"')) wrong.push('a file');
	return wrong;
}

/** The question in full, as it can be asked again. */
function told({ method, path, headers, body }: Question): string {
	const sent = body ? ` body ${JSON.stringify(body.subarray(0, 600).toString('latin1'))}` : '';
	const more = body && body.length > 600 ? ` (${body.length} bytes)` : '';
	return `${method} ${path} ${JSON.stringify(headers)}${sent}${more}`;
}

/** What the site itself took for an error: of each kind and route the first, with where it came from. */
function logged(output: string): string[] {
	const errors = output
		.split('\n')
		.filter((line) => /"level":[56]0|[Uu]nhandled|[Uu]ncaught/.test(line))
		.map((line) => line.replaceAll(/"(?:time|id)":"[^"]*",?/g, ''));
	const kind = (line: string) =>
		[/"error":"((?:(?!\\n)[^"])*)/, /"msg":"([^"]*)/].map((part) => part.exec(line)?.[1]).join();
	return [...Map.groupBy(errors, kind).values()].map(
		(alike) => `in the log (${alike.length} times): ${(alike[0] ?? '').slice(0, 600)}`
	);
}

/**
 * What took too long is asked again, alone, of a site that keeps no page: then it is the page that
 * is slow, and not the machine that had other things to do.
 */
async function slowAlone(
	slow: { question: Question; ms: number }[],
	studies: number
): Promise<string[]> {
	if (slow.length === 0) return [];
	const { site, end } = await liveSite(studies, { PAGE_CACHE: 'off' });
	const { ask, leave } = visitor(1);
	const problems: string[] = [];
	for (const { question, ms } of slow.slice(0, 200)) {
		const again = [await ask(site.url, question), await ask(site.url, question)];
		const least = Math.min(ms, ...again.map((answer) => answer.ms));
		if (least > longestMs) problems.push(`${least.toFixed(0)} ms: ${told(question)}`);
	}
	leave();
	await end();
	return problems;
}

/** Two at a time: a page must not wait for many others when its time is taken. */
async function inParallel(
	count: number,
	work: (step: number) => Promise<void>,
	say?: (line: string) => void
): Promise<void> {
	let next = 0;
	const one = async () => {
		while (next < count) {
			const step = next++;
			if (say && step > 0 && step % 10_000 === 0) say(`fuzz: ${step} asked`);
			await work(step);
		}
	};
	await Promise.all([one(), one()]);
}
