import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { startRegistry } from '../registry/registry.ts';
import { startSite, type Site } from '../site.ts';
import { faultsOfStore, postgresLook, sqliteLook, type Written } from './kill-store.ts';
import { idsOf, manyStudies, revised, stamps } from './many-studies.ts';
import type { Outcome } from './outcome.ts';
import { randomFrom, type Random } from './random.ts';

export interface KillOptions {
	kills: number;
	seed: number;
	/** Address of an empty PostgreSQL database; absent: SQLite in a folder of its own. */
	databaseUrl?: string | undefined;
	/** Longest time from when a process does its work until it is killed, in ms. */
	longestMs: number;
	say: (line: string) => void;
}

/** How often the registry has new data, in ms. */
const newDataMs = 400;
const studies = 90;

/** Ends a site at any moment, again and again, while it refreshes and visitors write to it. */
export async function kills(options: KillOptions): Promise<Outcome> {
	const { kills: times, seed, databaseUrl, longestMs, say } = options;
	const engine = databaseUrl === undefined ? 'SQLite' : 'PostgreSQL';
	say(`kills: seed ${seed}, ${times} × kill -9 on ${engine}`);
	const random = randomFrom(seed);
	const folder = mkdtempSync(join(tmpdir(), 'finder-'));
	const records = manyStudies(studies);
	const stamp = stamps();
	const registry = await startRegistry({ studies: records, dataTimestamp: stamp() });
	const env: Record<string, string> = {
		...{ CTGOV_BASE_URL: registry.url, CTGOV_PACE_MS: '0', CTGOV_PAGE_SIZE: '40' },
		...{ CTGOV_QUERY: 'ALL', REFRESH_MINUTES: '0.002', RATE_LIMIT: 'off', DATA_DIR: folder },
		...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl })
	};
	let version = 0;
	const changing = setInterval(() => {
		const some = revised(records, 5 + random.below(30), `Day ${(version += 1)}`);
		registry.setStudies(some, { dataTimestamp: stamp() });
	}, newDataMs);

	const said = { rating: written(), label_report: written() };
	const problems: string[] = [];
	const begin = performance.now();
	let [stored, cut] = [false, 0];
	for (let life = 1; life <= times; life += 1) {
		if (random.chance(0.15)) {
			await killWhileStarting(env, random.below(700));
			continue;
		}
		const site = await startSite(env);
		const { source, studies: held, version: heldVersion } = await site.until(({ ready }) => ready);
		if (stored && (source === 'starter' || held !== studies))
			problems.push(`life ${life} began with ${held} studies (${source}), not with those stored`);
		const end = new AbortController();
		const writing = Promise.all(
			[1, 2].map((hand) =>
				write(site, said, `${life}-${hand}`, randomFrom(seed + hand, life), end.signal)
			)
		);
		// the first one lives until there is something to lose
		if (!stored) await site.until((state) => state.source === 'live');
		else if (random.chance(0.5)) await site.until((state) => state.version !== heldVersion);
		stored = true;
		await sleep(random.below(longestMs));
		end.abort();
		await site.kill();
		cut += (await writing).filter((answered) => !answered).length;
		if (/damaged|cannot be used/.test(site.output()))
			problems.push(`life ${life} found the store damaged: ${site.output()}`);
		if (life % 25 === 0) say(`kills: ${life} of ${times}`);
	}
	clearInterval(changing);
	registry.setStudies(records, { dataTimestamp: stamp() });

	const last = await startSite(env);
	const { studies: held } = await last.until(
		({ source, problem }) => source === 'live' && problem === null,
		60_000
	);
	if (held !== idsOf(records).length) problems.push(`at the end there are ${held} studies`);
	if ((await last.stop()) !== 0) problems.push('the last one did not end well');
	problems.push(...(await lookedInto(folder, databaseUrl, said)));
	const [refreshes, failed] = await counts(folder, databaseUrl);
	await registry.close();
	rmSync(folder, { recursive: true, force: true });
	const seconds = (performance.now() - begin) / 1000;
	const kept = said.rating.answered.size + said.label_report.answered.size;
	if (kept < times) problems.push(`only ${kept} ratings and reports were answered`);
	if (refreshes < times / 4) problems.push(`only ${refreshes} refreshes were stored`);
	return {
		lines: [
			`kills: ${times} × kill -9 on ${engine} (seed ${seed}) in ${seconds.toFixed(0)} s: ${refreshes} refreshes stored, ${failed} failed, ` +
				`${said.rating.answered.size} ratings and ${said.label_report.answered.size} reports answered, all of them there; ${cut} were cut off unanswered`
		],
		problems
	};
}

const written = (): Written => ({ answered: new Set(), sent: new Set() });

/** Ends a process before it listens, or soon after. */
async function killWhileStarting(env: Record<string, string>, ms: number): Promise<void> {
	const child = spawn(process.execPath, ['src/bin/start.js'], {
		env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ...env },
		stdio: 'ignore'
	});
	const ended = once(child, 'exit');
	await sleep(ms);
	child.kill('SIGKILL');
	await ended;
}

/**
 * Rates and reports until it is told to end, and keeps what was answered. False: the last one was on
 * its way when the site ended.
 */
async function write(
	{ url }: Site,
	said: Record<'rating' | 'label_report', Written>,
	name: string,
	random: Random,
	end: AbortSignal
): Promise<boolean> {
	for (let count = 1; !end.aborted; count += 1) {
		const rates = random.chance(0.5);
		const { answered, sent } = said[rates ? 'rating' : 'label_report'];
		const comment = `${name}-${count}`;
		const fields = rates
			? { rating: 'helpful', comment }
			: { label: 'mechanism:iron', verdict: 'wrong', comment };
		sent.add(comment);
		try {
			const answer = await fetch(
				`${url}${rates ? '/causes/iron?/rate' : '/trials/NCT90000001?/report'}`,
				{
					method: 'POST',
					headers: { accept: 'text/html', origin: url },
					body: new URLSearchParams(fields)
				}
			);
			if (answer.status === 200) answered.add(comment);
			await answer.body?.cancel();
		} catch {
			return false;
		}
		await sleep(random.below(40));
	}
	return true;
}

async function lookedInto(
	folder: string,
	databaseUrl: string | undefined,
	said: Record<'rating' | 'label_report', Written>
): Promise<string[]> {
	const look = databaseUrl === undefined ? sqliteLook(folder) : await postgresLook(databaseUrl);
	const wrong = await faultsOfStore(look, said);
	if (databaseUrl === undefined) {
		const checked = await look.rows('pragma integrity_check');
		if (checked[0]?.['integrity_check'] !== 'ok')
			wrong.push(`integrity_check: ${JSON.stringify(checked.slice(0, 5))}`);
		const damaged = readdirSync(folder).filter((name) => name.includes('damaged'));
		if (damaged.length > 0) wrong.push(`set aside as damaged: ${damaged.join(', ')}`);
	}
	await look.close();
	return wrong;
}

/** Good and failed runs that the store knows. */
async function counts(
	folder: string,
	databaseUrl: string | undefined
): Promise<[done: number, failed: number]> {
	const look = databaseUrl === undefined ? sqliteLook(folder) : await postgresLook(databaseUrl);
	const rows = await look.rows('select outcome, count(*) as n from refresh group by outcome');
	await look.close();
	const of = (outcome: string) =>
		Number(rows.find((row) => row['outcome'] === outcome)?.['n'] ?? 0);
	return [of('done'), of('failed')];
}
