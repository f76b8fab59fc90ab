import { stated } from '#lib/study/stated.ts';
import {
	isNctId,
	type MeshTerm,
	type NctId,
	type Organisation,
	type Study
} from '#lib/study/study.ts';
import { arms, design, interventions, outcomes } from './translate-design.ts';
import { eligibility, sites } from './translate-people.ts';
import { meshId, startReading, type Reading } from './translate-value.ts';
import type { Wire } from './wire.ts';

const protocol = 'protocolSection';

/**
 * Turns a checked record into a `Study`. Texts stay exactly as sent; what is absent stays absent;
 * a value that cannot be read (a date such as 2024-02-31, a sentinel count) goes to `unread` under
 * its path and is never guessed. Sites keep the order of the record's locations, one for one.
 */
export function translate(wire: Wire): Study {
	const reading = startReading();
	const record = wire.protocolSection;
	const id = record.identificationModule;
	const people = record.designModule?.enrollmentInfo;
	const count = reading.count(`${protocol}.designModule.enrollmentInfo.count`, people?.count);

	return stated({
		nctId: id.nctId,
		aliases: aliases(reading, id.nctIdAliases),
		orgId: id.orgStudyIdInfo?.id,
		secondaryIds: reading
			.having(`${protocol}.identificationModule.secondaryIdInfos`, id.secondaryIdInfos, 'id')
			.map((info) => stated(info)),
		title: id.briefTitle,
		officialTitle: id.officialTitle,
		acronym: id.acronym,

		...status(reading, record.statusModule),
		...sponsors(reading, record.sponsorCollaboratorsModule),

		type: record.designModule?.studyType,
		// Absent is not `NA`: observational studies have no list, trials without a phase say `NA`.
		phases: record.designModule?.phases ?? [],
		design: design(record.designModule),
		enrollment: count === undefined ? undefined : stated({ count, kind: people?.type }),

		summary: record.descriptionModule?.briefSummary,
		description: record.descriptionModule?.detailedDescription,
		conditions: record.conditionsModule?.conditions ?? [],
		keywords: record.conditionsModule?.keywords ?? [],
		mesh: {
			conditions: mesh(reading, 'conditionBrowseModule', wire.derivedSection),
			interventions: mesh(reading, 'interventionBrowseModule', wire.derivedSection)
		},
		arms: arms(record.armsInterventionsModule),
		interventions: interventions(reading, record.armsInterventionsModule),
		outcomes: outcomes(reading, record.outcomesModule),
		eligibility: eligibility(reading, record.eligibilityModule),
		sites: sites(reading, record.contactsLocationsModule?.locations),
		references: (record.referencesModule?.references ?? []).map((reference) => stated(reference)),
		links: reading
			.having(
				`${protocol}.referencesModule.seeAlsoLinks`,
				record.referencesModule?.seeAlsoLinks,
				'url'
			)
			.map((link) => stated(link)),
		hasResults: wire.hasResults,

		unread: reading.unread
	});
}

function aliases(reading: Reading, ids: string[]): NctId[] {
	const field = `${protocol}.identificationModule.nctIdAliases`;
	for (const id of ids) if (!isNctId(id)) reading.leave(field, id);
	return ids.filter(isNctId);
}

function status(reading: Reading, module: Wire['protocolSection']['statusModule']) {
	const at = `${protocol}.statusModule`;
	return {
		status: module?.overallStatus,
		lastKnownStatus: module?.lastKnownStatus,
		whyStopped: module?.whyStopped,
		verified: reading.date(`${at}.statusVerifiedDate`, module?.statusVerifiedDate),
		firstPosted: reading.dated(`${at}.studyFirstPostDateStruct`, module?.studyFirstPostDateStruct),
		updated: reading.dated(`${at}.lastUpdatePostDateStruct`, module?.lastUpdatePostDateStruct),
		resultsPosted: reading.dated(
			`${at}.resultsFirstPostDateStruct`,
			module?.resultsFirstPostDateStruct
		),
		start: reading.dated(`${at}.startDateStruct`, module?.startDateStruct),
		primaryCompletion: reading.dated(
			`${at}.primaryCompletionDateStruct`,
			module?.primaryCompletionDateStruct
		),
		completion: reading.dated(`${at}.completionDateStruct`, module?.completionDateStruct)
	};
}

function sponsors(
	reading: Reading,
	module: Wire['protocolSection']['sponsorCollaboratorsModule']
): { sponsor: Organisation | undefined; collaborators: Organisation[] } {
	const at = `${protocol}.sponsorCollaboratorsModule`;
	const lead = module?.leadSponsor ? [module.leadSponsor] : [];
	const [sponsor] = reading.having(`${at}.leadSponsor`, lead, 'name');
	return {
		sponsor: sponsor && stated(sponsor),
		collaborators: reading
			.having(`${at}.collaborators`, module?.collaborators, 'name')
			.map((collaborator) => stated(collaborator))
	};
}

function mesh(
	reading: Reading,
	module: 'conditionBrowseModule' | 'interventionBrowseModule',
	section: Wire['derivedSection']
): MeshTerm[] {
	return reading
		.having(`derivedSection.${module}.meshes`, section?.[module]?.meshes, 'term')
		.map(({ id, term }) => ({ term, ...stated({ id: id === undefined ? id : meshId(id) }) }));
}
