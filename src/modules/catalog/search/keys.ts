import { INITIALS_KEY, SOUND_KEY } from './phrases.ts';
import { createRows, type Rows } from './rows.ts';

/** Phrases by what they are as a whole, and by how they begin. */
export interface Keys {
	whole(key: string): Int32Array;
	/** Longer keys that begin with this one, at most `limit`, in the order in which they were added. */
	longerThan(key: string, limit: number): string[];
}

const NONE = new Int32Array(0);

/** Characters that a beginning needs, the mark of its kind included: fewer begin too much. */
const shortest = (key: string) => (key[0] === INITIALS_KEY ? 4 : key[0] === SOUND_KEY ? 3 : 2);

/** Kept in drawers by their first characters, which is quicker to fill than a sorted list. */
export function createKeys() {
	const phrases = createRows();
	const drawers = new Map<string, string[]>();
	return {
		add(key: string, phrase: number): void {
			if (!phrases.has(key)) {
				const label = key.slice(0, shortest(key));
				const drawer = drawers.get(label);
				if (drawer) drawer.push(key);
				else drawers.set(label, [key]);
			}
			phrases.add(key, phrase);
		},
		finish: (): Keys => readKeys(phrases.finish(), drawers),
	};
}

function readKeys(phrases: Rows, drawers: ReadonlyMap<string, readonly string[]>): Keys {
	return {
		whole(key) {
			const row = phrases.find(key);
			return row === undefined ? NONE : phrases.values(row);
		},
		longerThan(key, limit) {
			const least = shortest(key);
			if (key.length < least) return [];
			const found: string[] = [];
			for (const longer of drawers.get(key.slice(0, least)) ?? []) {
				if (longer.length > key.length && longer.startsWith(key)) found.push(longer);
				if (found.length === limit) break;
			}
			return found;
		},
	};
}
