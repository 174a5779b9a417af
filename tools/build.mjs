/* `npm run build`: what `npm start` does before the server, for a place where it may not write later (docs/deploy.md). */
import { ensureBuilt } from './start/build-web.mjs';
import { ensureInstalled, fail } from './start/install.mjs';

if (!ensureBuilt(ensureInstalled())) fail('The web part could not be built.');
