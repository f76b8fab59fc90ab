import { BadRequest, listOf, searchParameters } from './filters.ts';
import { fieldPaths } from './pieces.ts';

export const listParameters = [
	...searchParameters,
	'format',
	'markupFormat',
	'fields',
	'sort',
	'countTotal',
	'pageSize',
	'pageToken'
];
export const studyParameters = ['format', 'markupFormat', 'fields'];

/**
 * @throws BadRequest for a name that the endpoint does not know, or that comes twice, and for formats
 * that are not built
 */
export function checkParameters(parameters: URLSearchParams, known: readonly string[]): void {
	for (const name of parameters.keys()) {
		if (!known.includes(name)) throw new BadRequest(`\`${name}\` is unknown parameter`);
		if (parameters.getAll(name).length > 1)
			throw new BadRequest(`Parameter \`${name}\` is given more than once`);
	}
	const { format, markupFormat } = Object.fromEntries(parameters);
	if (format !== undefined && format !== 'json')
		throw new BadRequest(`Format ${format} is not served by this stand-in`);
	if (markupFormat !== undefined && markupFormat !== 'markdown')
		throw new BadRequest(`Markup format ${markupFormat} is not served by this stand-in`);
}

/** The paths of `fields`; undefined where it is not asked. */
export function fieldsOf(parameters: URLSearchParams): string[] | undefined {
	const items = listOf(parameters.get('fields') ?? '').filter((item) => item !== '');
	if (items.length === 0) return undefined;
	return items.flatMap((item) => {
		const paths = fieldPaths(item);
		if (!paths) throw new BadRequest(`Parameter 'fields' contains invalid field name: '${item}'`);
		return paths;
	});
}

/** Rows per page: 10 for none or 0, and never more than 1000. */
export function pageSizeOf(parameters: URLSearchParams): number {
	const text = parameters.get('pageSize') ?? '';
	// The wording is not recorded.
	if (!/^\d*$/.test(text)) throw new BadRequest('Parameter `pageSize` has incorrect format');
	return Math.min(Number(text) || 10, 1000);
}
