import { expect, test } from '@playwright/test';
import { kills } from '../soak/kills.ts';

/** The long run, also on PostgreSQL, is `npm run soak -- kills`. */

test('20 × kill -9 during refreshes and ratings: the store is whole, all that was answered is there', async () => {
	test.setTimeout(180_000);
	const seed = Date.now() % 1_000_000;
	const { lines, problems } = await kills({ kills: 20, seed, longestMs: 700, say: console.log });
	console.log(lines.join('\n'));
	expect(problems).toEqual([]);
});
