import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../http/problem.ts';
import { signposts } from '../http/signposts.ts';
import { isUnavailable } from '../unavailable.ts';
import type { Appended } from './event.ts';
import type { Heads } from './heads.ts';
import type { Waiting } from './lane.ts';
import type { Write, Writer } from './writer.ts';

type Entry = Waiting<Write, Appended>;

/** How often one write is tried when the connection breaks under it. */
const TRIES = 4;

/** Writes batches and tells each writer, after the commit, what became of its write. */
export function createCommitter(writer: Writer, heads: Heads, onCommit: () => void) {
	function answer(batch: Entry[], written: Map<string, Appended>): void {
		if (written.size > 0) onCommit();
		for (const { stream, item, resolve, reject } of batch) {
			const appended = written.get(stream);
			if (appended) {
				heads.remember(stream, appended);
				resolve(appended);
			} else {
				heads.forget(stream);
				reject(staleVersion(item.expectedVersion));
			}
		}
	}

	/**
	 * A connection that breaks while the statement is on its way leaves open whether it was committed. So it is tried
	 * again, and when the stream has moved on, the log is asked whether it was by this very write.
	 * Answers the failure when the database cannot be asked.
	 */
	async function commitAlone(entry: Entry): Promise<unknown> {
		for (let attempt = 1; ; attempt += 1) {
			try {
				const written =
					(await writer.write([entry.item])).get(entry.stream) ?? (await writer.find(entry.item));
				answer([entry], new Map(written && [[entry.stream, written]]));
				return undefined;
			} catch (error) {
				heads.forget(entry.stream);
				if (!isUnavailable(error)) {
					entry.reject(error);
					return undefined;
				}
				if (attempt === TRIES) return error;
			}
			await pause(50 * 2 ** attempt);
		}
	}

	/** A batch that failed as a whole is tried one by one, so that one bad row harms nobody else. */
	return async function commit(batch: Entry[]): Promise<void> {
		try {
			answer(batch, await writer.write(batch.map(({ item }) => item)));
			return;
		} catch (error) {
			for (const { stream } of batch) heads.forget(stream);
			if (batch.length === 1 && !isUnavailable(error)) throw error;
		}
		for (const [index, entry] of batch.entries()) {
			const lost = await commitAlone(entry);
			if (lost === undefined) continue;
			// The database is away: whoever is left need not wait for the same.
			for (const { reject } of batch.slice(index)) reject(unavailable(lost));
			return;
		}
	};
}

/** 409: somebody else has written since the caller looked. */
function staleVersion(expected: number): Problem {
	return new Problem({
		code: 'STALE_VERSION',
		params: { expected },
		signposts: [{ code: 'LOOK_AGAIN', action: 'RELOAD' }, signposts.hotline],
	});
}

function unavailable(cause: unknown): Problem {
	return new Problem({
		code: 'TEMPORARILY_UNAVAILABLE',
		headers: { 'retry-after': '5' },
		signposts: [signposts.retry, signposts.hotline],
		cause,
	});
}
