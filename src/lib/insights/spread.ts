import type { FacetKey } from '#lib/search/filters.ts';
import { mark, studiesColumn, studiesInWords, type Chart, type Row } from './chart.ts';
import { filledPartsBy } from './parts.ts';
import { having, type View } from './view.ts';

interface Words {
	id: string;
	title: string;
	rowsAre: string;
	notes?: string[];
}

/** One bar for each value of a facet that occurs. */
function bars(view: View, key: FacetKey, { id, title, rowsAre, notes = [] }: Words): Chart {
	return {
		id,
		kind: 'bars',
		title,
		notes,
		studies: view.hits.length,
		rowsAre,
		columns: [studiesColumn('Studies')],
		rows: filledPartsBy(view, key).map(({ label, view: part }): Row => ({
			label,
			cells: [mark(part)]
		}))
	};
}

export function status(view: View): Chart {
	const open = having(view, 'status', 'open')?.hits.length ?? 0;
	return bars(view, 'status', {
		id: 'status',
		title: 'Status',
		rowsAre: 'Status',
		notes:
			open > 0
				? [
						'“Open now” is recruiting or soon to, and confirmed by the sponsor within two years. Those studies are also in the bar of the registry’s own word.'
					]
				: [
						'None of these counts as open now: that is recruiting or soon to, and confirmed by the sponsor within two years.'
					]
	});
}

export function phase(view: View): Chart {
	return bars(view, 'phase', {
		id: 'phase',
		title: 'Phase',
		rowsAre: 'Phase',
		notes: ['A study of phase 2 and 3 is in both bars.']
	});
}

export function sponsors(view: View): Chart {
	return bars(view, 'sponsor', {
		id: 'sponsors',
		title: 'Who leads the studies',
		rowsAre: 'Kind of lead sponsor'
	});
}

/** Most studies first; a study in two countries is in both. */
export function countries(view: View): Chart {
	const chart = bars(view, 'country', {
		id: 'countries',
		title: 'Countries',
		rowsAre: 'Country',
		notes: ['A study in several countries is in each of their bars.']
	});
	const unknown = view.hits.filter(({ study }) =>
		study.sites.every(({ countryCode }) => countryCode === undefined)
	).length;
	const value = ({ cells }: Row) => cells[0]?.value ?? 0;
	return {
		...chart,
		notes: [
			...chart.notes,
			...(unknown > 0 ? [`${studiesInWords(unknown)} without a stated country.`] : [])
		],
		rows: chart.rows.toSorted((a, b) => value(b) - value(a) || a.label.localeCompare(b.label, 'en'))
	};
}
