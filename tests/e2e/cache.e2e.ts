import { expect, test } from '@playwright/test';
import { cache } from '../soak/cache.ts';
import { load } from '../soak/load.ts';

/** The long runs are `npm run soak -- cache load`. */

test('a warm page is answered eight times as often as one that is rendered each time', async () => {
	test.setTimeout(120_000);
	const { problems } = await cache({ ms: 1500, say: console.log });
	expect(problems).toEqual([]);
});

test('half of what the site can take brings no error', async () => {
	test.setTimeout(120_000);
	const { lines, problems } = await load({ saturationMs: 2000, steadyMs: 4000, say: console.log });
	console.log(lines.join('\n'));
	expect(problems).toEqual([]);
});
