import { describe, expect, it } from 'vitest';
import { countryCode, countryName } from './place.ts';

describe('countryCode', () => {
	it.each([
		['KR', 'Korea, Republic of', 'South Korea'],
		['KP', "Korea, Democratic People's Republic of", 'North Korea'],
		['TR', 'Turkey', 'Turkey (Türkiye)', 'Türkiye'],
		['IR', 'Iran, Islamic Republic of', 'Iran'],
		['RU', 'Russian Federation', 'Russia'],
		['CZ', 'Czechia', 'Czech Republic'],
		['VN', 'Viet Nam', 'Vietnam'],
		['SZ', 'Swaziland', 'Eswatini'],
		['MK', 'Macedonia, The Former Yugoslav Republic of', 'North Macedonia', 'Macedonia'],
		['CD', 'Congo, The Democratic Republic of the', 'Democratic Republic of the Congo'],
		['CG', 'Congo', 'Republic of the Congo'],
		['CI', "Côte D'Ivoire", 'Côte d’Ivoire', "Cote d'Ivoire", 'Ivory Coast'],
		['SY', 'Syrian Arab Republic', 'Syria'],
		['LA', "Lao People's Democratic Republic", 'Laos'],
		['MD', 'Moldova, Republic of', 'Moldova'],
		['TZ', 'Tanzania', 'Tanzania, United Republic of'],
		['BO', 'Bolivia', 'Bolivia, Plurinational State of'],
		['VE', 'Venezuela', 'Venezuela, Bolivarian Republic of'],
		['BN', 'Brunei Darussalam', 'Brunei'],
		['LY', 'Libyan Arab Jamahiriya', 'Libya'],
		['PS', 'Palestinian Territories, Occupied', 'Palestinian Territory, occupied', 'Palestine'],
		['HK', 'Hong Kong'],
		['TW', 'Taiwan'],
		['PR', 'Puerto Rico'],
		['VI', 'Virgin Islands (U.S.)', 'U.S. Virgin Islands'],
		['MM', 'Burma', 'Myanmar (Burma)'],
		['RE', 'Réunion', 'Reunion'],
		['US', 'United States', 'United States of America', ' united  states ']
	])('gives %s for %j and its other names, old and new', (code, ...names) => {
		for (const name of names) expect(countryCode(name)).toBe(code);
	});

	it('gives former states the codes that they had', () => {
		expect(countryCode('Former Serbia and Montenegro')).toBe('CS');
		expect(countryCode('Serbia and Montenegro')).toBe('CS');
		expect(countryCode('Netherlands Antilles')).toBe('AN');
		expect(countryCode('Former Yugoslavia')).toBe('YU');
	});

	it('does not guess: neighbours in spelling and unknown names have no or their own code', () => {
		expect(countryCode('Korea')).toBeUndefined();
		expect(countryCode('Atlantis')).toBeUndefined();
		expect(countryCode('')).toBeUndefined();
		expect(countryCode('constructor')).toBeUndefined();
		expect(countryCode('Niger')).toBe('NE');
		expect(countryCode('Nigeria')).toBe('NG');
		expect(countryCode('Guinea')).toBe('GN');
		expect(countryCode('Dominica')).toBe('DM');
	});
});

describe('countryName', () => {
	it('gives one name for each code, and that name leads back to the code', () => {
		const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
		const known = letters
			.flatMap((a) => letters.map((b) => a + b))
			.filter((code) => countryName(code) !== undefined);
		expect(known.length).toBe(254); // 249 countries, Kosovo, and AN, CS, SU, YU
		for (const code of known) expect(countryCode(countryName(code) ?? '')).toBe(code);
	});

	it('reads small letters and knows nothing of what is no code', () => {
		expect(countryName('tr')).toBe('Turkey');
		expect(countryName('ZZ')).toBeUndefined();
		expect(countryName('constructor')).toBeUndefined();
	});
});
