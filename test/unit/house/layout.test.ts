import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filesIn, root, textOf } from './checkout.ts';

const rooms = ['electron', 'renderer', 'src', 'test'];
const supporting = ['.ci', 'docs', 'scripts'];
const files = ['package.json', 'package-lock.json', 'tsconfig.json', 'electron-builder.yml', 'README.md', 'LICENSE', 'CHANGELOG.md'];
const made = ['node_modules', 'dist', 'release', 'coverage'];

/** What lies in the top folder and has no place there. Dotfiles configure tools and may; dot folders may not. */
function strangers(entries: readonly { readonly name: string; readonly folder: boolean }[]): string[] {
  return entries
    .filter(({ name, folder }) => {
      if (folder) return ![...rooms, ...supporting, ...made, '.git', '.github', '.vscode', '.idea'].includes(name);
      return !files.includes(name) && !name.startsWith('.') && !name.endsWith('.log');
    })
    .map(({ name }) => name);
}

function linesOf(text: string): number {
  return text.trimEnd().split('\n').length;
}

describe('the house', () => {
  test('has the fixed rooms and nothing else at its top', () => {
    const entries = readdirSync(root, { withFileTypes: true }).map((entry) => ({ name: entry.name, folder: entry.isDirectory() }));
    expect(strangers(entries)).toEqual([]);
    expect([...rooms, ...supporting, ...files].filter((name) => !existsSync(`${root}/${name}`))).toEqual([]);
  });

  test('would notice a stranger', () => {
    expect(
      strangers([
        { name: 'lib', folder: true },
        { name: 'src', folder: true },
        { name: 'notes.txt', folder: false },
        { name: '.npmrc', folder: false },
        { name: '.cache', folder: true },
      ]),
    ).toEqual(['lib', 'notes.txt', '.cache']);
  });

  test('has no source file over 300 lines', () => {
    const sources = ['src', 'electron', 'renderer', 'scripts'].flatMap((folder) => filesIn(folder, /\.(tsx?|mjs|css)$/));
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((path) => linesOf(textOf(path)) > 300)).toEqual([]);
  });

  test('keeps the shell thin: no file of it much over 120 lines', () => {
    expect(filesIn('electron', /\.ts$/).filter((path) => linesOf(textOf(path)) > 130)).toEqual([]);
  });
});
