// The long runs: npm run soak -- [--short] [--seed N] [kills|fuzz|load|faults|guard|cache]...
// Needs a build. Prints a summary and ends with 1 if anything was wrong. See README.md.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { postgresPrograms } from '../postgres-programs.ts';
import { startPostgres } from '../postgres.ts';
import { cache } from './cache.ts';
import { contentCases, hangCases, transportCases } from './fault-cases.ts';
import { faults } from './faults.ts';
import { fuzz } from './fuzz.ts';
import { guard } from './guard.ts';
import { kills } from './kills.ts';
import { load } from './load.ts';
import type { Outcome } from './outcome.ts';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { short: { type: 'boolean', default: false }, seed: { type: 'string' } }
});
const { short } = values;
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const say = (line: string) => console.log(line);

const runs: Record<string, () => Promise<Outcome>> = {
	kills: killBoth,
	fuzz: () =>
		fuzz({
			urls: short ? 5000 : 100_000,
			bodies: short ? 1000 : 10_000,
			studies: short ? 120 : 500,
			seed,
			say
		}),
	load: () =>
		load({ saturationMs: short ? 5000 : 60_000, steadyMs: short ? 10_000 : 600_000, say }),
	faults: allFaults,
	guard: () => guard({ say }),
	cache: () => cache({ ms: short ? 1500 : 9000, say })
};

/** Each group on a site of its own, so that the history of one does not weigh on the next. */
async function allFaults(): Promise<Outcome> {
	const patience = short
		? { longestMs: 2500, mustEnd: false }
		: { longestMs: 180_000, mustEnd: true };
	const all: Outcome = { lines: [], problems: [] };
	for (const cases of [transportCases, hangCases, contentCases]) {
		const { lines, problems } = await faults({ cases, ...patience, say });
		all.lines.push(...lines);
		all.problems.push(...problems);
	}
	return all;
}

/** On SQLite, and on PostgreSQL where there is one: the one of `DATABASE_URL`, which is to be empty. */
async function killBoth(): Promise<Outcome> {
	const first = await kills({ kills: short ? 20 : 200, seed, longestMs: 1500, say });
	const given = process.env['DATABASE_URL'];
	if (given === undefined && postgresPrograms() === undefined) {
		const line = 'kills: NOT RUN on PostgreSQL, there is none here';
		say(line);
		return { ...first, lines: [...first.lines, line] };
	}
	const server = given === undefined ? await startPostgres() : undefined;
	try {
		const databaseUrl = given ?? (await server?.schema());
		const second = await kills({ kills: short ? 5 : 50, seed, longestMs: 4000, databaseUrl, say });
		return {
			lines: [...first.lines, ...second.lines],
			problems: [...first.problems, ...second.problems]
		};
	} finally {
		await server?.remove();
	}
}

const unknown = positionals.filter((name) => !Object.hasOwn(runs, name));
if (unknown.length > 0 || !Number.isSafeInteger(seed)) {
	console.error(
		`Usage: npm run soak -- [--short] [--seed NUMBER] [${Object.keys(runs).join('|')}]...`
	);
	process.exit(2);
}
const chosen = Object.entries(runs).filter(
	([name]) => positionals.length === 0 || positionals.includes(name)
);
const outcomes: Outcome[] = [];
for (const [name, run] of chosen) {
	say(`\n> ${name}`);
	outcomes.push(
		await run().catch((error: unknown) => ({
			lines: [],
			problems: [`${name} broke off: ${error instanceof Error ? error.stack : String(error)}`]
		}))
	);
}
say('\nSummary');
for (const { lines } of outcomes) lines.forEach(say);
const problems = outcomes.flatMap((outcome) => outcome.problems);
for (const problem of problems) say(`WRONG: ${problem}`);
say(problems.length === 0 ? 'All well.' : `${problems.length} things were wrong.`);
process.exit(problems.length === 0 ? 0 : 1);
