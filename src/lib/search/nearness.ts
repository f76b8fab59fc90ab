import { distanceKm, toKm, type Point, type Unit } from '#lib/study/distance.ts';
import { stated } from '#lib/study/stated.ts';
import type { Site, Study } from '#lib/study/study.ts';
import type { Query } from './query.ts';

/** Where a visitor looks from. Of this only `near` stands in a link; nothing is stored or logged. */
export interface Home extends Point {
	/** "Chicago, Illinois" */
	name: string;
	/** ISO 3166-1 alpha-2, where it is known. */
	country?: string;
	unit: Unit;
}

/** A site with its distance from home, between the centres of both places. */
export interface NearSite {
	km: number;
	/** Position in the study's list of sites. */
	index: number;
	city?: string;
	state?: string;
	country?: string;
	countryCode?: string;
	status?: string;
}

/** How near a study is. */
export interface Nearness {
	/** The nearest site, one in the visitor's own country before all others. */
	nearest?: NearSite;
	/** The nearest of those that themselves say that they recruit; the same order. */
	recruiting?: NearSite;
	/** A site in another country that is nearer than `nearest`. */
	acrossBorder?: NearSite;
	/** Sites that the record gives no point for. */
	unplaced: number;
	sites: NearSite[];
}

/** Statuses of a study with which a visitor asks for a site that takes people. */
const asksForTaking = new Set(['open', 'recruiting', 'not-yet-recruiting']);
const taking = new Set(['RECRUITING', 'NOT_YET_RECRUITING', 'AVAILABLE']);

/** Does a site take people, as far as the record tells? Most sites state nothing, which is not "no". */
function mayTake({ status }: Pick<Site, 'status'>): boolean {
	return status === undefined || taking.has(status);
}

/** Measures all sites of a study from home: own country first, then by distance. */
export function nearnessOf({ sites }: Pick<Study, 'sites'>, home: Home): Nearness {
	const placed = sites
		.flatMap((site, index): NearSite[] =>
			site.point ? [nearSite(site, site.point, index, home)] : []
		)
		.sort((a, b) => abroad(a, home) - abroad(b, home) || a.km - b.km || a.index - b.index);
	const [nearest] = placed;
	const closest = placed.toSorted((a, b) => a.km - b.km)[0];
	return {
		...stated({
			nearest,
			recruiting: placed.find(({ status }) => status === 'RECRUITING'),
			acrossBorder: closest && nearest && closest.km < nearest.km ? closest : undefined
		}),
		unplaced: sites.length - placed.length,
		sites: placed
	};
}

function nearSite(site: Site, point: Point, index: number, home: Home): NearSite {
	const { city, state, country, countryCode, status } = site;
	return {
		km: distanceKm(home, point),
		index,
		...stated({ city, state, country, countryCode, status })
	};
}

/** 1 for a site in another country than home; where one of the two is not known, distance decides. */
function abroad({ countryCode }: NearSite, { country }: Home): 0 | 1 {
	return country !== undefined && countryCode !== undefined && countryCode !== country ? 1 : 0;
}

/** `50mi` as kilometres; undefined where no distance is asked. */
export function withinKm({ within }: Pick<Query, 'within'>): number | undefined {
	const [, length, unit] = /^(\d+)(mi|km)$/.exec(within) ?? [];
	return length === undefined ? undefined : toKm(Number(length), unit === 'km' ? 'km' : 'mi');
}

/**
 * Is a site within this distance? For a status that asks for studies that take people, one that
 * itself takes people where the record says so.
 * @param status a value of the `status` key; undefined: any
 */
export function isNear(nearness: Nearness, km: number, status?: string): boolean {
	const wanted = status !== undefined && asksForTaking.has(status) ? mayTake : () => true;
	return nearness.sites.some((site) => site.km <= km && wanted(site));
}

/** The nearest site, in any country, that takes people as far as the record tells. */
export function nearestTaking({ sites }: Nearness): NearSite | undefined {
	return sites.filter(mayTake).toSorted((a, b) => a.km - b.km)[0];
}

/** The site that counts for an order by distance: one that takes people where that is asked for. */
export function siteFor({ sites }: Nearness, query: Pick<Query, 'status'>): NearSite | undefined {
	return query.status.some((status) => asksForTaking.has(status)) ? sites.find(mayTake) : sites[0];
}

/** What a distance sorts by: own country first, then kilometres. */
export function distanceValues(site: NearSite | undefined, home: Home): (number | undefined)[] {
	return site ? [abroad(site, home), site.km] : [undefined];
}
