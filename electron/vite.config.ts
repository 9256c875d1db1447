/**
 * Builds the two files of the shell: `dist/electron/main.js` (ESM) and, with `--mode preload`, `dist/electron/preload.cjs`,
 * which has to be one CommonJS file because a sandboxed preload can load nothing else.
 * @module
 */
import { defineConfig } from 'vite';
import { nodeBundle } from '../scripts/lib/node-bundle.mjs';

const place = { root: import.meta.dirname, outDir: '../dist/electron' } as const;

export default defineConfig(({ mode }) =>
  mode === 'preload'
    ? nodeBundle({ ...place, entry: 'preload.ts', file: 'preload.cjs', format: 'cjs' })
    : nodeBundle({ ...place, entry: 'main.ts', file: 'main.js', format: 'es' }),
);
