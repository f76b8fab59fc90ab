import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What `/readyz` says. */
export interface Readiness {
	ready: boolean;
	source: string;
	studies: number;
	setAside: number;
	version: string;
	problem: string | null;
}

export interface Site {
	/** `http://127.0.0.1:PORT` */
	url: string;
	dataDir: string;
	/** What it wrote so far. */
	output(): string;
	/** Waits until `/readyz` is as wanted; at most 30 s unless told. */
	until(wanted: (state: Readiness) => boolean, ms?: number): Promise<Readiness>;
	/** Ends it as an operator does (SIGTERM); gives its exit code. */
	stop(): Promise<number | null>;
	/** Ends it as a crash does (SIGKILL). */
	kill(): Promise<void>;
}

/** None outlives a test run that failed half-way. */
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/**
 * Starts the built site on a free port with a folder of its own, which goes when it ends unless
 * `DATA_DIR` names one.
 */
export async function startSite(env: Record<string, string> = {}): Promise<Site> {
	const own = env['DATA_DIR'] === undefined;
	const dataDir = env['DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'finder-'));
	const child = spawn(process.execPath, ['src/bin/start.js'], {
		env: {
			...process.env,
			PORT: '0',
			HOST: '127.0.0.1',
			RATE_LIMIT: 'off',
			DATA_DIR: dataDir,
			...env
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let text = '';
	child.stdout.on('data', (chunk) => (text += String(chunk)));
	child.stderr.on('data', (chunk) => (text += String(chunk)));
	running.add(child);
	const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
	void ended.then(() => running.delete(child));
	const port = await until(
		() => /http:\/\/localhost:(\d+)/.exec(text)?.[1],
		20_000,
		() => text
	);
	const url = `http://127.0.0.1:${port}`;
	const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
		child.kill(signal);
		const code = await ended;
		if (own) rmSync(dataDir, { recursive: true, force: true });
		return code;
	};
	return {
		url,
		dataDir,
		output: () => text,
		until: (wanted, ms = 30_000) =>
			until(
				async () => {
					const state = await fetch(`${url}/readyz`).then((answer) => answer.json());
					return wanted(state) ? state : undefined;
				},
				ms,
				() => text
			),
		stop: () => end('SIGTERM'),
		async kill() {
			await end('SIGKILL');
		}
	};
}

/** Tries again until there is something; fails with what was seen. */
async function until<T>(
	attempt: () => T | undefined | Promise<T | undefined>,
	ms: number,
	seen: () => string
): Promise<T> {
	const end = Date.now() + ms;
	while (Date.now() < end) {
		const value = await attempt();
		if (value !== undefined) return value;
		await sleep(50);
	}
	throw new Error(`Waited ${ms} ms in vain. Seen so far:\n${seen()}`);
}
