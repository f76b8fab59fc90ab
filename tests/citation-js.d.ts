/** What the tests use of citation-js, which ships no types. */
declare module '@citation-js/core' {
	export class Cite {
		constructor(text: string, options?: { forceType?: string });
		/** CSL-JSON. */
		data: unknown;
	}
}
declare module '@citation-js/plugin-ris';
declare module '@citation-js/plugin-bibtex';
/** What astrocite-ris, a reader of RIS, says that it gives: CSL-JSON, whose types it does not bring. */
declare namespace CSL {
	interface Data {
		id?: string;
	}
}
