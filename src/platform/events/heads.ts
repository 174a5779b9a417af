import type { Pool } from 'pg';
import { GENESIS } from './canonical.ts';
import type { Appended } from './event.ts';

/** Streams whose head is remembered; a bureau works on far fewer at a time. */
const CAPACITY = 10_000;

/** Heads of streams that are remembered. */
export interface Heads {
	remember(stream: string, head: Appended): void;
	forget(stream: string): void;
	/** Hash at a version; undefined when it is not remembered. */
	at(stream: string, version: number): string | undefined;
	/** Asks for the heads that are not remembered at their expected version, in one query. */
	load(wanted: readonly { stream: string; expectedVersion: number }[]): Promise<void>;
}

/**
 * Heads of streams, remembered so that an append need not ask for the hash it hangs on. It is only a guess: the
 * statement compares it with the row that it has locked.
 */
export function createHeads(pool: Pool, rowTable: string, jurisdiction: string): Heads {
	const known = new Map<string, Appended>();

	function remember(stream: string, head: Appended): void {
		known.delete(stream);
		known.set(stream, head);
		for (const oldest of known.keys()) {
			if (known.size <= CAPACITY) break;
			known.delete(oldest);
		}
	}

	function at(stream: string, version: number): string | undefined {
		if (version === 0) return GENESIS;
		const head = known.get(stream);
		return head?.version === version ? head.head : undefined;
	}

	return {
		remember,
		forget: (stream) => void known.delete(stream),
		at,
		async load(wanted) {
			const missing = wanted
				.filter(({ stream, expectedVersion }) => at(stream, expectedVersion) === undefined)
				.map(({ stream }) => stream);
			if (missing.length === 0) return;
			const { rows } = await pool.query<Appended & { id: string }>({
				name: `heads ${rowTable}`,
				text: `select id, version, head from "${rowTable}" where jurisdiction = $1 and id = any($2::text[])`,
				values: [jurisdiction, missing],
			});
			for (const { id, version, head } of rows) remember(id, { version, head });
		},
	};
}
