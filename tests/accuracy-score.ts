/** One facet of one record: what the labeller said and what the readers said. */
export interface Case {
	id: string;
	given: readonly string[];
	core: readonly string[];
	also: readonly string[];
}

/** Counts for a label or a whole facet; labels that readers call acceptable (`also`) count nowhere. */
export interface Score {
	right: number;
	falseAlarms: number;
	misses: number;
	precision: number;
	recall: number;
	f1: number;
	/** Records that have the label by both readers. */
	support: number;
}

export interface FacetScore {
	labels: Map<string, Score>;
	/** Over all labels. */
	micro: Score;
	/** Mean F1 over labels with enough core cases; 1 where there is none. */
	macro: number;
}

/** Labels with fewer core cases do not enter the macro mean (labelling guide §6). */
export const macroSupport = 5;

/** Scores a facet label by label (labelling guide §6); `only` limits it to the scored ids. */
export function scoreFacet(cases: readonly Case[], only?: ReadonlySet<string>): FacetScore {
	const counts = new Map<string, { right: number; falseAlarms: number; misses: number }>();
	const count = (id: string) => {
		const known = counts.get(id) ?? { right: 0, falseAlarms: 0, misses: 0 };
		counts.set(id, known);
		return known;
	};
	for (const { given, core, also } of cases) {
		for (const id of new Set([...given, ...core])) {
			if (only && !only.has(id)) continue;
			if (core.includes(id)) count(id)[given.includes(id) ? 'right' : 'misses']++;
			else if (!also.includes(id)) count(id).falseAlarms++;
		}
	}
	const labels = new Map(
		[...counts]
			.sort(([a], [b]) => a.localeCompare(b))
			.map(([id, c]) => [id, score(c.right, c.falseAlarms, c.misses)])
	);
	const all = [...labels.values()];
	const enough = all.filter(({ support }) => support >= macroSupport);
	return {
		labels,
		micro: score(
			sum(all.map(({ right }) => right)),
			sum(all.map(({ falseAlarms }) => falseAlarms)),
			sum(all.map(({ misses }) => misses))
		),
		macro: enough.length === 0 ? 1 : sum(enough.map(({ f1 }) => f1)) / enough.length
	};
}

/** Precision, recall and F1 of counts; what has no case at all is taken as right (1). */
export function score(right: number, falseAlarms: number, misses: number): Score {
	const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
	return {
		right,
		falseAlarms,
		misses,
		precision: share(right, right + falseAlarms),
		recall: share(right, right + misses),
		f1: share(2 * right, 2 * right + falseAlarms + misses),
		support: right + misses
	};
}

/** Reads a list of ids from a cell: "iron; dopamine". */
export function idsOf(cell: string | undefined): string[] {
	return (cell ?? '')
		.split(';')
		.map((id) => id.trim())
		.filter((id) => id !== '');
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((a, b) => a + b, 0);
}
