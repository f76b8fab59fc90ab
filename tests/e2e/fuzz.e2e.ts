import { expect, test } from '@playwright/test';
import { fuzz } from '../soak/fuzz.ts';

/** The long run is `npm run soak -- fuzz`. */

test('5,000 odd addresses and 600 odd bodies: no 5xx, no stack trace, none over a second', async () => {
	test.setTimeout(240_000);
	const seed = Date.now() % 1_000_000;
	const { lines, problems } = await fuzz({
		urls: 5000,
		bodies: 600,
		studies: 120,
		seed,
		say: console.log
	});
	console.log(lines.join('\n'));
	expect(problems).toEqual([]);
});
