import { mark, studiesColumn, studiesInWords, type Chart, type Row } from './chart.ts';
import { partsBy } from './parts.ts';
import { during, type View } from './view.ts';

/** So many years stand alone; earlier ones share a column, as do those far in the future. */
const most = 30;
const ahead = 2;

interface Period {
	name: string;
	short: string;
	span: string;
}

/** How many studies started each year: all of them, and by cause or treatment. */
export function starts(view: View, by: 'mechanism' | 'approach'): Chart {
	const periods = periodsOf(view);
	const row = (label: string, part: View): Row => ({
		label,
		cells: periods.map(({ span }) => {
			const year = during(part, 'started', span);
			// nothing to press where there is no bar
			return year?.hits.length === 0 ? { value: 0 } : mark(year);
		})
	});
	const unknown = view.hits.filter(({ study }) => study.start === undefined).length;
	const parts = partsBy(view, by).map((part) => row(part.label, part.view));
	return {
		id: by === 'mechanism' ? 'starts' : 'starts-by-treatment',
		kind: 'years',
		title: `Studies started each year, by ${by === 'mechanism' ? 'suspected cause' : 'treatment'}`,
		notes: [
			`A study with two ${by === 'mechanism' ? 'causes' : 'treatments'} is in both rows, so the rows add up to more than all. Planned starts count too.`,
			'The first row is drawn smaller than the others, on a scale of its own: read its numbers.',
			...(unknown > 0
				? [
						`${studiesInWords(unknown)} without a stated start: not drawn, and no view shows only these.`
					]
				: [])
		],
		studies: view.hits.length,
		rowsAre: by === 'mechanism' ? 'Suspected cause' : 'Treatment tested',
		columns: periods.map(({ name, short }) => studiesColumn(name, short)),
		rows: [{ ...row('All of these studies', view), sum: true }, ...parts]
	};
}

/** Every year from the first start to the last, those without a start too. */
function periodsOf({ hits, today }: View): Period[] {
	const years = hits.flatMap(({ study }) =>
		study.start ? [Number(study.start.date.slice(0, 4))] : []
	);
	if (years.length === 0) return [];
	// one by one: spreading 100,000 arguments overflows the stack
	const [least, greatest] = years.reduce(
		([low, high], year) => [Math.min(low, year), Math.max(high, year)],
		[Infinity, -Infinity]
	);
	const now = Number(today.slice(0, 4));
	const last = Math.min(greatest, Math.max(now + ahead, least));
	const first = Math.max(least, last - most + 1);
	const single = Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
	return [
		...(least < first
			? [open(`${first - 1} and before`, `≤${two(first - 1)}`, `..${first - 1}`)]
			: []),
		...single.map((year) => open(year, `’${year.slice(2)}`, year)),
		...(greatest > last
			? [open(`${last + 1} and after`, `≥${two(last + 1)}`, `${last + 1}..`)]
			: [])
	];
}

const open = (name: string, short: string, span: string): Period => ({ name, short, span });
const two = (year: number) => String(year).slice(2);
