/** What a run found. */
export interface Outcome {
	/** What it did and measured, a line each. */
	lines: string[];
	/** What was wrong, a line each; none: all was well. */
	problems: string[];
}

/** The first of many problems that are alike, and how many more there were. */
export function firstOf(problems: readonly string[], most = 40): string[] {
	const more = problems.length - most;
	return more > 0 ? [...problems.slice(0, most), `… and ${more} more`] : [...problems];
}
