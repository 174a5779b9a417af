import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, run, step } from './install.mjs';

/** What the web part is built from. Screens use the law and the rules of rooms, so all of `src` counts. */
const INPUTS = ['index.html', 'package-lock.json', 'public', 'src', 'vite.config.ts'];
const stamp = path.join(root, 'dist/web.built-from');

/**
 * Builds the web part, unless what is in `dist/web` was built from the same inputs.
 * @param {string} node the Node to build with
 * @returns {boolean} whether it stands
 */
export function ensureBuilt(node) {
	const inputs = fingerprint();
	const fresh =
		existsSync(path.join(root, 'dist/web/index.html')) &&
		existsSync(stamp) &&
		readFileSync(stamp, 'utf8') === inputs;
	if (fresh) return true;
	step('Building the web part');
	if (!run(node, [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn']))
		return false;
	mkdirSync(path.dirname(stamp), { recursive: true });
	writeFileSync(stamp, inputs);
	return true;
}

/** A hash of names and contents, so that neither a checkout nor a copy makes it look changed. */
function fingerprint() {
	const hash = createHash('sha256');
	for (const file of INPUTS.flatMap(filesOf))
		hash
			.update(file)
			.update('\0')
			.update(readFileSync(path.join(root, file)))
			.update('\0');
	return hash.digest('hex');
}

/**
 * @param {string} name a file or folder, as seen from the root
 * @returns {string[]} the file, or what is in the folder, without tests
 */
function filesOf(name) {
	const found = statSync(path.join(root, name), { throwIfNoEntry: false });
	if (!found || /\.test\.tsx?$/.test(name)) return [];
	if (!found.isDirectory()) return [name];
	return readdirSync(path.join(root, name))
		.sort()
		.flatMap((entry) => filesOf(path.join(name, entry)));
}
