/**
 * Builds the window into `dist/renderer`. Both hosts serve it under a policy that allows scripts, styles, images and
 * fonts from its own origin only, so nothing may be inlined; `base` is relative because the two hosts use other origins.
 * @module
 */
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  // Schemas are the core's: the window only needs their types.
  resolve: { alias: { zod: path.join(import.meta.dirname, 'no-schemas.ts') } },
  logLevel: 'warn',
  css: { modules: { localsConvention: 'camelCase' } },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    // Electron 45 and every browser of the last year.
    target: ['chrome140', 'firefox140', 'safari18.4'],
    assetsInlineLimit: 0,
    // It is loaded from this computer; what it weighs compressed is a row of the benchmark.
    chunkSizeWarningLimit: 1_000,
    modulePreload: { polyfill: false },
  },
});
