import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'bench/**/*.test.ts'],
		exclude: ['**/node_modules/**', 'tools/check/fixture/**'],
		globalSetup: ['tools/test/database.ts'],
		// Two cores are enough for the whole run; a limit that is far above what a test needs shows a hang, not a slow machine.
		testTimeout: 30_000,
		hookTimeout: 60_000,
		env: { TZ: 'UTC' },
	},
});
