import { describe, expect, it } from 'vitest';
import { purgeComments, readRating } from './rating.ts';

function form(fields: Record<string, string | File>): FormData {
	const data = new FormData();
	for (const [key, value] of Object.entries(fields)) data.set(key, value);
	return data;
}

describe('a rating', () => {
	it('is read, an empty comment left out', () => {
		expect(readRating(form({ rating: 'helpful', comment: ' \r\n ' }))).toStrictEqual({
			ok: true,
			helpful: true
		});
		expect(readRating(form({ rating: 'not-helpful', comment: ' Too long. ' }))).toStrictEqual({
			ok: true,
			helpful: false,
			comment: 'Too long.'
		});
	});

	it('may have every comment that a browser lets through: it counts the end of a line as one', () => {
		const typed = 'a\n'.repeat(249) + 'bb';
		const sent = typed.replaceAll('\n', '\r\n');
		expect([typed.length, sent.length]).toEqual([500, 749]);
		expect(readRating(form({ rating: 'helpful', comment: sent }))).toMatchObject({
			comment: typed
		});
	});

	it.each([
		[{}, ['rating must be helpful or not-helpful']],
		[{ rating: 'constructor' }, ['rating must be helpful or not-helpful']],
		[{ rating: 'helpful', comment: 'a'.repeat(501) }, ['comment is longer than 500 characters']],
		[
			{ rating: 'maybe', comment: new File(['x'], 'x.txt') },
			['rating must be helpful or not-helpful', 'comment must be text']
		]
	])('%o names its mistakes', (fields, mistakes) => {
		const read = readRating(form(fields));
		expect(read).toEqual({ ok: false, mistakes });
	});
});

it('comments go on their 90th day, also where a leap day or a new year lies between', async () => {
	const asked: string[] = [];
	const store = {
		purgeComments: (before: string) => Promise.resolve(asked.push(before))
	};
	for (const today of ['2026-11-23', '2028-03-01', '2027-01-15']) await purgeComments(store, today);
	// made on 2026-08-25 is 90 days before 2026-11-23: it goes, 2026-08-26 stays
	expect(asked).toEqual(['2026-08-26', '2027-12-03', '2026-10-18']);
});
