import { enableCompileCache } from 'node:module';
import { readConfig } from './platform/config.ts';
import type { Server } from './server.ts';

/** Failures whose message says all that an operator needs. */
const PLAIN = new Set(['ConfigError', 'DataLockedError', 'DefinitionError', 'DemoInProductionError']);

/** Reads the environment, starts the server, says where it is, and stops it when told to. */
async function main(): Promise<void> {
	const config = readConfig(process.env);
	const { startServer } = await import('./server.ts');
	const server = await startServer(config, (line) => console.log(line));
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => void server.stop());
	}
	announce(server);
}

function announce({ address, accounts }: Server): void {
	const seconds = (performance.now() / 1000).toFixed(1);
	console.log(`\nOneVisit · 一次办成 is listening on ${address} (after ${seconds} s)\n`);
	for (const { username, password, name, roles } of accounts) {
		console.log(`  ${username.padEnd(14)} ${password.padEnd(14)} ${name} (${roles.join(', ')})`);
	}
}

function explain(error: unknown): unknown {
	if (!(error instanceof Error)) return error;
	const { code } = error as { code?: string };
	if (code === 'EADDRINUSE') {
		return `Port ${process.env.PORT || 3000} is in use. Stop what listens there, or choose another with PORT.`;
	}
	if (code === 'EACCES') return `${error.message}. Choose another port with PORT, above 1023.`;
	return PLAIN.has(error.name) ? error.message : error;
}

// Compiled once, kept for the next start: half a second that somebody would wait for.
enableCompileCache();
main().catch((error: unknown) => {
	console.error(explain(error));
	process.exitCode = 1;
});
