import type { Catalogue } from '#lib/search/catalogue.ts';
import type { Query } from '#lib/search/query.ts';
import { withoutShowing } from '#lib/search/receipt-funnel.ts';
import { newestUpdate, personalIn } from '#lib/search/receipt.ts';
import { serialise } from '#lib/search/url.ts';

const longest = 120;

/**
 * The name of an export's file: what was asked and the date of the data, in plain ASCII, at most
 * 120 letters: `rls-trials_mechanism-iron_status-open_2026-11-20.csv`. What says something of the
 * visitor is not in it, only that there was such a limit: file names are seen by others.
 */
export function fileName(
	catalogue: Pick<Catalogue, 'dataTimestamp' | 'studies'>,
	query: Query,
	extension: string
): string {
	const personal = personalIn(query);
	const pairs = [
		...new URLSearchParams(serialise({ ...withoutShowing(query), sort: ['relevance'] }))
	]
		.filter(([key]) => !personal.includes(key))
		.map(([key, value]) => `${key}-${plain(value)}`);
	const asked = ['rls-trials', ...pairs, ...(personal.length > 0 ? ['personal-limits'] : [])];
	const tail = `_${dataDay(catalogue)}.${extension}`;
	const head = asked.join('_').slice(0, longest - tail.length);
	return `${head.replace(/[-_]+$/, '')}${tail}`;
}

/** The day of the data; where the registry gave none, of the newest record in hand. */
function dataDay({ dataTimestamp, studies }: Pick<Catalogue, 'dataTimestamp' | 'studies'>): string {
	const day = (dataTimestamp ?? newestUpdate({ studies }) ?? '').slice(0, 10);
	return plain(day) || 'undated';
}

/** Letters and digits of ASCII, all else as hyphens; accents fall off. */
function plain(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
}
