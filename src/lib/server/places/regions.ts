import { countryCode, countryName } from '#lib/study/place.ts';
import { spelling } from './spelling.ts';

/** A country (alpha-2), or a state or province of it. */
export interface Area {
	country: string;
	region?: string;
}

/** States and provinces by their postal codes, for the countries whose towns we hold with them. */
const regions: Record<string, Record<string, string>> = {
	US: {
		AL: 'Alabama',
		AK: 'Alaska',
		AZ: 'Arizona',
		AR: 'Arkansas',
		CA: 'California',
		CO: 'Colorado',
		CT: 'Connecticut',
		DE: 'Delaware',
		DC: 'D.C.',
		FL: 'Florida',
		GA: 'Georgia',
		HI: 'Hawaii',
		ID: 'Idaho',
		IL: 'Illinois',
		IN: 'Indiana',
		IA: 'Iowa',
		KS: 'Kansas',
		KY: 'Kentucky',
		LA: 'Louisiana',
		ME: 'Maine',
		MD: 'Maryland',
		MA: 'Massachusetts',
		MI: 'Michigan',
		MN: 'Minnesota',
		MS: 'Mississippi',
		MO: 'Missouri',
		MT: 'Montana',
		NE: 'Nebraska',
		NV: 'Nevada',
		NH: 'New Hampshire',
		NJ: 'New Jersey',
		NM: 'New Mexico',
		NY: 'New York',
		NC: 'North Carolina',
		ND: 'North Dakota',
		OH: 'Ohio',
		OK: 'Oklahoma',
		OR: 'Oregon',
		PA: 'Pennsylvania',
		RI: 'Rhode Island',
		SC: 'South Carolina',
		SD: 'South Dakota',
		TN: 'Tennessee',
		TX: 'Texas',
		UT: 'Utah',
		VT: 'Vermont',
		VA: 'Virginia',
		WA: 'Washington',
		WV: 'West Virginia',
		WI: 'Wisconsin',
		WY: 'Wyoming'
	},
	CA: {
		AB: 'Alberta',
		BC: 'British Columbia',
		MB: 'Manitoba',
		NB: 'New Brunswick',
		NL: 'Newfoundland and Labrador',
		NS: 'Nova Scotia',
		NT: 'Northwest Territories',
		NU: 'Nunavut',
		ON: 'Ontario',
		PE: 'Prince Edward Island',
		QC: 'Quebec',
		SK: 'Saskatchewan',
		YT: 'Yukon'
	},
	AU: {
		ACT: 'Australian Capital Territory',
		NSW: 'New South Wales',
		NT: 'Northern Territory',
		QLD: 'Queensland',
		SA: 'South Australia',
		TAS: 'Tasmania',
		VIC: 'Victoria',
		WA: 'Western Australia'
	}
};

/** What else people write for an area, beside the names that the registry uses. */
const alsoCalled: Record<string, Area> = {
	'district of columbia': { country: 'US', region: 'DC' },
	newfoundland: { country: 'CA', region: 'NL' },
	america: { country: 'US' },
	korea: { country: 'KR' },
	deutschland: { country: 'DE' },
	osterreich: { country: 'AT' },
	schweiz: { country: 'CH' },
	suisse: { country: 'CH' },
	italia: { country: 'IT' },
	espana: { country: 'ES' },
	nederland: { country: 'NL' },
	belgique: { country: 'BE' },
	belgie: { country: 'BE' },
	polska: { country: 'PL' },
	danmark: { country: 'DK' },
	sverige: { country: 'SE' },
	norge: { country: 'NO' },
	suomi: { country: 'FI' },
	brasil: { country: 'BR' }
};

/** Lands with a code of their own that people also count to a country. */
const belongsTo: Record<string, string> = {
	PR: 'US',
	VI: 'US',
	GU: 'US',
	AS: 'US',
	MP: 'US',
	HK: 'CN',
	MO: 'CN',
	GP: 'FR',
	MQ: 'FR',
	GF: 'FR',
	RE: 'FR',
	YT: 'FR'
};

const regionsNamed = new Map<string, Area[]>();
for (const [country, names] of Object.entries(regions))
	for (const [region, name] of Object.entries(names))
		for (const said of new Set([spelling(region), spelling(name)]))
			regionsNamed.set(said, [...(regionsNamed.get(said) ?? []), { country, region }]);

/**
 * The areas that a name or code may mean: "Georgia" is a state and a country, "DE" Delaware and
 * Germany. States of the US come first; a name that nobody has gives an empty list.
 */
export function areasNamed(text: string): Area[] {
	const said = spelling(text);
	const country = countryCode(text) ?? (countryName(said) ? said.toUpperCase() : undefined);
	const also = Object.hasOwn(alsoCalled, said) ? alsoCalled[said] : undefined;
	return [
		...(regionsNamed.get(said) ?? []),
		...(also ? [also] : []),
		...(country === undefined ? [] : [{ country }])
	];
}

/** True if a place of this country and region lies in the area. */
export function isIn(place: Area, area: Area): boolean {
	return area.region === undefined
		? place.country === area.country || belongsTo[place.country] === area.country
		: place.country === area.country && place.region === area.region;
}

/** True if we hold the towns of this country with their states, so that a wrong one is noticed. */
export function hasRegions(country: string): boolean {
	return Object.hasOwn(regions, country);
}

/** How an area is written behind a town: "Illinois", "Ontario, Canada", "Germany". */
export function areaName({ country, region }: Area): string {
	const name = region === undefined ? undefined : regions[country]?.[region];
	const land = countryName(country) ?? country;
	if (name === undefined) return land;
	return country === 'US' ? name : `${name}, ${land}`;
}

/** True for the postal code of a state of the US. */
export function isState(code: string): boolean {
	return regions['US']?.[code] !== undefined;
}
