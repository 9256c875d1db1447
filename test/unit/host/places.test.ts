import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appVersion, usualDataFolder, windowFolder } from '../../../src/host/places.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('the usual data folder', () => {
  it.each([
    ['linux', {}, join('/home/u', '.local', 'share', 'texttray')],
    ['linux', { XDG_DATA_HOME: '/data' }, join('/data', 'texttray')],
    ['linux', { XDG_DATA_HOME: '' }, join('/home/u', '.local', 'share', 'texttray')],
    ['darwin', { XDG_DATA_HOME: '/data' }, join('/home/u', 'Library', 'Application Support', 'Texttray')],
    ['win32', { APPDATA: '/roaming' }, join('/roaming', 'Texttray')],
    ['win32', {}, join('/home/u', 'AppData', 'Roaming', 'Texttray')],
  ])('is where %s keeps such things with %j', (platform, environment, folder) => {
    expect(usualDataFolder({ platform, home: '/home/u', environment })).toBe(folder);
  });
});

describe('the built window', () => {
  it('is beside the bundle when there is one, and in dist when the sources run', async () => {
    const root = await temporaryFolder();
    expect(windowFolder(join(root, 'src', 'host'))).toBe(join(root, 'dist', 'renderer'));
    await mkdir(join(root, 'dist', 'renderer'), { recursive: true });
    await writeFile(join(root, 'dist', 'renderer', 'index.html'), '');
    expect(windowFolder(join(root, 'dist', 'host'))).toBe(join(root, 'dist', 'renderer'));
    expect(windowFolder(join(root, 'src', 'host'))).toBe(join(root, 'dist', 'renderer'));
  });
});

describe('the version', () => {
  it('is the one of the package', () => {
    expect(appVersion(resolve(import.meta.dirname, '../../../src/host'))).toMatch(/^\d+\.\d+\.\d+/);
  });
});
