import type { NctId } from '#lib/study/study.ts';
import { stated } from '#lib/study/stated.ts';
import { withoutPersons } from './persons.ts';
import { parseRecord } from './wire.ts';

export interface CrawledRecord {
	nctId: NctId;
	/** As received, persons included: take them out before storing. */
	raw: unknown;
}

/** A record that does not fit: never dropped, but counted and shown with the reason. */
export interface SetAside {
	nctId?: NctId;
	reason: string;
	/** Persons taken out; undefined where it is too large to keep. */
	raw: unknown;
}

/**
 * In characters of a text. The longest known is a tenth of it; one of some megabytes takes seconds to
 * label and to show, in which no visitor is answered.
 */
const longestText = 300_000;
/** In characters of a whole record: many times the largest known, its results with it. */
const largestRecord = 4_000_000;
const tooLarge = `The record is too large: more than ${largestRecord / 1_000_000} MB, or ${longestText / 1000} KB in one text`;

/** The rows of a crawl so far, each study once. */
export interface Harvest {
	records: CrawledRecord[];
	setAside: SetAside[];
	seen: Set<NctId>;
	received: number;
	repeated: number;
	pages: number;
}

export function emptyHarvest(): Harvest {
	return { records: [], setAside: [], seen: new Set(), received: 0, repeated: 0, pages: 0 };
}

/**
 * Adds a row to the harvest, unless its study is there already (the registry's order is not stable,
 * so that pages repeat rows; parts of a question overlap). Gives the number of the study, or
 * undefined for a row without a proper one.
 */
export function gather(harvest: Harvest, raw: unknown): NctId | undefined {
	harvest.received++;
	const parsed = parseRecord(raw);
	const nctId = parsed.ok ? parsed.wire.protocolSection.identificationModule.nctId : parsed.nctId;
	if (nctId !== undefined && harvest.seen.has(nctId)) {
		harvest.repeated++;
		return nctId;
	}
	if (nctId !== undefined) harvest.seen.add(nctId);
	if (isTooLarge(raw))
		harvest.setAside.push({ ...stated({ nctId }), reason: tooLarge, raw: undefined });
	else if (parsed.ok)
		harvest.records.push({ nctId: parsed.wire.protocolSection.identificationModule.nctId, raw });
	else harvest.setAside.push(setAside(nctId, parsed.reason, raw));
	return nctId;
}

/** The reason may quote a value of the record, so both are cleaned together. */
function setAside(nctId: NctId | undefined, reason: string, raw: unknown): SetAside {
	const cleaned = withoutPersons([reason, raw]);
	const [said, record]: unknown[] = Array.isArray(cleaned) ? cleaned : [];
	return { ...stated({ nctId }), reason: String(said), raw: record };
}

/** Adds up the texts and keys of a record, and stops as soon as they are too much. */
function isTooLarge(raw: unknown): boolean {
	const open: unknown[] = [raw];
	for (let size = 0; open.length > 0;) {
		const value = open.pop();
		if (typeof value === 'string') {
			if (value.length > longestText) return true;
			size += value.length;
		}
		if (typeof value === 'object' && value !== null)
			for (const [key, inner] of Object.entries(value)) {
				size += key.length;
				open.push(inner);
			}
		if (size > largestRecord) return true;
	}
	return false;
}
