import type { FastifyReply } from 'fastify';
import type { FileStore, StoredFile } from './files.ts';
import { isShown } from './media-type.ts';
import { contentDisposition } from './safe-name.ts';

/**
 * Answers with a file. The caller has checked that the person may see it. A PDF or picture may be shown in place;
 * everything else is saved. Whatever is in it runs no script and reaches nothing of this site.
 */
export function sendFile(reply: FastifyReply, files: FileStore, file: StoredFile): FastifyReply {
	return reply
		.headers({
			'content-type': file.mediaType,
			'content-length': file.size,
			'content-disposition': contentDisposition(isShown(file.mediaType) ? 'inline' : 'attachment', file.name),
			'content-security-policy':
				"sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
			'x-frame-options': 'SAMEORIGIN',
			'cache-control': 'private, no-store',
		})
		.send(files.open(file));
}
