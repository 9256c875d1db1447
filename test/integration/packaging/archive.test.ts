import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join, posix, relative, resolve, sep } from 'node:path';
import { extractAll, extractFile, listPackage, statFile } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { load } from 'js-yaml';
import { parseAst } from 'vite';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchStandIn } from '../../support/electron/launch.ts';
import { standInRuntime } from './stand-in-runtime.ts';

const repository = resolve(import.meta.dirname, '../../..');
let folder: string;
let unpacked: string;
let archive: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'texttray-package-'));
  const configuration = load(await readFile(join(repository, 'electron-builder.yml'), 'utf8')) as Configuration;
  await build({
    projectDir: repository,
    targets: Platform.LINUX.createTarget('dir', Arch.x64),
    publish: 'never',
    config: {
      ...configuration,
      // Everything is given here: no second configuration is looked for.
      extends: null,
      electronDist: await standInRuntime(join(folder, 'electron')),
      directories: { ...configuration.directories, output: join(folder, 'release') },
    },
  });
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

test('the archive holds main, preload, the built window and a manifest, and nothing else', async () => {
  const window = await filesBelow(join(repository, 'dist', 'renderer'));
  expect(window).toContain('index.html');
  expect(packed()).toEqual(
    ['package.json', 'dist/electron/main.js', 'dist/electron/preload.cjs', ...window.map((file) => `dist/renderer/${file}`)].sort(),
  );
  for (const file of packed().filter((name) => name !== 'package.json')) {
    const hash = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
    expect([file, hash(extractFile(archive, file))]).toEqual([file, hash(await readFile(join(repository, file)))]);
  }
});

test('what main and preload import is part of Electron or of Node', () => {
  const text = extractFile(archive, 'dist/electron/main.js').toString('utf8');
  // How the bundler writes a `require` it left alone.
  const required = [...text.matchAll(/__require\(["']([^"']+)["']\)/g)].map(([, name = '']) => name);
  const imported = parseAst(text).body.flatMap((node) => ('source' in node && node.source ? [String(node.source.value)] : []));
  const known = new Set(['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
  expect(imported).toContain('electron');
  expect([...imported, ...required].filter((name) => !known.has(name))).toEqual([]);
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
  const fuses = await getCurrentFuseWire(join(unpacked, 'texttray'));
  const off = 48;
  const on = 49;
  expect(fuses).toMatchObject({
    [FuseV1Options.RunAsNode]: off,
    [FuseV1Options.EnableCookieEncryption]: on,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
    [FuseV1Options.EnableNodeCliInspectArguments]: off,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
    [FuseV1Options.OnlyLoadAppFromAsar]: on,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
  });
  expect(await filesBelow(unpacked)).toEqual(expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html', 'texttray']));
});

test('what was packaged starts and does its job with nothing around it', async () => {
  // Outside the repository no module can be found by accident.
  const away = await mkdtemp(join(tmpdir(), 'texttray-extracted-'));
  onTestFinished(() => rm(away, { recursive: true, force: true }));
  extractAll(archive, join(away, 'app'));
  const app = await launchStandIn({ dataFolder: join(away, 'data'), main: join(away, 'app', 'dist', 'electron', 'main.js') });
  onTestFinished(() => app.close());
  await app.page.getByRole('button', { name: 'Text yourself' }).first().click();
  await app.page.getByRole('listitem').filter({ hasText: '+1 202 555 0188' }).waitFor();
});
