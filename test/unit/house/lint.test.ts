import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from './checkout.ts';

/** What must be refused: file, contents, the rule that refuses it. */
const refused: readonly (readonly [what: string, file: string, source: string, rule: string])[] = [
  [
    'a room that reaches into another',
    'src/store/a.ts',
    "import { listen } from '../webhook/listen.ts';\nlisten();\n",
    'noRestrictedImports',
  ],
  ['types of another room', 'src/core/b.ts', "import type { A } from '../store/journal.ts';\nexport type B = A;\n", 'noRestrictedImports'],
  ['more of core than its ports', 'src/tunnel/c.ts', "export * from '../core/inbox.ts';\n", 'noRestrictedImports'],
  ['more than the providers in the command', 'src/command/r.ts', "export * from '../app/start-app.ts';\n", 'noRestrictedImports'],
  ['the command in the app', 'src/app/s.ts', "export * from '../command/run.ts';\n", 'noRestrictedImports'],
  ['the shell in the app', 'src/app/d.ts', "export * from '../../electron/tray.ts';\n", 'noRestrictedImports'],
  ['Electron outside of its folder', 'src/host/e.ts', "import { app } from 'electron';\napp.quit();\n", 'noRestrictedImports'],
  [
    'raw ipcMain outside of its wrapper',
    'electron/f.ts',
    "import { ipcMain } from 'electron';\nipcMain.eventNames();\n",
    'noRestrictedImports',
  ],
  [
    'raw ipcRenderer outside of the preload',
    'electron/ipc.ts',
    "import { ipcRenderer } from 'electron';\nipcRenderer.eventNames();\n",
    'noRestrictedImports',
  ],
  ['a window that sees more than domain and contract', 'renderer/g.ts', "export * from '../src/core/ports.ts';\n", 'noRestrictedImports'],
  ['a window that uses Node', 'renderer/h.ts', "export * from 'node:path';\n", 'noRestrictedImports'],
  ['a default export', 'src/core/i.ts', 'export default 1;\n', 'noDefaultExport'],
  ['an import without its ending', 'src/core/j.ts', "export * from './b';\n", 'useImportExtensions'],
  ['printing from the app', 'src/core/k.ts', "console.log('x');\n", 'noConsole'],
  ['any', 'src/core/l.ts', 'export const x: any = 1;\n', 'noExplicitAny'],
  ['a promise nobody waits for', 'src/core/m.ts', 'async function later() {}\nlater();\n', 'noFloatingPromises'],
  ['a promise as a condition', 'src/core/n.ts', 'async function later() {}\nif (later()) later;\n', 'noMisusedPromises'],
  ['half of an import cycle', 'src/core/o.ts', "import { p } from './p.ts';\nexport const o = () => p;\n", 'noImportCycles'],
  ['the other half', 'src/core/p.ts', "import { o } from './o.ts';\nexport const p = () => o;\n", 'noImportCycles'],
  [
    'a file over 300 lines',
    'src/core/q.ts',
    Array.from({ length: 301 }, (_, line) => `export const q${line} = ${line};\n`).join(''),
    'noExcessiveLinesPerFile',
  ],
];

/** What must pass. */
const accepted: readonly (readonly [what: string, file: string, source: string])[] = [
  ['a room that takes its ports', 'src/store/y.ts', "import type { Clock } from '../core/ports.ts';\n\nexport type Times = Clock;\n"],
  [
    'raw ipcRenderer in the preload',
    'electron/preload.ts',
    "import { ipcRenderer } from 'electron';\n\nexport const names = ipcRenderer.eventNames();\n",
  ],
  ['the contract in the window', 'renderer/z.ts', "export type { Result } from '../src/domain/result.ts';\n"],
];

let found: ReadonlyMap<string, readonly string[]>;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'texttray-lint-'));
  for (const file of ['.biome.json', '.gitignore', 'package.json']) cpSync(join(root, file), join(folder, file));
  for (const [, file, source] of [...refused, ...accepted]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), source);
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const { stdout } = spawnSync(process.execPath, [biome, 'lint', '--reporter=github', '--max-diagnostics=none'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const rules = new Map<string, string[]>();
  for (const [, rule = '', path = ''] of stdout.matchAll(/title=lint\/\w+\/(\w+),file=([^,]+)/g)) {
    const file = path.slice(path.indexOf(folder) + folder.length + 1);
    rules.set(file, [...(rules.get(file) ?? []), rule]);
  }
  found = rules;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the linter', () => {
  test.each(refused)('refuses %s', (_, file, __, rule) => {
    expect(found.get(file)).toContain(rule);
  });

  test.each(accepted)('accepts %s', (_, file) => {
    expect(found.get(file)).toBeUndefined();
  });
});
