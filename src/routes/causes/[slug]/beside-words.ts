interface Counts {
	total: number;
	open: number;
	/** How many have results on the registry. */
	results: number;
}

/**
 * How many studies there are, in a sentence. That there is none here says nothing about what is
 * studied elsewhere, so it is never put as if nobody did research.
 */
export function existWords({ total }: Pick<Counts, 'total'>): string {
	if (total === 0)
		return 'The list shown here holds no study with this label yet. Other registers may have some, and new studies come in often.';
	return `${total} ${total === 1 ? 'study' : 'studies'} in this catalogue.`;
}

/** How many of them are open now. */
export function openWords({ total, open }: Pick<Counts, 'total' | 'open'>): string {
	if (open === 0) return total === 1 ? 'It is not open now.' : 'None of them is open now.';
	if (total === 1) return 'It is open now.';
	if (open === total) return open === 2 ? 'Both are open now.' : `All ${open} are open now.`;
	return open === 1 ? '1 is open now.' : `${open} are open now.`;
}

/** How many of them have posted results. */
export function resultsWords({ total, results }: Pick<Counts, 'total' | 'results'>): string {
	if (results === 0)
		return total === 1 ? 'It has no posted results yet.' : 'None has posted results yet.';
	if (total === 1) return 'It has posted results.';
	if (results === total)
		return results === 2 ? 'Both have posted results.' : `All ${results} have posted results.`;
	return results === 1 ? '1 has posted results.' : `${results} have posted results.`;
}
