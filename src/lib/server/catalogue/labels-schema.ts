import * as v from 'valibot';
import type { Labels } from '#lib/mechanism/labels.ts';
import { approaches, mechanisms, related, relevances, suspects } from '#lib/mechanism/taxonomy.ts';

const oneOf = <T extends Record<string, unknown>>(facet: T) =>
	v.pipe(
		v.string(),
		v.guard((id): id is keyof T & string => typeof id === 'string' && Object.hasOwn(facet, id))
	);

const evidence = v.array(
	v.object({ field: v.string(), quote: v.exactOptional(v.string()), rule: v.string() })
);

const labelOf = <T extends Record<string, unknown>>(facet: T) =>
	v.array(
		v.object({
			id: oneOf(facet),
			basis: v.picklist(['gives', 'trigger', 'chosen', 'measured', 'comparator', 'stated']),
			confidence: v.picklist(['high', 'medium', 'low']),
			evidence,
			reason: v.string()
		})
	);

const LabelsSchema = v.object({
	relevance: oneOf(relevances),
	relevanceEvidence: evidence,
	mechanisms: labelOf(mechanisms),
	suspects: labelOf(suspects),
	related: labelOf(related),
	approaches: labelOf(approaches),
	nearMisses: v.array(
		v.object({
			facet: v.picklist(['mechanism', 'related', 'approach']),
			id: v.string(),
			why: v.string(),
			evidence
		})
	)
});

/** Labels as they were kept (in the store, in the starter), or undefined where they do not fit. */
export function readLabels(value: unknown): Labels | undefined {
	const result = v.safeParse(LabelsSchema, value);
	return result.success ? result.output : undefined;
}
