import type { JsonSchema } from '@valibot/to-json-schema';
import { everything, QuerySchema, type QueryKey } from '#lib/search/query.ts';
import { stated } from '#lib/study/stated.ts';
import { valueSchema } from './components.ts';
import { keyWords, otherKeys, type OtherKey } from './keys.ts';

/** A key of the address as OpenAPI describes it. */
export interface Parameter {
	name: string;
	in: 'query' | 'path';
	required?: true;
	description: string;
	style?: 'form';
	explode?: false;
	schema: JsonSchema;
	example?: unknown;
}

function isQueryKey(key: string): key is QueryKey {
	return Object.hasOwn(QuerySchema.entries, key);
}

/** The keys of a search, in the order of the schema. */
export const queryKeys = Object.keys(QuerySchema.entries).filter(isQueryKey);

/** One key of a search: its values and default are those of `QuerySchema`. */
function queryParameter(key: QueryKey): Parameter {
	const { says, example } = keyWords[key];
	const several = Array.isArray(everything[key]);
	return {
		name: key,
		in: 'query',
		description: says,
		// commas; the key may be repeated as well
		...(several && { style: 'form', explode: false }),
		schema: schemaOf(key),
		example: several
			? example.split(',')
			: typeof everything[key] === 'number'
				? Number(example)
				: example
	};
}

function schemaOf(key: QueryKey): JsonSchema {
	const { enum: values, pattern, maxLength, type, items } = valueSchema(QuerySchema.entries[key]);
	const fallback = everything[key];
	if (typeof fallback === 'number')
		return values
			? { type: 'integer', enum: values.map(Number), default: fallback }
			: { type: 'integer', minimum: 1, maximum: 999_999, default: fallback };
	const named = values?.filter((value) => value !== '');
	return {
		...stated({ type, items, enum: named, pattern, maxLength }),
		...(fallback !== '' && fallback.length > 0 && { default: fallback })
	};
}

/** All keys, by the name under which the document holds them. */
export const parameters: Record<string, Parameter> = Object.fromEntries([
	...queryKeys.map((key) => [key, queryParameter(key)] as const),
	...Object.entries(otherKeys).map(([name, { says, example, schema }]): [string, Parameter] => [
		name,
		{ name, in: 'query', description: says, schema, example }
	])
]);

/** References to keys by their names. */
export function parameterRefs(keys: readonly (QueryKey | OtherKey)[]) {
	return keys.map((key) => ({ $ref: `#/components/parameters/${key}` }));
}
