import type { Basis, Confidence, Evidence, Label, NearMiss } from './labels.ts';

/** Something that a rule found; labels are made of it by `gather`. */
export interface Found<Id extends string> {
	id: Id;
	basis: Basis;
	confidence: Confidence;
	reason: string;
	evidence: Evidence[];
}

const rank: Record<Confidence, number> = { high: 0, medium: 1, low: 2 };
const mostProofs = 3;

/**
 * Makes one label of all that was found for an id: the surest finding gives basis, reason and first
 * proof; other fields add proofs, at most three in all. The order of ids is that of the first finding.
 */
export function gather<Id extends string>(all: readonly Found<Id>[]): Label<Id>[] {
	const byId = new Map<Id, Found<Id>[]>();
	for (const found of all) {
		const group = byId.get(found.id);
		if (group) group.push(found);
		else byId.set(found.id, [found]);
	}
	return [...byId.values()].flatMap((group) => {
		const sorted = group.toSorted((a, b) => rank[a.confidence] - rank[b.confidence]);
		const [best] = sorted;
		if (!best) return [];
		return { ...best, evidence: distinct(sorted.flatMap(({ evidence }) => evidence)) };
	});
}

function distinct(evidence: readonly Evidence[]): Evidence[] {
	const fields = new Set<string>();
	const kept = evidence.filter(({ field }) => !fields.has(field) && fields.add(field));
	return kept.slice(0, mostProofs);
}

/** Near misses, once for each id, without those that became a label after all. */
export function missesOf(misses: readonly NearMiss[], given: ReadonlySet<string>): NearMiss[] {
	const seen = new Set<string>();
	return misses.filter(({ facet, id }) => {
		const key = `${facet} ${id}`;
		if (given.has(key) || seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}
