/** The door of this folder: all that the rest of the program may know of ClinicalTrials.gov. */
export { contactsOf, type Contact, type Contacts, type Official } from './contacts.ts';
export { crawl, fetchVersion, type Crawl, type RegistrySettings } from './crawl.ts';
export type { CrawledRecord, SetAside } from './harvest.ts';
export { withoutPersons } from './persons.ts';
export { defaultQuery, questionParts } from './question.ts';
export { resultTables } from './results.ts';
export { translate } from './translate.ts';
export { parseRecord, type Parsed, type Version, type Wire } from './wire.ts';
