import {
	columnOrderingFeature,
	columnPinningFeature,
	columnVisibilityFeature,
	createColumnHelper,
	metaHelper,
	tableFeatures
} from '@tanstack/svelte-table';
import type { SortKey } from '#lib/search/query.ts';
import type { ListedStudy } from '#lib/search/listed.ts';

/** What the table knows of a column beyond TanStack. */
export interface ColumnMeta {
	align?: 'end';
	/** The order that this column's header asks for. */
	sort?: SortKey;
	/** A second, smaller line of a cell. */
	note?: (study: ListedStudy) => string;
}

/**
 * Which columns, in which order, which pinned: the table follows the address. Filters, order and
 * pages of rows are the server's, so none of TanStack's features for rows is here.
 */
export const features = tableFeatures({
	columnMeta: metaHelper<ColumnMeta>(),
	columnVisibilityFeature,
	columnOrderingFeature,
	columnPinningFeature
});
export const column = createColumnHelper<typeof features, ListedStudy>();
