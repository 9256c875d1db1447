/**
 * Builds the command `texttray` into one file, `dist/command/texttray.js`.
 * @module
 */
import { defineConfig } from 'vite';
import { nodeBundle } from '../../scripts/lib/node-bundle.mjs';

export default defineConfig(
  nodeBundle({ root: import.meta.dirname, entry: 'main.ts', outDir: '../../dist/command', file: 'texttray.js', format: 'es' }),
);
