import { startRegistry, type Registry } from '../registry/registry.ts';
import { startSite, type Site } from '../site.ts';
import { manyStudies, revised, stamps } from './many-studies.ts';

export interface LiveSite {
	site: Site;
	registry: Registry;
	end(): Promise<void>;
}

/** A site with so many studies from a registry of its own, and a little history. */
export async function liveSite(
	studies: number,
	env: Record<string, string> = {}
): Promise<LiveSite> {
	const records = manyStudies(studies);
	const stamp = stamps();
	const registry = await startRegistry({ studies: records, dataTimestamp: stamp() });
	const site = await startSite({
		CTGOV_BASE_URL: registry.url,
		CTGOV_PACE_MS: '0',
		CTGOV_QUERY: 'ALL',
		REFRESH_MINUTES: '0.02',
		RATE_LIMIT: 'off',
		...env
	});
	const { version } = await site.until(({ source }) => source === 'live', 60_000);
	registry.setStudies(revised(records, 8, 'Revised'), { dataTimestamp: stamp() });
	await site.until((state) => state.version !== version, 60_000);
	return {
		site,
		registry,
		async end() {
			await site.stop();
			await registry.close();
		}
	};
}
