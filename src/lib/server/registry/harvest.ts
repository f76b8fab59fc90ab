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
	/** Persons taken out. */
	raw: unknown;
}

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
	if (parsed.ok)
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
