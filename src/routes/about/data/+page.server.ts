import { credits } from '#lib/server/places/credits.ts';
import { textPage } from '#lib/server/pages.ts';
import { isAbout } from '#lib/search/filters.ts';
import { isNctId } from '#lib/study/study.ts';
import { isOpen } from '#lib/study/status.ts';
import type { PageServerLoad } from './$types';

/** More set-aside records than this are left to the API: a registry in a new shape sets all aside. */
const most = 200;

export const load: PageServerLoad = ({ locals: { catalogue, today } }) => {
	const about = catalogue.studies.filter(isAbout);
	const setAside = catalogue.setAside.map(({ nctId, reason }) => ({
		id: nctId !== undefined && isNctId(nctId) ? nctId : undefined,
		reason
	}));
	return {
		page: textPage('about-data'),
		question: catalogue.question,
		credits,
		counts: {
			read: catalogue.studies.length,
			about: about.length,
			open: about.filter(({ study }) => isOpen(study, today)).length,
			withResults: about.filter(({ study }) => study.hasResults).length
		},
		setAside: { total: setAside.length, first: setAside.slice(0, most) }
	};
};
