import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Parts } from '../sources/parts.ts';
import { toYaml } from '../sources/source.ts';

/** A file inside an archive. */
export interface ArchivedFile {
	name: string;
	text: string;
}

/** Unpacked bytes beyond which an archive is no catalogue but an attack. */
const MOST_BYTES = 100_000_000;
/** Any instant, the same in every archive, so that the same catalogue gives the same bytes. */
const EPOCH = new Date('2020-01-01T00:00:00Z');

/** A catalogue as a folder of YAML files in a ZIP: what `npm run catalog:check` reads. */
export function packFiles(files: readonly ArchivedFile[]): Buffer {
	const entries = files.map(({ name, text }) => [name, [strToU8(text), { mtime: EPOCH }]] as const);
	return Buffer.from(zipSync(Object.fromEntries(entries) as never));
}

/** The YAML files of a ZIP, those of shared parts left aside; undefined where it is none, or too large. */
export function unpackFiles(archive: Buffer): ArchivedFile[] | undefined {
	let bytes = 0;
	try {
		const files = unzipSync(archive, {
			filter: ({ name, originalSize }) => {
				bytes += originalSize;
				if (bytes > MOST_BYTES) throw new RangeError('too large');
				return /\.ya?ml$/.test(name) && !name.includes('_parts/');
			},
		});
		return Object.entries(files).map(([name, content]) => ({ name, text: strFromU8(content) }));
	} catch {
		return undefined;
	}
}

/** What an archive unpacks to, in bytes, by its own account; undefined where it is none. */
export function unpackedSize(archive: Buffer): number | undefined {
	let bytes = 0;
	try {
		unzipSync(archive, {
			filter: ({ originalSize }) => {
				bytes += originalSize;
				return false;
			},
		});
		return bytes;
	} catch {
		return undefined;
	}
}

/** What items share, as the files that they are read from. */
export function partFiles({ statutes, windows, materials, forms, blanks }: Parts): ArchivedFile[] {
	const file = (kind: string, name: string, content: object) => ({
		name: `_parts/${kind}/${name}.yaml`,
		text: toYaml(content),
	});
	return [
		file('statutes', 'statutes', { statutes: Object.fromEntries(statutes) }),
		file('windows', 'windows', { windows: [...windows.values()] }),
		file('materials', 'materials', { materials: [...materials.values()] }),
		file('blanks', 'blanks', { blanks: [...blanks.values()] }),
		...[...forms.values()].map((form) => file('forms', form.name, form)),
	];
}
