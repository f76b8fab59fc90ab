// The development server. With --stand-in it asks a stand-in of the registry on this machine instead
// of ClinicalTrials.gov: npm run dev -- --stand-in
import { spawn } from 'node:child_process';
import process from 'node:process';

const args = process.argv.slice(2);
const standIn = args.includes('--stand-in');
const port = 4700;
/** @type {import('node:child_process').ChildProcess[]} */
const children = [];

if (standIn) {
	children.push(
		spawn(process.execPath, ['tests/registry/main.ts', '--port', String(port)], {
			stdio: 'inherit'
		})
	);
	process.env['CTGOV_BASE_URL'] ??= `http://127.0.0.1:${port}/api/v2`;
	process.env['CTGOV_PACE_MS'] ??= '0';
	process.env['DATA_DIR'] ??= './data/stand-in';
}
const vite = spawn(
	process.execPath,
	['node_modules/vite/bin/vite.js', 'dev', ...args.filter((arg) => arg !== '--stand-in')],
	{ stdio: 'inherit' }
);
children.push(vite);

const end = () => children.forEach((child) => child.kill());
process.on('SIGINT', end).on('SIGTERM', end);
vite.on('exit', (code) => {
	end();
	process.exitCode = code ?? 0;
});
