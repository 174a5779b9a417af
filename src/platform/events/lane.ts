/** One waiting write. */
export interface Waiting<T, R> {
	item: T;
	stream: string;
	/** Bytes on the wire, roughly. */
	size: number;
	resolve(result: R): void;
	reject(error: unknown): void;
}

/** As measured: more streams per statement no longer gain anything, and one bad row costs all of them a second try. */
const LARGEST_BATCH = 64;

/** A statement should stay far below what PostgreSQL takes, and below what hurts the others' waiting. */
const LARGEST_SIZE = 4 * 1024 * 1024;

/**
 * One lane into the database: while one batch is on its way, whoever comes waits, and then all who wait go together,
 * each stream once per batch, in the order of arrival.
 */
export function createLane<T, R>(write: (batch: Waiting<T, R>[]) => Promise<void>) {
	let waiting: Waiting<T, R>[] = [];
	let running: Promise<void> | undefined;

	async function run(): Promise<void> {
		// Whoever asks in the same turn of the event loop still gets on the first batch.
		await new Promise((resolve) => setImmediate(resolve));
		while (waiting.length > 0) {
			const { batch, rest } = nextBatch(waiting);
			waiting = rest;
			await write(batch).catch((error: unknown) => {
				for (const { reject } of batch) reject(error);
			});
		}
		running = undefined;
	}

	return {
		enter(item: T, stream: string, size: number): Promise<R> {
			return new Promise<R>((resolve, reject) => {
				waiting.push({ item, stream, size, resolve, reject });
				running ??= run();
			});
		},
		async idle(): Promise<void> {
			while (running) await running;
		},
	};
}

function nextBatch<T, R>(waiting: Waiting<T, R>[]): { batch: Waiting<T, R>[]; rest: Waiting<T, R>[] } {
	const batch: Waiting<T, R>[] = [];
	const rest: Waiting<T, R>[] = [];
	const streams = new Set<string>();
	let size = 0;
	for (const entry of waiting) {
		const fits =
			batch.length < LARGEST_BATCH &&
			(size === 0 || size + entry.size <= LARGEST_SIZE) &&
			!streams.has(entry.stream);
		// A stream that had to stay behind holds its later writes back too, so that they keep their order.
		streams.add(entry.stream);
		if (fits) size += entry.size;
		(fits ? batch : rest).push(entry);
	}
	return { batch, rest };
}
