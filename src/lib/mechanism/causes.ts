import type { MechanismId } from './taxonomy.ts';

/** The headings of the article that this site began with (NHLBI 2010), and one for what came since. */
export const causeHeadings = [
	'Faulty use of iron or lack of iron',
	'Nerve damage',
	'Medicines and substances',
	'What is studied today'
] as const;
export type CauseHeading = (typeof causeHeadings)[number];

/** The causes that studies are labelled with, under those headings and in the article's order. */
export const causeGroups: { heading: CauseHeading; mechanisms: MechanismId[] }[] = [
	{
		heading: 'Faulty use of iron or lack of iron',
		mechanisms: ['iron', 'dopamine', 'genetics']
	},
	{ heading: 'Nerve damage', mechanisms: ['nerve-damage'] },
	{ heading: 'Medicines and substances', mechanisms: ['medicines-substances'] },
	{
		heading: 'What is studied today',
		mechanisms: ['nerve-signals', 'circulation', 'nutrients-hormones', 'immune-gut', 'none']
	}
];

/** A cause as pages show it, with its article where there is one. */
export interface CauseLink {
	mechanism: MechanismId;
	label: string;
	/** One or two sentences for people. */
	lead: string;
	/** Slug of its article. */
	slug?: string;
}
