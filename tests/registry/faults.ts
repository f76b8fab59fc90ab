/** `true`: on every request; a number: on so many requests, then all is well. */
export type Often = boolean | number;
export type Endpoint = 'version' | 'studies' | 'study';

/** What goes wrong, each on its switch, in any combination. */
export interface Faults {
	/** Faults of transport (down to `slowBody`) touch only these endpoints; all, where not given. */
	on?: readonly Endpoint[];
	/** 10 requests at once, then one a second; 429 without Retry-After for the rest. */
	tokenBucket?: boolean | { capacity: number; perSecond: number };
	/** The request is taken and never answered. */
	hang?: Often;
	/** The socket is destroyed. */
	reset?: Often;
	failNext?: { times: number; status: 403 | 429 | 500 | 502 | 503 };
	/** Every second request answers 500 or 503, by turns. */
	everySecondFails?: boolean;
	htmlWith200?: Often;
	emptyBodyWith200?: Often;
	truncatedJson?: Often;
	/** The body takes so many milliseconds; its head comes at once. */
	slowBody?: number;

	/** Some studies of page n stand again on page n+1. */
	repeatRows?: boolean;
	/** After the first page of each crawl one page has no studies, but a token. */
	emptyPageWithToken?: boolean;
	/** The same `nextPageToken` for ever. */
	tokenLoop?: boolean;
	/** Ever new tokens, while the rows begin again. */
	endlessTokens?: boolean;
	/** So many times, the data change after the first page of a crawl. */
	versionChangesMidCrawl?: number;
	/** Any `query.term` is "Too complicated". */
	refuseWide?: boolean;
	/** A null among the studies of each page. */
	nullRecords?: boolean;
	/** `totalCount` is larger than what comes. */
	wrongTotal?: boolean;
}

export type FaultName = Exclude<keyof Faults, 'on'>;

export const faultNames = [
	'tokenBucket',
	'hang',
	'reset',
	'failNext',
	'everySecondFails',
	'htmlWith200',
	'emptyBodyWith200',
	'truncatedJson',
	'slowBody',
	'repeatRows',
	'emptyPageWithToken',
	'tokenLoop',
	'endlessTokens',
	'versionChangesMidCrawl',
	'refuseWide',
	'nullRecords',
	'wrongTotal'
] as const satisfies readonly FaultName[];

/** What is done to one request instead of, or on top of, its right answer. */
export type Blow =
	| { kind: 'none' }
	| { kind: 'hang' }
	| { kind: 'reset' }
	| { kind: 'status'; status: number }
	| { kind: 'html' }
	| { kind: 'empty' }
	| { kind: 'truncated' };

/** The faults that are on, and how often each was served. */
export interface Trouble {
	readonly served: Record<FaultName, number>;
	set(faults: Faults): void;
	/** Is this fault on? Says nothing of how often. */
	has(name: 'repeatRows' | 'emptyPageWithToken' | 'tokenLoop' | 'endlessTokens'): boolean;
	/** Is this fault due now? Counts it as served and uses it up. */
	take(name: FaultName): boolean;
	/** The blow that this request gets. At most one. */
	blow(endpoint: Endpoint): Blow;
	/** Milliseconds that the body takes. */
	slowness(endpoint: Endpoint): number;
}

export function trouble(initial: Faults): Trouble {
	const served: Record<FaultName, number> = {
		tokenBucket: 0,
		hang: 0,
		reset: 0,
		failNext: 0,
		everySecondFails: 0,
		htmlWith200: 0,
		emptyBodyWith200: 0,
		truncatedJson: 0,
		slowBody: 0,
		repeatRows: 0,
		emptyPageWithToken: 0,
		tokenLoop: 0,
		endlessTokens: 0,
		versionChangesMidCrawl: 0,
		refuseWide: 0,
		nullRecords: 0,
		wrongTotal: 0
	};
	let faults: Faults = {};
	/** How many times each fault may still come. */
	let left: Partial<Record<FaultName, number>> = {};
	let turn = 0;
	let bucket = { tokens: 0, at: 0 };

	const timesOf = (value: Faults[FaultName]): number => {
		if (value === undefined || value === false) return 0;
		if (value === true) return Infinity;
		if (typeof value === 'number') return value;
		return 'times' in value ? value.times : Infinity;
	};
	const bucketSize = (): { capacity: number; perSecond: number } =>
		typeof faults.tokenBucket === 'object' ? faults.tokenBucket : { capacity: 10, perSecond: 1 };

	function set(next: Faults): void {
		faults = next;
		turn = 0;
		left = Object.fromEntries(faultNames.map((name) => [name, timesOf(next[name])]));
		if (next.slowBody) left.slowBody = Infinity;
		bucket = { tokens: bucketSize().capacity, at: performance.now() };
	}

	function take(name: FaultName): boolean {
		const times = left[name] ?? 0;
		if (times <= 0) return false;
		left[name] = times - 1;
		served[name]++;
		return true;
	}

	function bucketIsEmpty(): boolean {
		if ((left.tokenBucket ?? 0) <= 0) return false;
		const { capacity, perSecond } = bucketSize();
		const now = performance.now();
		const tokens = Math.min(capacity, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
		bucket = { tokens: tokens < 1 ? tokens : tokens - 1, at: now };
		if (tokens < 1) served.tokenBucket++;
		return tokens < 1;
	}

	const spared = (endpoint: Endpoint): boolean =>
		faults.on !== undefined && !faults.on.includes(endpoint);

	function blow(endpoint: Endpoint): Blow {
		if (spared(endpoint)) return { kind: 'none' };
		if (bucketIsEmpty()) return { kind: 'status', status: 429 };
		if (take('hang')) return { kind: 'hang' };
		if (take('reset')) return { kind: 'reset' };
		if (faults.failNext && take('failNext'))
			return { kind: 'status', status: faults.failNext.status };
		turn++;
		if (turn % 2 === 0 && take('everySecondFails'))
			return { kind: 'status', status: turn % 4 === 0 ? 503 : 500 };
		if (take('htmlWith200')) return { kind: 'html' };
		if (take('emptyBodyWith200')) return { kind: 'empty' };
		if (take('truncatedJson')) return { kind: 'truncated' };
		return { kind: 'none' };
	}

	set(initial);
	return {
		served,
		set,
		has: (name) => (left[name] ?? 0) > 0,
		take,
		blow,
		slowness: (endpoint) => (!spared(endpoint) && take('slowBody') ? (faults.slowBody ?? 0) : 0)
	};
}
