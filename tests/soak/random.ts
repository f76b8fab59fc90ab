/** Numbers that look random and come again from the same seed. */
export interface Random {
	/** From 0 to just below 1. */
	fraction(): number;
	/** A whole number from 0 to just below `most`. */
	below(most: number): number;
	chance(probability: number): boolean;
	of<T>(list: readonly T[]): T;
}

/**
 * The numbers of one step of a run: the same seed and step give the same numbers, however the steps
 * are shared out. The generator is mulberry32 (public domain, Tommy Ettinger).
 */
export function randomFrom(seed: number, step = 0): Random {
	let state = Math.imul(seed ^ Math.imul(step + 1, 0x9e3779b1), 0x85ebca6b) >>> 0;
	function fraction(): number {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}
	const below = (most: number) => Math.floor(fraction() * most);
	return {
		fraction,
		below,
		chance: (probability) => fraction() < probability,
		of(list) {
			const [one] = list.slice(below(list.length));
			if (one === undefined) throw new Error('There is nothing to choose from');
			return one;
		}
	};
}
