// Builds unless the build is newer than all that it is made from. Plain JavaScript that an old Node
// understands too, so that it can say that it is too old.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import process from 'node:process';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19)) {
	console.error(
		`RLS Trial Finder needs Node 22.19 or newer; this is ${process.versions.node}. Get one from your package manager or nodejs.org.`
	);
	process.exit(1);
}

const root = new URL('../../', import.meta.url);
const inputs = ['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];

/** The newest time of change at or below a path, in ms; 0 where there is nothing. @param {URL} url @returns {number} */
function changed(url) {
	const stats = statSync(url, { throwIfNoEntry: false });
	if (!stats) return 0;
	if (!stats.isDirectory()) return stats.mtimeMs;
	const folder = new URL(`${url.href.replace(/\/$/, '')}/`);
	const inside = readdirSync(folder).map((name) =>
		changed(new URL(encodeURIComponent(name), folder))
	);
	return Math.max(stats.mtimeMs, ...inside);
}

const newest = Math.max(...inputs.map((path) => changed(new URL(path, root))));
if (newest >= changed(new URL('build/index.js', root))) {
	console.log('Building …');
	const { status } = spawnSync(
		process.execPath,
		['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
		{ cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } }
	);
	process.exitCode = status ?? 1;
}
