import type { StoredEvent } from './events/event.ts';

/** A stored event on its way to subscribers. `kind` is the kind of its stream, e.g. `case`. */
export interface BusEvent extends StoredEvent {
	jurisdiction: string;
	kind: string;
}

export type BusHandler = (event: BusEvent) => Promise<void> | void;

/**
 * In-process subscriptions, fed by the outbox. Each event arrives at least once and in the order of its stream:
 * handlers must be able to meet an event twice (remember `stream` and `version`).
 */
export interface Bus {
	/** `type` is an event type, or `*` for all. Returns the way to unsubscribe. */
	subscribe(type: string, handler: BusHandler): () => void;
	/** Calls the handlers one after another; rejects with the first failure, and the event comes again. */
	publish(event: BusEvent): Promise<void>;
}

/** Creates a bus without subscribers. */
export function createBus(): Bus {
	const handlers = new Map<string, Set<BusHandler>>();
	return {
		subscribe(type, handler) {
			const set = handlers.get(type) ?? new Set();
			handlers.set(type, set.add(handler));
			return () => set.delete(handler);
		},
		async publish(event) {
			const called = [...(handlers.get(event.type) ?? []), ...(handlers.get('*') ?? [])];
			for (const handler of called) await handler(event);
		},
	};
}
