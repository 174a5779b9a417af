import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Converter } from 'opencc-js/cn2t';
import type { Plugin } from 'vite';

const PREFIX = 'virtual:locale/';
const SOURCE = 'zh-CN';
/** What a citizen's pages say. The rest is for the desk, and a phone need not fetch it. */
const PORTAL = ['web', 'catalog'];

/** Namespace of a locale file: the folder that holds `locales/`. */
function namespaceOf(file: string): string {
	return basename(dirname(dirname(file)));
}

/** All locale files of one written language under `src/`, as namespace → raw JSON text. */
function readLocales(root: string, lang: string): { files: string[]; texts: [string, string][] } {
	const files = globSync(`src/**/locales/${lang}.json`, { cwd: root }).map((file) => join(root, file));
	return { files, texts: files.map((file) => [namespaceOf(file), readFileSync(file, 'utf8')]) };
}

/**
 * Serves `virtual:locale/<lang>/portal` and `…/desk`: the texts of all rooms as objects of namespaces.
 * zh-TW has no files of its own; OpenCC derives it from zh-CN when the web part is built.
 */
export function localesPlugin(): Plugin {
	let root = process.cwd();
	// Characters only (`tw`, not `twp`): the terms are those of a mainland statute and must stay its own.
	const toTaiwan = Converter({ from: 'cn', to: 'tw' });
	return {
		name: 'onevisit-locales',
		configResolved(config) {
			root = config.root;
		},
		resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
		load(id) {
			if (!id.startsWith(`\0${PREFIX}`)) return undefined;
			const [lang = SOURCE, part] = id.slice(PREFIX.length + 1).split('/');
			const { files, texts } = readLocales(root, lang === 'zh-TW' ? SOURCE : lang);
			for (const file of files) this.addWatchFile(file);
			const namespaces = Object.fromEntries(
				texts
					.filter(([name]) => PORTAL.includes(name) === (part === 'portal'))
					.map(([name, text]) => [name, JSON.parse(lang === 'zh-TW' ? toTaiwan(text) : text)]),
			);
			return `export default ${JSON.stringify(namespaces)};`;
		},
	};
}
