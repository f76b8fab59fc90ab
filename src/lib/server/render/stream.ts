import { setImmediate as turn } from 'node:timers/promises';

/**
 * Text pieces as a stream of UTF-8 bytes. The next piece is made only when the reader wants it, so
 * that a slow reader holds one piece in memory and not the file; a reader who leaves ends the work.
 */
export function streamOf(pieces: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	return new ReadableStream(
		{
			async pull(controller) {
				const { value, done } = await pieces.next();
				if (done) controller.close();
				else controller.enqueue(encoder.encode(value));
			},
			async cancel() {
				await pieces.return();
			}
		},
		{ highWaterMark: 0 }
	);
}

const batchSize = 100;

/** Texts of a long list in pieces of 100, with a pause after each in which others are served. */
export async function* inBatches<T>(
	items: readonly T[],
	render: (batch: readonly T[], from: number) => string
): AsyncGenerator<string, void> {
	for (let from = 0; from < items.length; from += batchSize) {
		yield render(items.slice(from, from + batchSize), from);
		await turn();
	}
}
