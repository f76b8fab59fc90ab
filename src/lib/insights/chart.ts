import { serialise, type QueryString } from '#lib/search/url.ts';
import type { View } from './view.ts';

/** How a chart is drawn; its numbers are a table in any case. */
export type Kind = 'bars' | 'years' | 'ranges' | 'matrix';

/** One number. Undefined: the search leaves out what it would count. */
export type Cell = Mark | undefined;

export interface Mark {
	value: number;
	/** The list whose total is the value; absent where there is no view behind the number. */
	query?: QueryString;
}

export interface Column {
	name: string;
	/** A shorter name where there is little room. */
	short?: string;
	counts: 'studies' | 'people' | 'months';
}

export interface Row {
	label: string;
	cells: Cell[];
	/** What to see in this row: "nothing open". */
	remark?: string;
	/** A sum of other rows, drawn on a scale of its own. */
	sum?: boolean;
}

/** Numbers with what they mean: a table, whatever it is drawn as. */
export interface Chart {
	id: string;
	kind: Kind;
	title: string;
	/** What the chart answers, in a sentence. */
	lead?: string;
	/** How to read it: what is counted and what is not. */
	notes: string[];
	/** Of how many studies it speaks. */
	studies: number;
	/** What the rows are. */
	rowsAre: string;
	columns: Column[];
	rows: Row[];
}

/** The number of studies of a view, with its link. */
export function mark(view: View): Mark;
export function mark(view: View | undefined): Cell;
export function mark(view: View | undefined): Cell {
	return view && { value: view.hits.length, query: serialise(view.query) };
}

export const studiesColumn = (name: string, short?: string): Column => ({
	name,
	counts: 'studies',
	...(short !== undefined && { short })
});

/** "1 study", "1,204 studies". */
export function studiesInWords(count: number): string {
	return `${count.toLocaleString('en-US')} ${count === 1 ? 'study' : 'studies'}`;
}

/** The values of a column from the rows that have one. */
export function isMark(cell: Cell): cell is Mark {
	return cell !== undefined;
}
