/**
 * Each kind of test is a project of its own: `npm test -- unit` runs one of them.
 * @module
 */
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const kind = (name: string, options = {}) => ({
  extends: true as const,
  test: { name, include: [`${name}/**/*.test.{ts,tsx}`], root: import.meta.dirname, ...options },
});

export default defineConfig({
  root: import.meta.dirname,
  test: {
    // Generous, because no timing decides a test: these only end one that hangs.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      kind('unit', { setupFiles: ['support/english.ts'] }),
      kind('integration'),
      // Killing processes and filling disks, one file at a time: two of them at once starve each other on small machines.
      kind('faults', { fileParallelism: false }),
      // A window keeps about one core busy. Each file has its own apps, ports, folders and browser.
      kind('e2e', { maxWorkers: Math.min(4, availableParallelism()) }),
    ],
  },
});
