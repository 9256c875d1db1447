/**
 * Serves the window on a made-up core, for working on its looks: `npx vite -c test/support/window-stand-in/vite.config.ts`,
 * then open `/test/support/window-stand-in/index.html?show=rich` (or `first-run`, `problems`, `long`).
 * @module
 */
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: path.resolve(import.meta.dirname, '../../..'),
  plugins: [react()],
  cacheDir: 'node_modules/.cache/window-stand-in',
  build: { outDir: 'node_modules/.cache/window-stand-in-built', rolldownOptions: { input: path.join(import.meta.dirname, 'index.html') } },
  server: { host: '127.0.0.1', port: 5199, strictPort: false },
});
