/**
 * The doctor tells why a signature is wrong, which is what a forger would like to know: whoever answers requests must not
 * even be able to ask it.
 */
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, textOf } from './checkout.ts';
import { importsOf } from './read-imports.ts';

const sources = ['src', 'electron'].flatMap((folder) => filesIn(folder, /\.ts$/));
const known = new Set(sources);

function importedBy(path: string): string[] {
  return importsOf(path, textOf(path))
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.join(posix.dirname(path), name))
    .filter((target) => known.has(target));
}

/** Everything that these files import, and what that imports. */
function reachedFrom(start: readonly string[]): Set<string> {
  const reached = new Set(start);
  for (const path of reached) for (const target of importedBy(path)) reached.add(target);
  return reached;
}

const isDoctor = (path: string): boolean => path.startsWith('src/doctor/') || path.startsWith('src/core/inspector/doctor');

describe('the signature doctor', () => {
  const answering = [
    ...filesIn('src/webhook', /\.ts$/),
    'src/core/receive.ts',
    'src/core/receiver.ts',
    'src/core/recorder.ts',
    ...filesIn('src/providers', /\.ts$/),
  ];

  test('is out of reach for everything that answers a request', () => {
    const reached = reachedFrom(answering);
    expect(reached.size).toBeGreaterThan(answering.length);
    expect([...reached].filter(isDoctor)).toEqual([]);
  });

  test('is made in one place and asked in one', () => {
    const importers = sources.filter((path) => !isDoctor(path) && importedBy(path).some(isDoctor));
    expect(importers.sort()).toEqual(['src/app/start-app.ts', 'src/core/inspector/part.ts']);
    const asking = sources.filter((path) => /\.diagnose\(/.test(textOf(path)));
    expect(asking).toEqual(['src/core/inspector/doctor.ts']);
  });

  test('writes nothing: no log, no file, no network', () => {
    const imported = sources.filter(isDoctor).flatMap((path) => importsOf(path, textOf(path)));
    expect([...new Set(imported.filter((name) => name.startsWith('node:')))].sort()).toEqual([
      'node:crypto',
      'node:timers/promises',
      'node:zlib',
    ]);
    expect(sources.filter((path) => isDoctor(path) && /\blogger\b|console\./.test(textOf(path)))).toEqual([]);
  });
});
