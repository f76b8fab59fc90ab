import { personNames, phoneNumbers, type Person } from './person-traces.ts';

/**
 * Takes the persons out of a record (any JSON value), at any depth and whatever their shape:
 * contacts, officials, the results' point of contact and the investigator. In the remaining texts it
 * replaces every e-mail address, and the names and telephone numbers that stood in what was taken
 * out. The record itself is not changed; doing it twice changes nothing more.
 *
 * What stays: organisations (a sponsor or "Clinical Trials Call Center" is not a person), and names
 * of one word, which cannot be told from other words. A sponsor who is a person and is named as the
 * investigator too is replaced.
 */
export function withoutPersons(record: unknown): unknown {
	const removed: Person = { names: new Set(), phones: new Set() };
	const organisations = new Set<string>();
	collect(record, removed, organisations, 0);

	const names = personNames(removed.names, organisations);
	const phones = phoneNumbers(removed.phones);
	return clean(record, (text) => {
		let left = text.replace(eMail, '[e-mail left out]');
		if (names) left = left.replace(names, '[name left out]');
		if (phones) left = left.replace(phones, '[telephone number left out]');
		return left;
	});
}

/** Fields that hold persons and nothing else. */
const personFields = new Set([
	'centralContacts',
	'overallOfficials',
	'contacts',
	'pointOfContact',
	'unpostedResponsibleParty'
]);

/** Of `responsibleParty` only its type stays (`SPONSOR`, `PRINCIPAL_INVESTIGATOR` …). */
const responsibleParty = 'responsibleParty';

/** The same fields by themselves, should they stand elsewhere. */
const investigatorFields = new Set([
	'investigatorFullName',
	'investigatorTitle',
	'investigatorAffiliation',
	'oldNameTitle',
	'oldOrganization'
]);

/** Deeper than any record: an answer made to exhaust the stack is cut here. */
const deepest = 60;

/**
 * Lengths are bounded so that a long text cannot make the search slow. Markdown puts a backslash
 * before some signs (`jane\_roe@example.org`); some write `(at)`.
 */
const eMail =
	/[\p{L}\p{N}._%+'\\-]{1,64}(?:\\?@|\s?[([{]\s?at\s?[)\]}]\s?)[\p{L}\p{N}.\\-]{0,252}[\p{L}\p{N}]\\?\.\p{L}{2,24}/giu;

function collect(value: unknown, removed: Person, organisations: Set<string>, depth: number): void {
	if (depth > deepest) return;
	if (Array.isArray(value)) {
		for (const item of value) collect(item, removed, organisations, depth + 1);
	} else if (isObject(value)) {
		for (const [key, part] of Object.entries(value)) {
			if (personFields.has(key) || investigatorFields.has(key))
				trace(key, part, removed, depth + 1);
			else if (key === responsibleParty) trace('', part, removed, depth + 1);
			else collect(part, removed, organisations, depth + 1);
		}
		const name = value['name'] ?? value['fullName'];
		const isOrganisation = typeof value['class'] === 'string' && !maybePerson.has(value['class']);
		if (typeof name === 'string' && isOrganisation) organisations.add(name);
	}
}

/** Classes of sponsors under which persons are registered as well. */
const maybePerson = new Set(['INDIV', 'OTHER', 'AMBIG', 'UNKNOWN']);

/** Fields of what is taken out that hold other things than a name. */
const notNames = new Set([
	'affiliation',
	'organization',
	'role',
	'email',
	'phone',
	'phoneExt',
	'type',
	'investigatorTitle',
	'investigatorAffiliation',
	'oldOrganization'
]);

/** Notes the names and telephone numbers in a part that is taken out. */
function trace(key: string, value: unknown, removed: Person, depth: number): void {
	if (depth > deepest) return;
	if (Array.isArray(value)) {
		for (const item of value) trace(key, item, removed, depth + 1);
	} else if (isObject(value)) {
		for (const [inner, part] of Object.entries(value)) trace(inner, part, removed, depth + 1);
	} else if (typeof value === 'string' || typeof value === 'number') {
		removed.phones.add(String(value));
		if (!notNames.has(key)) removed.names.add(String(value));
	}
}

function clean(value: unknown, text: (value: string) => string, depth = 0): unknown {
	if (typeof value === 'string') return text(value);
	if (typeof value !== 'object' || value === null) return value;
	if (depth > deepest) return '[left out: nested too deeply]';
	if (Array.isArray(value)) return value.map((item) => clean(item, text, depth + 1));
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key]) => !personFields.has(key) && !investigatorFields.has(key))
			.map(([key, part]) => [
				key,
				key === responsibleParty ? onlyType(part) : clean(part, text, depth + 1)
			])
	);
}

function onlyType(party: unknown): unknown {
	return isObject(party) && typeof party['type'] === 'string' && /^[A-Z_]+$/.test(party['type'])
		? { type: party['type'] }
		: {};
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
