import { setTimeout as sleep } from 'node:timers/promises';
import { RegistryError } from './registry-error.ts';

/** Lets one job at a time through, and spaces the starts of requests. */
export interface Lane {
	/** Runs `job` when those before it have ended. `start` is to be awaited before each request. */
	take<T>(job: (start: () => Promise<void>) => Promise<T>, signal?: AbortSignal): Promise<T>;
}

/**
 * One lane for each host and process: the registry counts what comes from an address, whoever in the
 * program asks (about one request a second).
 */
const lanes = new Map<string, { tail: Promise<unknown>; lastStart: number }>();

/** The lane to a host, with at least `paceMs` between the starts of two requests. */
export function laneTo(host: string, paceMs: number): Lane {
	const lane = lanes.get(host) ?? { tail: Promise.resolve(), lastStart: -Infinity };
	lanes.set(host, lane);

	return {
		take(job, signal) {
			const turn = lane.tail.then(() => {
				if (signal?.aborted) throw stopped();
				return job(async () => {
					await pause(lane.lastStart + paceMs - performance.now(), signal);
					lane.lastStart = performance.now();
				});
			});
			lane.tail = turn.catch(() => undefined);
			return orStopped(turn, signal);
		}
	};
}

/** Waits `ms` milliseconds, or until the signal comes, which throws. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
	if (signal?.aborted) throw stopped();
	if (ms <= 0) return;
	await sleep(ms, undefined, signal ? { signal } : {}).catch(() => {
		throw stopped();
	});
}

/** The failure when we ourselves were told to end. */
export function stopped(): RegistryError {
	return new RegistryError('stopped', 'Reading the registry was stopped.');
}

async function orStopped<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
	if (!signal) return work;
	if (signal.aborted) throw stopped();
	const { promise, reject } = Promise.withResolvers<never>();
	const stop = () => reject(stopped());
	signal.addEventListener('abort', stop, { once: true });
	try {
		return await Promise.race([work, promise]);
	} finally {
		signal.removeEventListener('abort', stop);
	}
}
