import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** What a client asks for, each with its own measure. */
export const limits = {
	/** Pages: somebody who clicks through filters quickly stays far below. */
	page: { points: 300, duration: 60 },
	api: { points: 240, duration: 60 },
	/** Exports, feeds and pictures are dearer to make. */
	export: { points: 30, duration: 60 },
	form: { points: 20, duration: 60 }
} as const;
export type LimitName = keyof typeof limits;

/** What is left to a client. */
export interface Allowance {
	allowed: boolean;
	/** `RateLimit` and `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers), and Retry-After. */
	headers: Record<string, string>;
}

/** Who asks: an address; of IPv6 the network, because one client has a whole one (RFC 6177). */
export function clientOf(address: string): string {
	const plain = address.replace(/^::ffff:/, '');
	return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain;
}

/** Which measure goes for a request; undefined: none (health checks, static files). */
export function limitFor(method: string, path: string): LimitName | undefined {
	if (method !== 'GET' && method !== 'HEAD') return 'form';
	if (/^\/(?:healthz|readyz|metrics|_app\/|maps\/|favicon|robots)/.test(path)) return undefined;
	if (/^\/(?:feed\.|card\.png|api\/v1\/receipt)|\.(?:csv|ndjson|ris|bib|png|svg)$/.test(path))
		return 'export';
	return path.startsWith('/api/') ? 'api' : 'page';
}

/**
 * Counts requests by client and kind, in this process. Clients are known by an address for at most a
 * minute, in memory only.
 */
export function createRateLimit(): (client: string, name: LimitName) => Promise<Allowance> {
	const limiters = new Map(
		Object.entries(limits).map(([name, options]) => [name, new RateLimiterMemory(options)])
	);
	return async (client, name) => {
		const { points, duration } = limits[name];
		const policy = { 'ratelimit-policy': `"${name}";q=${points};w=${duration}` };
		const told = ({ remainingPoints, msBeforeNext }: RateLimiterRes) => ({
			...policy,
			ratelimit: `"${name}";r=${Math.max(0, remainingPoints)};t=${Math.ceil(msBeforeNext / 1000)}`
		});
		try {
			const left = await limiters.get(name)?.consume(client);
			return { allowed: true, headers: left ? told(left) : policy };
		} catch (refused) {
			if (!(refused instanceof RateLimiterRes)) throw refused;
			const retry = String(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
			return { allowed: false, headers: { ...told(refused), 'retry-after': retry } };
		}
	};
}
