import { liveSite } from './live-site.ts';
import { memoryOfSites } from './memory.ts';
import type { Outcome } from './outcome.ts';
import { pages } from './pages.ts';
import { saturate, steadily } from './throughput.ts';

export interface LoadOptions {
	/** How long the site is given all that it can take, in ms. */
	saturationMs: number;
	/** How long half of that, in ms. Memory is compared from four minutes on. */
	steadyMs: number;
	say: (line: string) => void;
}

const mb = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
const mean = (numbers: readonly number[]) =>
	numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);

/** Mixed pages: what the site can take, then half of it for long; no error, and no growing memory. */
export async function load({ saturationMs, steadyMs, say }: LoadOptions): Promise<Outcome> {
	// the limit of the README's service: without one the memory is as much as the machine lends
	const { site, end } = await liveSite(300, { NODE_OPTIONS: '--max-old-space-size=512' });
	const problems: string[] = [];
	// what is compiled and kept at the first reading is not what a site can take
	await saturate(site.url, pages, { ms: 1500, connections: 4 });
	const most = await saturate(site.url, pages, { ms: saturationMs, connections: 16 });
	say(
		`load: ${most.rate.toFixed(0)} answers/s at saturation; now half of that for ${steadyMs / 1000} s`
	);
	/** One a second. */
	const samples: number[] = [];
	const half = await steadily(site.url, pages, {
		ms: steadyMs,
		rate: most.rate / 2,
		each(second) {
			samples.push(memoryOfSites());
			if (second % 60 === 0) say(`load: minute ${second / 60}, ${mb(samples.at(-1) ?? 0)}`);
			return Promise.resolve();
		}
	});
	await end();
	for (const error of [...most.errors, ...half.errors]) problems.push(`load: ${error}`);
	const wanted = (most.rate / 2) * (steadyMs / 1000);
	if (half.count < wanted * 0.9)
		problems.push(`load: only ${half.count} of ${wanted.toFixed(0)} were asked`);
	if (samples.some((bytes) => bytes === 0)) problems.push('load: the memory cannot be told (ps)');

	const [third, last] = [mean(samples.slice(120, 180)), mean(samples.slice(-60))];
	const compared = samples.length >= 239;
	if (compared && Math.abs(last / third - 1) > 0.1)
		problems.push(`load: memory went from ${mb(third)} in minute 3 to ${mb(last)} in the last`);
	return {
		lines: [
			`load: saturation ${most.rate.toFixed(0)} answers/s (p99 ${most.p99} ms); half of it for ${steadyMs / 1000} s: ${half.count} answers, ` +
				`p99 ${half.p99} ms, slowest ${half.slowest} ms, ${half.errors.length} kinds of errors`,
			compared
				? `load: memory ${mb(third)} in minute 3, ${mb(last)} in the last minute (${((last / third - 1) * 100).toFixed(1)} %)`
				: `load: memory ${mb(samples[0] ?? 0)} at first, ${mb(samples.at(-1) ?? 0)} at last; too short a run to compare`
		],
		problems
	};
}
