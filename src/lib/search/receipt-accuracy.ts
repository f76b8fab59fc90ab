import { wilson } from '#lib/mechanism/wilson.ts';
import { facetLabel } from './facets.ts';
import type { Query } from './query.ts';

/** A share as it was counted: `right` of `of` cases. */
export interface Share {
	right: number;
	of: number;
}

/** How right one label was on one set of records that people labelled. */
export interface LabelAccuracy {
	key: LabelKey;
	id: string;
	label: string;
	/** Name of the set: `held-out`, `real`. */
	set: string;
	precision: Share;
	recall: Share;
}

/** What was measured on one set (see /about/accuracy). */
export interface MeasuredSet {
	rules: string;
	relevance: { right: number; all: number };
	facets: Record<
		string,
		{ labels: Record<string, { right: number; falseAlarms: number; misses: number }> }
	>;
}

/** The keys of a query that ask for labels of our making. */
export const labelKeys = ['mechanism', 'suspect', 'related', 'approach'] as const;
type LabelKey = (typeof labelKeys)[number];

/** Below this many cases a share says nothing, and is not given. */
const fewest = 20;

/** Does the query ask for a label of our making, apart from the scope? */
export function hasLabelFilter(query: Query): boolean {
	return labelKeys.some((key) => query[key].length > 0);
}

/** Precision and recall of each label that a query asks for, on each set, with their counts. */
export function accuracyOf(
	query: Query,
	sets: readonly (readonly [name: string, set: MeasuredSet])[]
): LabelAccuracy[] {
	return labelKeys.flatMap((key) =>
		query[key].flatMap((id) =>
			sets.map(([set, { facets }]) => {
				const { right, falseAlarms, misses } = facets[key]?.labels[id] ?? none;
				return {
					...{ key, id, label: facetLabel(key, id), set },
					precision: { right, of: right + falseAlarms },
					recall: { right, of: right + misses }
				};
			})
		)
	);
}

const none = { right: 0, falseAlarms: 0, misses: 0 };

/** "96% (81 to 99, n = 26)" with Wilson's 95 % interval, or "not measurable (n = 16)". */
export function shareInWords({ right, of }: Share): string {
	if (of < fewest) return `not measurable (n = ${of})`;
	const [low, high] = wilson(right, of);
	return `${percent(right / of)}% (${percent(low)} to ${percent(high)}, n = ${of})`;
}

// rounded down, so that 99.97 never reads as 100
function percent(share: number): string {
	return String(Math.floor(share * 1000) / 10);
}
