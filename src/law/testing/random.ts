/** Choices that a seed makes: the same seed, the same history, in every run and on every machine. */
export interface Random {
	/** A whole number from 0 to `below - 1`. */
	below(below: number): number;
	/** True in about `percent` of 100 calls. */
	chance(percent: number): boolean;
	pick<T>(list: readonly [T, ...T[]]): T;
	find<T>(list: readonly T[]): T | undefined;
	/** Each element with the given chance. */
	some<T>(list: readonly T[], percent: number): T[];
}

/** Mulberry32: small and good enough to choose between commands. */
export function randomFrom(seed: number): Random {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return (t ^ (t >>> 14)) >>> 0;
	};
	const below = (limit: number) => next() % limit;
	return {
		below,
		chance: (percent) => below(100) < percent,
		pick: (list) => list[below(list.length)] ?? list[0],
		find: (list) => list[below(Math.max(1, list.length))],
		some: (list, percent) => list.filter(() => below(100) < percent),
	};
}
