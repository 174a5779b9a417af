import { createHash, type Hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Digest of a request body, taken while somebody else reads it. */
export interface BodyDigest {
	/**
	 * The digest of the whole body; reads what nobody has read yet.
	 * Undefined when the sender broke off or sent more than `limit` bytes.
	 */
	whole(limit: number): Promise<string | undefined>;
}

/**
 * Listens to the body of a request without consuming it. The boundary of a multipart body is left out:
 * a browser draws a new one each time it sends the same form.
 */
export function digestBody(raw: IncomingMessage, salt: string): BodyDigest {
	const hash = createHash('sha256').update(salt).update('\n');
	const update = withoutBoundary(hash, boundaryOf(raw.headers['content-type']));
	let size = 0;
	raw.on('data', (chunk: Buffer) => {
		size += chunk.length;
		update(chunk);
	});
	// A listener for data sets the stream flowing; it must wait for its real reader, who resumes it.
	raw.pause();
	return {
		async whole(limit) {
			if (!raw.readableEnded && !raw.destroyed) await drain(raw, () => size > limit);
			if (!raw.readableEnded || size > limit) return undefined;
			update(undefined);
			return hash.copy().digest('hex');
		},
	};
}

function drain(raw: IncomingMessage, isTooMuch: () => boolean): Promise<void> {
	return new Promise((resolve) => {
		raw.on('data', () => isTooMuch() && resolve());
		raw
			.once('end', resolve)
			.once('close', resolve)
			.once('error', () => resolve());
		raw.resume();
	});
}

function boundaryOf(contentType = ''): string | undefined {
	const found = /^multipart\/.*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
	return found?.[1] ?? found?.[2];
}

/** Feeds a hash with everything but the boundary; `undefined` flushes the rest. */
function withoutBoundary(hash: Hash, boundary: string | undefined): (chunk: Buffer | undefined) => void {
	if (boundary === undefined) return (chunk) => chunk && hash.update(chunk);
	const mark = Buffer.from(boundary);
	let rest = Buffer.alloc(0);
	return (chunk) => {
		rest = chunk ? Buffer.concat([rest, chunk]) : rest;
		for (let at = rest.indexOf(mark); at >= 0; at = rest.indexOf(mark)) {
			hash.update(rest.subarray(0, at));
			rest = rest.subarray(at + mark.length);
		}
		const keep = chunk ? Math.min(mark.length - 1, rest.length) : 0;
		hash.update(rest.subarray(0, rest.length - keep));
		rest = rest.subarray(rest.length - keep);
	};
}
