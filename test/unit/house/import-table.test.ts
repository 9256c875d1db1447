import { describe, expect, test } from 'vitest';
import { filesIn, textOf } from './checkout.ts';
import { importTable, objectionTo, roomOf } from './import-table.ts';
import { importsOf } from './read-imports.ts';

const isConfiguration = (path: string) => path.endsWith('/vite.config.ts');
const sources = ['src', 'electron', 'renderer'].flatMap((folder) => filesIn(folder, /\.tsx?$/)).filter((path) => !isConfiguration(path));

describe('the import table', () => {
  test('has a room for every source file', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((path) => roomOf(path) === undefined)).toEqual([]);
  });

  test('is kept by every import of every source file, types included', () => {
    const objections = sources.flatMap((path) => importsOf(path, textOf(path)).map((name) => objectionTo(path, name)));
    expect(objections.length).toBeGreaterThan(300);
    expect(objections.filter((objection) => objection !== undefined)).toEqual([]);
  });

  test("is the compiler's table too: no project refers to a room it may not import", () => {
    const references = Object.keys(importTable).flatMap((room) => {
      const { references: listed } = JSON.parse(textOf(`${room}/tsconfig.json`)) as { references: { path: string }[] };
      return listed.map(({ path }) =>
        objectionTo(`${room}/index.ts`, path === '../core' && isLeaf(room) ? '../core/ports.ts' : `${path}/index.ts`),
      );
    });
    expect(references.filter((objection) => objection !== undefined)).toEqual([]);
  });
});

/** Leaf rooms see one file of core only; the compiler can refer to whole rooms alone. */
function isLeaf(room: string): boolean {
  return importTable[room]?.files?.includes('src/core/ports.ts') === true;
}

describe('a violation is seen', () => {
  test.each([
    ['src/domain/sample.ts', '../contract/errors.ts', 'src/domain/sample.ts imports src/contract/errors.ts'],
    ['src/domain/sample.ts', 'express', 'src/domain/sample.ts imports the package express'],
    ['src/contract/sample.ts', 'node:fs', 'src/contract/sample.ts imports the package node:fs'],
    ['src/core/sample.ts', '../store/open-store.ts', 'src/core/sample.ts imports src/store/open-store.ts'],
    ['src/store/sample.ts', '../webhook/listen.ts', 'src/store/sample.ts imports src/webhook/listen.ts'],
    ['src/providers/cloudvno/sample.ts', '../../core/inbox.ts', 'src/providers/cloudvno/sample.ts imports src/core/inbox.ts'],
    ['src/app/sample.ts', '../host/host.ts', 'src/app/sample.ts imports src/host/host.ts'],
    ['src/host/sample.ts', '../store/open-store.ts', 'src/host/sample.ts imports src/store/open-store.ts'],
    ['src/command/sample.ts', '../core/inbox.ts', 'src/command/sample.ts imports src/core/inbox.ts'],
    ['src/app/sample.ts', '../command/run.ts', 'src/app/sample.ts imports src/command/run.ts'],
    ['src/host/sample.ts', 'electron', 'src/host/sample.ts imports the package electron'],
    ['src/webhook/sample.ts', '../../electron/main.ts', 'src/webhook/sample.ts imports electron/main.ts'],
    ['electron/sample.ts', '../renderer/main.tsx', 'electron/sample.ts imports renderer/main.tsx'],
    ['electron/sample.ts', '../test/support/builders.ts', 'electron/sample.ts imports test/support/builders.ts'],
    ['renderer/sample.tsx', '../src/core/ports.ts', 'renderer/sample.tsx imports src/core/ports.ts'],
    ['renderer/thread/sample.tsx', 'node:path', 'renderer/thread/sample.tsx imports the package node:path'],
    ['src/somewhere/sample.ts', './x.ts', 'src/somewhere/sample.ts is in no room of the table'],
  ])('%s → %s', (file, name, objection) => {
    expect(objectionTo(file, name)).toBe(objection);
  });

  test.each([
    ['src/store/sample.ts', '../core/ports.ts'],
    ['src/store/journal/sample.ts', './entries.ts'],
    ['src/domain/sample.ts', 'libphonenumber-js/min'],
    ['src/app/sample.ts', '../store/open-store.ts'],
    ['electron/sample.ts', 'electron'],
    ['renderer/thread/sample.tsx', '../../src/contract/views.ts'],
    ['renderer/thread/sample.tsx', './thread.module.css'],
  ])('%s → %s is allowed', (file, name) => {
    expect(objectionTo(file, name)).toBeUndefined();
  });
});

describe('reading imports', () => {
  test('finds every form of them', () => {
    const source = `
      import type { A } from './type.ts';
      import { b } from './value.ts';
      import './effect.css';
      export * from './all.ts';
      export type { D } from './exported-type.ts';
      export { e } from './exported.ts';
      type F = import('./inline-type.ts').F;
      const g = await import('./dynamic.ts');
      const h = require('./required.ts');
      export const element = <p>import './not-one.ts'</p>;
      // import './nor-this.ts';
    `;
    expect(importsOf('sample.tsx', source)).toEqual([
      './type.ts',
      './value.ts',
      './effect.css',
      './all.ts',
      './exported-type.ts',
      './exported.ts',
      './inline-type.ts',
      './dynamic.ts',
      './required.ts',
    ]);
  });

  test('refuses an import whose target only shows at run time', () => {
    expect(() => importsOf('sample.ts', 'await import(where);')).toThrow('only shows at run time');
  });
});
