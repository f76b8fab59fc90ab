import { statusAge, statusWords } from '#lib/cards/status-words.ts';
import { wordFor } from '#lib/study/vocabulary.ts';
import type { ListedStudy } from '#lib/search/listed.ts';
import { column } from './features.ts';

const missing = 'not stated';
const listOf = (items: { label: string }[]) => items.map(({ label }) => label).join(', ');

/**
 * The columns of the table for work, as text; the title is the only cell with markup.
 * @param today `yyyy-MM-dd`, for the age of a status
 */
export function columnsOf(today: string) {
	return column.columns([
		column.accessor('nctId', { header: 'Number' }),
		column.accessor('title', { header: 'Study', meta: { sort: 'title' } }),
		column.accessor((study) => `${statusWords(study)}, ${statusAge(study, today)}`, {
			id: 'status',
			header: 'Status'
		}),
		column.accessor(({ mechanisms }) => listOf(mechanisms) || '–', {
			id: 'mechanism',
			header: 'Suspected cause'
		}),
		column.accessor(({ approaches }) => listOf(approaches) || '–', {
			id: 'approach',
			header: 'Treatment tested'
		}),
		column.accessor(
			({ phases }) => phases.map((phase) => wordFor('phase', phase)).join(', ') || missing,
			{
				id: 'phase',
				header: 'Phase'
			}
		),
		column.accessor(enrollment, {
			id: 'enrollment',
			header: 'People',
			meta: { align: 'end', sort: 'enrollment' }
		}),
		column.accessor(({ start }) => start ?? missing, {
			id: 'start',
			header: 'Start',
			meta: { align: 'end', sort: 'started' }
		}),
		column.accessor(({ updated }) => updated ?? missing, {
			id: 'updated',
			header: 'Last update',
			meta: { align: 'end', sort: 'updated' }
		}),
		column.accessor(({ sponsor }) => sponsor?.name ?? missing, { id: 'sponsor', header: 'Sponsor' })
	]);
}

function enrollment({ enrollment: planned }: ListedStudy): string {
	if (planned === undefined) return missing;
	const kind = planned.kind === undefined ? '' : ` (${wordFor('dateType', planned.kind)})`;
	return `${planned.count.toLocaleString('en-US')}${kind}`;
}
