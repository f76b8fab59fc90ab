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
