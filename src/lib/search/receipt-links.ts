import type { Query } from './query.ts';
import { hasLabelFilter } from './receipt-accuracy.ts';
import { withoutShowing } from './receipt-funnel.ts';
import { serialise } from './url.ts';

/** The formats of an export, by the ending of their address. */
export const exportIds = ['csv', 'ndjson', 'ris', 'bib'] as const;
export type ExportId = (typeof exportIds)[number];

export function isExportId(text: string): text is ExportId {
	return exportIds.some((id) => id === text);
}

/** A link with the words for it. */
export interface ExportLink {
	label: string;
	href: string;
}

/**
 * Where a search is to be had as a file, each in plain words. A search without a label of ours is
 * first offered whole: what our rules leave out may be what a reviewer needs.
 */
export function exportLinks(query: Query): ExportLink[] {
	const search = withoutShowing(query);
	const whole: Query = { ...search, scope: 'all' };
	const offerWhole = query.scope !== 'all' && !hasLabelFilter(query);
	return [
		...(offerWhole
			? [
					{
						label: 'All studies, also those that our rules do not call about RLS (CSV)',
						href: exportHref('csv', whole)
					},
					{ label: 'The same for EndNote or Zotero (RIS)', href: exportHref('ris', whole) }
				]
			: []),
		{ label: 'This list as a table (CSV)', href: exportHref('csv', search) },
		{ label: 'This list as a table for Excel (CSV)', href: exportHref('csv', search, 'bom=yes') },
		{ label: 'This list for EndNote or Zotero (RIS)', href: exportHref('ris', search) },
		{ label: 'This list for LaTeX (BibTeX)', href: exportHref('bib', search) },
		{ label: 'This list for programs (NDJSON)', href: exportHref('ndjson', search) },
		{
			label: 'This account for programs (JSON)',
			href: `/api/v1/receipt${serialise(search)}`
		}
	];
}

function exportHref(id: ExportId, query: Query, more = ''): string {
	const address = serialise(query);
	const joined = more === '' ? address : `${address === '' ? '?' : `${address}&`}${more}`;
	return `/api/v1/studies.${id}${joined}`;
}
