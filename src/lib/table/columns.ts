import { statusAge, statusWords } from '#lib/cards/status-words.ts';
import type { ColumnId } from '#lib/search/columns.ts';
import { facetHeadings } from '#lib/search/facets.ts';
import { agesInWords, type ListedStudy } from '#lib/search/listed.ts';
import { wordFor } from '#lib/study/vocabulary.ts';
import { column, type ColumnMeta } from './features.ts';

/** What a cell says where the record says nothing. */
export const missing = 'not stated';
/** What a cell says where our rules gave no label. */
export const noLabel = 'none found';

/** How each column is headed. */
export const columnNames: Record<ColumnId, string> = {
	number: 'Number',
	study: 'Study',
	status: facetHeadings.status,
	mechanism: facetHeadings.mechanism,
	suspect: facetHeadings.suspect,
	approach: facetHeadings.approach,
	related: facetHeadings.related,
	phase: facetHeadings.phase,
	type: facetHeadings.type,
	people: 'People',
	start: 'Start',
	completion: 'Completion',
	updated: 'Last update',
	results: facetHeadings.results,
	sponsor: facetHeadings.sponsor,
	countries: 'Countries',
	sites: 'Sites',
	ages: 'Ages',
	sex: 'Sex'
};

/**
 * The columns of the table for work, as text. Only the cell that names the study and the status
 * have markup, which the table makes.
 * @param today `yyyy-MM-dd`, for the age of a status
 */
export function columnsOf(today: string) {
	const text = (id: ColumnId, value: (study: ListedStudy) => string, meta: ColumnMeta = {}) =>
		column.accessor(value, { id, header: columnNames[id], meta });
	return column.columns([
		text('number', ({ nctId }) => nctId, { sort: 'number' }),
		text('study', ({ title }) => title, { sort: 'title' }),
		text('status', (study) => `${statusWords(study)}, ${statusAge(study, today)}`),
		text('mechanism', ({ mechanisms }) => labels(mechanisms)),
		text('suspect', ({ suspects }) => labels(suspects)),
		text('approach', ({ approaches }) => labels(approaches)),
		text('related', ({ related }) => labels(related)),
		text('phase', ({ phases }) => listOr(missing, phases.map(phaseWord)), { sort: 'phase' }),
		text('type', ({ type }) => (type === undefined ? missing : wordFor('studyType', type))),
		text('people', ({ enrollment }) => enrollment?.count.toLocaleString('en-US') ?? missing, {
			align: 'end',
			sort: 'enrollment',
			note: ({ enrollment }) =>
				enrollment?.kind === undefined ? '' : wordFor('dateType', enrollment.kind)
		}),
		text('start', ({ start }) => start ?? missing, { align: 'end', sort: 'started' }),
		text('completion', ({ completion }) => completion ?? missing, {
			align: 'end',
			sort: 'completed'
		}),
		text('updated', ({ updated }) => updated ?? missing, { align: 'end', sort: 'updated' }),
		text('results', ({ hasResults }) =>
			hasResults === undefined ? missing : hasResults ? 'Posted' : 'None posted'
		),
		text('sponsor', ({ sponsor }) => sponsor?.name ?? missing, { sort: 'sponsor' }),
		text('countries', ({ countries }) => listOr(missing, countries)),
		text('sites', ({ sites }) => (sites.total === 0 ? missing : String(sites.total)), {
			align: 'end',
			sort: 'sites',
			note: ({ sites }) => (sites.recruiting === undefined ? '' : `${sites.recruiting} recruiting`)
		}),
		text('ages', ({ ages }) => agesInWords(ages.minimum, ages.maximum)),
		text('sex', ({ sex }) => (sex === undefined ? missing : wordFor('sex', sex)))
	]);
}

const labels = (given: { label: string }[]) =>
	listOr(
		noLabel,
		given.map(({ label }) => label)
	);

const listOr = (otherwise: string, items: string[]) =>
	items.length === 0 ? otherwise : items.join(', ');

/** Short, because a narrow column would make every row high. */
const phaseWord = (phase: string) => (phase === 'NA' ? 'No phase' : wordFor('phase', phase));
