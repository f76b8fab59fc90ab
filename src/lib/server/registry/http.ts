import { Agent, fetch, type Response } from 'undici';
import { readAnswer, type Outcome } from './answer.ts';
import { laneTo, pause, stopped } from './lane.ts';
import { RegistryError } from './registry-error.ts';

export interface HttpSettings {
	/** Such as `https://clinicaltrials.gov/api/v2`. */
	baseUrl: string;
	/** Empty or absent: none beyond the library's own. */
	userAgent?: string;
	/** Least time between the starts of two requests, in ms. Default 1000. */
	paceMs?: number;
	/** How often a request is tried in all. Default 5. */
	tries?: number;
	/** First wait before another try, in ms; doubled each time, at most 30 s. Default 1000. */
	backoffMs?: number;
	/** Largest answer, in bytes after unpacking. Default 64 MB. */
	maxBytes?: number;
	/** In ms. Defaults: 5 s to connect, 15 s to the headers, 60 s without a byte of the body. */
	timeouts?: { connect?: number; headers?: number; body?: number };
}

export type Params = Record<string, string>;

export interface Http {
	/**
	 * The JSON at a path below the base (`/studies`), parsed. One request is in flight at a time; its
	 * further tries come before the next. Throws only `RegistryError`; a signal ends waiting and
	 * asking at once.
	 */
	get(path: string, params?: Params, signal?: AbortSignal): Promise<unknown>;
	/** Ends the connections. */
	close(): Promise<void>;
}

const longestWait = 30_000;
const mostRedirects = 3;
/** A body that trickles is given up after this many times the body timeout. */
const patience = 5;

/**
 * A client made for the registry's ways: 429 above about one request a second,
 * mostly without `Retry-After`, and a firewall that dislikes some user agents, so that the user
 * agent is the operator's choice.
 */
export function createHttp(settings: HttpSettings): Http {
	const { tries = 5, backoffMs = 1000, maxBytes = 64_000_000 } = settings;
	const { connect = 5_000, headers = 15_000, body = 60_000 } = settings.timeouts ?? {};
	const base = settings.baseUrl.replace(/\/+$/, '');
	const lane = laneTo(new URL(base).host, settings.paceMs ?? 1000);
	const agent = new Agent({
		connections: 1,
		// The reports of Node clients that work are of HTTP/1.1; undici 8 would offer HTTP/2.
		allowH2: false,
		connect: { timeout: connect },
		headersTimeout: headers,
		bodyTimeout: body
	});

	return {
		get: (path, params = {}, signal) =>
			lane.take(async (start) => {
				for (let attempt = 1; ; attempt++) {
					const outcome = await tryOnce(path, params, start, signal);
					if ('json' in outcome) return outcome.json;
					if (attempt >= tries) throw afterTries(outcome.again, tries);
					await pause(backoff(attempt, backoffMs, outcome.waitMs), signal);
				}
			}, signal),
		close: () => agent.destroy()
	};

	async function tryOnce(
		path: string,
		params: Params,
		start: () => Promise<void>,
		signal?: AbortSignal
	): Promise<Outcome> {
		const enough = AbortSignal.timeout(connect + headers + patience * body);
		const ends = signal ? AbortSignal.any([signal, enough]) : enough;
		try {
			let url = new URL(`${base}${path}?${new URLSearchParams(params)}`);
			for (let hop = 0; hop <= mostRedirects; hop++) {
				await start();
				const response = await ask(url, ends);
				const location = redirection(response);
				if (location === undefined) return await readAnswer(path, response, maxBytes);
				await response.body?.cancel();
				url = redirected(path, url, location);
			}
			throw new RegistryError('nonsense', `ClinicalTrials.gov redirects ${path} in a circle.`);
		} catch (error) {
			if (signal?.aborted) throw stopped();
			if (error instanceof RegistryError) throw error;
			const message = `ClinicalTrials.gov does not answer ${path} (${cause(error)}).`;
			return { again: new RegistryError('unavailable', message) };
		}
	}

	function ask(url: URL, signal: AbortSignal): Promise<Response> {
		return fetch(url, {
			dispatcher: agent,
			redirect: 'manual',
			signal,
			headers: {
				accept: 'application/json',
				'accept-encoding': 'gzip, br',
				...(settings.userAgent ? { 'user-agent': settings.userAgent } : {})
			}
		});
	}
}

function redirection({ status, headers }: Response): string | undefined {
	return [301, 302, 303, 307, 308].includes(status)
		? (headers.get('location') ?? undefined)
		: undefined;
}

/**
 * Where a redirect leads. The number of a merged study is redirected to the record that it went
 * into, and that redirect drops the query string, so ours is added again.
 * Another host is not followed: whatever answers there is not the registry.
 */
function redirected(path: string, from: URL, location: string): URL {
	const to = URL.canParse(location, from) ? new URL(location, from) : undefined;
	const safer = to?.protocol === from.protocol || to?.protocol === 'https:';
	if (!to || to.hostname !== from.hostname || !safer) {
		throw new RegistryError('nonsense', `ClinicalTrials.gov redirects ${path} to another place.`);
	}
	if (to.search === '') to.search = from.search;
	return to;
}

/**
 * Doubled each time, a quarter more or less so that clients do not come in step; no shorter than the
 * registry may ask for; at most 30 s.
 */
function backoff(attempt: number, first: number, asked = 0): number {
	const wait = first * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
	return Math.min(longestWait, Math.max(asked, wait));
}

function afterTries({ kind, message }: RegistryError, tries: number): RegistryError {
	return new RegistryError(kind, tries > 1 ? `${message} It was asked ${tries} times.` : message);
}

/** A short word for a network fault: the code of the system or of undici, never its whole text. */
function cause(error: unknown): string {
	if (!(error instanceof Error)) return 'network fault';
	for (const fault of [error.cause, error]) {
		if (fault instanceof Error && 'code' in fault && typeof fault.code === 'string') {
			return fault.code;
		}
	}
	return error.name === 'TimeoutError' ? 'timeout' : 'network fault';
}
