import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressPlugin } from './src/web/build/compress-plugin.ts';
import { localesPlugin } from './src/web/build/locales-plugin.ts';

const api = process.env.ONEVISIT_API ?? 'http://127.0.0.1:3000';

export default defineConfig({
	plugins: [react(), localesPlugin(), compressPlugin()],
	server: { host: '127.0.0.1', proxy: { '/api': api } },
	build: { outDir: 'dist/web', emptyOutDir: true, manifest: true },
});
