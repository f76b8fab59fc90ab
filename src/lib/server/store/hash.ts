import { createHash } from 'node:crypto';

/**
 * A fingerprint of a registry record (or of any JSON value): SHA-256, hex, over its JSON with
 * sorted keys, so that the order in which the registry writes its fields does not matter.
 *
 * `derivedSection.miscInfoModule.versionHolder` is left out: it is the date of the registry's data
 * set, the same in every record and new every day, and says nothing of the study. The input is
 * not changed. Throws where `JSON.stringify` would.
 */
export function contentHash(record: unknown): string {
	return createHash('sha256')
		.update(canonical(without(record, ['derivedSection', 'miscInfoModule', 'versionHolder'])))
		.digest('hex');
}

/** JSON with sorted keys and no white space. */
function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (!isObject(value)) return JSON.stringify(value) ?? 'null';
	const parts = Object.keys(value)
		.filter((key) => value[key] !== undefined)
		.sort()
		.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
	return `{${parts.join(',')}}`;
}

/** The value less the one field at the path; what is beside the path is shared, not copied. */
function without(value: unknown, [key, ...rest]: string[]): unknown {
	if (key === undefined || !isObject(value) || !Object.hasOwn(value, key)) return value;
	const { [key]: field, ...others } = value;
	return rest.length === 0 ? others : { ...others, [key]: without(field, rest) };
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
