import { mark, studiesColumn, type Chart, type Row } from './chart.ts';
import { partsBy } from './parts.ts';
import { having, type View } from './view.ts';

const running = ['active-not-recruiting', 'enrolling-by-invitation', 'suspended'];
const finished = ['completed', 'terminated'];

/** Where there is research: for each cause or treatment what is open, running, finished, reported. */
export function gaps(view: View, by: 'mechanism' | 'approach'): Chart {
	const rows = partsBy(view, by).map(({ label, view: part }): Row => {
		const open = having(part, 'status', 'open');
		const ended = having(part, 'status', ...finished);
		return {
			label,
			cells: [
				mark(open),
				mark(having(part, 'status', ...running)),
				mark(ended),
				mark(ended && having(ended, 'results', 'posted')),
				mark(part)
			],
			...(open?.hits.length === 0 && {
				remark: part.hits.length === 0 ? 'no study' : 'nothing open'
			})
		};
	});
	return {
		id: by === 'mechanism' ? 'gaps' : 'gaps-by-treatment',
		kind: 'matrix',
		title:
			by === 'mechanism'
				? 'Which causes have studies, and which have nothing open'
				: 'Which treatments have studies, and which have nothing open',
		...emptied(rows),
		notes: [
			'“Open” is taking people or soon to, and confirmed by the sponsor within two years. “Running, not open” is under way, by invitation only, or paused. “Finished” is completed or stopped early. “All” also has the rest, such as unknown and withdrawn.'
		],
		studies: view.hits.length,
		rowsAre: by === 'mechanism' ? 'Suspected cause' : 'Treatment tested',
		columns: [
			studiesColumn('Open now', 'Open'),
			studiesColumn('Running, not open', 'Running'),
			studiesColumn('Finished'),
			studiesColumn('Finished, results posted', 'Results'),
			studiesColumn('All')
		],
		rows
	};
}

/** The answer in a sentence: what was finished and has nothing open now. */
function emptied(rows: readonly Row[]): Pick<Chart, 'lead'> {
	const names = rows
		.filter(({ cells: [open, , ended] }) => open?.value === 0 && (ended?.value ?? 0) > 0)
		.map(({ label, cells }) => `${label} (${(cells[2]?.value ?? 0).toLocaleString('en-US')})`);
	return names.length === 0
		? {}
		: { lead: `Finished studies, but nothing open now: ${names.join('; ')}.` };
}
