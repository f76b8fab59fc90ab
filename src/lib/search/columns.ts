/** Columns of the table for work, by the name that stands in links (`columns`, `pin`). */
export const columnIds = [
	'number',
	'study',
	'status',
	'mechanism',
	'suspect',
	'approach',
	'related',
	'phase',
	'type',
	'people',
	'start',
	'completion',
	'updated',
	'results',
	'sponsor',
	'countries',
	'sites',
	'ages',
	'sex'
] as const;
export type ColumnId = (typeof columnIds)[number];

/** What the table shows where a link does not say. */
export const defaultColumns: readonly ColumnId[] = [
	'number',
	'study',
	'status',
	'mechanism',
	'approach',
	'phase',
	'people',
	'start',
	'updated',
	'sponsor'
];
