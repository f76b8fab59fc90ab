import type { View } from '#lib/insights/view.ts';
import type { Home } from '#lib/search/nearness.ts';
import { sentence } from '#lib/search/sentence.ts';

/** What the charts of a view cover: the sentence of its list, without the order, which no chart has. */
export function covers({ query, hits }: View, home?: Home): string {
	return sentence({ ...query, sort: [] }, hits.length, home).replace(/, sorted by $/, '');
}
