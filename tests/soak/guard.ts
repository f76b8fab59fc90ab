import { setTimeout as sleep } from 'node:timers/promises';
import { startRegistry } from '../registry/registry.ts';
import { startSite } from '../site.ts';
import { manyStudies, revised, stamps } from './many-studies.ts';
import type { Outcome } from './outcome.ts';

const all = manyStudies(100);
const half = all.slice(0, 50);
/** So long that one crawl can be told from the next. */
const refreshMs = 2000;

/**
 * A registry that answers with half of its studies: the others stay until a second crawl confirms
 * that they are gone.
 */
export async function guard({ say }: { say: (line: string) => void }): Promise<Outcome> {
	const stamp = stamps();
	const registry = await startRegistry({ studies: all, dataTimestamp: stamp() });
	const site = await startSite({
		...{ CTGOV_BASE_URL: registry.url, CTGOV_PACE_MS: '0', CTGOV_QUERY: 'ALL' },
		...{ REFRESH_MINUTES: String(refreshMs / 60_000), RATE_LIMIT: 'off' }
	});
	const problems: string[] = [];
	const studiesNow = async () => (await site.until(() => true)).studies;
	const lists = () => registry.requests.filter(({ path }) => path.endsWith('/studies')).length;
	const crawled = async () => {
		const before = lists();
		for (let left = 300; left > 0 && lists() === before; left -= 1) await sleep(50);
		if (lists() === before) problems.push('guard: the half was never served');
		// the crawl ends, and what it brought is stored
		await sleep(refreshMs / 2);
	};
	await site.until(({ source, studies }) => source === 'live' && studies === all.length);

	registry.setStudies(half, { dataTimestamp: stamp() });
	await crawled();
	const once = await studiesNow();
	if (once !== all.length) problems.push(`guard: after one crawl that lost half, ${once} are left`);
	registry.setStudies(revised(all, 3, 'Whole'), { dataTimestamp: stamp() });
	await crawled();
	const whole = await studiesNow();
	if (whole !== all.length) problems.push(`guard: after the registry was whole again, ${whole}`);
	const { problem } = await site.until(() => true);
	if (problem !== null) problems.push(`guard: a whole crawl left a problem: ${problem}`);

	registry.setStudies(half, { dataTimestamp: stamp() });
	await crawled();
	const again = await studiesNow();
	if (again !== all.length)
		problems.push(`guard: the crawl in between did not count, ${again} left`);
	await site
		.until(({ studies }) => studies === half.length, 4 * refreshMs)
		.catch(() => problems.push('guard: a second crawl that says the same was not believed'));
	await site.stop();
	await registry.close();
	const line = `guard: half of ${all.length} studies gone: ${once} after one crawl, ${whole} when whole again, ${half.length} once confirmed`;
	say(line);
	return { lines: [line], problems };
}
