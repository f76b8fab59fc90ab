/** Wilson's 95 % interval of a share, `right` of `all`; 0 to 1 where there is no case. */
export function wilson(right: number, all: number): [low: number, high: number] {
	if (all === 0) return [0, 1];
	const z = 1.959964;
	const p = right / all;
	const middle = p + (z * z) / (2 * all);
	const spread = z * Math.sqrt((p * (1 - p)) / all + (z * z) / (4 * all * all));
	const scale = 1 + (z * z) / all;
	return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}
