/**
 * Builds the thread of the search index into one file, `dist/search/worker.js`, which the browser host and the shell both start.
 * @module
 */
import { defineConfig } from 'vite';
import { nodeBundle } from '../../scripts/lib/node-bundle.mjs';

export default defineConfig(
  nodeBundle({ root: import.meta.dirname, entry: 'worker.ts', outDir: '../../dist/search', file: 'worker.js', format: 'es' }),
);
