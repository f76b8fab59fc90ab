import { mark, studiesColumn, studiesInWords, type Chart, type Row } from './chart.ts';
import { filledPartsBy } from './parts.ts';
import { during, having, type View } from './view.ts';

/** Of the studies that were completed over a year ago: which have results posted, by lead sponsor. */
export function resultsMissing(view: View): Chart {
	const { today } = view;
	const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4).replace('-02-29', '-02-28')}`;
	const completed = having(view, 'status', 'completed');
	const ended = completed && during(completed, 'completed', `..${yearAgo}`);
	const row = (label: string, part: View): Row => ({
		label,
		cells: [
			mark(having(part, 'results', 'none')),
			mark(having(part, 'results', 'posted')),
			mark(part)
		]
	});
	const untold = (ended?.hits ?? []).filter(({ study }) => study.hasResults === undefined).length;
	const parts = ended ? filledPartsBy(ended, 'sponsor') : [];
	return {
		id: 'results-missing',
		kind: 'matrix',
		title: 'Completed over a year ago: are results posted?',
		notes: [
			...(untold > 0
				? [`${studiesInWords(untold)} whose record does not tell: only under “All”.`]
				: []),
			'By kind of lead sponsor. Not every study must post results on ClinicalTrials.gov; some publish them only in a journal, which is not seen here.'
		],
		studies: ended?.hits.length ?? 0,
		rowsAre: 'Kind of lead sponsor',
		columns: [
			studiesColumn('No results posted', 'None'),
			studiesColumn('Results posted', 'Posted'),
			studiesColumn('All')
		],
		rows:
			ended && ended.hits.length > 0
				? [
						{ ...row('All of these studies', ended), sum: true },
						...parts.map(({ label, view: part }) => row(label, part))
					]
				: []
	};
}
