import { stringify } from 'csv-stringify/sync';
import { csvColumns, rowOf, type Row } from './csv-columns.ts';
import type { Export } from './stream-formats.ts';
import { inBatches } from './stream.ts';

/**
 * RFC 4180: CRLF, quotes doubled, one row a study. A text that a spreadsheet would run as a formula
 * (it begins with = + - @, a tab or a line break) gets an apostrophe in front, as OWASP advises.
 */
const options = { record_delimiter: 'windows', escape_formulas: true } as const;

/**
 * CSV. The format has no comments, and a row that is no study would be counted as one: so the
 * receipt is a column, the last, filled on the first row; every row has the hash of the receipt.
 */
export const csv: Export = async function* ({ bom, prepare, today, origin, catalogue }) {
	const head = stringify([csvColumns.map(({ name }) => name)], options);
	yield bom ? `\uFEFF${head}` : head;
	const { hits, receipt, text } = await prepare();
	const file: Row['file'] = {
		origin,
		rules: catalogue.rules,
		dataTimestamp: catalogue.dataTimestamp ?? '',
		hash: receipt.hash
	};
	const first = text.replaceAll('\n', ' ');
	yield* inBatches(hits, (batch, from) =>
		stringify(
			batch.map((hit, index) => cellsOf(rowOf(hit, today, file, from + index === 0 ? first : ''))),
			options
		)
	);
};

function cellsOf(row: Row): string[] {
	return csvColumns.map(({ cell }) => {
		const text = String(cell(row) ?? '');
		// a line feed is on the list of OWASP too, and csv-stringify lets it pass
		return text.startsWith('\n') ? `'${text}` : text;
	});
}
