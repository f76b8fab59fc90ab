import * as v from 'valibot';
import { stated } from '#lib/study/stated.ts';

/** A contact as the registry gives it. Any part may be missing, even the name. */
export interface Contact {
	name?: string;
	/** ContactRole: `CONTACT`, `PRINCIPAL_INVESTIGATOR` … */
	role?: string;
	phone?: string;
	phoneExt?: string;
	email?: string;
}

export interface Official {
	name?: string;
	affiliation?: string;
	role?: string;
}

/** The persons of one record: for memory and the page of a live study only, never to be stored. */
export interface Contacts {
	central: Contact[];
	/** By the index of the site in `Study.sites`; sites without contacts have no entry. */
	sites: Record<number, Contact[]>;
	officials: Official[];
}

const text = v.nullish(v.pipe(v.string(), v.trim()), () => undefined);
const contact = v.object({ name: text, role: text, phone: text, phoneExt: text, email: text });
const official = v.object({ name: text, affiliation: text, role: text });
const module = v.object({
	centralContacts: v.fallback(v.array(v.unknown()), []),
	locations: v.fallback(v.array(v.unknown()), []),
	overallOfficials: v.fallback(v.array(v.unknown()), [])
});
const record = v.object({ protocolSection: v.object({ contactsLocationsModule: module }) });
const location = v.object({ contacts: v.fallback(v.array(v.unknown()), []) });

/**
 * Reads the persons of a record as received. What does not fit is left out, for a contact that
 * cannot be read must not cost the study; an empty answer for a record without any. Never throws.
 */
export function contactsOf(raw: unknown): Contacts {
	const result = v.safeParse(record, raw);
	if (!result.success) return { central: [], sites: {}, officials: [] };
	const found = result.output.protocolSection.contactsLocationsModule;
	const sites = found.locations.map((raw) => {
		const site = v.safeParse(location, raw);
		return site.success ? readable(contact, site.output.contacts) : [];
	});
	return {
		central: readable(contact, found.centralContacts),
		sites: Object.fromEntries(
			sites.flatMap((contacts, index) => (contacts.length > 0 ? [[index, contacts]] : []))
		),
		officials: readable(official, found.overallOfficials)
	};
}

type Lines = Record<string, string | undefined>;

/** The items that fit and say something. */
function readable<T extends Lines>(schema: v.GenericSchema<unknown, T>, items: unknown[]) {
	return items.flatMap((item) => {
		const result = v.safeParse(schema, item);
		if (!result.success) return [];
		const said = stated(result.output);
		return Object.values(result.output).some((line) => line) ? [said] : [];
	});
}
