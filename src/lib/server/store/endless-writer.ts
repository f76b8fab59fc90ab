import { argv, stdout } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { run, studies } from './sample.ts';
import { openStore } from './store.ts';

/**
 * A process for the tests, made to be killed: writes one refresh after the other into the file of
 * its first argument, and prints the number of each as soon as it is acknowledged. The second
 * argument is how long it rests in between, in milliseconds.
 */
const store = await openStore(argv[2] ?? ':memory:');
const filler = 'x'.repeat(15_000);
const start = (await store.refreshes(1))[0]?.received ?? 0;
for (let number = start + 1; ; number++) {
	const title = `In refresh ${number}`;
	// 150 studies are two batches: a kill falls between them as well; every second run, some leave
	const received = studies(number % 2 === 0 ? 120 : 150, { title, record: { filler } });
	await store.save(run(1, { received: number }), received, []);
	// a pipe is written at once (Node's notes on process I/O), so what is printed has been saved
	stdout.write(`${number}\n`);
	if (argv[3] !== undefined) await wait(Number(argv[3]));
}
