/* `npm test`: installs what is missing, then hands over to test/run.ts on the Node that came with it. */

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled, root } from './start/install.mjs';

const node = ensureInstalled();
const { status } = spawnSync(node, [path.join(root, 'tools/test/run.ts'), ...process.argv.slice(2)], {
	cwd: root,
	stdio: 'inherit',
});
process.exitCode = status ?? 1;
