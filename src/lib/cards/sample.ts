import type { ListedStudy } from '#lib/search/listed.ts';
import { isPartialDate } from '#lib/study/date.ts';

/** An invented study as a list shows it, for the tests of views. */
export function listedStudy(fields: Partial<ListedStudy> = {}): ListedStudy {
	return {
		nctId: 'NCT90000001',
		title: 'Iron by Vein for Restless Legs',
		relevance: 'core',
		open: false,
		confirmed: false,
		phases: [],
		conditions: [],
		interventions: [],
		ages: {},
		sites: { total: 0 },
		countries: [],
		mechanisms: [],
		suspects: [],
		related: [],
		approaches: [],
		...fields
	};
}

/** A verification date, for the fields above. */
export function confirmedOn(date: string): Pick<ListedStudy, 'verified'> {
	return isPartialDate(date) ? { verified: date } : {};
}
