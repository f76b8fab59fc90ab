import type { ListedStudy } from '#lib/search/listed.ts';
import type { NearSite } from '#lib/search/nearness.ts';
import { distanceWords, type Unit } from '#lib/study/distance.ts';
import { saysOpen, statusLabel } from '#lib/study/status.ts';
import { stated } from '#lib/study/stated.ts';

type Placed = Pick<ListedStudy, 'sites' | 'status'>;

/** "Chicago, Illinois, about 12 miles" */
export function siteWords(site: NearSite, unit: Unit): string {
	const abroad = site.countryCode === 'US' ? undefined : site.country;
	const name = [site.city, site.state, abroad].filter((part) => part !== undefined).join(', ');
	return `${name || 'a place without a name'}, ${distanceWords(site.km, unit)}`;
}

/**
 * How near a study is, in sentences: its nearest site; where that is known not to take people, says
 * so and names the next one that does; what is nearer across a border; what has no known place.
 * Nothing where the list was not asked from a place.
 */
export function nearWords({ sites, status }: Placed, unit: Unit): string[] {
	const { nearest, nearestRecruiting, acrossBorder, unplaced } = sites;
	if (unplaced === undefined) return [];
	const without = unplaced > 0 && sites.total > 0;
	const lines: string[] = [];
	if (nearest) {
		const closed = nearest.status !== undefined && nearest.status !== 'RECRUITING';
		const own = closed ? ` (${inSentence(statusLabel(nearest.status))})` : '';
		lines.push(`Nearest site: ${siteWords(nearest, unit)}${own}`);
		if (nearestRecruiting && nearestRecruiting.index !== nearest.index)
			lines.push(`Nearest site that says it recruits: ${siteWords(nearestRecruiting, unit)}`);
		if (!nearestRecruiting && closed && saysOpen(stated({ status })))
			lines.push('No site with a known place says that it recruits');
		if (acrossBorder) lines.push(`Nearer, in another country: ${siteWords(acrossBorder, unit)}`);
	} else lines.push('Its distance is not known: the record gives no point for its places');
	if (nearest && without)
		lines.push(`${unplaced} more ${unplaced === 1 ? 'site' : 'sites'} without a known point`);
	return lines;
}

function inSentence(label: string): string {
	return label.charAt(0).toLowerCase() + label.slice(1);
}
