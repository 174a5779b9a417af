import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type FontName = 'regular' | 'bold';

const require = createRequire(import.meta.url);
const files: Record<FontName, string> = {
	regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
	bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
};
const loaded = new Map<FontName, Buffer>();

/** The bytes of Noto Sans SC, read once; only the glyphs used go into a document. */
export function fontBytes(name: FontName): Buffer {
	const known = loaded.get(name);
	if (known) return known;
	const bytes = readFileSync(require.resolve(files[name]));
	loaded.set(name, bytes);
	return bytes;
}
