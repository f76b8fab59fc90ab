import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as v from 'valibot';

const Replies = v.record(
	v.string(),
	v.looseObject({
		$ref: v.optional(v.string()),
		content: v.optional(v.record(v.string(), v.looseObject({ schema: v.looseObject({}) })))
	})
);

const Parameter = v.looseObject({
	name: v.string(),
	in: v.string(),
	description: v.string(),
	schema: v.looseObject({}),
	example: v.unknown()
});

const Operation = v.looseObject({
	operationId: v.string(),
	parameters: v.optional(v.array(v.union([v.object({ $ref: v.string() }), Parameter])), []),
	responses: Replies
});

const Document = v.looseObject({
	openapi: v.string(),
	paths: v.record(
		v.string(),
		v.object({ get: v.optional(Operation), post: v.optional(Operation) })
	),
	components: v.looseObject({
		schemas: v.record(v.string(), v.looseObject({})),
		parameters: v.record(v.string(), Parameter),
		responses: Replies
	})
});

/** What the tests read of an OpenAPI document. */
export type ApiDocument = v.InferOutput<typeof Document>;

/** Reads an OpenAPI document. @throws where it is not one in the form that the tests know */
export function readDocument(value: unknown): ApiDocument {
	return v.parse(Document, value);
}

/** What an answer looked like. */
export interface Answered {
	path: string;
	method?: 'get' | 'post';
	status: number;
	type: string;
	/** The value that was read from JSON; the text of all else. */
	body: unknown;
}

/**
 * A check of answers against a document: what is wrong with one, nothing where it is as described.
 * Stricter than the document: a member that it does not name is wrong, so that drift is seen.
 */
export function checker(document: ApiDocument): (answered: Answered) => string[] {
	// formats are checked; unknown keywords of OpenAPI (example) are not a mistake
	const ajv = new Ajv2020({ strict: false, allErrors: true });
	addFormats.default(ajv);
	ajv.addSchema({
		$id: 'https://document.example/',
		components: { schemas: closed(document.components.schemas) }
	});
	const known = new Map<string, ValidateFunction>();
	return ({ path, method = 'get', status, type, body }) => {
		const operation = document.paths[path]?.[method];
		if (!operation) return [`${method} ${path} is not in the document`];
		const given = operation.responses[String(status)];
		const name = given?.$ref?.replace('#/components/responses/', '');
		const reply = name === undefined ? given : document.components.responses[name];
		if (!reply) return [`${status} of ${path} is not in the document`];
		if (!reply.content) return type === '' ? [] : [`${status} of ${path} has no content`];
		const media = reply.content[type.replace(/;.*$/, '')];
		if (!media) return [`${type} of ${path} is not in the document`];
		const schema = JSON.stringify(closed(media.schema)).replaceAll(
			'"#/components/',
			'"https://document.example/#/components/'
		);
		const validate =
			known.get(schema) ?? ajv.compile(v.parse(v.looseObject({}), JSON.parse(schema)));
		known.set(schema, validate);
		validate(body);
		return (validate.errors ?? []).map(
			({ instancePath, message, params }) =>
				`${instancePath || '/'} ${message} ${JSON.stringify(params)}`
		);
	};
}

/** A schema in which objects have no members but those that are named. */
function closed(schema: unknown): unknown {
	if (Array.isArray(schema)) return schema.map(closed);
	if (typeof schema !== 'object' || schema === null) return schema;
	const inside = Object.fromEntries(
		Object.entries(schema).map(([key, value]) => [key, closed(value)])
	);
	const open = 'properties' in schema && !('additionalProperties' in schema);
	return open ? { ...inside, additionalProperties: false } : inside;
}
