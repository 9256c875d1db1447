import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { builtinModules, createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, posix, relative, sep } from 'node:path';
import { extractAll, extractFile, listPackage, statFile } from '@electron/asar';
import { Arch, Platform } from 'electron-builder';
import { parseAst } from 'vite';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { NgrokModule } from '../../../src/tunnel/ngrok/module.ts';
import { launchStandIn } from '../../support/electron/launch.ts';
import { eventually } from '../../support/eventually.ts';
import { fusesOf, packageFor, repository, wantedFuses } from './packages.ts';
import { linuxRuntime } from './stand-in-runtime.ts';

let folder: string;
let unpacked: string;
let archive: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'texttray-package-'));
  await packageFor(Platform.LINUX, Arch.x64, await linuxRuntime(join(folder, 'electron')), join(folder, 'release'));
  unpacked = join(folder, 'release', 'linux-unpacked');
  archive = join(unpacked, 'resources', 'app.asar');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).split(sep).join(posix.sep))
    .sort();
}

const packed = (): string[] =>
  listPackage(archive, { isPack: false })
    .map((path) => path.split(sep).join(posix.sep).slice(1))
    .filter((path) => !('files' in statFile(archive, path)))
    .sort();

/** ngrok's module and its native part for one system, as npm installed them. */
const isNgrok = (path: string): boolean => path.startsWith('node_modules/@ngrok/');

test('the archive holds main, preload, the thread of the search index, the built window, the module of ngrok and a manifest, and nothing else', async () => {
  const window = await filesBelow(join(repository, 'dist', 'renderer'));
  expect(window).toContain('index.html');
  expect(packed().filter((path) => !isNgrok(path))).toEqual(
    [
      'package.json',
      'dist/electron/main.js',
      'dist/electron/preload.cjs',
      'dist/search/worker.js',
      ...window.map((file) => `dist/renderer/${file}`),
    ].sort(),
  );
  for (const file of packed().filter((name) => name !== 'package.json' && !isNgrok(name))) {
    const hash = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
    expect([file, hash(extractFile(archive, file))]).toEqual([file, hash(await readFile(join(repository, file)))]);
  }
});

test('the native part of ngrok lies outside the archive, where it can be loaded', async () => {
  const inside = packed().filter(isNgrok);
  expect(inside).toContain('node_modules/@ngrok/ngrok/package.json');
  const natives = inside.filter((path) => path.endsWith('.node'));
  expect(natives).toHaveLength(1);
  const outside = await filesBelow(`${archive}.unpacked`);
  expect(outside).toEqual(expect.arrayContaining(natives));
});

test('what main and preload import is part of Electron or of Node', () => {
  const text = extractFile(archive, 'dist/electron/main.js').toString('utf8');
  // How the bundler writes a `require` it left alone.
  const required = [...text.matchAll(/__require\(["']([^"']+)["']\)/g)].map(([, name = '']) => name);
  const imported = parseAst(text).body.flatMap((node) => ('source' in node && node.source ? [String(node.source.value)] : []));
  const known = new Set(['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
  expect(imported).toContain('electron');
  expect([...imported, ...required].filter((name) => !known.has(name) && name !== '@ngrok/ngrok')).toEqual([]);
  const preload = extractFile(archive, 'dist/electron/preload.cjs').toString('utf8');
  expect([...preload.matchAll(/require\(["']([^"']+)["']\)/g)].map(([, name]) => name)).toEqual(['electron']);
  expect(preload).not.toMatch(/^import |^export /m);
});

test('the manifest says what to start and holds no scripts and no tools', () => {
  const manifest: Record<string, unknown> = JSON.parse(extractFile(archive, 'package.json').toString('utf8'));
  expect(manifest).toMatchObject({
    name: 'texttray',
    type: 'module',
    main: 'dist/electron/main.js',
    desktopName: 'app.texttray.Texttray.desktop',
    license: 'MIT',
  });
  expect(manifest).not.toHaveProperty('devDependencies');
  expect(manifest).not.toHaveProperty('scripts');
});

test('the program has its name and its fuses, and the licenses are beside it', async () => {
  expect(await fusesOf(join(unpacked, 'texttray'))).toEqual(wantedFuses);
  expect(await filesBelow(unpacked)).toEqual(expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html', 'texttray']));
});

test('what was packaged starts and does its job with nothing around it', async () => {
  // Outside the repository no module can be found by accident.
  const away = await mkdtemp(join(tmpdir(), 'texttray-extracted-'));
  onTestFinished(() => rm(away, { recursive: true, force: true }));
  extractAll(archive, join(away, 'app'));
  const { SessionBuilder } = createRequire(join(away, 'app', 'dist', 'electron', 'main.js'))('@ngrok/ngrok') as NgrokModule;
  expect(new SessionBuilder().authtoken('token')).toBeInstanceOf(SessionBuilder);
  const app = await launchStandIn({ dataFolder: join(away, 'data'), main: join(away, 'app', 'dist', 'electron', 'main.js') });
  onTestFinished(() => app.close());
  await app.page.getByRole('button', { name: 'Text yourself' }).first().click();
  await app.page.getByRole('listitem').filter({ hasText: '+1 202 555 0188' }).waitFor();
  // The thread of the search index was packaged beside it.
  await eventually('the search index is kept', () => existsSync(join(away, 'data', 'search', 'index.sqlite')));
});
