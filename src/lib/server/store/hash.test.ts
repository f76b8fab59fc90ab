import { describe, expect, it } from 'vitest';
import { contentHash } from './hash.ts';

const record = (day: string, more = {}) => ({
	protocolSection: { identificationModule: { nctId: 'NCT00000001' }, phases: ['PHASE1', 'PHASE2'] },
	derivedSection: { miscInfoModule: { versionHolder: day, removedCountries: ['Swaziland'] } },
	...more
});

describe('contentHash', () => {
	it('is SHA-256 of the sorted JSON', () => {
		// printf '{"a":[1,null],"b":"x"}' | sha256sum
		expect(contentHash({ b: 'x', a: [1, null] })).toBe(
			'3dece6dc8d22d61692b03c7d51836aaec96fd08a614e224565e177ad6ff9dbe2'
		);
	});

	it('does not see the order of keys, and sees the order of a list', () => {
		expect(contentHash({ a: { b: 1, c: 2 }, d: 3 })).toBe(contentHash({ d: 3, a: { c: 2, b: 1 } }));
		expect(contentHash({ a: [1, 2] })).not.toBe(contentHash({ a: [2, 1] }));
	});

	// the trap: this date is the data set's, new each day in every record
	it('does not see the date of the data set', () => {
		expect(contentHash(record('2026-01-01'))).toBe(contentHash(record('2026-01-02')));
	});

	it('sees everything beside that date', () => {
		const base = contentHash(record('2026-01-01'));
		expect(contentHash(record('2026-01-01', { hasResults: true }))).not.toBe(base);
		const moved = { derivedSection: { miscInfoModule: { versionHolder: '2026-01-01' } } };
		expect(contentHash(record('2026-01-01', moved))).not.toBe(base);
		expect(contentHash({ versionHolder: '1' })).not.toBe(contentHash({ versionHolder: '2' }));
	});

	it('leaves its input alone', () => {
		const input = record('2026-01-01');
		contentHash(input);
		expect(input).toEqual(record('2026-01-01'));
	});

	it('tells values apart that look alike', () => {
		const alike = [1, '1', null, 'null', [], {}, [null], { a: null }, { a: [] }, false, ''];
		expect(new Set(alike.map(contentHash)).size).toBe(alike.length);
	});

	it('takes an absent field and an undefined one for the same, as JSON does', () => {
		expect(contentHash({ a: undefined, b: 1 })).toBe(contentHash({ b: 1 }));
	});

	it.each([undefined, null, 'text', 7, [], { derivedSection: null }, { derivedSection: [] }])(
		'hashes %j, which is no record',
		(value) => {
			expect(contentHash(value)).toMatch(/^[0-9a-f]{64}$/);
		}
	);
});
