import type { TimelineEntry } from '../types.ts';

/** Roles that are not the bureau's hands. */
const OUTSIDE = new Set(['APPLICANT', 'SYSTEM']);

/**
 * How many of the bureau's people had the case in hand, and how often it went from one to another:
 * what the sole procedure saves against the three steps.
 */
export function handling(timeline: TimelineEntry[]): { people: number; handovers: number } {
	const hands = [...timeline]
		.sort((a, b) => a.version - b.version)
		.filter(({ actor }) => !OUTSIDE.has(actor.role))
		.map(({ actor }) => actor.id);
	const handovers = hands.filter((hand, index) => index > 0 && hand !== hands[index - 1]).length;
	return { people: new Set(hands).size, handovers };
}
