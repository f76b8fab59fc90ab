import { meaningful } from '#lib/search/changes.ts';
import type { Refresh, Step, Store } from '#lib/server/store/store.ts';
import { inTurns } from './entry.ts';
import { newsOf, type News } from './news.ts';

/** Steps that are kept in memory: so many of any kind, and so many that a feed tells of. */
const most = 500;
/** Steps that are asked of the store at a time, however far back somebody wants to look. */
const mostAsked = 2000;
const dayMs = 24 * 60 * 60 * 1000;

/** What changed lately, in memory. */
export interface Recent {
	/**
	 * Newest first; the same array until something changes. Of steps that only relabelled or moved a
	 * date, as many as are kept; of those that a feed tells of, more may be kept.
	 */
	news(): readonly News[];
	/**
	 * What changed after an instant (ISO): from memory, and from the store where memory does not
	 * reach. Without an instant: all steps as far back as memory reaches.
	 * @throws what the store throws
	 */
	since(instant?: string): Promise<Since>;
	/**
	 * Takes in what was stored since. Cheap where nothing was. Calls wait for each other.
	 * @throws what the store throws; what is in memory stays
	 */
	update(): Promise<void>;
}

export interface Since {
	/** Newest first. */
	news: readonly News[];
	/**
	 * The instant after which the list has every step: later than the one that was asked for where
	 * the history here begins later, or where there are too many. Of those before it, the list has
	 * what a feed tells of.
	 */
	since: string;
	/** The instant of the newest step of all, or of the baseline where there is none. */
	until: string;
}

/**
 * Keeps the last steps of a store in memory. The baseline is no news: all that came up to the first
 * good live run and with it, imports before it too. Before that run there is no news at all.
 * @param store where the steps are; nothing is asked of it before `update`
 */
export function createRecent(
	store: Pick<Store, 'newestRefreshId' | 'firstRefresh' | 'refreshes' | 'steps'>
): Recent {
	let seen: number | undefined;
	let baseline: string | undefined;
	let held: Held = { news: [], reach: undefined };

	async function load(): Promise<void> {
		const newest = await store.newestRefreshId();
		if (newest === undefined || newest === seen) return;
		baseline ??= (await firstLive(store))?.endedAt;
		if (baseline !== undefined) held = await loaded(baseline);
		seen = newest;
	}

	async function loaded(from: string): Promise<Held> {
		const [last] = held.news;
		if (last) {
			// a day before, because a run that ended first may have been stored last
			const overlap = new Date(Date.parse(last.at) - dayMs).toISOString();
			const asked = { since: later(from, overlap), limit: mostAsked };
			const steps = await store.steps(asked);
			if (steps.length < mostAsked) {
				const known = new Map(held.news.map((news) => [news.id, news]));
				const fresh = await read(steps);
				if (fresh.every(({ id }) => known.has(id))) return held;
				const ids = new Set(fresh.map(({ id }) => id));
				const older = held.news.filter(({ id }) => !ids.has(id));
				return kept([...fresh.map((news) => known.get(news.id) ?? news), ...older], held.reach);
			}
		}
		// a change of the rules relabels all studies at once; what a feed tells of is behind that
		for (let limit = mostAsked; ; limit *= 4) {
			const steps = await store.steps({ since: from, limit });
			const telling = steps.filter(({ now }) => now.kind !== 'relabelled').length;
			if (steps.length === limit && telling < most && limit < 50_000) continue;
			return kept(await read(steps), steps.length < limit ? from : steps.at(-1)?.now.seenAt);
		}
	}

	let turn: Promise<void> = Promise.resolve();
	return {
		news: () => held.news,
		async since(instant) {
			const reach = held.reach ?? baseline;
			// no data of the registry yet: nothing was news from the beginning of time
			const never = instant ?? new Date(0).toISOString();
			if (baseline === undefined || reach === undefined)
				return { news: [], since: never, until: never };
			const until = held.news[0]?.at ?? baseline;
			const from = instant === undefined ? reach : later(baseline, instant);
			if (reach <= from)
				return { news: held.news.filter(({ at }) => at > from), since: from, until };
			const steps = await store.steps({ since: from, limit: mostAsked });
			const news = await read(steps);
			const last = steps.length < mostAsked ? undefined : steps.at(-1)?.now.seenAt;
			if (last === undefined) return { news, since: from, until };
			// what a feed tells of is not lost behind a crowd of other labels
			const ids = new Set(news.map(({ id }) => id));
			const older = held.news.filter(({ id, at }) => at > from && !ids.has(id));
			return { news: [...news, ...older], since: last, until };
		},
		update() {
			turn = turn.catch(() => undefined).then(load);
			return turn;
		}
	};
}

interface Held {
	news: readonly News[];
	/** The instant after which every step is held. */
	reach: string | undefined;
}

/** The newest steps of a list, which has all after `reach`. */
function kept(news: readonly News[], reach: string | undefined): Held {
	const telling = news.filter(({ kinds }) => kinds.some((kind) => meaningful.has(kind)));
	const told = new Set(telling.slice(0, most));
	const cut = news[most]?.at;
	return {
		news: news.filter((each, index) => index < most || told.has(each)),
		reach: cut === undefined ? reach : later(reach ?? cut, cut)
	};
}

async function read(steps: readonly Step[]): Promise<News[]> {
	return (await inTurns(steps, newsOf)).filter((news) => news !== undefined);
}

/** The first good run that asked the registry itself. */
async function firstLive(
	store: Pick<Store, 'firstRefresh' | 'refreshes'>
): Promise<Refresh | undefined> {
	const first = await store.firstRefresh();
	if (first === undefined || first.kind === 'live') return first;
	const runs = await store.refreshes(Number.MAX_SAFE_INTEGER);
	return runs.findLast(({ kind, outcome }) => kind === 'live' && outcome === 'done');
}

function later(a: string, b: string): string {
	return a > b ? a : b;
}
