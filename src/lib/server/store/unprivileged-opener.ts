import { argv, getuid, seteuid, stdout } from 'node:process';
import { run, studies } from './sample.ts';
import { openOrSetAside } from './open.ts';

/**
 * A process for the tests: opens the folder of its argument without the rights of root, to whom
 * nothing is read-only, and prints what it got as JSON.
 */
if (getuid?.() === 0) seteuid?.(65534);
const said: string[] = [];
const { store, memory, damaged } = await openOrSetAside(argv[2] ?? '', (text) => said.push(text));
const before = (await store.load())?.studies.length;
await store.save(run(9), studies(2), []);
const after = (await store.load())?.studies.length;
await store.close();
stdout.write(JSON.stringify({ memory, damaged, said, before, after }));
