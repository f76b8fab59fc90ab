import { hugeRecord, oddRecords } from '../fixtures/odd-records.ts';

/** The registry's records gone wrong: each function takes all records and gives them as they then come. */

type Json = Record<string, unknown>;

function isJson(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value with every text in it made anew; what stands under the kept names stays. */
function withTexts(
	value: unknown,
	change: (text: string) => string,
	keep: ReadonlySet<string>
): unknown {
	if (typeof value === 'string') return change(value);
	if (Array.isArray(value)) return value.map((item: unknown) => withTexts(item, change, keep));
	if (!isJson(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [
			name,
			keep.has(name) ? inner : withTexts(inner, change, keep)
		])
	);
}

const numbers = new Set(['nctId', 'nctIdAliases']);

/** What no page may hold as markup. */
export const script = '<script>alert("fuzz")</script><img src=x onerror=alert("fuzz")>';

/** Script at the end of every text: titles, names, places, criteria, dates and words of a list alike. */
export function scripted(records: readonly unknown[]): unknown[] {
	return records.map((record) => withTexts(record, (text) => `${text} ${script}`, numbers));
}

/** Every word of a list of the registry is one that it brought yesterday. */
export function newVocabulary(records: readonly unknown[]): unknown[] {
	const isWord = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;
	return records.map((record) =>
		withTexts(record, (text) => (isWord.test(text) ? `NEW_${text}` : text), numbers)
	);
}

/** Modules that are no longer what they were, a different one in each study. */
const wrecks: [module: string, value: unknown][] = [
	['designModule', 'see protocol'],
	['eligibilityModule', null],
	['statusModule', { overallStatus: ['RECRUITING'], statusVerifiedDate: 202610 }],
	['contactsLocationsModule', { locations: [null, 'Boston', { city: 7, geoPoint: '42,-71' }] }],
	['armsInterventionsModule', { interventions: { name: 'Gabapentin' }, armGroups: [1, null] }],
	['sponsorCollaboratorsModule', []],
	['outcomesModule', { primaryOutcomes: ['IRLS', null] }],
	['conditionsModule', { conditions: 'Restless Legs Syndrome', keywords: [null, 3] }],
	['descriptionModule', { briefSummary: 12 }],
	['referencesModule', { references: 'none' }],
	['identificationModule', undefined]
];

/** Records that are half of another type, with some among them that are no records at all. */
export function halfTyped(records: readonly unknown[]): unknown[] {
	const wrecked = records.map((record, at) => {
		const [module, value] = wrecks[at % wrecks.length] ?? [];
		const protocol = isJson(record) ? record['protocolSection'] : undefined;
		if (!isJson(record) || !isJson(protocol) || module === undefined) return record;
		const wrong =
			value === undefined && isJson(protocol[module])
				? { ...protocol[module], briefTitle: 7, organization: 'Clinic' }
				: value;
		return { ...record, protocolSection: { ...protocol, [module]: wrong } };
	});
	return [...wrecked, ...oddRecords];
}

/** Two right records more, of 10 MB each. */
export function withHuge(records: readonly unknown[]): unknown[] {
	const huge = hugeRecord();
	const another: unknown = JSON.parse(JSON.stringify(huge).replaceAll('NCT90000090', hugeId));
	return [...records, huge, another];
}

export const hugeId = 'NCT90000091';
