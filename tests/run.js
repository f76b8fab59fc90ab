// All tests, one after another, with one closing line that counts them. Plain JavaScript that an old
// Node understands too, so that it can say that it is too old. See README.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19)) {
	console.error(
		`The tests need Node 22.19 or newer; this is ${process.versions.node}. Get one from your package manager or nodejs.org.`
	);
	process.exit(1);
}
const { ensureChromium } = await import('./browser.js');
const { ensurePostgres } = await import('./postgres-programs.ts');

const results = 'test-results';
const total = { passed: 0, failed: 0, skipped: 0 };

/** Runs a tool of this project; gives whether it ended well. @param {string} tool @param {string[]} args */
function run(tool, ...args) {
	console.log(`\n> ${tool} ${args.join(' ')}`);
	return spawnSync(tool, args, { stdio: 'inherit', env: process.env }).status === 0;
}

/** A step that is right or wrong as a whole. @param {string} name @param {boolean} good */
function count(name, good) {
	if (good) total.passed += 1;
	else {
		total.failed += 1;
		console.error(`FAILED: ${name}`);
	}
}

/** Adds the counts of a runner's report; no report is a failure. @param {string} name @param {boolean} good @param {string} file @param {(json: any) => { passed: number, failed: number, skipped: number }} read */
function addReport(name, good, file, read) {
	if (!existsSync(file)) return count(`${name} (no report)`, false);
	const counts = read(JSON.parse(readFileSync(file, 'utf8')));
	total.passed += counts.passed;
	total.failed += counts.failed;
	total.skipped += counts.skipped;
	if (counts.passed === 0) count(`${name} (no test ran)`, false);
	else if (!good && counts.failed === 0) count(name, false);
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results);
console.log(`Node ${process.versions.node}`);

count('svelte-kit sync', run('svelte-kit', 'sync'));
count('types (svelte-check)', run('svelte-check', '--fail-on-warnings'));
count('lint (eslint)', run('eslint', '.'));
count('format (prettier)', run('prettier', '--check', '--log-level', 'warn', '.'));
count('unused code (knip)', run('knip'));
const browser = ensureChromium();
count('a Chromium for the tests', browser);
count('a PostgreSQL for the tests', ensurePostgres());
const unit = `${results}/unit.json`;
addReport(
	'unit and component tests (vitest)',
	run(
		'vitest',
		'run',
		...(browser ? [] : ['--project', 'unit']),
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${unit}`
	),
	unit,
	(json) => ({
		passed: json.numPassedTests,
		failed: json.numFailedTests,
		skipped: json.numPendingTests + json.numTodoTests
	})
);
const built = run('vite', 'build', '--logLevel', 'warn');
count('build (vite)', built);
if (built && browser) {
	addReport(
		'browser tests (playwright)',
		run('playwright', 'test', '-c', 'tests'),
		`${results}/e2e.json`,
		({ stats }) => ({
			passed: stats.expected + stats.flaky,
			failed: stats.unexpected,
			skipped: stats.skipped
		})
	);
}

const summary = `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`;
writeFileSync(`${results}/summary.txt`, `${summary}\n`);
console.log(`\n${summary}`);
process.exitCode = total.failed === 0 ? 0 : 1;
