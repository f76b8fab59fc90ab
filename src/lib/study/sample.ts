import type { NctId, Study } from './study.ts';

/** A study that says nothing but what is given here, for tests. */
export function bareStudy(nctId: NctId, fields: Partial<Study> = {}): Study {
	return {
		nctId,
		aliases: [],
		secondaryIds: [],
		collaborators: [],
		phases: [],
		design: { whoMasked: [] },
		conditions: [],
		keywords: [],
		mesh: { conditions: [], interventions: [] },
		arms: [],
		interventions: [],
		outcomes: { primary: [], secondary: [], other: [] },
		eligibility: { ageGroups: [] },
		sites: [],
		references: [],
		links: [],
		unread: [],
		...fields
	};
}
