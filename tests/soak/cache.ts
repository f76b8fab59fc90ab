import { liveSite } from './live-site.ts';
import type { Outcome } from './outcome.ts';
import { saturate } from './throughput.ts';

export interface CacheOptions {
	/** How long each page is asked of each site, in ms. */
	ms: number;
	say: (line: string) => void;
}

/** How many times as many answers a warm page must give. */
const least = 8;
const connections = 8;
const slices = 3;
/** As browsers ask. */
const headers = { 'accept-encoding': 'gzip, br' };

const asked = [
	['finder page', '/trials'],
	['JSON answer', '/api/v1/studies']
] as const;

/** Answers a second of a page that was rendered before, against one that is rendered each time. */
export async function cache({ ms, say }: CacheOptions): Promise<Outcome> {
	const warm = await liveSite(300);
	const cold = await liveSite(300, { PAGE_CACHE: 'off' });
	const lines: string[] = [];
	const problems: string[] = [];
	for (const [name, path] of asked) {
		const rates = { warm: 0, cold: 0 };
		await saturate(warm.site.url, [path], { ms: 400, connections, headers });
		await saturate(cold.site.url, [path], { ms: 400, connections, headers });
		// by turns: whatever else the machine does hits both
		for (let slice = 0; slice < slices; slice += 1)
			for (const [kind, { site }] of [
				['warm', warm],
				['cold', cold]
			] as const) {
				const { rate, errors } = await saturate(site.url, [path], {
					...{ ms: ms / slices, connections, headers }
				});
				rates[kind] += rate / slices;
				problems.push(...errors.map((error) => `cache: ${error}`));
			}
		const times = rates.warm / rates.cold;
		const line = `cache: ${name}: ${rates.warm.toFixed(0)} answers/s warm, ${rates.cold.toFixed(0)} rendered each time: ×${times.toFixed(1)}`;
		say(line);
		lines.push(line);
		if (!(times >= least)) problems.push(`${line}, less than ×${least}`);
	}
	await Promise.all([warm.end(), cold.end()]);
	return { lines, problems };
}
