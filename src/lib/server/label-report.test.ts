import { describe, expect, it } from 'vitest';
import { limitOf, readReport } from './label-report.ts';

function form(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [key, value] of Object.entries(fields)) data.set(key, value);
	return data;
}

describe('a report on a label', () => {
	it('is read, an empty comment left out', () => {
		expect(readReport(form({ label: 'mechanism:iron', verdict: 'wrong', comment: ' ' }))).toEqual({
			ok: true,
			facet: 'mechanism',
			label: 'iron',
			verdict: 'wrong'
		});
	});

	it('a comment of 500 letters with line breaks fits, though browsers send each as two', () => {
		const comment = `${'a'.repeat(249)}\r\n${'b'.repeat(250)}`;
		expect(readReport(form({ label: 'mechanism:iron', verdict: 'wrong', comment })).ok).toBe(true);
	});

	it.each([
		[{}, ['label', 'verdict']],
		[{ label: 'mechanism:constructor', verdict: 'wrong' }, ['label']],
		[{ label: '__proto__:x', verdict: 'maybe' }, ['label', 'verdict']],
		[{ label: 'mechanism:iron', verdict: 'wrong', comment: 'a'.repeat(501) }, ['comment']]
	])('%o names its mistakes', (fields, keys) => {
		const read = readReport(form(fields));
		expect(read.ok ? [] : read.mistakes.map((text) => text.split(' ')[0])).toEqual(keys);
	});
});

it('a limit holds for a stretch of time', () => {
	const allow = limitOf(2, 1000);
	expect([allow(0), allow(1), allow(2), allow(1001)]).toEqual([true, true, false, true]);
});
