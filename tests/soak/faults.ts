import { setTimeout as sleep } from 'node:timers/promises';
import { startRegistry, type Registry } from '../registry/registry.ts';
import { startSite, type Readiness, type Site } from '../site.ts';
import { get, visitor } from './ask.ts';
import type { FaultCase } from './fault-cases.ts';
import { idsOf, manyStudies, revised, stamps } from './many-studies.ts';
import { script } from './odd-studies.ts';
import { firstOf, type Outcome } from './outcome.ts';
import { pages } from './pages.ts';

export interface FaultOptions {
	cases: readonly FaultCase[];
	/** How long at most a fault stays on, in ms, where the refresh does not end in it sooner. */
	longestMs: number;
	/** A refresh that has not ended by then is a problem; in a short run it is asking again and again. */
	mustEnd: boolean;
	say: (line: string) => void;
}

/** No page may take longer while a fault is on. */
const slowestMs = 1000;
const good = manyStudies(150);
const ids = idsOf(good).toSorted();
/** A refresh may wait half a minute before its last try. */
const patience = 60_000;

/** One fault after another on a site with good data, while visitors read. */
export async function faults({ cases, longestMs, mustEnd, say }: FaultOptions): Promise<Outcome> {
	const stamp = stamps();
	const registry = await startRegistry({ studies: good, dataTimestamp: stamp() });
	const site = await startSite({
		...{ CTGOV_BASE_URL: registry.url, CTGOV_PACE_MS: '0', CTGOV_PAGE_SIZE: '40' },
		...{ CTGOV_QUERY: 'ALL', REFRESH_MINUTES: '0.01', RATE_LIMIT: 'off' }
	});
	await site.until(({ source }) => source === 'live', patience);
	// the first reading of all is slow whatever the registry does
	const first = visitors(site, []);
	await first.round();
	await first.leave();
	const outcome: Outcome = { lines: [], problems: [] };
	const stage = { site, registry, stamp, longestMs, mustEnd };
	for (const [at, one] of cases.entries()) {
		let played = await play(one, `${at}a`, stage);
		if (played.problems.length === 0 && played.slow.length > 0) {
			// a busy machine may be slow once; what stalls the site does so each time
			say(`${played.line}; ${played.slow.join(', ')}; once more`);
			played = await play(one, `${at}b`, stage);
		}
		const { line, problems, slow } = played;
		say(line);
		outcome.lines.push(line);
		const wrong = [...problems, ...slow].map((problem) => `${one.name}: ${problem}`);
		outcome.problems.push(...firstOf(wrong, 6));
	}
	await site.stop();
	await registry.close();
	return outcome;
}

interface Stage {
	site: Site;
	registry: Registry;
	stamp: () => string;
	longestMs: number;
	mustEnd: boolean;
}

/** The fault comes, is served, goes; what of it visitors noticed. */
async function play(
	one: FaultCase,
	word: string,
	{ site, registry, stamp, longestMs, mustEnd }: Stage
): Promise<{ line: string; problems: string[]; slow: string[] }> {
	const problems: string[] = [];
	const before = await site.until(() => true);
	const servedBefore = { ...registry.served };
	const lists = () => registry.requests.filter(({ path }) => path.endsWith('/studies')).length;
	const listsBefore = lists();
	const reading = visitors(site, one.pages ?? []);

	const data = revised(good, 4, `Fault ${word}`);
	registry.setFaults(one.faults ?? {});
	registry.setStudies(one.records ? one.records(data) : data, { dataTimestamp: stamp() });
	const wasServed = () =>
		one.served === undefined
			? lists() > listsBefore
			: one.served.every((name) => registry.served[name] > servedBefore[name]);
	const ended = (state: Readiness) => state.problem !== null || state.version !== before.version;
	await within(site, patience, (state) => wasServed() || ended(state));
	const during = await within(site, longestMs, ended);
	// pages of the data that came are read, too
	if (during?.problem === null) await reading.round();

	if (!wasServed()) problems.push('was never served');
	if (!during && mustEnd) problems.push(`the refresh did not end in ${longestMs / 1000} s`);
	if (during && one.fails && during.problem === null) problems.push('the refresh took it for good');
	if (during && !one.fails && during.problem !== null)
		problems.push(`the refresh failed: ${during.problem}`);

	const failedBefore = failures(site);
	const offAt = performance.now();
	registry.setFaults({});
	registry.setStudies(revised(good, 4, `Good ${word}`), { dataTimestamp: stamp() });
	const title = `Good ${word}: `;
	const recovered = await within(site, patience, ({ problem }) => problem === null, title);
	const seconds = (performance.now() - offAt) / 1000;
	if (!recovered) problems.push(`no recovery in ${patience / 1000} s`);
	// the one that was under way when the fault went may fail; the next one must not
	const failed = failures(site) - failedBefore;
	if (failed > 1) problems.push(`${failed} refreshes failed after the fault was gone`);

	const read = await reading.leave();
	problems.push(...read.problems);
	if (read.fewest < good.length) problems.push(`there were only ${read.fewest} studies meanwhile`);
	const lost = await lostIn(site);
	if (lost.length > 0) problems.push(`lost: ${lost.slice(0, 5).join(', ')} (${lost.length})`);
	const way =
		during === undefined ? 'still trying' : during.problem === null ? 'taken in' : 'refused';
	const times = (one.served ?? []).map((name) => registry.served[name] - servedBefore[name]);
	return {
		line: `faults: ${one.name}: ${times.map((count) => `${count} × served, `).join('')}${way}; good again after ${seconds.toFixed(1)} s; ${read.count} pages read, slowest ${read.slowest.toFixed(0)} ms (${read.slowestPath})`,
		problems,
		slow: read.slow
	};
}

const failures = (site: Site) => site.output().split('The refresh failed').length - 1;

/** Waits for a state of the site, and for a title if one is given; undefined: it did not come in time. */
async function within(
	site: Site,
	ms: number,
	wanted: (state: Readiness) => boolean,
	title?: string
): Promise<Readiness | undefined> {
	const end = performance.now() + ms;
	while (performance.now() < end) {
		const state = await site.until(() => true);
		const there =
			wanted(state) &&
			(title === undefined ||
				(await body(site, '/api/v1/studies?scope=all&size=100&sort=number')).includes(title));
		if (there) return state;
		await sleep(50);
	}
	return undefined;
}

async function body(site: Site, path: string): Promise<string> {
	return (await fetch(`${site.url}${path}`)).text();
}

/** The good studies that are not to be found. */
async function lostIn(site: Site): Promise<string[]> {
	const found = new Set<string>();
	for (let page = 1; page <= Math.ceil(ids.length / 100) + 1; page += 1)
		for (const [, id = ''] of (
			await body(site, `/api/v1/studies?scope=all&size=100&sort=number&page=${page}`)
		).matchAll(/"nctId":"(NCT\d{8})"/g))
			found.add(id);
	return ids.filter((id) => !found.has(id));
}

/** Two visitors who read page after page until they are sent away. */
function visitors(site: Site, more: readonly string[]) {
	const { ask, leave } = visitor();
	const paths = [...pages, ...more];
	const problems = new Set<string>();
	const slow = new Set<string>();
	const seen = { count: 0, slowest: 0, slowestPath: '', fewest: Infinity };
	let [away, rounds] = [false, 0];

	async function read(path: string): Promise<void> {
		const { status, ms, text, type, failure } = await ask(site.url, get(path));
		seen.count += 1;
		if (ms > seen.slowest) [seen.slowest, seen.slowestPath] = [ms, path];
		if (ms > slowestMs) slow.add(`${path} took ${ms.toFixed(0)} ms`);
		// a study that comes with the fault is not there before and after it
		const missing = status === 404 && more.includes(path);
		if (status !== 200 && !missing) problems.add(`${path}: ${failure ?? status}`);
		if (/html|svg|xml/.test(type) && markup.some((words) => text.includes(words)))
			problems.add(`${path} has script of a record as markup`);
		const [, total] = /"total":(\d+)/.exec(path === census ? text : '') ?? [];
		if (total !== undefined) seen.fewest = Math.min(seen.fewest, Number(total));
	}
	async function walk(first: number): Promise<void> {
		for (let at = first; !away; at += 2) {
			await read(paths[at % paths.length] ?? '/');
			if (at % 5 === 0) await read(census);
			if (at % paths.length >= paths.length - 2) rounds += 1;
			await sleep(20);
		}
	}
	const walking = Promise.all([walk(0), walk(1)]);
	return {
		/** Waits until every page was read once more. */
		async round() {
			const wanted = rounds + 3;
			while (rounds < wanted) await sleep(20);
		},
		async leave() {
			away = true;
			await walking;
			leave();
			return { ...seen, problems: [...problems], slow: [...slow] };
		}
	};
}

const census = '/api/v1/studies?scope=all&size=10';
const markup = [script.slice(0, 20), '<img src=x'];
