import { hashEvent } from './canonical.ts';
import type { Append, Appended, JsonObject, NewEvent } from './event.ts';

/** An event with its place in the chain. */
export interface Link extends NewEvent {
	stream: string;
	version: number;
	previousHash: string;
	hash: string;
}

/** Numbers the events of an append and hangs each on the one before; `was` is the hash that the first hangs on. */
export function chain(append: Omit<Append, 'row'>, was: string, jurisdiction: string): Link[] {
	const { stream, expectedVersion, events } = append;
	let previousHash = was;
	return events.map(({ type, data, actor, at }, index) => {
		const link = { stream, version: expectedVersion + index + 1, type, data, actor, at, previousHash };
		previousHash = hashEvent({ ...link, jurisdiction });
		return { ...link, hash: previousHash };
	});
}

/** Where a stream stands after these events. */
export function reached(links: Link[]): Appended {
	const last = links.at(-1);
	if (!last) throw new TypeError('append without events');
	return { version: last.version, head: last.hash };
}

/** The row of the current state, with the columns that the store fills. */
export function rowOf({ row, stream }: Append, links: Link[], jurisdiction: string): JsonObject {
	const { version, head } = reached(links);
	return { ...row, jurisdiction, id: stream, version, head };
}
