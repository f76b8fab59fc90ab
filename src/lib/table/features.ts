import { createColumnHelper, metaHelper, tableFeatures } from '@tanstack/svelte-table';
import type { SortKey } from '#lib/search/query.ts';
import type { ListedStudy } from '#lib/search/listed.ts';

interface ColumnMeta {
	align?: 'end';
	/** The order that this column's header asks for. */
	sort?: SortKey;
}

/** The server filters, sorts and pages, so the table itself needs no feature of TanStack's. */
export const features = tableFeatures({ columnMeta: metaHelper<ColumnMeta>() });
export const column = createColumnHelper<typeof features, ListedStudy>();
