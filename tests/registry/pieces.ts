/**
 * The registry's names for the parts of a study record: its pieces, branches, search areas and
 * vocabularies. A reduced table after the public API contract (version 2.0.5): results and
 * annotations have only the pieces that a search area needs.
 */

/** By module: piece → path inside the module, and its type where it is not plain text. */
const modules: Record<string, Record<string, string>> = {
	'protocolSection.identificationModule': {
		NCTId: 'nctId',
		NCTIdAlias: 'nctIdAliases',
		OrgStudyId: 'orgStudyIdInfo.id',
		OrgStudyIdType: 'orgStudyIdInfo.type enum:OrgStudyIdType',
		OrgStudyIdLink: 'orgStudyIdInfo.link',
		SecondaryId: 'secondaryIdInfos.id',
		SecondaryIdType: 'secondaryIdInfos.type enum:SecondaryIdType',
		SecondaryIdDomain: 'secondaryIdInfos.domain',
		SecondaryIdLink: 'secondaryIdInfos.link',
		BriefTitle: 'briefTitle',
		OfficialTitle: 'officialTitle',
		Acronym: 'acronym',
		OrgFullName: 'organization.fullName',
		OrgClass: 'organization.class enum:AgencyClass'
	},
	'protocolSection.statusModule': {
		StatusVerifiedDate: 'statusVerifiedDate date',
		OverallStatus: 'overallStatus enum:Status',
		LastKnownStatus: 'lastKnownStatus enum:Status',
		DelayedPosting: 'delayedPosting boolean',
		WhyStopped: 'whyStopped',
		HasExpandedAccess: 'expandedAccessInfo.hasExpandedAccess boolean',
		ExpandedAccessNCTId: 'expandedAccessInfo.nctId',
		ExpandedAccessStatusForNCTId: 'expandedAccessInfo.statusForNctId enum:ExpandedAccessStatus',
		StartDate: 'startDateStruct.date date',
		StartDateType: 'startDateStruct.type enum:DateType',
		PrimaryCompletionDate: 'primaryCompletionDateStruct.date date',
		PrimaryCompletionDateType: 'primaryCompletionDateStruct.type enum:DateType',
		CompletionDate: 'completionDateStruct.date date',
		CompletionDateType: 'completionDateStruct.type enum:DateType',
		StudyFirstSubmitDate: 'studyFirstSubmitDate date',
		StudyFirstSubmitQCDate: 'studyFirstSubmitQcDate date',
		StudyFirstPostDate: 'studyFirstPostDateStruct.date date',
		StudyFirstPostDateType: 'studyFirstPostDateStruct.type enum:DateType',
		ResultsWaived: 'resultsWaived boolean',
		ResultsFirstSubmitDate: 'resultsFirstSubmitDate date',
		ResultsFirstSubmitQCDate: 'resultsFirstSubmitQcDate date',
		ResultsFirstPostDate: 'resultsFirstPostDateStruct.date date',
		ResultsFirstPostDateType: 'resultsFirstPostDateStruct.type enum:DateType',
		DispFirstSubmitDate: 'dispFirstSubmitDate date',
		DispFirstSubmitQCDate: 'dispFirstSubmitQcDate date',
		DispFirstPostDate: 'dispFirstPostDateStruct.date date',
		DispFirstPostDateType: 'dispFirstPostDateStruct.type enum:DateType',
		LastUpdateSubmitDate: 'lastUpdateSubmitDate date',
		LastUpdatePostDate: 'lastUpdatePostDateStruct.date date',
		LastUpdatePostDateType: 'lastUpdatePostDateStruct.type enum:DateType'
	},
	'protocolSection.sponsorCollaboratorsModule': {
		ResponsiblePartyType: 'responsibleParty.type enum:ResponsiblePartyType',
		ResponsiblePartyInvestigatorFullName: 'responsibleParty.investigatorFullName',
		ResponsiblePartyInvestigatorTitle: 'responsibleParty.investigatorTitle',
		ResponsiblePartyInvestigatorAffiliation: 'responsibleParty.investigatorAffiliation',
		ResponsiblePartyOldNameTitle: 'responsibleParty.oldNameTitle',
		ResponsiblePartyOldOrganization: 'responsibleParty.oldOrganization',
		LeadSponsorName: 'leadSponsor.name',
		LeadSponsorClass: 'leadSponsor.class enum:AgencyClass',
		CollaboratorName: 'collaborators.name',
		CollaboratorClass: 'collaborators.class enum:AgencyClass'
	},
	'protocolSection.oversightModule': {
		OversightHasDMC: 'oversightHasDmc boolean',
		IsFDARegulatedDrug: 'isFdaRegulatedDrug boolean',
		IsFDARegulatedDevice: 'isFdaRegulatedDevice boolean',
		IsUnapprovedDevice: 'isUnapprovedDevice boolean',
		IsPPSD: 'isPpsd boolean',
		IsUSExport: 'isUsExport boolean',
		FDAAA801Violation: 'fdaaa801Violation boolean'
	},
	'protocolSection.descriptionModule': {
		BriefSummary: 'briefSummary',
		DetailedDescription: 'detailedDescription'
	},
	'protocolSection.conditionsModule': {
		Condition: 'conditions',
		Keyword: 'keywords'
	},
	'protocolSection.designModule': {
		StudyType: 'studyType enum:StudyType',
		NPtrsToThisExpAccNCTId: 'nPtrsToThisExpAccNctId number',
		ExpAccTypeIndividual: 'expandedAccessTypes.individual boolean',
		ExpAccTypeIntermediate: 'expandedAccessTypes.intermediate boolean',
		ExpAccTypeTreatment: 'expandedAccessTypes.treatment boolean',
		PatientRegistry: 'patientRegistry boolean',
		TargetDuration: 'targetDuration age',
		Phase: 'phases enum:Phase',
		DesignAllocation: 'designInfo.allocation enum:DesignAllocation',
		DesignInterventionModel: 'designInfo.interventionModel enum:InterventionalAssignment',
		DesignInterventionModelDescription: 'designInfo.interventionModelDescription',
		DesignPrimaryPurpose: 'designInfo.primaryPurpose enum:PrimaryPurpose',
		DesignObservationalModel: 'designInfo.observationalModel enum:ObservationalModel',
		DesignTimePerspective: 'designInfo.timePerspective enum:DesignTimePerspective',
		DesignMasking: 'designInfo.maskingInfo.masking enum:DesignMasking',
		DesignMaskingDescription: 'designInfo.maskingInfo.maskingDescription',
		DesignWhoMasked: 'designInfo.maskingInfo.whoMasked enum:WhoMasked',
		BioSpecRetention: 'bioSpec.retention enum:BioSpecRetention',
		BioSpecDescription: 'bioSpec.description',
		EnrollmentCount: 'enrollmentInfo.count number',
		EnrollmentType: 'enrollmentInfo.type enum:EnrollmentType'
	},
	'protocolSection.armsInterventionsModule': {
		ArmGroupLabel: 'armGroups.label',
		ArmGroupType: 'armGroups.type enum:ArmGroupType',
		ArmGroupDescription: 'armGroups.description',
		ArmGroupInterventionName: 'armGroups.interventionNames',
		InterventionType: 'interventions.type enum:InterventionType',
		InterventionName: 'interventions.name',
		InterventionDescription: 'interventions.description',
		InterventionArmGroupLabel: 'interventions.armGroupLabels',
		InterventionOtherName: 'interventions.otherNames'
	},
	'protocolSection.outcomesModule': {
		PrimaryOutcomeMeasure: 'primaryOutcomes.measure',
		PrimaryOutcomeDescription: 'primaryOutcomes.description',
		PrimaryOutcomeTimeFrame: 'primaryOutcomes.timeFrame',
		SecondaryOutcomeMeasure: 'secondaryOutcomes.measure',
		SecondaryOutcomeDescription: 'secondaryOutcomes.description',
		SecondaryOutcomeTimeFrame: 'secondaryOutcomes.timeFrame',
		OtherOutcomeMeasure: 'otherOutcomes.measure',
		OtherOutcomeDescription: 'otherOutcomes.description',
		OtherOutcomeTimeFrame: 'otherOutcomes.timeFrame'
	},
	'protocolSection.eligibilityModule': {
		EligibilityCriteria: 'eligibilityCriteria',
		HealthyVolunteers: 'healthyVolunteers boolean',
		Sex: 'sex enum:Sex',
		GenderBased: 'genderBased boolean',
		GenderDescription: 'genderDescription',
		MinimumAge: 'minimumAge age',
		MaximumAge: 'maximumAge age',
		StdAge: 'stdAges enum:StandardAge',
		StudyPopulation: 'studyPopulation',
		SamplingMethod: 'samplingMethod enum:SamplingMethod'
	},
	'protocolSection.contactsLocationsModule': {
		CentralContactName: 'centralContacts.name',
		CentralContactRole: 'centralContacts.role enum:ContactRole',
		CentralContactPhone: 'centralContacts.phone',
		CentralContactPhoneExt: 'centralContacts.phoneExt',
		CentralContactEMail: 'centralContacts.email',
		OverallOfficialName: 'overallOfficials.name',
		OverallOfficialAffiliation: 'overallOfficials.affiliation',
		OverallOfficialRole: 'overallOfficials.role enum:OfficialRole',
		LocationFacility: 'locations.facility',
		LocationStatus: 'locations.status enum:RecruitmentStatus',
		LocationCity: 'locations.city',
		LocationState: 'locations.state',
		LocationZip: 'locations.zip',
		LocationCountry: 'locations.country',
		LocationContactName: 'locations.contacts.name',
		LocationContactRole: 'locations.contacts.role enum:ContactRole',
		LocationContactPhone: 'locations.contacts.phone',
		LocationContactPhoneExt: 'locations.contacts.phoneExt',
		LocationContactEMail: 'locations.contacts.email',
		LocationGeoPoint: 'locations.geoPoint point'
	},
	'protocolSection.referencesModule': {
		ReferencePMID: 'references.pmid',
		ReferenceType: 'references.type enum:ReferenceType',
		ReferenceCitation: 'references.citation',
		RetractionPMID: 'references.retractions.pmid',
		RetractionSource: 'references.retractions.source',
		SeeAlsoLinkLabel: 'seeAlsoLinks.label',
		SeeAlsoLinkURL: 'seeAlsoLinks.url',
		AvailIPDId: 'availIpds.id',
		AvailIPDType: 'availIpds.type',
		AvailIPDURL: 'availIpds.url',
		AvailIPDComment: 'availIpds.comment'
	},
	'protocolSection.ipdSharingStatementModule': {
		IPDSharing: 'ipdSharing enum:IpdSharing',
		IPDSharingDescription: 'description',
		IPDSharingInfoType: 'infoTypes enum:IpdSharingInfoType',
		IPDSharingTimeFrame: 'timeFrame',
		IPDSharingAccessCriteria: 'accessCriteria',
		IPDSharingURL: 'url'
	},
	'resultsSection.outcomeMeasuresModule': {
		OutcomeMeasureTitle: 'outcomeMeasures.title',
		OutcomeMeasureDescription: 'outcomeMeasures.description',
		OutcomeMeasurePopulationDescription: 'outcomeMeasures.populationDescription'
	},
	'documentSection.largeDocumentModule': {
		LargeDocNoSAP: 'noSap boolean',
		LargeDocTypeAbbrev: 'largeDocs.typeAbbrev',
		LargeDocHasProtocol: 'largeDocs.hasProtocol boolean',
		LargeDocHasSAP: 'largeDocs.hasSap boolean',
		LargeDocHasICF: 'largeDocs.hasIcf boolean',
		LargeDocLabel: 'largeDocs.label',
		LargeDocDate: 'largeDocs.date date',
		LargeDocUploadDate: 'largeDocs.uploadDate',
		LargeDocFilename: 'largeDocs.filename',
		LargeDocSize: 'largeDocs.size number'
	},
	'derivedSection.miscInfoModule': {
		VersionHolder: 'versionHolder date',
		RemovedCountry: 'removedCountries',
		EstimatedResultsFirstSubmitDate: 'submissionTracking.estimatedResultsFirstSubmitDate date',
		FirstMCPPostDate: 'submissionTracking.firstMcpInfo.postDateStruct.date date',
		FirstMCPPostDateType: 'submissionTracking.firstMcpInfo.postDateStruct.type enum:DateType',
		SubmissionReleaseDate: 'submissionTracking.submissionInfos.releaseDate date',
		SubmissionUnreleaseDate: 'submissionTracking.submissionInfos.unreleaseDate date',
		SubmissionUnreleaseDateUnknown:
			'submissionTracking.submissionInfos.unreleaseDateUnknown boolean',
		SubmissionResetDate: 'submissionTracking.submissionInfos.resetDate date',
		SubmissionMCPReleaseN: 'submissionTracking.submissionInfos.mcpReleaseN number'
	},
	'derivedSection.conditionBrowseModule': {
		ConditionMeshId: 'meshes.id',
		ConditionMeshTerm: 'meshes.term',
		ConditionAncestorId: 'ancestors.id',
		ConditionAncestorTerm: 'ancestors.term',
		ConditionBrowseLeafId: 'browseLeaves.id',
		ConditionBrowseLeafName: 'browseLeaves.name',
		ConditionBrowseLeafAsFound: 'browseLeaves.asFound',
		ConditionBrowseLeafRelevance: 'browseLeaves.relevance enum:BrowseLeafRelevance',
		ConditionBrowseBranchAbbrev: 'browseBranches.abbrev',
		ConditionBrowseBranchName: 'browseBranches.name'
	},
	'derivedSection.interventionBrowseModule': {
		InterventionMeshId: 'meshes.id',
		InterventionMeshTerm: 'meshes.term',
		InterventionAncestorId: 'ancestors.id',
		InterventionAncestorTerm: 'ancestors.term',
		InterventionBrowseLeafId: 'browseLeaves.id',
		InterventionBrowseLeafName: 'browseLeaves.name',
		InterventionBrowseLeafAsFound: 'browseLeaves.asFound',
		InterventionBrowseLeafRelevance: 'browseLeaves.relevance enum:BrowseLeafRelevance',
		InterventionBrowseBranchAbbrev: 'browseBranches.abbrev',
		InterventionBrowseBranchName: 'browseBranches.name'
	}
};

/** Sections and modules, which bring all that is under them. */
const branches: Record<string, string> = {
	ProtocolSection: 'protocolSection',
	ResultsSection: 'resultsSection',
	AnnotationSection: 'annotationSection',
	DocumentSection: 'documentSection',
	DerivedSection: 'derivedSection',
	IdentificationModule: 'protocolSection.identificationModule',
	StatusModule: 'protocolSection.statusModule',
	SponsorCollaboratorsModule: 'protocolSection.sponsorCollaboratorsModule',
	OversightModule: 'protocolSection.oversightModule',
	DescriptionModule: 'protocolSection.descriptionModule',
	ConditionsModule: 'protocolSection.conditionsModule',
	DesignModule: 'protocolSection.designModule',
	ArmsInterventionsModule: 'protocolSection.armsInterventionsModule',
	OutcomesModule: 'protocolSection.outcomesModule',
	EligibilityModule: 'protocolSection.eligibilityModule',
	ContactsLocationsModule: 'protocolSection.contactsLocationsModule',
	ReferencesModule: 'protocolSection.referencesModule',
	IPDSharingStatementModule: 'protocolSection.ipdSharingStatementModule',
	ParticipantFlowModule: 'resultsSection.participantFlowModule',
	BaselineCharacteristicsModule: 'resultsSection.baselineCharacteristicsModule',
	OutcomeMeasuresModule: 'resultsSection.outcomeMeasuresModule',
	AdverseEventsModule: 'resultsSection.adverseEventsModule',
	MoreInfoModule: 'resultsSection.moreInfoModule',
	AnnotationModule: 'annotationSection.annotationModule',
	LargeDocumentModule: 'documentSection.largeDocumentModule',
	MiscInfoModule: 'derivedSection.miscInfoModule',
	ConditionBrowseModule: 'derivedSection.conditionBrowseModule',
	InterventionBrowseModule: 'derivedSection.interventionBrowseModule'
};

const agencyTypes = 'NIH FDA VA CDC AHRQ SAMHSA';
const siteStatuses =
	'ACTIVE_NOT_RECRUITING COMPLETED ENROLLING_BY_INVITATION NOT_YET_RECRUITING RECRUITING SUSPENDED TERMINATED WITHDRAWN AVAILABLE';
const accessStatuses =
	'AVAILABLE NO_LONGER_AVAILABLE TEMPORARILY_NOT_AVAILABLE APPROVED_FOR_MARKETING';
const officialRoles = 'STUDY_CHAIR STUDY_DIRECTOR PRINCIPAL_INVESTIGATOR SUB_INVESTIGATOR';

const vocabularies: Record<string, string> = {
	Status:
		'ACTIVE_NOT_RECRUITING COMPLETED ENROLLING_BY_INVITATION NOT_YET_RECRUITING RECRUITING SUSPENDED TERMINATED WITHDRAWN AVAILABLE NO_LONGER_AVAILABLE TEMPORARILY_NOT_AVAILABLE APPROVED_FOR_MARKETING WITHHELD UNKNOWN',
	RecruitmentStatus: siteStatuses,
	ExpandedAccessStatus: accessStatuses,
	StudyType: 'EXPANDED_ACCESS INTERVENTIONAL OBSERVATIONAL',
	Phase: 'NA EARLY_PHASE1 PHASE1 PHASE2 PHASE3 PHASE4',
	Sex: 'FEMALE MALE ALL',
	StandardAge: 'CHILD ADULT OLDER_ADULT',
	SamplingMethod: 'PROBABILITY_SAMPLE NON_PROBABILITY_SAMPLE',
	AgencyClass: 'NIH FED OTHER_GOV INDIV INDUSTRY NETWORK AMBIG OTHER UNKNOWN',
	DateType: 'ACTUAL ESTIMATED',
	EnrollmentType: 'ACTUAL ESTIMATED',
	InterventionType:
		'BEHAVIORAL BIOLOGICAL COMBINATION_PRODUCT DEVICE DIAGNOSTIC_TEST DIETARY_SUPPLEMENT DRUG GENETIC PROCEDURE RADIATION OTHER',
	ArmGroupType:
		'EXPERIMENTAL ACTIVE_COMPARATOR PLACEBO_COMPARATOR SHAM_COMPARATOR NO_INTERVENTION OTHER',
	DesignAllocation: 'RANDOMIZED NON_RANDOMIZED NA',
	InterventionalAssignment: 'SINGLE_GROUP PARALLEL CROSSOVER FACTORIAL SEQUENTIAL',
	PrimaryPurpose:
		'TREATMENT PREVENTION DIAGNOSTIC ECT SUPPORTIVE_CARE SCREENING HEALTH_SERVICES_RESEARCH BASIC_SCIENCE DEVICE_FEASIBILITY OTHER',
	ObservationalModel:
		'COHORT CASE_CONTROL CASE_ONLY CASE_CROSSOVER ECOLOGIC_OR_COMMUNITY FAMILY_BASED DEFINED_POPULATION NATURAL_HISTORY OTHER',
	DesignTimePerspective: 'RETROSPECTIVE PROSPECTIVE CROSS_SECTIONAL OTHER',
	DesignMasking: 'NONE SINGLE DOUBLE TRIPLE QUADRUPLE',
	WhoMasked: 'PARTICIPANT CARE_PROVIDER INVESTIGATOR OUTCOMES_ASSESSOR',
	BioSpecRetention: 'NONE_RETAINED SAMPLES_WITH_DNA SAMPLES_WITHOUT_DNA',
	ResponsiblePartyType: 'SPONSOR PRINCIPAL_INVESTIGATOR SPONSOR_INVESTIGATOR',
	ContactRole: `${officialRoles} CONTACT`,
	OfficialRole: officialRoles,
	OrgStudyIdType: agencyTypes,
	SecondaryIdType: `${agencyTypes} OTHER_GRANT EUDRACT_NUMBER CTIS REGISTRY OTHER`,
	IpdSharing: 'YES NO UNDECIDED',
	IpdSharingInfoType: 'STUDY_PROTOCOL SAP ICF CSR ANALYTIC_CODE',
	ReferenceType: 'BACKGROUND RESULT DERIVED',
	BrowseLeafRelevance: 'LOW HIGH'
};

export interface Piece {
	name: string;
	/** Keys from the root of a record; lists on the way are walked through. */
	path: string;
	type: 'text' | 'enum' | 'date' | 'number' | 'age' | 'boolean' | 'point';
	/** All values of an `enum`. */
	values: readonly string[];
}

const plainTypes = ['date', 'number', 'age', 'boolean', 'point'] as const;

function piece(name: string, folder: string, entry: string): Piece {
	const [path = '', kind = ''] = entry.split(' ');
	const values = kind.startsWith('enum:') ? (vocabularies[kind.slice(5)] ?? '').split(' ') : [];
	const plain = plainTypes.find((type) => type === kind);
	return {
		name,
		path: folder === '' ? path : `${folder}.${path}`,
		type: plain ?? (values.length > 0 ? 'enum' : 'text'),
		values
	};
}

/** Every piece by name. */
export const pieces: ReadonlyMap<string, Piece> = new Map(
	[
		...Object.entries(modules).flatMap(([folder, entries]) =>
			Object.entries(entries).map(([name, entry]) => piece(name, folder, entry))
		),
		piece('HasResults', '', 'hasResults boolean')
	].map((each) => [each.name, each])
);

/**
 * The search areas: the pieces that a question without `AREA[…]` is put to. BasicSearch is a reading
 * of a list that is public only in part; sure is that it has neither EligibilityCriteria nor
 * DetailedDescription.
 */
const areas: Record<string, string> = {
	ConditionSearch:
		'Condition BriefTitle OfficialTitle ConditionMeshTerm ConditionAncestorTerm Keyword NCTId',
	InterventionSearch:
		'InterventionName InterventionType ArmGroupType InterventionOtherName BriefTitle OfficialTitle ArmGroupLabel InterventionMeshTerm Keyword InterventionAncestorTerm InterventionDescription ArmGroupDescription',
	TitleSearch: 'Acronym BriefTitle OfficialTitle',
	LocationSearch: 'LocationCity LocationState LocationCountry LocationFacility LocationZip',
	SponsorSearch: 'LeadSponsorName CollaboratorName OrgFullName',
	IdSearch: 'NCTId NCTIdAlias Acronym OrgStudyId SecondaryId',
	OutcomeSearch:
		'PrimaryOutcomeMeasure SecondaryOutcomeMeasure PrimaryOutcomeDescription SecondaryOutcomeDescription OtherOutcomeMeasure OutcomeMeasureTitle OtherOutcomeDescription OutcomeMeasureDescription OutcomeMeasurePopulationDescription',
	EligibilitySearch: 'EligibilityCriteria StudyPopulation',
	InterventionNameSearch: 'InterventionName InterventionOtherName',
	ObsoleteConditionSearch: 'Condition ConditionMeshTerm ConditionAncestorTerm Keyword',
	OutcomeNameSearch:
		'PrimaryOutcomeMeasure SecondaryOutcomeMeasure OtherOutcomeMeasure OutcomeMeasureTitle',
	ContactSearch:
		'OverallOfficialName CentralContactName OverallOfficialAffiliation LocationContactName',
	NCTIdSearch: 'NCTId NCTIdAlias',
	ExternalIdsSearch: 'OrgStudyId SecondaryId',
	ExternalIdTypesSearch: 'OrgStudyIdType SecondaryIdType',
	FunderTypeSearch: 'LeadSponsorClass CollaboratorClass',
	ResponsiblePartySearch:
		'ResponsiblePartyInvestigatorFullName ResponsiblePartyInvestigatorTitle ResponsiblePartyInvestigatorAffiliation ResponsiblePartyOldNameTitle ResponsiblePartyOldOrganization',
	BasicSearch:
		'NCTId Acronym BriefTitle OfficialTitle Condition InterventionName InterventionOtherName Phase StdAge PrimaryOutcomeMeasure Keyword BriefSummary ArmGroupLabel SecondaryOutcomeMeasure InterventionDescription ArmGroupDescription PrimaryOutcomeDescription SecondaryOutcomeDescription LeadSponsorName CollaboratorName OrgFullName OrgStudyId SecondaryId NCTIdAlias LocationFacility LocationCity LocationState LocationCountry ConditionMeshTerm ConditionAncestorTerm InterventionMeshTerm InterventionAncestorTerm OtherOutcomeMeasure OutcomeMeasureTitle'
};

/** The pieces of a search area, or of a single piece's name; undefined for a name that is neither. */
export function areaPieces(name: string): readonly Piece[] | undefined {
	const single = pieces.get(name);
	if (single) return [single];
	return areas[name]?.split(' ').flatMap((each) => pieces.get(each) ?? []);
}

const pathsOfRecord = new Set(
	[...Object.values(branches), ...[...pieces.values()].map((each) => each.path)].flatMap((path) =>
		path.split('.').map((_, index, keys) => keys.slice(0, index + 1).join('.'))
	)
);

/** The paths that an item of `fields` stands for: a piece, a branch, a JSON path or a search area. */
export function fieldPaths(item: string): readonly string[] | undefined {
	const branch = branches[item];
	if (branch) return [branch];
	if (pathsOfRecord.has(item)) return [item];
	return areaPieces(item)?.map((each) => each.path);
}
