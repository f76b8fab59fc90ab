import type { Age } from './age.ts';
import type { PartialDate } from './date.ts';

export type NctId = `NCT${string}`;

/** Is this a study number in its canonical form, `NCT` and eight digits? */
export function isNctId(value: string): value is NctId {
	return /^NCT\d{8}$/.test(value);
}

/** The record of a study on ClinicalTrials.gov, for people. */
export function registryUrl(id: NctId): string {
	return `https://clinicaltrials.gov/study/${id}`;
}

/** A date with the registry's word for it (`ACTUAL`, `ESTIMATED`), where it gives one. */
export interface DatedFact {
	date: PartialDate;
	kind?: string;
}

export interface Organisation {
	name: string;
	/** AgencyClass: `INDUSTRY`, `NIH`, `OTHER` … */
	class?: string;
}

export interface Design {
	allocation?: string;
	interventionModel?: string;
	interventionModelDescription?: string;
	primaryPurpose?: string;
	observationalModel?: string;
	timePerspective?: string;
	masking?: string;
	maskingDescription?: string;
	whoMasked: string[];
	/** How long people are followed, in a patient registry (`5 Years`). */
	targetDuration?: string;
	/** BioSpecRetention: `SAMPLES_WITH_DNA` … */
	bioSpecimens?: string;
	bioSpecimensDescription?: string;
}

export interface Arm {
	label?: string;
	/** ArmGroupType: `EXPERIMENTAL`, `ACTIVE_COMPARATOR`, `PLACEBO_COMPARATOR` … */
	type?: string;
	description?: string;
	/** As listed in the arm, with the type in front: `Drug: Aspirin`. */
	interventions: string[];
}

export interface Intervention {
	name: string;
	/** InterventionType: `DRUG`, `DEVICE`, `BEHAVIORAL` … */
	type?: string;
	description?: string;
	arms: string[];
	otherNames: string[];
}

export interface Outcome {
	measure: string;
	description?: string;
	timeFrame?: string;
}

export interface Eligibility {
	/** Markdown, exactly as sent, escapes included. */
	criteria?: string;
	/** Absent is not "no". */
	healthyVolunteers?: boolean;
	sex?: string;
	genderBased?: boolean;
	genderDescription?: string;
	/** An absent limit means: no limit. */
	minimumAge?: Age;
	maximumAge?: Age;
	/** StandardAge: `CHILD`, `ADULT`, `OLDER_ADULT`. */
	ageGroups: string[];
	population?: string;
	sampling?: string;
}

export interface Site {
	facility?: string;
	/** Given only while a study recruits; absent is "not stated". */
	status?: string;
	city?: string;
	state?: string;
	zip?: string;
	/** As the registry writes it, which changed in 2025 ("Turkey (Türkiye)"). */
	country?: string;
	/** ISO 3166-1 alpha-2, where the name is known to us. */
	countryCode?: string;
	/** The centre of the city, not the site (API reference §6.3). */
	point?: { lat: number; lon: number };
}

export interface Reference {
	/** ReferenceType: `RESULT` (by the sponsor), `DERIVED` (automatic), `BACKGROUND`. */
	type?: string;
	citation?: string;
	pmid?: string;
}

export interface MeshTerm {
	/** Descriptor id; older copies of records give terms alone. */
	id?: string;
	term: string;
}

/**
 * A study as its registry record states it. Every text is kept exactly as sent, so that a quote can
 * be verbatim; vocabularies stay the registry's own strings; what the record does not say is absent.
 */
export interface Study {
	nctId: NctId;
	aliases: NctId[];
	orgId?: string;
	secondaryIds: { id: string; type?: string; domain?: string; link?: string }[];
	title?: string;
	officialTitle?: string;
	acronym?: string;

	/** Status: `RECRUITING`, `COMPLETED`, `UNKNOWN` … */
	status?: string;
	lastKnownStatus?: string;
	whyStopped?: string;
	/** When the sponsor last confirmed the record. */
	verified?: PartialDate;
	firstPosted?: DatedFact;
	updated?: DatedFact;
	resultsPosted?: DatedFact;
	start?: DatedFact;
	primaryCompletion?: DatedFact;
	completion?: DatedFact;

	sponsor?: Organisation;
	collaborators: Organisation[];

	/** StudyType: `INTERVENTIONAL`, `OBSERVATIONAL`, `EXPANDED_ACCESS`. */
	type?: string;
	/** Absent (no list) is not the same as `['NA']`; a 2/3 study has two. */
	phases: string[];
	design: Design;
	/** A sentinel count (99999999) is taken as not stated. */
	enrollment?: { count: number; kind?: string };

	summary?: string;
	description?: string;
	conditions: string[];
	keywords: string[];
	/** Leaf terms only; the registry's ancestors are noise for labelling. */
	mesh: { conditions: MeshTerm[]; interventions: MeshTerm[] };
	arms: Arm[];
	interventions: Intervention[];
	outcomes: { primary: Outcome[]; secondary: Outcome[]; other: Outcome[] };
	eligibility: Eligibility;
	sites: Site[];
	references: Reference[];
	links: { url: string; label?: string }[];
	/** Absent where the record (an old copy, say) does not tell. */
	hasResults?: boolean;

	/** Values that the record gives and that could not be read: shown as they are, never guessed. */
	unread: { field: string; value: string }[];
}

/** The title to show: the brief one, else the official one, else words that say that there is none. */
export function titleOf(study: Pick<Study, 'title' | 'officialTitle'>): string {
	return study.title ?? study.officialTitle ?? 'No title in the record';
}
