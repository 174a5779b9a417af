import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXTS = /\.(js|css|html|svg|json)$/;
/** Below this many bytes a compressed file saves nothing on the way. */
const WORTHWHILE = 1024;
/** Nearly as small as the highest quality, in a tenth of its time: a first start waits for it. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Puts a `.br` and a `.gz` beside every text of the build: the server sends those and compresses nothing itself. */
export function compressPlugin(): Plugin {
	return {
		name: 'onevisit-compress',
		apply: 'build',
		async writeBundle({ dir }, bundle) {
			if (!dir) return;
			for (const name of Object.keys(bundle).filter((file) => TEXTS.test(file))) {
				const path = join(dir, name);
				const content = await readFile(path);
				if (content.length < WORTHWHILE) continue;
				await writeFile(`${path}.br`, await promisify(brotliCompress)(content, BROTLI));
				await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
			}
		},
	};
}
