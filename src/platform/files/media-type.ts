import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileTypeFromFile } from 'file-type';

/** What may be handed in, and the endings that each may bear. OFD (GB/T 33190) is the national page format. */
const ALLOWED: Record<string, readonly string[]> = {
	'application/pdf': ['.pdf'],
	'image/png': ['.png'],
	'image/jpeg': ['.jpg', '.jpeg', '.jpe', '.jfif'],
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
	'application/ofd': ['.ofd'],
};

/** Types that a browser may show by itself. */
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg']);

/** Whether a browser may show the type in place instead of saving it. */
export function isShown(mediaType: string): boolean {
	return SHOWN.has(mediaType);
}

/** The type by content; undefined when it is not allowed, or when the name's ending claims another. */
export async function detectType(path: string, name: string): Promise<string | undefined> {
	const detected = (await fileTypeFromFile(path))?.mime;
	const mediaType = detected === 'application/zip' && (await isOfd(path)) ? 'application/ofd' : detected;
	const endings = ALLOWED[mediaType ?? ''];
	if (mediaType === undefined || endings === undefined) return undefined;
	const ending = extname(name).toLowerCase();
	return ending === '' || endings.includes(ending) ? mediaType : undefined;
}

/** A package with the entry `OFD.xml` at its top; the directory of a zip file stands at its end. */
async function isOfd(path: string): Promise<boolean> {
	const file = await open(path);
	try {
		const { size } = await file.stat();
		const length = Math.min(size, 256 * 1024);
		const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
		const entry = Buffer.from('OFD.xml');
		for (let at = buffer.indexOf(entry); at >= 0; at = buffer.indexOf(entry, at + 1)) {
			// Central directory header: signature, 42 more bytes with the name's length at 28, then the name.
			const header = at - 46;
			const isHeader = header >= 0 && buffer.readUInt32LE(header) === 0x02014b50;
			if (isHeader && buffer.readUInt16LE(header + 28) === entry.length) return true;
		}
		return false;
	} finally {
		await file.close();
	}
}
