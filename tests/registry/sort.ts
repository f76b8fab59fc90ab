import { createHash } from 'node:crypto';
import { BadRequest, listOf } from './filters.ts';
import { pieces, type Piece } from './pieces.ts';
import { idOf, textsAt } from './record.ts';

/** The same records always in the same disorder, and in another one for each version of the data. */
export function shuffled(records: readonly unknown[], version: string): unknown[] {
	const keyed = records.map((record, index) => ({
		record,
		key: createHash('sha1')
			.update(`${version}|${idOf(record)}|${index}`)
			.digest('hex')
	}));
	return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ record }) => record);
}

function sortKey(item: string, number: number): { piece: Piece; sign: number } | undefined {
	const [name = '', direction] = item.split(':');
	const piece = pieces.get(name);
	if (name === '@relevance') return undefined;
	const sortable = piece?.type === 'date' || piece?.type === 'number';
	if (!sortable || (direction !== undefined && direction !== 'asc' && direction !== 'desc'))
		throw new BadRequest(`Item ${number} in parameter \`sort\` has incorrect format`);
	const descending = direction === undefined ? piece.type === 'date' : direction === 'desc';
	return { piece, sign: descending ? -1 : 1 };
}

/**
 * Records in the order of `sort`: at most two keys, of dates and numbers; a missing value is last.
 * Relevance is not known to this stand-in: it leaves the order as it is.
 *
 * @throws BadRequest with the registry's wording
 */
export function sorted(records: readonly unknown[], sort: string): unknown[] {
	const items = sort === '' ? [] : listOf(sort);
	if (items.length > 2) throw new BadRequest('Parameter `sort` has incorrect format');
	const keys = items.flatMap((item, index) => sortKey(item, index + 1) ?? []);
	return [...records].sort((a, b) => {
		for (const { piece, sign } of keys) {
			const [left] = textsAt(a, piece.path);
			const [right] = textsAt(b, piece.path);
			if (left === right) continue;
			if (left === undefined) return 1;
			if (right === undefined) return -1;
			if (piece.type === 'number') return (Number(left) - Number(right)) * sign;
			return (left < right ? -1 : 1) * sign;
		}
		return 0;
	});
}
