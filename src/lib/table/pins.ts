import type { ColumnId } from '#lib/search/columns.ts';

/** Widths in steps, in classes: the pages' security policy allows no inline styles. */
const stepsOf = (id: ColumnId) => (id === 'study' ? 2 : 1);
/** As many as the styles of the table know. */
const mostSteps = 5;

interface Pin {
	/** For each cell of the column: where it begins and ends, counted in steps. */
	cell: string;
	/** For the region that scrolls: how far pinned columns reach. */
	reach: string;
}

/**
 * The classes that keep pinned columns in sight (StudyTable has the styles). A column that would end
 * too far to the right, and those after it, only stand first and scroll.
 */
export function pinClasses(pinned: readonly ColumnId[]): Map<string, Pin> {
	const classes = new Map<string, Pin>();
	let from = 0;
	for (const id of pinned) {
		const to = from + stepsOf(id);
		if (to > mostSteps) break;
		classes.set(id, { cell: `pin from-${from} to-${to}`, reach: `reach-${to}` });
		from = to;
	}
	return classes;
}
