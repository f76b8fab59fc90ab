// Which Chromium the tests use. Run directly, it makes sure that there is one, or says what to do.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium as playwright } from 'playwright';

const places = [
	process.env['CHROMIUM_PATH'],
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/opt/google/chrome/chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

const quiet = [
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run'
];

/**
 * Launch options for the Chromium of this machine; without a path, Playwright's own is used.
 * @returns {{ executablePath?: string, args: string[] }}
 */
export function chromium() {
	const args = process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet;
	const executablePath = places.find((path) => path && existsSync(path));
	return executablePath ? { executablePath, args } : { args };
}

function found() {
	return chromium().executablePath !== undefined || existsSync(playwright.executablePath());
}

/** @param {string} command @param {string[]} args */
function run(command, ...args) {
	console.log(`> ${command} ${args.join(' ')}`);
	return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

/** Installs a Chromium where there is none. @returns {boolean} whether there is one now */
export function ensureChromium() {
	if (found()) return true;
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		run('apt-get', 'update');
		run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium');
	}
	if (!found()) run('npx', 'playwright', 'install', 'chromium');
	if (found()) return true;
	console.error(
		'The tests need a Chromium. Install one (apt-get install chromium, or npx playwright install chromium), ' +
			'or name yours: CHROMIUM_PATH=/path/to/chromium npm test'
	);
	return false;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href && !ensureChromium()) {
	process.exitCode = 1;
}
