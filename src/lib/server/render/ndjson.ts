import { inIdOrder } from '#lib/search/receipt.ts';
import { listed } from '#lib/search/listed.ts';
import type { Export } from './stream-formats.ts';
import { studyLinks } from './json.ts';
import { marksOf } from './receipt.ts';
import { inBatches } from './stream.ts';

/** A JSON value a line: first `{"receipt": …}`, then each study as the API gives it in a list. */
export const ndjson: Export = async function* ({ prepare, today, origin }) {
	yield '{"receipt":';
	const { hits, receipt, text } = await prepare();
	// the same as receiptJson, which would hold all marks at once
	yield `${JSON.stringify({ ...receipt, text }).slice(0, -1)},"studies":[`;
	yield* inBatches(inIdOrder(hits), (batch, from) =>
		marksOf(batch)
			.map((mark, index) => `${from + index === 0 ? '' : ','}${JSON.stringify(mark)}`)
			.join('')
	);
	yield ']}}\n';
	yield* inBatches(hits, (batch) =>
		batch
			.map((hit) => {
				const study = listed(hit, today);
				return `${JSON.stringify({ ...study, links: studyLinks(study.nctId, origin) })}\n`;
			})
			.join('')
	);
};
