import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Catalogue } from '#lib/search/catalogue.ts';
import type { PageCache } from './page-cache.ts';

/** What the gauges read at the moment when somebody asks. */
export interface Sources {
	catalogue(): Catalogue;
	/** Why the last refresh failed or the store cannot be read; undefined where all is well. */
	problem(): string | undefined;
	cache: Pick<PageCache, 'counts'>;
}

export interface Metrics {
	/** One answered request. `route` is the pattern, never the address. */
	answered(request: { method: string; route: string; status: number; ms: number }): void;
	/** Something in the program threw. */
	failed(): void;
	/** The exposition in Prometheus' text format, with its content type. */
	text(): Promise<{ body: string; type: string }>;
}

/** Counts what an operator watches. Made once a process. */
export function createMetrics({ catalogue, problem, cache }: Sources): Metrics {
	const registry = new Registry();
	const registers = [registry];
	collectDefaultMetrics({ register: registry });
	const requests = new Counter({
		name: 'finder_requests_total',
		help: 'Requests answered',
		labelNames: ['method', 'route', 'status'],
		registers
	});
	const durations = new Histogram({
		name: 'finder_request_seconds',
		help: 'Time to answer',
		labelNames: ['route'],
		buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
		registers
	});
	const errors = new Counter({
		name: 'finder_errors_total',
		help: 'Incidents with an id in the log',
		registers
	});
	const gauge = (name: string, help: string, read: () => number) =>
		new Gauge({
			name,
			help,
			registers,
			collect() {
				this.set(read());
			}
		});
	gauge('finder_catalogue_age_seconds', 'Since the registry was last asked with success', () => {
		const checked = Date.parse(catalogue().fetchedAt ?? '');
		return Number.isNaN(checked) ? -1 : (Date.now() - checked) / 1000;
	});
	gauge('finder_catalogue_studies', 'Studies in hand', () => catalogue().studies.length);
	gauge(
		'finder_set_aside_records',
		'Records that could not be read',
		() => catalogue().setAside.length
	);
	gauge('finder_problem', '1: a refresh failed or the store cannot be read', () =>
		problem() === undefined ? 0 : 1
	);
	gauge('finder_cache_hits', 'Answers from the page cache', () => cache.counts().hits);
	gauge('finder_cache_misses', 'Answers rendered for the page cache', () => cache.counts().misses);
	gauge('finder_cache_bytes', 'Size of the page cache', () => cache.counts().bytes);
	return {
		answered({ method, route, status, ms }) {
			requests.inc({ method, route, status: String(status) });
			durations.observe({ route }, ms / 1000);
		},
		failed: () => errors.inc(),
		text: async () => ({ body: await registry.metrics(), type: registry.contentType })
	};
}
