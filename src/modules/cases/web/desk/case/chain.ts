import type { StoredEvent } from '../types.ts';

/** The first event whose predecessor is not the one before it; null when every link holds. */
export function brokenLink(events: Pick<StoredEvent, 'version' | 'hash' | 'previousHash'>[]): number | null {
	const broken = events.find((event, index) => {
		const before = events[index - 1];
		return before !== undefined && event.previousHash !== before.hash;
	});
	return broken?.version ?? null;
}
