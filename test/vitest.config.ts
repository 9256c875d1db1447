import { defineConfig } from 'vitest/config';

const folder = (name: string) => ({ test: { name, include: [`${name}/**/*.test.{ts,tsx}`], root: import.meta.dirname } });

/** Each kind of test is a project of its own: `npx vitest run -c test/vitest.config.ts --project unit`. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [folder('unit'), folder('integration'), folder('faults'), folder('e2e')],
  },
});
