import { chmodSync } from 'node:fs';
import { argv, getuid, seteuid, stdout } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { run, studies } from './sample.ts';
import { openOrSetAside } from './open.ts';

/**
 * A process for the tests: opens the folder of its argument without the rights of root, to whom
 * nothing is read-only, and prints what it got as JSON. With `mend` it takes the right to write from
 * the folder itself, and gives it back later.
 */
const [, , folder = '', task, mode] = argv;
const root = getuid?.() === 0;
const permit = (rights: number) => {
	if (root) seteuid?.(0);
	chmodSync(folder, rights);
	chmodSync(`${folder}/finder.db`, rights);
	if (root) seteuid?.(65534);
};
if (task === 'mend') permit(Number(mode));
else if (root) seteuid?.(65534);
const said: string[] = [];
const opened = await openOrSetAside(folder, (text) => said.push(text), { retry: 50 });
const { store, memory, damaged } = opened;
const before = (await store.load())?.studies.length;
await store.save(run(9), studies(2), []);
const after = (await store.load())?.studies.length;
if (task === 'mend') permit(0o777);
for (let tries = 0; task === 'mend' && opened.problem() && tries < 100; tries++) await wait(50);
const back = opened.problem() === undefined;
await store.close();
const again = back ? await openOrSetAside(folder, (text) => said.push(text)) : undefined;
const stored = (await again?.store.load())?.studies.length;
await again?.store.close();
stdout.write(JSON.stringify({ memory, damaged, said, before, after, back, stored }));
