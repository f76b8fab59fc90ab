/** A place in a search that cannot mean what it seems to: where, and what is done instead. */
export interface ExpressionProblem {
	/** First letter and the one after the last, in the text. */
	from: number;
	to: number;
	says: string;
}

const operators = new Set(['AND', 'OR', 'NOT']);

/**
 * Finds what is odd in a search expression: a quote without its partner, an operator with nothing to
 * join, brackets. The search is done all the same, with the odd part taken as said.
 */
export function problemsIn(text: string): ExpressionProblem[] {
	const found: ExpressionProblem[] = [];
	const quotes = [...text.matchAll(/"/g)].map(({ index }) => index);
	const lone = quotes.length % 2 === 1 ? quotes.at(-1) : undefined;
	if (lone !== undefined)
		found.push({
			from: lone,
			to: lone + 1,
			says: 'this quote has no partner; the rest is taken as one phrase'
		});
	const outside = text.replace(/"[^"]*"?/g, (phrase) => 'x'.repeat(phrase.length));
	const words = [...outside.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ word, index }));
	for (const [n, { word, index }] of words.entries()) {
		const before = words[n - 1]?.word;
		const after = words[n + 1]?.word;
		const joins = word === 'AND' || word === 'OR';
		const lonely =
			(joins && (before === undefined || operators.has(before))) ||
			(operators.has(word) && (after === undefined || after === 'AND' || after === 'OR'));
		if (lonely)
			found.push({
				from: index,
				to: index + word.length,
				says: `${word} stands alone here and is left out`
			});
	}
	for (const { index } of outside.matchAll(/[()]/g))
		found.push({
			from: index,
			to: index + 1,
			says: 'brackets are not understood and are left out'
		});
	return found.toSorted((a, b) => a.from - b.from);
}
