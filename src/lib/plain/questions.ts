import type { Study } from '#lib/study/study.ts';
import { burdenOf, type BurdenKind } from './burden.ts';

/*
 * Where the page on taking part (about-trials) asks the same, the words are the same.
 */
const whenOpen: Record<Exclude<BurdenKind, 'visits' | 'sleep-nights'>, string> = {
	infusions: 'Are there blood tests, shots or drips, and how many?',
	scans: 'Are there scans, and what kind?',
	length: 'How long would I take part?',
	placebo: 'What would I get, and how likely is a placebo or a sham?',
	after: 'Can I go on with the treatment afterward?',
	pay: 'What would I have to pay, and do you pay for travel?'
};

const always = [
	'Which of my medicines would I have to stop, how slowly, and what may I take on bad nights?',
	'Could my RLS get worse, and what would you do then?',
	'Whom can I call at night or on a weekend?',
	'What happens if I leave early?'
];

/**
 * Questions for the study team: first what its record leaves open of visits, nights, needles, scans,
 * time, placebo, afterward and money, then a few that are always good to ask. A study that only
 * watches gives no treatment, so that nothing is asked about placebo and treatment afterward.
 */
export function questionsFor(study: Study): string[] {
	const open = new Set(
		burdenOf(study)
			.filter(({ quotes, fact }) => quotes.length === 0 && fact === undefined)
			.map(({ kind }) => kind)
	);
	if (study.type === 'OBSERVATIONAL')
		for (const kind of ['placebo', 'after'] as const) open.delete(kind);
	if (study.type === 'EXPANDED_ACCESS') open.delete('placebo');
	return [
		...visitsAndNights(open),
		...Object.entries(whenOpen).flatMap(([kind, question]) =>
			[...open].some((each) => each === kind) ? [question] : []
		),
		...always
	];
}

function visitsAndNights(open: ReadonlySet<BurdenKind>): string[] {
	if (open.has('visits') && open.has('sleep-nights'))
		return ['How many visits and nights are there, and where?'];
	if (open.has('visits')) return ['How many visits are there, and where?'];
	return open.has('sleep-nights') ? ['Are there nights in a sleep lab, and how many?'] : [];
}
