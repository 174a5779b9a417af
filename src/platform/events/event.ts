/** A value that JSON can carry. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** An event before it is stored. */
export interface NewEvent {
	type: string;
	data: JsonObject;
	/** Who did it: the id of a person, or `system`. */
	actor: string;
	/** Instant of the Clock in ISO 8601 UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
	at: string;
}

/** An event as it lies in the store. */
export interface StoredEvent extends NewEvent {
	stream: string;
	/** 1, 2, 3 … within the stream, without gaps. */
	version: number;
	/** SM3, 64 hexadecimal digits. */
	hash: string;
	/** Hash of the event before, `GENESIS` for the first. */
	previousHash: string;
	/** Wall clock of the database; not part of the hash. */
	recordedAt: string;
}

/** One write: events of one stream and the row of its current state after them. */
export interface Append {
	stream: string;
	/** Version of the stream that the decision was taken on; 0 for a new stream. */
	expectedVersion: number;
	events: NewEvent[];
	/** Columns of the room's row table. `jurisdiction`, `id`, `version` and `head` are filled by the store. */
	row: JsonObject;
}

/** What an acknowledged append reached. */
export interface Appended {
	version: number;
	head: string;
}

/** The append-only log of one kind of stream, and the only way to write it. */
export interface EventStore {
	readonly kind: string;
	readonly rowTable: string;
	/**
	 * Writes durably; resolves after commit.
	 * @throws Problem STALE_VERSION when the stream is not at `expectedVersion` (any more),
	 *   TEMPORARILY_UNAVAILABLE when the database cannot be asked.
	 */
	append(append: Append): Promise<Appended>;
	/** Events in order; empty for an unknown stream. */
	read(stream: string): Promise<StoredEvent[]>;
	/** Ids of streams in order, after the given one; at most `limit` (default 1000). */
	streams(after?: string, limit?: number): Promise<string[]>;
	/** Resolves when no append waits or runs. */
	idle(): Promise<void>;
}
