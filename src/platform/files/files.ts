import { randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Pool } from 'pg';
import type { Clock } from '../clock.ts';
import { Problem } from '../http/problem.ts';
import { signposts } from '../http/signposts.ts';
import { detectType } from './media-type.ts';
import { receive } from './receive.ts';
import { safeName } from './safe-name.ts';

/** Largest file in bytes unless the caller allows less: 10 MiB. */
export const FILE_LIMIT = 10 * 1024 * 1024;

/** What is known about a file; its bytes lie apart. */
export interface StoredFile {
	id: string;
	/** The stream or draft that it belongs to; whoever may see that may see the file. */
	stream: string;
	/** As the sender called it, without what could harm; for people only. */
	name: string;
	/** By content, never by name. */
	mediaType: string;
	/** Bytes. */
	size: number;
	/** `sm3:` and 64 hexadecimal digits. */
	digest: string;
	uploadedBy: string;
	/** ISO 8601. */
	uploadedAt: string;
}

/** Files that people hand in. Rights are checked by the room that calls. */
export interface FileStore {
	/**
	 * Takes a file in, durably.
	 * @throws Problem 413 FILE_TOO_LARGE, 415 FILE_TYPE_MISMATCH, 400 INVALID_INPUT when it is empty
	 */
	put(
		stream: string,
		file: { name: string; content: Readable; uploadedBy: string; limit?: number },
	): Promise<StoredFile>;
	find(id: string): Promise<StoredFile | undefined>;
	/** The bytes of a known file; fails when they are gone. */
	open(file: Pick<StoredFile, 'id'>): ReadStream;
	/** Removes one file; true when there was one. */
	remove(id: string): Promise<boolean>;
}

const COLUMNS = `id, stream, name, media_type as "mediaType", size, digest, uploaded_by as "uploadedBy",
	to_char(uploaded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "uploadedAt"`;

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Keeps files below `<dataDir>/files`, under random names, outside of everything that is served as it is. */
export async function openFileStore(options: {
	pool: Pool;
	clock: Clock;
	dataDir: string;
	jurisdiction: string;
}): Promise<FileStore> {
	const { pool, clock, jurisdiction } = options;
	const root = join(options.dataDir, 'files');
	await mkdir(join(root, 'incoming'), { recursive: true, mode: 0o700 });
	const folderOf = (id: string) => join(root, id.slice(0, 2));
	const pathOf = (id: string) => join(folderOf(id), id);

	return {
		async put(stream, { name, content, uploadedBy, limit = FILE_LIMIT }) {
			const id = randomUUID();
			const incoming = join(root, 'incoming', id);
			try {
				const { size, digest } = await receive(content, incoming, limit);
				const called = safeName(name);
				const mediaType = await detectType(incoming, called);
				if (mediaType === undefined) throw typeMismatch(called);
				await mkdir(folderOf(id), { recursive: true, mode: 0o700 });
				await rename(incoming, pathOf(id));
				const uploadedAt = clock.now().toISOString();
				const file = { id, stream, name: called, mediaType, size, digest, uploadedBy, uploadedAt };
				await insert(pool, jurisdiction, file);
				return file;
			} catch (error) {
				await rm(incoming, { force: true });
				await rm(pathOf(id), { force: true });
				throw error;
			}
		},
		async find(id) {
			if (!UUID.test(id)) return undefined;
			const { rows } = await pool.query<StoredFile>(
				`select ${COLUMNS} from files where jurisdiction = $1 and id = $2`,
				[jurisdiction, id],
			);
			return rows[0];
		},
		open: ({ id }) => createReadStream(pathOf(id)),
		async remove(id) {
			if (!UUID.test(id)) return false;
			const { rowCount } = await pool.query('delete from files where jurisdiction = $1 and id = $2', [
				jurisdiction,
				id,
			]);
			if (rowCount === 1) await rm(pathOf(id), { force: true });
			return rowCount === 1;
		},
	};
}

async function insert(pool: Pool, jurisdiction: string, file: StoredFile): Promise<void> {
	const { id, stream, name, mediaType, size, digest, uploadedBy, uploadedAt } = file;
	await pool.query(
		`insert into files (jurisdiction, id, stream, name, media_type, size, digest, uploaded_by, uploaded_at)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		[jurisdiction, id, stream, name, mediaType, size, digest, uploadedBy, uploadedAt],
	);
}

function typeMismatch(name: string): Problem {
	return new Problem({
		code: 'FILE_TYPE_MISMATCH',
		params: { name },
		signposts: [{ code: 'ALLOWED_TYPES', action: 'CORRECT' }, signposts.hotline],
	});
}
