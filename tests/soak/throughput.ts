import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { get, visitor } from './ask.ts';

export interface Measured {
	/** Answers in a second. */
	rate: number;
	count: number;
	/** Answers that are not 200, by address, each kind once. */
	errors: string[];
	/** In ms. */
	slowest: number;
	/** The time within which 99 of 100 answers came, in ms. */
	p99: number;
}

/** As many questions as so many connections can ask, one after another, in a stretch of time. */
export async function saturate(
	base: string,
	paths: readonly string[],
	{
		ms,
		connections,
		headers = {}
	}: { ms: number; connections: number; headers?: Record<string, string> }
): Promise<Measured> {
	const log = account();
	// undici takes the least of the processor, which the site has to share with this
	const pool = new Pool(base, { connections });
	const begin = performance.now();
	let next = 0;
	const one = async () => {
		while (performance.now() - begin < ms) {
			const path = paths[next++ % paths.length] ?? '/';
			const asked = performance.now();
			try {
				const { statusCode, body } = await pool.request({ path, method: 'GET', headers });
				await body.dump({ limit: Infinity });
				log.note(path, { status: statusCode, ms: performance.now() - asked });
			} catch (error) {
				log.note(path, { status: 0, ms: performance.now() - asked, failure: String(error) });
			}
		}
	};
	await Promise.all(Array.from({ length: connections }, one));
	await pool.close();
	return log.result(performance.now() - begin);
}

/** Questions at a fixed rate, whether or not the answers keep up. */
export async function steadily(
	base: string,
	paths: readonly string[],
	{ ms, rate, each }: { ms: number; rate: number; each?: (second: number) => Promise<void> }
): Promise<Measured> {
	const log = account();
	const { ask, leave } = visitor(256);
	const begin = performance.now();
	const open = new Set<Promise<void>>();
	let [asked, second] = [0, 0];
	while (performance.now() - begin < ms) {
		const due = Math.floor(((performance.now() - begin) / 1000) * rate);
		for (; asked < due; asked += 1) {
			const path = paths[asked % paths.length] ?? '/';
			const answered = ask(base, get(path)).then((answer) => {
				log.note(path, answer);
				open.delete(answered);
			});
			open.add(answered);
		}
		const now = Math.floor((performance.now() - begin) / 1000);
		if (each && now > second) await each((second = now));
		await sleep(5);
	}
	await Promise.all(open);
	leave();
	return log.result(performance.now() - begin);
}

function account() {
	const errors = new Set<string>();
	/** By whole milliseconds: a long run keeps no list of all its answers. */
	const times = new Map<number, number>();
	let count = 0;
	return {
		note(path: string, { status, ms, failure }: { status: number; ms: number; failure?: string }) {
			count += 1;
			const rounded = Math.ceil(ms);
			times.set(rounded, (times.get(rounded) ?? 0) + 1);
			if (status !== 200) errors.add(`${status === 0 ? failure : status} at ${path}`);
		},
		result(ms: number): Measured {
			const sorted = [...times].toSorted(([a], [b]) => a - b);
			let [passed, p99] = [0, 0];
			for (const [time, often] of sorted) {
				if (passed < count * 0.99) p99 = time;
				passed += often;
			}
			const slowest = sorted.at(-1)?.[0] ?? 0;
			return { rate: count / (ms / 1000), count, errors: [...errors], slowest, p99 };
		}
	};
}
