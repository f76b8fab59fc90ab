import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { listAnswer, parseRecord, versionAnswer } from './wire.ts';

const id = { nctId: 'NCT00000101' };
const thin = { protocolSection: { identificationModule: id } };

function withModule(name: string, module: unknown): unknown {
	return { protocolSection: { identificationModule: id, [name]: module } };
}

describe('parseRecord', () => {
	it('takes a record of which only the number is certain', () => {
		expect(parseRecord(thin).ok).toBe(true);
	});

	it('takes unknown keys, modules and vocabulary: the registry adds some without notice', () => {
		const record = {
			protocolSection: {
				identificationModule: { ...id, brandNew: { deep: [1] } },
				newModule: 7,
				statusModule: { overallStatus: 'PAUSED_FOR_A_REASON_OF_2027' },
				designModule: { phases: ['PHASE5'], studyType: 'OTHER_NEW_TYPE' }
			},
			futureSection: null
		};
		const parsed = parseRecord(record);
		expect(parsed.ok && parsed.wire.protocolSection.statusModule?.overallStatus).toBe(
			'PAUSED_FOR_A_REASON_OF_2027'
		);
	});

	it('reads null and empty texts as absent', () => {
		const parsed = parseRecord({
			protocolSection: {
				identificationModule: { ...id, briefTitle: '', officialTitle: null, nctIdAliases: null },
				conditionsModule: { conditions: ['', 'RLS', '  '], keywords: null },
				contactsLocationsModule: { locations: null },
				descriptionModule: null
			},
			derivedSection: null,
			hasResults: null
		});
		expect(parsed.ok).toBe(true);
		if (!parsed.ok) return;
		const { protocolSection: record, hasResults } = parsed.wire;
		expect(record.identificationModule.briefTitle).toBeUndefined();
		expect(record.identificationModule.officialTitle).toBeUndefined();
		expect(record.conditionsModule?.conditions).toEqual(['RLS']);
		expect(record.contactsLocationsModule?.locations).toEqual([]);
		expect(hasResults).toBeUndefined();
	});

	it.each([
		['a text that is a number', 'identificationModule', { ...id, briefTitle: 5 }, 'briefTitle'],
		['a count in words', 'designModule', { enrollmentInfo: { count: 'many' } }, 'count'],
		['a list that is an object', 'conditionsModule', { conditions: {} }, 'conditions'],
		['a site that is null', 'contactsLocationsModule', { locations: [{}, null] }, 'locations.1'],
		['a flag in words', 'eligibilityModule', { healthyVolunteers: 'No' }, 'healthyVolunteers']
	])('refuses %s and names the path', (_, name, module, path) => {
		const parsed = parseRecord(withModule(name, module));
		expect(parsed).toMatchObject({ ok: false, nctId: 'NCT00000101' });
		expect(!parsed.ok && parsed.reason).toContain(path);
	});

	it.each([
		['null', null],
		['a text', 'NCT00000101'],
		['an empty object', {}],
		['a record without a number', { protocolSection: { identificationModule: {} } }],
		['a short number', { protocolSection: { identificationModule: { nctId: 'NCT101' } } }],
		[
			'a number in small letters',
			{ protocolSection: { identificationModule: { nctId: 'nct00000101' } } }
		]
	])('refuses %s and gives no number', (_, raw) => {
		const parsed = parseRecord(raw);
		expect(parsed.ok).toBe(false);
		expect('nctId' in parsed).toBe(false);
	});

	it('keeps the reason short when a hundred sites have the same fault', () => {
		const locations = Array.from({ length: 100 }, () => ({ city: 1 }));
		const parsed = parseRecord(withModule('contactsLocationsModule', { locations }));
		expect(!parsed.ok && parsed.reason.length).toBeLessThan(700);
	});
});

describe('listAnswer', () => {
	it('does not look into the rows: one bad record must not spoil the page', () => {
		const page = v.parse(listAnswer, { studies: [null, 3, {}, thin], nextPageToken: 'x' });
		expect(page.studies).toEqual([null, 3, {}, thin]);
	});

	it('takes a last page (no token, not null) and a page without a count', () => {
		expect(v.parse(listAnswer, { studies: [] })).toMatchObject({ studies: [] });
		expect(v.parse(listAnswer, { studies: [] }).nextPageToken).toBeUndefined();
	});

	it.each([[{}], [{ studies: {} }], ['ok'], [null], [{ error: 'x' }]])('refuses %j', (answer) => {
		expect(v.is(listAnswer, answer)).toBe(false);
	});
});

describe('versionAnswer', () => {
	it('may lack the timestamp, which the contract calls optional', () => {
		expect(v.parse(versionAnswer, { apiVersion: '2.0.5' }).dataTimestamp).toBeUndefined();
	});
});
