import type { Random } from './random.ts';

/** Values that have broken programs: as text, before any encoding. */
const nasty = [
	'',
	' ',
	'\0',
	'a\0b',
	'\u0001\u0007\u001b[31m',
	'\r\nset-cookie: a=b',
	'..',
	'../../../../etc/passwd',
	'..\\..\\windows\\win.ini',
	'/etc/passwd',
	'file:///etc/passwd',
	'//example.org/',
	'http://example.org/',
	'javascript:alert(1)',
	'<script>alert(1)</script>',
	'"><svg onload=alert(1)>',
	"' OR 1=1 --",
	"'; drop table study; --",
	'{{7*7}}${7*7}',
	'%s%n%x',
	'__proto__',
	'constructor',
	'toString',
	'hasOwnProperty',
	'null',
	'undefined',
	'NaN',
	'Infinity',
	'true',
	'[object Object]',
	'{"a":1}',
	'[]',
	'0',
	'-0',
	'-1',
	'1e309',
	'9007199254740993',
	'99999999999999999999999',
	'0x10',
	'1,2,,3,',
	',,,,',
	'0000-00-00',
	'9999-12-31',
	'2026-02-30',
	'2026-13',
	'+275760-09-13',
	'..',
	'2020..',
	'..2020',
	'2030..2001',
	'2026-05-31T25:61:61Z',
	'NCT',
	'NCT00000000',
	'nct90000001',
	'NCT９０００００01',
	'90,180',
	'-91,181',
	'1e400,0',
	'00000',
	'60611-',
	'0mi',
	'501mi',
	'80KM',
	'"',
	'"open',
	'-',
	'- -',
	'*',
	'a*',
	'AND',
	'OR OR',
	'NOT NOT iron',
	'(',
	')',
	'iron AND (',
	'漢字かな',
	'İıſK',
	'ǅ ß ŉ',
	'e\u0301\u0301\u0301',
	'\u202eabc\u2066',
	'\ufeff\u200b\u00ad',
	'🙂👩‍👩‍👧‍👦',
	'\ud83d',
	'\udc00x',
	'\uffff'
] as const;

/** What is made long of. */
const repeated = [
	'a',
	' ',
	'(',
	'"',
	'-',
	'iron ',
	'a OR ',
	'NOT ',
	'漢',
	'🙂',
	',',
	'%',
	'\u0301',
	'../'
];

/** A text that is wrong nearly everywhere. */
export function nastyText(random: Random, longest = 3000): string {
	if (random.chance(0.75)) return random.of(nasty);
	if (random.chance(0.5)) return random.of(repeated).repeat(1 + random.below(longest / 4));
	return Array.from({ length: 1 + random.below(30) }, () =>
		String.fromCodePoint(random.below(random.chance(0.7) ? 0x250 : 0x11_0000))
	).join('');
}

/** Encodings that are broken, or mean something else than they seem to. */
const broken = [
	'%',
	'%%',
	'%E0%A4%A',
	'%FF%FE',
	'%C0%AF',
	'%ED%A0%80',
	'%u0041',
	'%2',
	'%zz',
	'%00',
	'%0d%0a',
	'%2e%2e%2f',
	'%252e',
	'+',
	'\u00ff\u00e9'
];

/** The text as it goes into an address; now and then in an encoding that is broken. */
export function encoded(random: Random, text: string): string {
	if (random.chance(0.1)) return random.of(broken) + encoded(random, text.slice(1));
	const whole = encodeURIComponent(text.toWellFormed());
	// what HTTP takes as it is, and no browser would send so
	return random.chance(0.1) ? text.replaceAll(/[^!-~\u00a1-\u00ff]|#/g, '') : whole;
}
