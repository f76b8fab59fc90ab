import type { Study } from '#lib/study/study.ts';

/** A study of our own making for tests: a drug trial on restless legs, with `part` in place of its own. */
export function inventedStudy(part: Partial<Study> = {}): Study {
	return {
		nctId: 'NCT-invented',
		aliases: [],
		secondaryIds: [],
		title: 'A Study in Restless Legs Syndrome',
		collaborators: [],
		type: 'INTERVENTIONAL',
		phases: [],
		design: { whoMasked: [] },
		conditions: ['Restless Legs Syndrome'],
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
		...part
	};
}

/** An intervention of a study of our own making. */
export function given(
	name: string,
	type = 'DRUG',
	part: Partial<Study['interventions'][number]> = {}
): Study['interventions'][number] {
	return { name, type, arms: [], otherNames: [], ...part };
}
