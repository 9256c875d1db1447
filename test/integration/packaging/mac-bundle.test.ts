import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRawHeader } from '@electron/asar';
import { Arch, Platform } from 'electron-builder';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fusesOf, packageFor, repository, wantedFuses } from './packages.ts';
import { macRuntime } from './stand-in-runtime.ts';

let folder: string;
let contents: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'texttray-mac-'));
  await packageFor(Platform.MAC, Arch.arm64, await macRuntime(join(folder, 'electron')), join(folder, 'release'));
  contents = join(folder, 'release', 'mac-arm64', 'Texttray.app', 'Contents');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('the bundle says who it is, and which archive it may load', async () => {
  const info = await readFile(join(contents, 'Info.plist'), 'utf8');
  const entry = (key: string): string | undefined => new RegExp(`<key>${key}</key>\\s*<string>([^<]*)</string>`).exec(info)?.[1];
  expect(entry('CFBundleIdentifier')).toBe('app.texttray.desktop');
  expect(entry('CFBundleName')).toBe('Texttray');
  expect(entry('LSApplicationCategoryType')).toBe('public.app-category.productivity');
  const { headerString } = getRawHeader(join(contents, 'Resources', 'app.asar'));
  expect(entry('hash')).toBe(createHash('sha256').update(headerString).digest('hex'));
});

test('the bundle has our icon and flipped fuses', async () => {
  const icon = await readFile(join(contents, 'Resources', 'icon.icns'));
  expect(icon.equals(await readFile(join(repository, 'electron', 'icons', 'icon.icns')))).toBe(true);
  expect(await fusesOf(join(contents, '..'))).toEqual(wantedFuses);
});
