import type { Study } from '#lib/study/study.ts';
import { field, type Saying } from './saying.ts';

const locations = 'contactsLocationsModule.locations';

/** How many sites, and in which countries, as the registry writes them. */
export function placesOf({ sites }: Study): Saying[] {
	if (sites.length === 0) return [];
	const first = new Map<string, number>();
	for (const [index, { country }] of sites.entries())
		if (country !== undefined && !first.has(country)) first.set(country, index);
	const number = `${sites.length.toLocaleString('en-US')} ${sites.length === 1 ? 'site' : 'sites'}`;
	// names such as "Korea, Republic of" have commas of their own
	const where = first.size > 0 ? ` in ${[...first.keys()].join('; ')}` : '';
	const without = sites.filter(({ country }) => country === undefined).length;
	const rest =
		without === 0
			? ''
			: `, with no country stated${first.size > 0 ? ` for ${without.toLocaleString('en-US')} of them` : ''}`;
	return [
		{
			says: `It has ${number}${where}${rest}.`,
			fields: [
				field(locations),
				...[...first.values()].map((index) => field(`${locations}[${index}].country`))
			]
		}
	];
}
