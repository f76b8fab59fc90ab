import { describe, expect, it } from 'vitest';
import { contactsOf } from './contacts.ts';
import { withoutPersons } from './persons.ts';

const record = {
	protocolSection: {
		identificationModule: {
			nctId: 'NCT00000101',
			briefTitle: 'Iron for restless legs',
			organization: { fullName: 'Example University', class: 'OTHER' }
		},
		statusModule: { overallStatus: 'RECRUITING', startDateStruct: { date: '2024-05-01' } },
		sponsorCollaboratorsModule: {
			responsibleParty: {
				type: 'SPONSOR_INVESTIGATOR',
				investigatorFullName: 'Iris Exampleton',
				investigatorTitle: 'Head of Somnology',
				investigatorAffiliation: 'Sleepwell Polyclinic',
				oldNameTitle: 'Otto Oldname, MD / Chairman',
				oldOrganization: 'Old Place'
			},
			leadSponsor: { name: 'Iris Exampleton', class: 'OTHER' },
			collaborators: [{ name: 'Boehringer Ingelheim', class: 'INDUSTRY' }]
		},
		descriptionModule: {
			briefSummary:
				'Call Cora B. Contact at (202) 555-0142 or 202.555.0142 ext. 7, mail cora\\_c@example.org. ' +
				'Signed: IRIS EXAMPLETON.',
			detailedDescription:
				'Ask sam.site (at) example.org, +43 1 555 0199 or 01 5550199. Otto Oldname.'
		},
		eligibilityModule: {
			eligibilityCriteria: 'Ferritin below 75; dose 5550142 mg is no telephone.'
		},
		contactsLocationsModule: {
			centralContacts: [
				{
					name: 'Cora B. Contact, MD, PhD',
					role: 'CONTACT',
					phone: '+1 202-555-0142',
					phoneExt: '7788',
					email: 'cora_c@example.org'
				}
			],
			overallOfficials: [
				{ name: 'Boehringer Ingelheim', affiliation: 'Boehringer Ingelheim', role: 'STUDY_CHAIR' },
				{ name: 'Ola Official', affiliation: 'Official House', role: 'STUDY_DIRECTOR' }
			],
			locations: [
				{
					facility: 'Practice of Sam Site',
					city: 'Vienna',
					contacts: [
						{ name: 'Dr. Sam Site', role: 'PRINCIPAL_INVESTIGATOR' },
						{ role: 'CONTACT', phone: '+43 1 5550199', email: 'sam.site@example.org' }
					]
				},
				{ facility: 'Example Hospital', city: 'Graz' }
			]
		}
	},
	resultsSection: {
		moreInfoModule: {
			pointOfContact: {
				title: 'Paula Pointer',
				organization: 'Pointing Ltd',
				email: 'pp@example.org',
				phone: '555-0177'
			}
		},
		note: { deep: [{ contacts: 'Deborah Deep, 555-0155 999' }, 'written by Paula  Pointer'] }
	},
	annotationSection: {
		annotationModule: { unpostedAnnotation: { unpostedResponsibleParty: 'Una Unposted' } }
	}
};

const cleaned = withoutPersons(record);
const text = JSON.stringify(cleaned);

describe('withoutPersons', () => {
	it.each([
		/cora b\.? contact/i,
		/iris exampleton/i,
		/otto oldname/i,
		/ola official/i,
		/sam site/i,
		/paula\s+pointer/i,
		/deborah deep/i,
		/una unposted/i,
		/somnology|polyclinic|old place|official house|pointing/i
	])('leaves nothing of a person: %s', (name) => {
		expect(JSON.stringify(record)).toMatch(name);
		expect(text).not.toMatch(name);
	});

	it('leaves no e-mail address, written with an escape or (at) either', () => {
		expect(text).not.toMatch(/@|example\.org|\(at\)/);
		expect(text).toContain('[e-mail left out]');
	});

	it('leaves no telephone number of a person, however it is set apart, nor its extension', () => {
		const digits = text.replace(/\D/g, ' ').replace(/\s+/g, '');
		expect(digits).not.toContain('2025550142');
		expect(digits).not.toContain('15550199');
		expect(digits).not.toContain('5550177');
		expect(text).not.toMatch(/7788|ext\. 7/);
	});

	it('keeps all else as it was', () => {
		expect(cleaned).toMatchObject({
			protocolSection: {
				identificationModule: record.protocolSection.identificationModule,
				statusModule: record.protocolSection.statusModule,
				sponsorCollaboratorsModule: {
					responsibleParty: { type: 'SPONSOR_INVESTIGATOR' },
					collaborators: [{ name: 'Boehringer Ingelheim', class: 'INDUSTRY' }]
				},
				contactsLocationsModule: {
					locations: [
						{ facility: 'Practice of [name left out]', city: 'Vienna' },
						{ facility: 'Example Hospital', city: 'Graz' }
					]
				}
			}
		});
	});

	it('replaces a sponsor who is the investigator, but no company that stands as an official', () => {
		expect(text).toContain('"leadSponsor":{"name":"[name left out]","class":"OTHER"}');
		expect(text).toContain('Boehringer Ingelheim');
	});

	it('does not change what it is given, and finds nothing the second time', () => {
		const before = structuredClone(record);
		const once = withoutPersons(record);
		expect(record).toEqual(before);
		expect(withoutPersons(once)).toEqual(once);
	});

	it.each([
		['a text', 'Tom Text, 555-0166 00'],
		['an object', { name: 'Tom Text', phone: 555016600 }],
		['a list of texts', ['Tom Text', '555 016600']],
		['null', null]
	])('takes persons out when they come as %s', (_, contacts) => {
		const left = withoutPersons({ a: { centralContacts: contacts, b: 'Tom Text: 555-016600' } });
		const expected =
			contacts === null ? 'Tom Text: 555-016600' : '[name left out]: [telephone number left out]';
		expect(left).toEqual({ a: { b: expected } });
	});

	it('does not take functions and single words for names, and no word apart from its case', () => {
		const contacts = [
			'Study Director',
			'GSK Clinical Trials',
			'Iron',
			'Will May',
			'Site Contact 1'
		].map((name) => ({ name }));
		const body = 'The study director: GSK Clinical Trials. Iron. It will may be. Site Contact 1';
		expect(withoutPersons({ contacts, body })).toEqual({ body });
	});

	it('does not cut into numbers and names that only look alike', () => {
		const body = 'NCT05550142 and Cora Examplerton, 12025550142001';
		const contacts = [{ name: 'Cora Exampler', phone: '202-555-0142' }];
		expect(withoutPersons({ contacts, body })).toEqual({ body });
	});

	it('has no trouble with signs that mean something in a pattern', () => {
		const contacts = [
			{ name: "J. (Jay) O'Neil-Wood", phone: '+1 (202) 555-0199' },
			{ name: '*** [ (' }
		];
		expect(() => withoutPersons({ contacts, body: 'x' })).not.toThrow();
	});

	it.each([[null], [1], ['text'], [[]], [{}], [true]])('takes %j', (value) => {
		expect(withoutPersons(value)).toEqual(value);
	});

	it('is not exhausted by depth or length', () => {
		let deep: unknown = { contacts: [{ name: 'Nora Nested' }] };
		for (let i = 0; i < 100_000; i++) deep = [deep];
		expect(JSON.stringify(withoutPersons(deep))).not.toContain('Nora');
		const began = performance.now();
		withoutPersons({
			contacts: [{ phone: '1111112 11' }],
			a: 'a'.repeat(300_000),
			b: '1 '.repeat(150_000)
		});
		expect(performance.now() - began).toBeLessThan(2000);
	});
});

describe('contactsOf', () => {
	it('reads central contacts, contacts by the index of the site, and officials', () => {
		const contacts = contactsOf(record);
		expect(contacts.central).toEqual([
			{
				name: 'Cora B. Contact, MD, PhD',
				role: 'CONTACT',
				phone: '+1 202-555-0142',
				phoneExt: '7788',
				email: 'cora_c@example.org'
			}
		]);
		expect(Object.keys(contacts.sites)).toEqual(['0']);
		expect(contacts.sites[0]?.[1]).toEqual({
			role: 'CONTACT',
			phone: '+43 1 5550199',
			email: 'sam.site@example.org'
		});
		expect(contacts.officials).toHaveLength(2);
	});

	it('keeps the index when sites before it cannot be read', () => {
		const locations = [null, { contacts: 'x' }, { contacts: [{ name: 'Ann Other' }] }];
		const raw = { protocolSection: { contactsLocationsModule: { locations } } };
		expect(contactsOf(raw).sites).toEqual({ 2: [{ name: 'Ann Other' }] });
	});

	it('leaves out what is no contact, and never throws', () => {
		const centralContacts = [
			null,
			{ name: 5 },
			{},
			{ name: '' },
			{ name: 'Ann Other', phone: null }
		];
		const raw = { protocolSection: { contactsLocationsModule: { centralContacts } } };
		expect(contactsOf(raw).central).toEqual([{ name: 'Ann Other' }]);
		for (const odd of [
			null,
			1,
			'x',
			[],
			{},
			{ protocolSection: { contactsLocationsModule: [] } }
		]) {
			expect(contactsOf(odd)).toEqual({ central: [], sites: {}, officials: [] });
		}
	});

	it('finds nothing in a record whose persons were taken out', () => {
		expect(contactsOf(cleaned)).toEqual({ central: [], sites: {}, officials: [] });
	});
});
