/** One table of posted results: what was measured, in whom, with what outcome. */
export interface ResultTable {
	/** `PRIMARY`, `SECONDARY` …; the registry's own word. */
	type?: string;
	title: string;
	description?: string;
	timeFrame?: string;
	/** "Mean (Standard Deviation), mg/dL": what the numbers are, in the registry's words. */
	numbers?: string;
	groups: { title: string; description?: string }[];
	/** How many were measured in each group, in the order of the groups. */
	measured: (string | undefined)[];
	rows: { label: string; values: (string | undefined)[] }[];
	/** The registry holds no values for it, and this is its word on that. */
	unposted?: string;
}
