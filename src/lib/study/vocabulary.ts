/** The registry's other vocabularies (API reference §6.6) in plain words. */
const vocabularies = {
	studyType: {
		INTERVENTIONAL: 'Interventional (tests something)',
		OBSERVATIONAL: 'Observational (watches or asks)',
		EXPANDED_ACCESS: 'Expanded access'
	},
	phase: {
		EARLY_PHASE1: 'Early phase 1',
		PHASE1: 'Phase 1',
		PHASE2: 'Phase 2',
		PHASE3: 'Phase 3',
		PHASE4: 'Phase 4',
		NA: 'No phase (not a medicine trial)'
	},
	sex: { ALL: 'All', FEMALE: 'Women only', MALE: 'Men only' },
	sponsorClass: {
		INDUSTRY: 'industry',
		NIH: 'NIH',
		FED: 'US federal agency',
		OTHER_GOV: 'government',
		INDIV: 'individual',
		NETWORK: 'network',
		OTHER: 'hospital, university or other',
		AMBIG: 'unclear kind',
		UNKNOWN: 'unknown kind'
	},
	allocation: {
		RANDOMIZED: 'By chance',
		NON_RANDOMIZED: 'Not by chance',
		NA: 'Does not apply (one group)'
	},
	groups: {
		SINGLE_GROUP: 'One group',
		PARALLEL: 'Groups side by side',
		CROSSOVER: 'Each person gets all treatments, one after another',
		FACTORIAL: 'Combinations of treatments',
		SEQUENTIAL: 'Groups one after another',
		COHORT: 'Groups followed over time',
		CASE_CONTROL: 'People with and without RLS or another feature compared',
		CASE_ONLY: 'Only people with the condition',
		CASE_CROSSOVER: 'Each person compared with themselves at another time',
		ECOLOGIC_OR_COMMUNITY: 'Whole communities',
		FAMILY_BASED: 'Families',
		DEFINED_POPULATION: 'A defined group of people',
		NATURAL_HISTORY: 'The course of the condition',
		OTHER: 'Another design'
	},
	purpose: {
		TREATMENT: 'Treatment',
		PREVENTION: 'Prevention',
		DIAGNOSTIC: 'Diagnosis',
		SUPPORTIVE_CARE: 'Supportive care',
		SCREENING: 'Screening',
		HEALTH_SERVICES_RESEARCH: 'How care is given',
		BASIC_SCIENCE: 'Basic science',
		DEVICE_FEASIBILITY: 'Whether a device works',
		ECT: 'Education or training',
		OTHER: 'Another purpose'
	},
	masking: {
		NONE: 'Nobody: all know who gets what',
		SINGLE: 'One party',
		DOUBLE: 'Two parties',
		TRIPLE: 'Three parties',
		QUADRUPLE: 'Four parties'
	},
	armType: {
		EXPERIMENTAL: 'tested',
		ACTIVE_COMPARATOR: 'compared with',
		PLACEBO_COMPARATOR: 'placebo',
		SHAM_COMPARATOR: 'sham',
		NO_INTERVENTION: 'nothing given',
		OTHER: 'another kind'
	},
	interventionType: {
		DRUG: 'medicine',
		DEVICE: 'device',
		BIOLOGICAL: 'biological',
		PROCEDURE: 'procedure',
		BEHAVIORAL: 'behaviour',
		DIETARY_SUPPLEMENT: 'supplement',
		COMBINATION_PRODUCT: 'combination',
		DIAGNOSTIC_TEST: 'test',
		GENETIC: 'genetic',
		RADIATION: 'radiation',
		OTHER: 'another kind'
	},
	dateType: { ACTUAL: 'actual', ESTIMATED: 'planned' }
} as const satisfies Record<string, Record<string, string>>;

export type Vocabulary = keyof typeof vocabularies;

/** The plain word for a value of a registry vocabulary; a value that is new to us as it is. */
export function wordFor(vocabulary: Vocabulary, value: string): string {
	const words: Record<string, string> = vocabularies[vocabulary];
	return Object.hasOwn(words, value) ? (words[value] ?? value) : value;
}
