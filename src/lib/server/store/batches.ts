import { setImmediate as turn } from 'node:timers/promises';

/** How many rows go to or come from the database in one statement. */
export const batchSize = 100;

/**
 * The items in slices of {@link batchSize}, with a turn of the event loop between them: SQLite
 * works in this thread, and a visitor must not wait until thousands of records are written.
 */
export async function* batches<T>(items: readonly T[]): AsyncGenerator<T[]> {
	for (let start = 0; start < items.length; start += batchSize) {
		if (start > 0) await turn();
		yield items.slice(start, start + batchSize);
	}
}
