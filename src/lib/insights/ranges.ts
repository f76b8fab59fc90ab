import type { PartialDate } from '#lib/study/date.ts';
import type { Study } from '#lib/study/study.ts';
import { mark, studiesColumn, type Cell, type Chart, type Column, type Row } from './chart.ts';
import { filledPartsBy, type Part } from './parts.ts';
import { having, type View } from './view.ts';

/** How many people a study takes or took, by phase. */
export function people(view: View): Chart {
	return ranges(view, filledPartsBy(view, 'phase'), (study) => study.enrollment?.count, {
		id: 'people',
		title: 'How many people studies take, by phase',
		rowsAre: 'Phase',
		counts: 'people',
		notes: [
			'The number of people who joined; while a study runs, the number that it plans. At most half of the studies have fewer people than the median, at most half more. A study that was withdrawn before it began has 0.'
		]
	});
}

/** How long people waited for results after the end of a study, by kind of lead sponsor. */
export function resultsTime(view: View): Chart {
	const posted = having(view, 'results', 'posted') ?? { ...view, hits: [] };
	return ranges(posted, filledPartsBy(posted, 'sponsor'), monthsToResults, {
		id: 'results-time',
		title: 'Months from the end of a study to its posted results',
		rowsAre: 'Kind of lead sponsor',
		counts: 'months',
		notes: [
			'Studies with results on ClinicalTrials.gov, from the month of the end of the study (its completion date) to the month in which results were first posted. Below 0: posted before the end. Results that were published only in a journal are not seen here.'
		]
	});
}

interface Words extends Pick<Chart, 'id' | 'title' | 'rowsAre' | 'notes'> {
	counts: Column['counts'];
}

function ranges(
	view: View,
	parts: readonly Part[],
	valueOf: (study: Study) => number | undefined,
	{ counts, ...words }: Words
): Chart {
	const row = (label: string, part: View): Row => {
		const values = part.hits.flatMap(({ study }) => valueOf(study) ?? []).toSorted((a, b) => a - b);
		const stated = (value: number | undefined): Cell =>
			value === undefined ? undefined : { value };
		return {
			label,
			cells: [
				mark(part),
				{ value: values.length },
				stated(median(values)),
				stated(values[0]),
				stated(values.at(-1))
			]
		};
	};
	return {
		...words,
		kind: 'ranges',
		studies: view.hits.length,
		columns: [
			studiesColumn('Studies'),
			studiesColumn(
				counts === 'people' ? 'Of these, number stated' : 'Of these, both dates stated'
			),
			{ name: 'Median', counts },
			{ name: 'Least', counts },
			{ name: 'Most', counts }
		],
		rows:
			view.hits.length === 0
				? []
				: [
						{ ...row('All of these studies', view), sum: true },
						...parts.map(({ label, view: part }) => row(label, part))
					]
	};
}

/** The middle value of a sorted list; of two middle ones their mean. */
function median(sorted: readonly number[]): number | undefined {
	const half = sorted.length / 2;
	const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
	return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** Whole months, because many dates have no day; undefined where a month is not stated. */
function monthsToResults({ completion, resultsPosted }: Study): number | undefined {
	const [end, posted] = [completion, resultsPosted].map((fact) => fact && monthOf(fact.date));
	return end === undefined || posted === undefined ? undefined : posted - end;
}

function monthOf(date: PartialDate): number | undefined {
	const [year, month] = date.split('-').map(Number);
	return year === undefined || month === undefined ? undefined : year * 12 + month;
}
