import { isOpen } from '#lib/study/status.ts';
import { valuesOf } from './filters.ts';
import { isNear, nearestTaking, withinKm, type Home, type NearSite } from './nearness.ts';
import type { Query } from './query.ts';
import type { Hit } from './sort.ts';

/** What there is to say of places in an answer, besides the studies that were found. */
export interface Placed {
	home: Home;
	/** Studies that fit but for the place, which their record does not give for all sites. */
	unplaced: number;
	/** The nearest study that is open, however far, where none that was found is. */
	nearestOpen?: { hit: Hit; site: NearSite };
}

/**
 * May a study be shown for the place of the query? Within the distance; or, where those are asked for
 * whose places are not stated, neither that nor known to be farther.
 * @param status a value of the `status` key that it would be shown for
 */
export function mayBeNear(hit: Hit, query: Query, status?: string): boolean {
	const { nearness } = hit;
	const km = withinKm(query);
	const unknown = query.places === 'not-stated';
	const hasUnknown = hit.study.sites.some(({ point }) => !point) || hit.study.sites.length === 0;
	if (!nearness || km === undefined) return !unknown || hasUnknown;
	if (unknown) return !isNear(nearness, km) && hasUnknown;
	return isNear(nearness, km, status);
}

/**
 * @param fitting the hits that fit all of the query but status and place
 * @param open how many of the studies found are open
 */
export function placed(
	fitting: readonly Hit[],
	{ query, today, home }: { query: Query; today: string; home: Home },
	open: number
): Placed {
	const limited = withinKm(query) !== undefined && query.places === '';
	const withStatus = (hit: Hit) =>
		query.status.length === 0 ||
		valuesOf.status(hit, today).some((status) => query.status.includes(status));
	const unplaced = limited
		? fitting.filter((hit) => withStatus(hit) && mayBeNear(hit, { ...query, places: 'not-stated' }))
				.length
		: 0;
	const nearestOpen = limited && open === 0 ? nearest(fitting, today) : undefined;
	return { home, unplaced, ...(nearestOpen && { nearestOpen }) };
}

function nearest(hits: readonly Hit[], today: string): Placed['nearestOpen'] {
	return hits
		.filter(({ study }) => isOpen(study, today))
		.flatMap((hit) => {
			const site = hit.nearness && nearestTaking(hit.nearness);
			return site ? [{ hit, site }] : [];
		})
		.toSorted((a, b) => a.site.km - b.site.km || (a.hit.study.nctId < b.hit.study.nctId ? -1 : 1))
		.at(0);
}
