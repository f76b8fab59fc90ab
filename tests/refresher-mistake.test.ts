import { expect, it, vi } from 'vitest';
import { openStore } from '#lib/server/store/store.ts';
import { studiesAt } from './fixtures/studies/studies.ts';
import { startRegistry } from './registry/registry.ts';
import { createHolder } from '#lib/server/catalogue/holder.ts';

// a mistake of ours that one record brings to light
vi.mock('#lib/server/catalogue/entry.ts', async (original) => {
	const entry = await original<typeof import('#lib/server/catalogue/entry.ts')>();
	return {
		...entry,
		entryOf(record: unknown) {
			const made = entry.entryOf(record);
			if (made.nctId === 'NCT90000001') throw new TypeError('a rule failed');
			return made;
		}
	};
});

it('one record on which our own rules fail is set aside, and the others are taken in', async () => {
	const studies = studiesAt('2026-11-23');
	const registry = await startRegistry({ studies });
	const store = await openStore(':memory:');
	const holder = await createHolder(store, { baseUrl: registry.url, paceMs: 0 }, () => undefined);
	await holder.refresh(new AbortController().signal);
	expect(holder.problem()).toBeUndefined();
	expect(holder.catalogue().source).toBe('live');
	expect(holder.catalogue().setAside).toEqual([
		{ nctId: 'NCT90000001', reason: expect.stringContaining('a rule failed') }
	]);
	await store.close();
	await registry.close();
});
