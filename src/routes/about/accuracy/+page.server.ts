import { facetLabel } from '#lib/search/facets.ts';
import { suspects } from '#lib/mechanism/taxonomy.ts';
import { rulesVersion } from '#lib/mechanism/rules.ts';
import { wilson } from '#lib/mechanism/wilson.ts';
import { measured, type Measured } from '#lib/server/accuracy.ts';
import type { PageServerLoad } from './$types';

/** Below this many cases a share says nothing, and is not given. */
const fewest = 20;

const headings: Record<string, string> = {
	mechanism: 'Suspected cause studied',
	suspect: 'Medicine or substance under suspicion',
	related: 'Other conditions',
	approach: 'Treatment tested'
};

const percent = (share: number) => `${Math.floor(share * 1000) / 10}`.replace(/\.0$/, '');

/** "98 (93 to 100)", or that there were too few cases. */
function withInterval(right: number, all: number): string {
	if (all < fewest) return 'not measurable';
	const [low, high] = wilson(right, all);
	return `${percent(right / all)} (${percent(low)} to ${percent(high)})`;
}

function nameOf(facet: string, id: string): string {
	if (facet === 'suspect')
		return Object.entries(suspects).find(([key]) => key === id)?.[1].label ?? id;
	return facet === 'mechanism' || facet === 'related' || facet === 'approach'
		? facetLabel(facet, id)
		: id;
}

function table([facet, { micro, macro, labels }]: [string, Measured['facets'][string]]) {
	return {
		heading: headings[facet] ?? facet,
		micro: percent(micro.f1),
		macro: percent(macro),
		rows: Object.entries(labels)
			.filter(([, score]) => score.support + score.falseAlarms > 0)
			.map(([id, { right, falseAlarms, misses, support, f1 }]) => ({
				name: nameOf(facet, id),
				precision: withInterval(right, right + falseAlarms),
				recall: withInterval(right, right + misses),
				f1: support < fewest ? 'not measurable' : percent(f1),
				cases: support
			}))
	};
}

export const load: PageServerLoad = () => ({
	rulesVersion,
	sets: Object.fromEntries(
		Object.entries(measured).map(([name, set]) => [
			name,
			{
				rules: set.rules,
				records: set.records,
				relevance: withInterval(set.relevance.right, set.relevance.all),
				partial: `${set.relevance.partialFound} of ${set.relevance.partial}`,
				tables: Object.entries(set.facets).map(table),
				confidence: Object.entries(set.confidence.levels).map(([level, [right, all]]) => ({
					level,
					right: withInterval(right, all),
					labels: all
				}))
			}
		])
	)
});
