import type { Chart } from './chart.ts';
import { gaps } from './gaps.ts';
import { conditions, healthy, sexAndAge } from './left-out.ts';
import { people, resultsTime } from './ranges.ts';
import { resultsMissing } from './results.ts';
import { countries, phase, sponsors, status } from './spread.ts';
import { starts } from './starts.ts';
import type { View } from './view.ts';

/** All charts in the order of the page, by the name that they have in addresses. */
const sections = [
	{
		id: 'gaps-section',
		heading: 'Where the gaps are',
		charts: {
			gaps: (view: View) => gaps(view, 'mechanism'),
			'gaps-by-treatment': (view: View) => gaps(view, 'approach')
		}
	},
	{
		id: 'left-out',
		heading: 'Who is left out',
		charts: { 'sex-and-age': sexAndAge, conditions, 'healthy-volunteers': healthy }
	},
	{
		id: 'over-time',
		heading: 'Over the years',
		charts: {
			starts: (view: View) => starts(view, 'mechanism'),
			'starts-by-treatment': (view: View) => starts(view, 'approach')
		}
	},
	{
		id: 'kinds',
		heading: 'What kind of studies',
		charts: { status, phase, countries, sponsors, people }
	},
	{
		id: 'results',
		heading: 'Results',
		charts: { 'results-time': resultsTime, 'results-missing': resultsMissing }
	}
] satisfies { id: string; heading: string; charts: Record<string, (view: View) => Chart> }[];

export interface Section {
	id: string;
	heading: string;
	charts: Chart[];
}

/** Every chart of a search, in sections. Each number with a link is the total of the list behind it. */
export function insights(view: View): Section[] {
	return sections.map(({ id, heading, charts }) => ({
		id,
		heading,
		charts: Object.values(charts).map((make) => make(view))
	}));
}

/** The chart of that name; undefined where there is none. */
export function insight(view: View, id: string): Chart | undefined {
	const makers: [string, (view: View) => Chart][] = sections.flatMap(({ charts }) =>
		Object.entries(charts)
	);
	return makers.find(([name]) => name === id)?.[1](view);
}
