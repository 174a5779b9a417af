export type { Append, Appended, EventStore, Json, JsonObject, NewEvent, StoredEvent } from './event.ts';
export { createEventStore, type EventStoreOptions } from './event-store.ts';
