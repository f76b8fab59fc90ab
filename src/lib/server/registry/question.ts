import type { Params } from './http.ts';
import { RegistryError } from './registry-error.ts';

/** One request of a question: its words, and the same as parameters of `/studies`. */
export interface QuestionPart {
	words: string;
	params: Params;
}

const phrases = [
	['restless legs syndrome', 'restless legs', 'restless leg'],
	['Willis-Ekbom disease'],
	['periodic limb movement', 'periodic limb movements']
];

/** `query.term` looks into 57 fields (BasicSearch), but into neither of these two. */
const areas = ['', 'AREA[EligibilityCriteria]', 'AREA[DetailedDescription]'];

/**
 * The question that is asked by default: studies that name RLS or periodic limb movements anywhere,
 * eligibility text included. Several parts, for the registry calls a part of 14 words "Too
 * complicated query"; each has at most 12, operators and areas counted.
 */
export const defaultQuery: string = areas
	.flatMap((area) => phrases.map((group) => `${area}${oneOf(group, area !== '')}`))
	.join('; ');

/** Asked as `query.cond` when the registry refuses the wide question: the condition itself. */
export const narrowQuery = oneOf([
	'restless legs syndrome',
	'restless leg syndrome',
	'Willis-Ekbom disease'
]);

/**
 * Reads a `CTGOV_QUERY`: Essie expressions for `query.term`, separated by `;` (which Essie itself
 * reads as white space), asked one after another; `ALL` alone asks without a query. Throws a
 * `RegistryError` for an empty one, because `/studies` without a query is the whole registry.
 */
export function questionParts(query: string): QuestionPart[] {
	const expressions = query
		.split(';')
		.map((part) => part.trim())
		.filter((part) => part !== '');
	if (expressions.length === 0) {
		throw new RegistryError('refused', 'The question to the registry is empty; ALL takes all.');
	}
	return expressions.map((words) =>
		words === 'ALL' ? { words, params: {} } : { words, params: { 'query.term': words } }
	);
}

/** The narrow question, as one part. */
export const narrowPart: QuestionPart = {
	words: narrowQuery,
	params: { 'query.cond': narrowQuery }
};

function oneOf(group: string[], grouped = false): string {
	const words = group.map((phrase) => `"${phrase}"`).join(' OR ');
	return grouped && group.length > 1 ? `(${words})` : words;
}
