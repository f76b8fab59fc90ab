import * as v from 'valibot';
import { isNctId, type NctId } from '#lib/study/study.ts';

/*
 * The parts of the registry's answers that we use (API 2.0.5). Unknown keys pass and are ignored;
 * vocabularies are plain strings, because a new status must not stop the program; everything but the
 * number of a study may be missing. Absent has one spelling after this border: null, which the
 * registry has never been seen to send, and an empty text are read as a missing key.
 */

const text = v.nullish(v.pipe(v.string(), v.transform(filled)), () => undefined);
const texts = v.nullish(
	v.pipe(
		v.array(v.string()),
		v.transform((items) => items.filter((item) => filled(item) !== undefined))
	),
	() => []
);
const flag = v.nullish(v.boolean(), () => undefined);
const number = v.nullish(v.number(), () => undefined);
const nctId = v.custom<NctId>(
	(value) => typeof value === 'string' && isNctId(value),
	'Expected a study number: NCT and eight digits'
);

const dated = maybe(v.object({ date: text, type: text }));
const organisation = v.object({ name: text, class: text });
const meshes = maybe(v.object({ meshes: list(v.object({ id: text, term: text })) }));
const outcomes = list(v.object({ measure: text, description: text, timeFrame: text }));

const identificationModule = v.object({
	nctId,
	nctIdAliases: texts,
	orgStudyIdInfo: maybe(v.object({ id: text })),
	secondaryIdInfos: list(v.object({ id: text, type: text, domain: text, link: text })),
	briefTitle: text,
	officialTitle: text,
	acronym: text
});

const statusModule = v.object({
	statusVerifiedDate: text,
	overallStatus: text,
	lastKnownStatus: text,
	whyStopped: text,
	startDateStruct: dated,
	primaryCompletionDateStruct: dated,
	completionDateStruct: dated,
	studyFirstPostDateStruct: dated,
	lastUpdatePostDateStruct: dated,
	resultsFirstPostDateStruct: dated
});

const designModule = v.object({
	studyType: text,
	phases: texts,
	designInfo: maybe(
		v.object({
			allocation: text,
			interventionModel: text,
			interventionModelDescription: text,
			primaryPurpose: text,
			observationalModel: text,
			timePerspective: text,
			maskingInfo: maybe(v.object({ masking: text, maskingDescription: text, whoMasked: texts }))
		})
	),
	targetDuration: text,
	bioSpec: maybe(v.object({ retention: text, description: text })),
	enrollmentInfo: maybe(v.object({ count: number, type: text }))
});

const armsInterventionsModule = v.object({
	armGroups: list(
		v.object({ label: text, type: text, description: text, interventionNames: texts })
	),
	interventions: list(
		v.object({
			type: text,
			name: text,
			description: text,
			armGroupLabels: texts,
			otherNames: texts
		})
	)
});

const eligibilityModule = v.object({
	eligibilityCriteria: text,
	healthyVolunteers: flag,
	sex: text,
	genderBased: flag,
	genderDescription: text,
	minimumAge: text,
	maximumAge: text,
	stdAges: texts,
	studyPopulation: text,
	samplingMethod: text
});

const locations = list(
	v.object({
		facility: text,
		status: text,
		city: text,
		state: text,
		zip: text,
		country: text,
		geoPoint: maybe(v.object({ lat: number, lon: number }))
	})
);

const referencesModule = v.object({
	references: list(v.object({ pmid: text, type: text, citation: text })),
	seeAlsoLinks: list(v.object({ label: text, url: text }))
});

const study = v.object({
	protocolSection: v.object({
		identificationModule,
		statusModule: maybe(statusModule),
		sponsorCollaboratorsModule: maybe(
			v.object({ leadSponsor: maybe(organisation), collaborators: list(organisation) })
		),
		descriptionModule: maybe(v.object({ briefSummary: text, detailedDescription: text })),
		conditionsModule: maybe(v.object({ conditions: texts, keywords: texts })),
		designModule: maybe(designModule),
		armsInterventionsModule: maybe(armsInterventionsModule),
		outcomesModule: maybe(
			v.object({
				primaryOutcomes: outcomes,
				secondaryOutcomes: outcomes,
				otherOutcomes: outcomes
			})
		),
		eligibilityModule: maybe(eligibilityModule),
		contactsLocationsModule: maybe(v.object({ locations })),
		referencesModule: maybe(referencesModule)
	}),
	derivedSection: maybe(
		v.object({ conditionBrowseModule: meshes, interventionBrowseModule: meshes })
	),
	hasResults: flag
});

/** A record whose shape has been checked, in the registry's own words. */
export type Wire = v.InferOutput<typeof study>;
/** The part of a record that people submit (the rest is derived by the registry). */
export type Protocol = Wire['protocolSection'];

/**
 * A list answer. The rows are not looked into here, so that one bad record never spoils its page.
 */
export const listAnswer = v.object({
	totalCount: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0)), () => undefined),
	studies: v.array(v.unknown()),
	/** Absent on the last page. A page with a token may be empty. */
	nextPageToken: text
});

/** The answer of `/version`. */
export const versionAnswer = v.object({ apiVersion: text, dataTimestamp: text });

/** What the registry says of itself: version of its API and the date of its data. */
export type Version = v.InferOutput<typeof versionAnswer>;

export type Parsed = { ok: true; wire: Wire } | { ok: false; reason: string; nctId?: NctId };

/**
 * Checks one record. A record that does not fit comes back with the reason, which names the path
 * and what stood there, and with its study number where that can be read. Never throws.
 */
export function parseRecord(raw: unknown): Parsed {
	const result = v.safeParse(study, raw);
	if (result.success) return { ok: true, wire: result.output };
	const reason = shorten(v.summarize(result.issues));
	const id = v.safeParse(onlyId, raw);
	return id.success
		? { ok: false, reason, nctId: id.output.protocolSection.identificationModule.nctId }
		: { ok: false, reason };
}

const onlyId = v.object({
	protocolSection: v.object({ identificationModule: v.object({ nctId }) })
});

function filled(value: string): string | undefined {
	return value.trim() === '' ? undefined : value;
}

function maybe<const S extends v.GenericSchema>(schema: S) {
	return v.nullish(schema, () => undefined);
}

function list<const S extends v.GenericSchema>(item: S) {
	return v.nullish(v.array(item), () => []);
}

/** One wrong type in a hundred sites is said a few times, not a hundred times. */
function shorten(reason: string): string {
	return reason.length <= 600 ? reason : `${reason.slice(0, 600)} …`;
}
