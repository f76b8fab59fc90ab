import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openOrSetAside } from './open.ts';
import { study } from './sample.ts';

const writer = fileURLToPath(new URL('./endless-writer.ts', import.meta.url));

/** Runs the writer, kills it some time after its first word, and gives the last number it said. */
async function writeUntilKilled(file: string, milliseconds: number): Promise<number> {
	const child = spawn(execPath, [writer, file], { stdio: ['ignore', 'pipe', 'inherit'] });
	let said = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
	await once(child.stdout, 'data');
	await wait(milliseconds);
	child.kill('SIGKILL');
	await once(child, 'close');
	return Number(said.trim().split('\n').at(-1));
}

it('loses nothing that it acknowledged, and keeps no half of a refresh, when killed in the middle of writing', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'store-'));
	let last = 0;
	for (const milliseconds of [3, 20, 45, 80, 110]) {
		const acknowledged = await writeUntilKilled(join(folder, 'finder.db'), milliseconds);
		expect(acknowledged).toBeGreaterThan(last);
		const { store, damaged } = await openOrSetAside(folder, () => undefined);
		expect(damaged).toBeUndefined();
		const loaded = await store.load();
		last = loaded?.refresh.received ?? 0;
		expect(last).toBeGreaterThanOrEqual(acknowledged);
		expect(await store.refreshes(9999)).toHaveLength(last);
		const title = `In refresh ${last}`;
		expect(loaded?.studies).toHaveLength(last % 2 === 0 ? 120 : 150);
		const { record } = study(1, { title, record: { filler: 'x'.repeat(15_000) } });
		expect(loaded?.studies[0]?.record).toEqual(record);
		expect(
			loaded?.studies.filter((each) => JSON.stringify(each.record).includes(`"${title}"`))
		).toHaveLength(loaded?.studies.length ?? -1);
		expect(await store.revisions('NCT00000001')).toHaveLength(last);
		expect(await store.revisions('NCT00000150')).toHaveLength(last);
		await store.close();
	}
	await rm(folder, { recursive: true, force: true });
}, 20_000);

it('lets two processes start on nothing and write in turn', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'store-'));
	const children = [1, 2].map(() =>
		spawn(execPath, [writer, join(folder, 'finder.db'), '5'], {
			stdio: ['ignore', 'pipe', 'inherit']
		})
	);
	// the trap: a transaction that reads first is refused when the other wrote meanwhile
	const counts = await Promise.all(
		children.map(async (child) => {
			let lines = 0;
			const enough = setTimeout(() => child.kill('SIGKILL'), 10_000);
			for await (const chunk of child.stdout) {
				lines += String(chunk).split('\n').length - 1;
				if (lines >= 10) child.kill('SIGKILL');
			}
			clearTimeout(enough);
			return lines;
		})
	);
	expect(Math.min(...counts)).toBeGreaterThanOrEqual(10);
	const { store, damaged } = await openOrSetAside(folder, () => undefined);
	expect(damaged).toBeUndefined();
	expect((await store.refreshes(9999)).length).toBeGreaterThanOrEqual(20);
	await store.close();
	await rm(folder, { recursive: true, force: true });
}, 20_000);
