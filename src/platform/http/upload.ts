import type { FastifyRequest } from 'fastify';
import type { FileStore, StoredFile } from '../files/files.ts';
import { invalidInput, isStorableText } from './input.ts';
import { Problem } from './problem.ts';
import { signposts } from './signposts.ts';

/**
 * Reads a multipart request with one file and some text fields, in any order, and takes the file in.
 * When `check` refuses the fields, nothing stays.
 *
 * @throws Problem 415 when it is not multipart, 400 when there is no file, and what the file store says.
 */
export async function receiveUpload(
	request: FastifyRequest,
	files: FileStore,
	options: {
		stream: string;
		uploadedBy: string;
		/** Bytes. */
		limit?: number;
		/** Looks at the fields; throws to refuse. */
		check?: (fields: Record<string, string>) => Promise<void> | void;
	},
): Promise<{ file: StoredFile; fields: Record<string, string> }> {
	const { check = () => undefined, stream, ...how } = options;
	if (!request.isMultipart()) {
		throw new Problem({ code: 'UNSUPPORTED_MEDIA_TYPE', signposts: [signposts.documentation] });
	}
	const fields: Record<string, string> = {};
	let file: StoredFile | undefined;
	try {
		for await (const part of request.parts()) {
			if (part.type === 'file') {
				file = await files.put(stream, { name: part.filename, content: part.file, ...how });
			} else {
				fields[part.fieldname] = readField(part.fieldname, part.value);
			}
		}
		await check(fields);
	} catch (error) {
		if (file) await files.remove(file.id);
		throw error;
	}
	if (!file) throw invalidInput([{ path: '/file', code: 'REQUIRED' }]);
	return { file, fields };
}

function readField(name: string, value: unknown): string {
	const text = String(value);
	if (isStorableText(text)) return text;
	throw invalidInput([{ path: `/${name}`, code: 'UNSTORABLE_TEXT' }]);
}
