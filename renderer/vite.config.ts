/**
 * Builds the window into `dist/renderer`. Both hosts serve it under a policy that allows scripts, styles, images and
 * fonts from its own origin only, so nothing may be inlined; `base` is relative because the two hosts use other origins.
 * @module
 */
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * What every page uses, in few files: fifty small ones weigh more, because each is compressed by itself. The words and what
 * chooses them stand apart, since they are loaded before everything else: what speaks reads its words when it is loaded.
 */
const chunks = [
  { name: 'texts', test: /renderer[\\/]texts\.ts$|src[\\/]domain[\\/](?:language|text-size)\.ts$/, priority: 3 },
  { name: 'libraries', test: /node_modules/, priority: 2 },
  { name: 'parts', test: /renderer[\\/](?:ui|format|keyboard)[\\/](?!DayHours|Confirm|Segments|FormFailure)/, priority: 1 },
];

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
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
});
