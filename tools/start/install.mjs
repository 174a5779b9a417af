/* Runs on the Node of the machine, 20 or newer, before anything is installed: plain JavaScript, no dependency. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');

/** The Node that came with the dependencies, so that everybody runs the same one. */
const pinnedNode = path.join(root, 'node_modules/node/bin/node');
const PINNED_MAJOR = 24;

/**
 * Installs from the lock file when something is missing or older than it says.
 * @returns {string} the Node to go on with
 */
export function ensureInstalled() {
	if (majorOf(process.versions.node) < 20) {
		fail(
			`OneVisit needs Node 20 or newer to start from; this is ${process.versions.node}. See https://nodejs.org`,
		);
	}
	if (!isInstalled()) {
		step('Installing what is missing, from the lock file');
		if (!run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']))
			fail('The dependencies could not be installed; npm said why.');
	}
	const node = usableNode() ?? rebuiltNode();
	if (!node)
		fail(
			`Node ${PINNED_MAJOR} did not install. Run "npm rebuild node", or use a Node ${PINNED_MAJOR} of your own.`,
		);
	return node;
}

/**
 * Says what happens now.
 * @param {string} text
 */
export function step(text) {
	console.log(`• ${text}`);
}

/**
 * Runs a program to its end, showing what it prints.
 * @param {string} program
 * @param {string[]} args
 * @returns {boolean} whether it went well
 */
export function run(program, args) {
	const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit' });
	if (error) console.error(`${program} could not be run: ${error.message}`);
	return status === 0;
}

/** Everything that the lock file names is there in that version; what another platform needs may be missing. */
function isInstalled() {
	const hidden = path.join(root, 'node_modules/.package-lock.json');
	if (!existsSync(hidden)) return false;
	const installed = packagesOf(hidden);
	return Object.entries(packagesOf(path.join(root, 'package-lock.json'))).every(([name, wanted]) => {
		if (name === '') return true;
		const found = installed[name];
		return found
			? found.version === wanted.version
			: Boolean(wanted.optional || wanted.dev || wanted.devOptional || wanted.peer);
	});
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, dev?: boolean, devOptional?: boolean, peer?: boolean }>}
 */
function packagesOf(file) {
	return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function usableNode() {
	for (const node of [pinnedNode, process.execPath]) {
		const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
		if (majorOf(stdout?.slice(1)) >= PINNED_MAJOR) return node;
	}
	return undefined;
}

/** npm may have been told to ignore install scripts; this one links the binary, without which nothing runs. */
function rebuiltNode() {
	step(`Setting up Node ${PINNED_MAJOR}`);
	return run('npm', ['rebuild', 'node', '--ignore-scripts=false']) ? usableNode() : undefined;
}

/** @param {string | undefined} version */
function majorOf(version) {
	return Number.parseInt(version ?? '', 10) || 0;
}

/**
 * Ends here, saying why.
 * @param {string} text
 * @returns {never}
 */
export function fail(text) {
	console.error(text);
	process.exit(1);
}
