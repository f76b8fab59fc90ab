/** What may ship of a record: facts, and no sentence of it (see README, "The starter catalogue"). */
const facts = {
	protocolSection: {
		identificationModule: {
			nctId: true,
			nctIdAliases: true,
			orgStudyIdInfo: true,
			secondaryIdInfos: true,
			briefTitle: true,
			officialTitle: true,
			acronym: true
		},
		statusModule: {
			statusVerifiedDate: true,
			overallStatus: true,
			lastKnownStatus: true,
			startDateStruct: true,
			primaryCompletionDateStruct: true,
			completionDateStruct: true,
			studyFirstPostDateStruct: true,
			resultsFirstPostDateStruct: true,
			lastUpdatePostDateStruct: true
		},
		sponsorCollaboratorsModule: {
			leadSponsor: { name: true, class: true },
			collaborators: [{ name: true, class: true }]
		},
		conditionsModule: { conditions: true },
		designModule: { studyType: true, phases: true, enrollmentInfo: true },
		armsInterventionsModule: { interventions: [{ type: true, name: true, otherNames: true }] },
		eligibilityModule: { sex: true, minimumAge: true, maximumAge: true, stdAges: true },
		contactsLocationsModule: { locations: [{ city: true, country: true }] }
	},
	derivedSection: {
		conditionBrowseModule: { meshes: true },
		interventionBrowseModule: { meshes: true }
	},
	hasResults: true
};

/** The facts of a registry record, in the registry's shape; what the record does not say is absent. */
export function factsOf(record: unknown): unknown {
	return picked(record, facts);
}

function picked(value: unknown, wanted: unknown): unknown {
	if (wanted === true) return value;
	if (Array.isArray(wanted))
		return Array.isArray(value) ? value.map((item) => picked(item, wanted[0]) ?? {}) : undefined;
	if (!isObject(value) || !isObject(wanted)) return undefined;
	const kept = Object.entries(wanted)
		.map(([key, inner]) => [key, picked(value[key], inner)])
		.filter(([, inner]) => inner !== undefined);
	return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
