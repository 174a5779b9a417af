import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { invalidInput } from '../http/input.ts';
import { Problem } from '../http/problem.ts';
import { signposts } from '../http/signposts.ts';

/** Writes a stream to a new file as it comes, and only answers when it lies safely on the disk. */
export async function receive(
	content: Readable,
	path: string,
	limit: number,
): Promise<{ size: number; digest: string }> {
	const hash = createHash('sm3');
	const file = await open(path, 'wx', 0o600);
	let size = 0;
	try {
		for await (const chunk of content as AsyncIterable<Buffer>) {
			size += chunk.length;
			if (size > limit) throw tooLarge(limit);
			hash.update(chunk);
			await file.write(chunk);
		}
		await file.sync();
	} finally {
		await file.close();
	}
	// A multipart reader ends the stream early when its own limit is reached.
	if ((content as { truncated?: boolean }).truncated) throw tooLarge(limit);
	if (size === 0) throw invalidInput([{ path: '/file', code: 'FILE_EMPTY' }]);
	return { size, digest: `sm3:${hash.digest('hex')}` };
}

function tooLarge(limit: number): Problem {
	return new Problem({
		code: 'FILE_TOO_LARGE',
		params: { limit: Math.floor(limit / 1024 / 1024) },
		signposts: [{ code: 'SMALLER_FILE', action: 'CORRECT' }, signposts.hotline],
	});
}
