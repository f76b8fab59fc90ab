import type { MechanismId } from './taxonomy.ts';

/** The causes under the headings of the article that this site began with (NHLBI 2010), in its order. */
export const causeGroups: { heading: string; mechanisms: MechanismId[] }[] = [
	{
		heading: 'Faulty use of iron or lack of iron',
		mechanisms: ['iron', 'dopamine', 'genetics']
	},
	{ heading: 'Nerve damage', mechanisms: ['nerve-damage'] },
	{ heading: 'Medicines and substances', mechanisms: ['medicines-substances'] },
	{
		heading: 'What else is studied today',
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
