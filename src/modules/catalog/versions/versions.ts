import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/db/index.ts';
import type { Item } from '../catalog.schema.ts';
import { createCatalog, type LiveCatalog } from '../catalog.ts';
import type { Parts } from '../sources/parts.ts';
import { lazyItem } from './lazy-item.ts';
import { keyOf } from './versions.rules.ts';
import { readItems, readKeys, readRevision } from './versions.store.ts';

/** A catalogue that follows its table. */
export interface StoredCatalog {
	catalog: LiveCatalog;
	/** Takes in what has been published or withdrawn, by whichever process. */
	refresh(): Promise<void>;
}

/** Reads the versions of the table. */
export async function openStoredCatalog(db: Db, clock: Clock, { windows }: Parts): Promise<StoredCatalog> {
	const catalog = createCatalog(clock);
	const items = new Map<string, Item>();
	/** Where people go is what it is today: a new hotline makes no new versions. */
	const moveIn = (item: Item) => {
		item.window = windows.get(item.window.id) ?? item.window;
	};
	let seen = -1;
	let last: Promise<void> = Promise.resolve();

	async function read(): Promise<void> {
		const revision = await readRevision(db);
		if (revision === seen) return;
		// The revision before the rows: what is written in between is read again, and never missed.
		const changed = await readItems(db, seen);
		const keys = new Set((await readKeys(db)).map(keyOf));
		for (const { card, text } of changed) {
			const item = lazyItem(card, text, moveIn);
			items.set(keyOf(item), item);
		}
		for (const key of items.keys()) if (!keys.has(key)) items.delete(key);
		seen = revision;
		catalog.replace([...items.values()]);
	}

	/** One after the other, and one that follows a failure tries anew. */
	const refresh = () => {
		last = last.catch(() => undefined).then(read);
		return last;
	};
	await refresh();
	return { catalog, refresh };
}

/** How soon a publication in one process reaches the others. */
const POLL_MS = 2_000;

/**
 * Looks for what other processes have published. An unreachable database is told once, not every time.
 * @returns the way to stop
 */
export function follow(
	{ refresh }: StoredCatalog,
	onError: (error: unknown) => void,
	every = POLL_MS,
): () => void {
	let isWell = true;
	let isBusy = false;
	const look = async () => {
		if (isBusy) return;
		isBusy = true;
		try {
			await refresh();
			isWell = true;
		} catch (error) {
			if (isWell) onError(error);
			isWell = false;
		} finally {
			isBusy = false;
		}
	};
	const timer = setInterval(() => void look(), every);
	timer.unref();
	return () => clearInterval(timer);
}
