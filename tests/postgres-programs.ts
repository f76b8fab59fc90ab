// Finds the PostgreSQL of this machine, or installs one where the tests may.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** The folder with the programs of the newest version, if there is any. Debian's are not in the PATH. */
export function postgresPrograms(): string | undefined {
	const debian = '/usr/lib/postgresql';
	const versions = existsSync(debian) ? readdirSync(debian) : [];
	return [
		...versions
			.toSorted((a, b) => Number(b) - Number(a))
			.map((version) => join(debian, version, 'bin')),
		...(process.env['PATH'] ?? '').split(delimiter)
	].find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/**
 * Whether tests that need PostgreSQL are to be left out, which is said loudly. Never in CI: there
 * they run, and fail where there is none.
 */
export function leavesOutPostgres(): boolean {
	if (postgresPrograms() !== undefined || process.env['CI']) return false;
	console.warn(
		'\nNO POSTGRESQL HERE: the store on it, and many instances on one database, are NOT TESTED.\n' +
			'Install one and test again: apt-get install postgresql\n'
	);
	return true;
}

/**
 * Installs a PostgreSQL where there is none and that is possible. Gives whether the tests can go on:
 * outside CI they can without one.
 */
export function ensurePostgres(): boolean {
	const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
	if (postgresPrograms() === undefined && mayInstall) {
		run('apt-get', 'update');
		// Debian makes a cluster, and starts it, with every server that it installs, unless this says no
		install('postgresql-common');
		const settings = '/etc/postgresql-common/createcluster.conf';
		const before = existsSync(settings) ? readFileSync(settings, 'utf8') : undefined;
		if (before !== undefined) {
			writeFileSync(settings, `${before}\ncreate_main_cluster = false\n`);
			install('postgresql');
			writeFileSync(settings, before);
		}
	}
	return postgresPrograms() !== undefined || leavesOutPostgres();
}

function install(name: string): void {
	run('apt-get', 'install', '-y', '--no-install-recommends', name);
}

/** Goes on whatever comes of it: offline, apt says so within seconds. */
function run(command: string, ...args: string[]): void {
	console.log(`> ${command} ${args.join(' ')}`);
	spawnSync(command, args, {
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		timeout: 300_000
	});
}
