/**
 * Builds the browser host into one file, `dist/host/main.js`.
 * @module
 */
import { defineConfig } from 'vite';
import { nodeBundle } from '../../scripts/lib/node-bundle.mjs';

export default defineConfig(
  nodeBundle({ root: import.meta.dirname, entry: 'main.ts', outDir: '../../dist/host', file: 'main.js', format: 'es' }),
);
