/* `npm start`: from a fresh clone to a server that answers. Runs on Node 20 or newer, without dependencies. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt } from './start/build-web.mjs';
import { ensureInstalled, fail, root } from './start/install.mjs';

const node = ensureInstalled();
if (!ensureBuilt(node)) fail('The web part could not be built.');

// In a process group of its own: Ctrl-C then reaches the server once, through us, and not a second time
// from the terminal and a third from npm.
const server = spawn(node, [path.join(root, 'src/main.ts')], { stdio: 'inherit', detached: true });

let lastSignal = 0;
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
	process.on(signal, () => {
		if (Date.now() - lastSignal < 1000) return;
		lastSignal = Date.now();
		server.kill(signal);
	});
}
server.once('error', (error) => {
	console.error(`The server could not be started: ${error.message}`);
	process.exitCode = 1;
});
server.once('exit', (code, signal) => {
	process.exitCode = code ?? (signal ? 1 : 0);
});
