import { describe, expect, it } from 'vitest';
import type { Study } from '#lib/study/study.ts';
import { translate } from './translate.ts';
import { meshId } from './translate-value.ts';
import { parseRecord } from './wire.ts';

function study(modules: Record<string, unknown> = {}, rest: Record<string, unknown> = {}): Study {
	const { identificationModule = {}, ...others } = modules;
	const id = { nctId: 'NCT00000101', ...Object(identificationModule) };
	const parsed = parseRecord({ protocolSection: { identificationModule: id, ...others }, ...rest });
	if (!parsed.ok) throw new Error(parsed.reason);
	return translate(parsed.wire);
}

describe('translate', () => {
	it('invents nothing for a record of which only the number is known', () => {
		expect(study()).toEqual({
			nctId: 'NCT00000101',
			aliases: [],
			secondaryIds: [],
			collaborators: [],
			phases: [],
			design: { whoMasked: [] },
			conditions: [],
			keywords: [],
			mesh: { conditions: [], interventions: [] },
			arms: [],
			interventions: [],
			outcomes: { primary: [], secondary: [], other: [] },
			eligibility: { ageGroups: [] },
			sites: [],
			references: [],
			links: [],
			unread: []
		});
	});

	it('reads a withheld study: a number, a title in brackets and a status', () => {
		const withheld = study({
			identificationModule: { briefTitle: '[Study of a device under review]' },
			statusModule: { overallStatus: 'WITHHELD', statusVerifiedDate: '2026-01' }
		});
		expect(withheld).toMatchObject({ status: 'WITHHELD', verified: '2026-01', phases: [] });
		expect(withheld).not.toHaveProperty('type');
		expect(withheld).not.toHaveProperty('enrollment');
	});

	it('keeps the last known status beside UNKNOWN', () => {
		const unknown = { overallStatus: 'UNKNOWN', lastKnownStatus: 'RECRUITING' };
		expect(study({ statusModule: unknown })).toMatchObject({
			status: 'UNKNOWN',
			lastKnownStatus: 'RECRUITING'
		});
	});

	it('keeps texts exactly as sent, Markdown escapes, entities and spaces included', () => {
		const criteria = 'Inclusion Criteria:\n\n1\\. Age \\> 18\n   * BMI \\< 30 &amp; \\[x\\]\n\n';
		const title = ' Dose <5 mg> of A\\_B  ';
		const result = study({
			identificationModule: { briefTitle: title },
			eligibilityModule: { eligibilityCriteria: criteria },
			descriptionModule: { briefSummary: criteria, detailedDescription: criteria }
		});
		expect(result.title).toBe(title);
		expect(result.eligibility.criteria).toBe(criteria);
		expect(result.summary).toBe(criteria);
		expect(result.description).toBe(criteria);
	});

	it('reads identifiers: organisation, secondary, aliases of merged records', () => {
		const result = study({
			identificationModule: {
				orgStudyIdInfo: { id: 'ORG-1' },
				secondaryIdInfos: [{ id: '2020-000001-11', type: 'EUDRACT_NUMBER' }, { type: 'OTHER' }],
				nctIdAliases: ['NCT00000099', 'see NCT1']
			}
		});
		expect(result.orgId).toBe('ORG-1');
		expect(result.secondaryIds).toEqual([{ id: '2020-000001-11', type: 'EUDRACT_NUMBER' }]);
		expect(result.aliases).toEqual(['NCT00000099']);
		expect(result.unread).toEqual([
			{ field: 'protocolSection.identificationModule.nctIdAliases', value: 'see NCT1' },
			{ field: 'protocolSection.identificationModule.secondaryIdInfos', value: '{"type":"OTHER"}' }
		]);
	});
});

describe('dates', () => {
	it('keep the precision that they have and the word for it, if any', () => {
		const result = study({
			statusModule: {
				statusVerifiedDate: '2024-02',
				startDateStruct: { date: '2015' },
				primaryCompletionDateStruct: { date: '2016-03', type: 'ESTIMATED' },
				completionDateStruct: { date: '2024-02-29', type: 'ACTUAL' },
				studyFirstPostDateStruct: { date: '2014-01-02', type: 'ESTIMATED' },
				lastUpdatePostDateStruct: { date: '2024-05-06', type: 'ACTUAL' },
				resultsFirstPostDateStruct: { date: '2020-07-08', type: 'ACTUAL' }
			}
		});
		expect(result.verified).toBe('2024-02');
		expect(result.start).toEqual({ date: '2015' });
		expect(result.primaryCompletion).toEqual({ date: '2016-03', kind: 'ESTIMATED' });
		expect(result.completion).toEqual({ date: '2024-02-29', kind: 'ACTUAL' });
		expect(result.firstPosted).toEqual({ date: '2014-01-02', kind: 'ESTIMATED' });
		expect(result.updated).toEqual({ date: '2024-05-06', kind: 'ACTUAL' });
		expect(result.resultsPosted).toEqual({ date: '2020-07-08', kind: 'ACTUAL' });
		expect(result.unread).toEqual([]);
	});

	it.each(['2024-02-31', '2024-13', 'May 2024', '2024-5', '2024-05-06T00:00', '05/06/2024'])(
		'that are none (%s) are shown as unread, never guessed',
		(date) => {
			const result = study({ statusModule: { startDateStruct: { date, type: 'ACTUAL' } } });
			expect(result).not.toHaveProperty('start');
			expect(result.unread).toEqual([
				{ field: 'protocolSection.statusModule.startDateStruct.date', value: date }
			]);
		}
	);
});

describe('people', () => {
	it('reads ages with units; a missing limit is no limit', () => {
		const { eligibility } = study({ eligibilityModule: { minimumAge: '6 Months', sex: 'ALL' } });
		expect(eligibility.minimumAge).toEqual({ text: '6 Months', years: 0.5 });
		expect(eligibility).not.toHaveProperty('maximumAge');
	});

	it('puts an age that cannot be read aside', () => {
		const result = study({ eligibilityModule: { minimumAge: '18', maximumAge: 'N/A' } });
		expect(result.eligibility).toEqual({ ageGroups: [] });
		expect(result.unread.map(({ value }) => value)).toEqual(['18', 'N/A']);
	});

	it.each([[true], [false], [undefined]])('healthy volunteers %s stays so', (healthyVolunteers) => {
		const { eligibility } = study({ eligibilityModule: { healthyVolunteers } });
		expect(eligibility.healthyVolunteers).toBe(healthyVolunteers);
		expect('healthyVolunteers' in eligibility).toBe(healthyVolunteers !== undefined);
	});

	it('tells a study limited by gender from one limited by sex', () => {
		const { eligibility } = study({
			eligibilityModule: {
				sex: 'FEMALE',
				genderBased: true,
				genderDescription: 'Women',
				stdAges: ['ADULT']
			}
		});
		expect(eligibility).toEqual({
			sex: 'FEMALE',
			genderBased: true,
			genderDescription: 'Women',
			ageGroups: ['ADULT']
		});
	});

	it.each([
		[0, { count: 0, kind: 'ACTUAL' }],
		[10_000_000, { count: 10_000_000, kind: 'ACTUAL' }]
	])('an enrollment of %i is a count', (count, enrollment) => {
		const result = study({ designModule: { enrollmentInfo: { count, type: 'ACTUAL' } } });
		expect(result.enrollment).toEqual(enrollment);
	});

	it('keeps a count whose kind is not stated', () => {
		expect(study({ designModule: { enrollmentInfo: { count: 9 } } }).enrollment).toEqual({
			count: 9
		});
	});

	it.each([99_999_999, 188_814_085, 10_000_001, -1, 2.5])(
		'an enrollment of %d is a sentinel or a slip: not stated, and shown as sent',
		(count) => {
			const result = study({ designModule: { enrollmentInfo: { count, type: 'ESTIMATED' } } });
			expect(result).not.toHaveProperty('enrollment');
			expect(result.unread).toEqual([
				{ field: 'protocolSection.designModule.enrollmentInfo.count', value: String(count) }
			]);
		}
	);
});

describe('design', () => {
	it('tells no phases from the phase NA, and keeps both of a mixed one', () => {
		expect(study({ designModule: { studyType: 'OBSERVATIONAL' } }).phases).toEqual([]);
		expect(study({ designModule: { phases: ['NA'] } }).phases).toEqual(['NA']);
		expect(study({ designModule: { phases: ['PHASE2', 'PHASE3'] } }).phases).toEqual([
			'PHASE2',
			'PHASE3'
		]);
	});

	it('reads all of the design', () => {
		const result = study({
			designModule: {
				studyType: 'OBSERVATIONAL',
				designInfo: {
					observationalModel: 'COHORT',
					timePerspective: 'PROSPECTIVE',
					maskingInfo: { masking: 'DOUBLE', whoMasked: ['PARTICIPANT'], maskingDescription: 'm' }
				},
				patientRegistry: true,
				targetDuration: '5 Years',
				bioSpec: { retention: 'SAMPLES_WITH_DNA', description: 'Blood' }
			}
		});
		expect(result.type).toBe('OBSERVATIONAL');
		expect(result.design).toEqual({
			observationalModel: 'COHORT',
			timePerspective: 'PROSPECTIVE',
			masking: 'DOUBLE',
			maskingDescription: 'm',
			whoMasked: ['PARTICIPANT'],
			targetDuration: '5 Years',
			bioSpecimens: 'SAMPLES_WITH_DNA',
			bioSpecimensDescription: 'Blood'
		});
	});

	it('reads arms, interventions and outcomes; what lacks its name is unread', () => {
		const result = study({
			armsInterventionsModule: {
				armGroups: [{ label: 'A', type: 'EXPERIMENTAL', interventionNames: ['Drug: Iron'] }],
				interventions: [
					{ type: 'DRUG', name: 'Iron', armGroupLabels: ['A'], otherNames: ['Fe'] },
					{ type: 'DRUG' }
				]
			},
			outcomesModule: {
				primaryOutcomes: [{ measure: 'IRLS < 10', timeFrame: '12 weeks' }],
				secondaryOutcomes: [{ timeFrame: '1 week' }, {}]
			}
		});
		expect(result.arms).toEqual([
			{ label: 'A', type: 'EXPERIMENTAL', interventions: ['Drug: Iron'] }
		]);
		expect(result.interventions).toEqual([
			{ type: 'DRUG', name: 'Iron', arms: ['A'], otherNames: ['Fe'] }
		]);
		expect(result.outcomes.primary).toEqual([{ measure: 'IRLS < 10', timeFrame: '12 weeks' }]);
		expect(result.outcomes.secondary).toEqual([]);
		expect(result.unread).toEqual([
			{
				field: 'protocolSection.armsInterventionsModule.interventions',
				value: '{"type":"DRUG"}'
			},
			{ field: 'protocolSection.outcomesModule.secondaryOutcomes', value: '{"timeFrame":"1 week"}' }
		]);
	});

	it('reads sponsors, of whom some have no class', () => {
		const result = study({
			sponsorCollaboratorsModule: {
				leadSponsor: { name: 'Example Hospital' },
				collaborators: [{ name: 'NINDS', class: 'NIH' }]
			}
		});
		expect(result.sponsor).toEqual({ name: 'Example Hospital' });
		expect(result.collaborators).toEqual([{ name: 'NINDS', class: 'NIH' }]);
	});
});

describe('sites', () => {
	it('keeps their order and number, so that contacts can be joined by index', () => {
		const locations = [{}, { city: 'Graz' }, {}];
		expect(study({ contactsLocationsModule: { locations } }).sites).toEqual([
			{},
			{ city: 'Graz' },
			{}
		]);
	});

	it('has a status only where the record gives one to the site', () => {
		const { sites } = study({
			statusModule: { overallStatus: 'RECRUITING' },
			contactsLocationsModule: { locations: [{ status: 'WITHDRAWN' }, { city: 'Graz' }] }
		});
		expect(sites[0]?.status).toBe('WITHDRAWN');
		expect(sites[1]).not.toHaveProperty('status');
	});

	it('gives old and new names of a country one code, and keeps the name', () => {
		const names = ['Turkey', 'Turkey (Türkiye)', 'Korea, Republic of', 'South Korea', 'Atlantis'];
		const { sites, unread } = study({
			contactsLocationsModule: { locations: names.map((country) => ({ country })) }
		});
		expect(sites.map(({ countryCode }) => countryCode)).toEqual([
			'TR',
			'TR',
			'KR',
			'KR',
			undefined
		]);
		expect(sites.map(({ country }) => country)).toEqual(names);
		expect(unread).toEqual([]);
	});

	it('takes a point that is on earth, and no half one', () => {
		const { sites, unread } = study({
			contactsLocationsModule: {
				locations: [
					{ geoPoint: { lat: 47.06667, lon: 15.45 } },
					{ geoPoint: { lat: 99, lon: 15 } },
					{ geoPoint: { lat: 1 } }
				]
			}
		});
		expect(sites).toEqual([{ point: { lat: 47.06667, lon: 15.45 } }, {}, {}]);
		expect(unread).toEqual([
			{ field: 'protocolSection.contactsLocationsModule.locations[1].geoPoint', value: '99, 15' }
		]);
	});
});

describe('MeSH', () => {
	it.each([
		['D000012893', 'D012893', 'filled with zeros in copies up to 2024'],
		['D012893', 'D012893', 'as sent since'],
		['D000000001', 'D000001', 'filled'],
		['D000068376', 'D000068376', 'a newer heading, whose number has nine digits'],
		['C000050823', 'C000050823', 'supplementary'],
		['C004180', 'C004180', 'supplementary']
	])('%s is %s (%s)', (sent, id) => {
		expect(meshId(sent)).toBe(id);
	});

	it('takes the terms alone: ancestors and browse leaves are noise', () => {
		const result = study(
			{},
			{
				derivedSection: {
					conditionBrowseModule: {
						meshes: [
							{ id: 'D000012148', term: 'Restless Legs Syndrome' },
							{ term: 'No number' },
							{ id: 'D1' }
						],
						ancestors: [{ id: 'D001523', term: 'Mental Disorders' }],
						browseLeaves: [{ id: 'M1', name: 'Leaf', asFound: '50%', relevance: 'HIGH' }]
					},
					interventionBrowseModule: { meshes: [{ id: 'C123456', term: 'substance' }] }
				}
			}
		);
		expect(result.mesh).toEqual({
			conditions: [{ id: 'D012148', term: 'Restless Legs Syndrome' }, { term: 'No number' }],
			interventions: [{ id: 'C123456', term: 'substance' }]
		});
		expect(result.unread).toEqual([
			{ field: 'derivedSection.conditionBrowseModule.meshes', value: '{"id":"D1"}' }
		]);
	});
});

describe('results and references', () => {
	it('hasResults is told only if the record tells it', () => {
		expect(study({}, { hasResults: false }).hasResults).toBe(false);
		expect(study({}, { hasResults: true }).hasResults).toBe(true);
		expect(study({}, { resultsSection: {} })).not.toHaveProperty('hasResults');
	});

	it('keeps the type of a reference: a derived one is not the paper of the trial', () => {
		const result = study({
			referencesModule: {
				references: [{ pmid: '1', type: 'DERIVED', citation: 'c', retractions: [] }, { pmid: '2' }],
				seeAlsoLinks: [
					{ label: 'More \\& more', url: 'https://example.org/' },
					{ label: 'No address' }
				]
			}
		});
		expect(result.references).toEqual([
			{ pmid: '1', type: 'DERIVED', citation: 'c' },
			{ pmid: '2' }
		]);
		expect(result.links).toEqual([{ label: 'More \\& more', url: 'https://example.org/' }]);
		expect(result.unread.map(({ value }) => value)).toEqual(['{"label":"No address"}']);
	});
});
