/** A quote of the registry as people read it: one line, without Markdown's backslashes. */
export function quoteWords(quote: string): string {
	return quote
		.replace(/\\([!-/:-@[-`{-~])/g, '$1')
		.replace(/\s+/g, ' ')
		.trim();
}
