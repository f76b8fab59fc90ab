// A PostgreSQL server for the tests: its own folder and port on loopback, gone when they are. It
// asks for and touches no server that is already on this machine.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { postgresPrograms } from './postgres-programs.ts';

export interface Postgres {
	/** Address of its database, with user and password. */
	url: string;
	password: string;
	/** Makes an empty schema; gives the address of the database with that schema in force. */
	schema(): Promise<string>;
	/** Runs a statement with all rights; gives its rows. */
	query(sql: string): Promise<Record<string, unknown>[]>;
	/** Stops the server, until `start`; what is stored stays. */
	stop(): Promise<void>;
	start(): Promise<void>;
	/** Stops the server and removes all of it. */
	remove(): Promise<void>;
}

/** PostgreSQL refuses to run as root; this is `nobody` on Debian and elsewhere. */
const asRoot = process.getuid?.() === 0;
const [uid, gid] = [65_534, 65_534];
const owner = asRoot ? { uid, gid } : {};

/**
 * Starts the server and stops it when its input ends, which it does however the tests end: by
 * Ctrl+C, by a crash or killed. The folder is removed then, unless we said to keep it.
 */
const guard =
	'"$@" & server=$!; read -r word; kill -INT $server; wait $server; [ "$word" = keep ] || rm -rf "$FOLDER"';

/** Makes and starts a server; some two seconds. Durability is off: it is for tests. */
export async function startPostgres(): Promise<Postgres> {
	const programs = postgresPrograms();
	if (programs === undefined) throw new Error('There is no PostgreSQL: apt-get install postgresql');
	const folder = mkdtempSync(join(tmpdir(), 'finder-postgres-'));
	const data = join(folder, 'data');
	const password = randomBytes(12).toString('hex');
	const passwordFile = join(folder, 'password');
	writeFileSync(passwordFile, password);
	if (asRoot) [folder, passwordFile].forEach((path) => chownSync(path, uid, gid));
	const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', FOLDER: folder };
	const made = spawnSync(
		join(programs, 'initdb'),
		[
			...['-D', data, '--username=finder', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
			...['--encoding=UTF8', '--locale=C', '--no-sync']
		],
		{ ...owner, cwd: folder, env, encoding: 'utf8' }
	);
	if (made.status !== 0) {
		rmSync(folder, { recursive: true, force: true });
		throw new Error(`PostgreSQL cannot be set up: ${made.error?.message ?? made.stderr}`);
	}
	const port = await freePort();
	const url = `postgresql://finder:${password}@127.0.0.1:${port}/postgres`;

	async function query(sql: string): Promise<Record<string, unknown>[]> {
		const client = new Client({ connectionString: url });
		client.on('error', () => undefined);
		await client.connect();
		try {
			return (await client.query<Record<string, unknown>>(sql)).rows;
		} finally {
			await client.end();
		}
	}

	/** Runs the server; gives the function that stops it. */
	async function run(): Promise<(word: 'keep' | 'remove') => Promise<void>> {
		const settings = {
			listen_addresses: '127.0.0.1',
			unix_socket_directories: '',
			max_connections: '150',
			fsync: 'off',
			full_page_writes: 'off',
			synchronous_commit: 'off'
		};
		const server = [join(programs ?? '', 'postgres'), '-D', data, '-p', String(port)];
		const child = spawn(
			'/bin/sh',
			['-c', guard, 'sh', ...server].concat(
				Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
			),
			// a group of its own: Ctrl+C is for the tests, and they end this
			{ ...owner, cwd: folder, env, detached: true, stdio: ['pipe', 'ignore', 'pipe'] }
		);
		let said = '';
		child.stderr.on('data', (chunk) => (said += String(chunk)));
		const ended = once(child, 'exit');
		const stop = async (word: 'keep' | 'remove') => {
			child.stdin.end(`${word}\n`);
			await ended;
		};
		const end = Date.now() + 30_000;
		while (!said.includes('ready to accept connections')) {
			if (Date.now() > end || said.includes('FATAL')) {
				await stop('remove');
				throw new Error(`PostgreSQL does not start: ${said}`);
			}
			await sleep(20);
		}
		return stop;
	}

	let stop = await run();
	let schemas = 0;
	return {
		url,
		password,
		async schema() {
			const name = `s${(schemas += 1)}`;
			await query(`create schema ${name}`);
			return `${url}?options=-c%20search_path%3D${name}`;
		},
		query,
		stop: () => stop('keep'),
		async start() {
			stop = await run();
		},
		remove: () => stop('remove')
	};
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') throw new Error('There is no free port');
	return address.port;
}
