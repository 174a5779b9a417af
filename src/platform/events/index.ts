export type { EventStore, JsonObject, NewEvent, StoredEvent } from './event.ts';
export { createEventStore } from './event-store.ts';
