/** The headings of the article that this site began with (NHLBI 2010), and one for what came since. */
export const causeHeadings = [
	'Faulty use of iron or lack of iron',
	'Nerve damage',
	'Medicines and substances',
	'What is studied today'
] as const;
export type CauseHeading = (typeof causeHeadings)[number];
