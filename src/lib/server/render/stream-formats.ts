import type { Catalogue } from '#lib/search/catalogue.ts';
import type { ExportId } from '#lib/search/receipt-links.ts';
import type { Hit } from '#lib/search/sort.ts';
import { bibtex } from './bibtex.ts';
import { csv } from './csv.ts';
import { ndjson } from './ndjson.ts';
import type { WrittenReceipt } from './receipt.ts';
import { ris } from './ris.ts';

/** All that a query found, in order, with the receipt. */
export interface Prepared extends WrittenReceipt {
	hits: readonly Hit[];
}

/** What an export is made of. */
export interface Exporting {
	catalogue: Catalogue;
	/** `yyyy-MM-dd` */
	today: string;
	/** `https://host` */
	origin: string;
	/** Begin with a byte order mark (CSV only): old Excel takes UTF-8 for something else without. */
	bom: boolean;
	/** Searches; called after the head of the file has left, so that a reader need not wait for it. */
	prepare: () => Promise<Prepared>;
}

/** Writes a file piece by piece. */
export type Export = (exporting: Exporting) => AsyncGenerator<string, void>;

/** How each format is written, and its type of content. */
export const exportFormats: Record<ExportId, { write: Export; type: string }> = {
	csv: { write: csv, type: 'text/csv; charset=utf-8; header=present' },
	ndjson: { write: ndjson, type: 'application/x-ndjson; charset=utf-8' },
	ris: { write: ris, type: 'application/x-research-info-systems; charset=utf-8' },
	bib: { write: bibtex, type: 'application/x-bibtex; charset=utf-8' }
};
