/** A limit of ferritin or of another iron value that people must meet. */
export interface Limit {
	kind: 'maximum' | 'minimum';
	/** As written, mostly µg/L; absent where no number follows. */
	value?: number;
	/** The value is a share, as for transferrin saturation. */
	percent?: true;
}

/** Above this ferritin (µg/L) guidelines no longer speak of low iron (AASM 2025, doi 10.5664/jcsm.11390). */
const low = 100;
/** Above this transferrin saturation, in %, iron is not low. */
const lowShare = 25;

const maximum =
	/^[^.;\d]{0,40}?(?:\\?<|≤|=<|\bbelow\b|\b(?:less|lower|smaller) than\b|\bunder\b|\bat most\b|\bup to\b)/i;
const minimum =
	/^[^.;\d]{0,40}?(?:\\?>|≥|=>|\babove\b|\bat least\b|\b(?:more|greater|higher) than\b|\bover\b)/i;

/** Reads the limit that follows the name of an iron value: " ≤ 75 µg/L". */
export function limitAfter(text: string): Limit | undefined {
	const rest = text.slice(0, 90);
	const most = maximum.exec(rest);
	const least = minimum.exec(rest);
	const found = most && (!least || most[0].length <= least[0].length) ? most : least;
	if (!found) return undefined;
	const number = /^[\s=\\]*(?:or equal to\s*)?(\d{1,5})(?:\.\d{1,3})?\s?(%?)/i.exec(
		rest.slice(found[0].length)
	);
	const kind = found === most ? 'maximum' : 'minimum';
	if (!number) return { kind };
	return {
		kind,
		value: Number(number[1]),
		...(number[2] === '%' ? { percent: true as const } : {})
	};
}

/** Does such a limit pick people with low iron? "Ferritin ≤ 300" only leaves out an overload. */
export function picksLowIron(limit: Limit | undefined): boolean {
	if (limit?.kind !== 'maximum') return false;
	return limit.value === undefined || limit.value <= (limit.percent ? lowShare : low);
}
