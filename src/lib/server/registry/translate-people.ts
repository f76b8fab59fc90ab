import { countryCode } from '#lib/study/place.ts';
import { stated } from '#lib/study/stated.ts';
import type { Eligibility, Site } from '#lib/study/study.ts';
import type { Reading } from './translate-value.ts';
import type { Protocol } from './wire.ts';

type WireSite = NonNullable<Protocol['contactsLocationsModule']>['locations'][number];

/** Who can join. An absent age means no limit; an absent `healthyVolunteers` is not "no". */
export function eligibility(reading: Reading, module: Protocol['eligibilityModule']): Eligibility {
	const at = 'protocolSection.eligibilityModule';
	return stated({
		criteria: module?.eligibilityCriteria,
		healthyVolunteers: module?.healthyVolunteers,
		sex: module?.sex,
		genderBased: module?.genderBased,
		genderDescription: module?.genderDescription,
		minimumAge: reading.age(`${at}.minimumAge`, module?.minimumAge),
		maximumAge: reading.age(`${at}.maximumAge`, module?.maximumAge),
		ageGroups: module?.stdAges ?? [],
		population: module?.studyPopulation,
		sampling: module?.samplingMethod
	});
}

/**
 * The sites, one for each location of the record and in its order, so that contacts can be joined by
 * index. The status of a site is only ever its own: most records give none.
 */
export function sites(reading: Reading, locations: WireSite[] = []): Site[] {
	return locations.map(({ geoPoint, ...site }, index) =>
		stated({
			...site,
			countryCode: site.country === undefined ? undefined : countryCode(site.country),
			point: point(reading, index, geoPoint)
		})
	);
}

function point(reading: Reading, index: number, at: WireSite['geoPoint']): Site['point'] {
	if (at?.lat === undefined || at.lon === undefined) return undefined;
	const onEarth = Math.abs(at.lat) <= 90 && Math.abs(at.lon) <= 180;
	if (onEarth) return { lat: at.lat, lon: at.lon };
	const field = `protocolSection.contactsLocationsModule.locations[${index}].geoPoint`;
	return reading.leave(field, `${at.lat}, ${at.lon}`);
}
