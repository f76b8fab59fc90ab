import { toJsonSchema, toJsonSchemaDefs, type JsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { Change, ChangesAnswer, FieldChange } from './answer-changes.ts';
import {
	Cause,
	CausesAnswer,
	Expansion,
	Facets,
	FacetValue,
	Near,
	StudiesAnswer
} from './answer-list.ts';
import { Catalogue, CatalogueAnswer, KeyProblem, Problem, SetAside } from './answer-parts.ts';
import { Comparison, Mark, Receipt, ReceiptAnswer, Share } from './answer-receipt.ts';
import {
	Evidence,
	Label,
	NearSite,
	Study,
	StudyAnswer,
	StudyDetails,
	StudyLinks
} from './answer-study.ts';

/** What the API answers, by the name that stands in the OpenAPI document. */
const answers = {
	Catalogue,
	CatalogueAnswer,
	Cause,
	CausesAnswer,
	Change,
	ChangesAnswer,
	Comparison,
	Evidence,
	Expansion,
	FacetValue,
	Facets,
	FieldChange,
	KeyProblem,
	Label,
	Mark,
	Near,
	NearSite,
	Problem,
	Receipt,
	ReceiptAnswer,
	SetAside,
	Share,
	StudiesAnswer,
	Study,
	StudyAnswer,
	StudyDetails,
	StudyLinks
};

export type AnswerName = keyof typeof answers;

/** Where a schema of that name stands in the document. */
export function schemaRef(name: AnswerName) {
	return { $ref: `#/components/schemas/${name}` };
}

/**
 * The answers as JSON Schemas (2020-12). Members that are not named are left open on purpose: answers
 * grow by addition, and a client that was made from this document must not fail for it.
 */
export const schemas: Record<AnswerName, JsonSchema> = toJsonSchemaDefs(answers, {
	target: 'draft-2020-12',
	overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`
});

/** One value of the address as a JSON Schema. What a schema checks by code is left to words. */
export function valueSchema(schema: v.GenericSchema): JsonSchema {
	const { $schema, ...rest } = toJsonSchema(schema, {
		target: 'draft-2020-12',
		errorMode: 'ignore'
	});
	return $schema === undefined ? {} : rest;
}
