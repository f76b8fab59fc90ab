import { expect, test } from '@playwright/test';
import { contentCases, hangCases, transportCases } from '../soak/fault-cases.ts';
import { faults } from '../soak/faults.ts';
import { guard } from '../soak/guard.ts';

/** The long run, in which each refresh gives up, is `npm run soak -- faults`. */

for (const [name, cases, longestMs] of [
	['between the registry and here', transportCases, 400],
	['in what the registry says', contentCases, 6000],
	['that nobody answers', hangCases, 1000]
] as const)
	test(`what goes wrong ${name} costs no study and no visitor`, async () => {
		test.setTimeout(180_000);
		const { problems } = await faults({ cases, longestMs, mustEnd: false, say: console.log });
		expect(problems).toEqual([]);
	});

test('half of the studies gone: the others stay until a second answer says so, too', async () => {
	test.setTimeout(90_000);
	const { problems } = await guard({ say: console.log });
	expect(problems).toEqual([]);
});
