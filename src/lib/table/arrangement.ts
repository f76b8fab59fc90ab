import { columnIds, defaultColumns, type ColumnId } from '#lib/search/columns.ts';
import type { Query } from '#lib/search/query.ts';

/** How the columns stand. */
export interface Arrangement {
	/** The columns to see, in order; the pinned ones first. */
	shown: readonly ColumnId[];
	/** Those that stay in sight while the others scroll. */
	pinned: readonly ColumnId[];
	hidden: readonly ColumnId[];
}

type Asked = Pick<Query, 'columns' | 'pin'>;

/** Without a word on it in the address, the title stays in sight. */
const defaultPins: readonly ColumnId[] = ['study'];

/**
 * The columns that a query asks for. No `columns` means the standard ones, no `pin` the title; a
 * pinned column that is not shown counts for nothing.
 */
export function arrangementOf({ columns, pin }: Asked): Arrangement {
	const chosen = columns.length > 0 ? columns : defaultColumns;
	const asked = pin.filter((id) => chosen.includes(id));
	const pinned = asked.length > 0 ? asked : defaultPins.filter((id) => chosen.includes(id));
	return {
		shown: pinnedFirst(chosen, pinned),
		pinned,
		hidden: columnIds.filter((id) => !chosen.includes(id))
	};
}

/** The query with the standard columns. */
export function withStandardColumns(query: Query): Query {
	return { ...query, columns: [], pin: [] };
}

/**
 * The query with a column one place earlier (-1) or later (1). Pinned columns change places among
 * themselves, and so do the others; undefined where there is no such place.
 */
export function moved(query: Query, id: ColumnId, by: -1 | 1): Query | undefined {
	const { shown, pinned } = arrangementOf(query);
	const from = shown.indexOf(id);
	const other = shown[from + by];
	if (from < 0 || other === undefined || pinned.includes(id) !== pinned.includes(other))
		return undefined;
	const swapped = shown.map((each) => (each === id ? other : each === other ? id : each));
	return arranged(query, swapped, swapped.slice(0, pinned.length));
}

/** The query with a column pinned, or no longer. */
export function pinToggled(query: Query, id: ColumnId): Query {
	const { shown, pinned } = arrangementOf(query);
	const pins = pinned.includes(id) ? pinned.filter((each) => each !== id) : [...pinned, id];
	return arranged(query, shown, pins);
}

/** The title is pinned where nothing else is, so it cannot be the last one to be let go. */
export function canUnpin({ pinned }: Arrangement, id: ColumnId): boolean {
	return pinned.length > 1 || !defaultPins.includes(id);
}

/** Writes an arrangement into a query; what is standard is left out, so that links stay short. */
function arranged(query: Query, shown: readonly ColumnId[], pins: readonly ColumnId[]): Query {
	const effective = pins.length > 0 ? pins : defaultPins;
	return {
		...query,
		columns: same(pinnedFirst(shown, pins), pinnedFirst(defaultColumns, pins)) ? [] : [...shown],
		pin: same(effective, defaultPins) ? [] : [...pins]
	};
}

function pinnedFirst(columns: readonly ColumnId[], pins: readonly ColumnId[]): ColumnId[] {
	return [...pins, ...columns.filter((id) => !pins.includes(id))];
}

function same(a: readonly ColumnId[], b: readonly ColumnId[]): boolean {
	return a.length === b.length && a.every((id, index) => id === b[index]);
}
