import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import type { Configuration } from 'electron-builder';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';

const repository = resolve(import.meta.dirname, '../../..');
const icons = join(repository, 'electron/icons');
const schema: object = JSON.parse(readFileSync(join(repository, 'node_modules/app-builder-lib/scheme.json'), 'utf8'));
const configuration = load(readFileSync(join(repository, 'electron-builder.yml'), 'utf8')) as Configuration;
// The options electron-builder itself validates with, but for turning types into others.
const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);

test('the configuration is what the schema of electron-builder allows', () => {
  validate(configuration);
  expect(validate.errors ?? []).toEqual([]);
});

test('the schema would notice a misspelled option, a wrong fuse and a wrong type', () => {
  for (const wrong of [
    { ...configuration, asarUnpacked: ['**/*.node'] },
    { ...configuration, electronFuses: { ...configuration.electronFuses, runAsNod: false } },
    { ...configuration, asar: 'yes' },
  ]) {
    expect(validate(wrong)).toBe(false);
  }
});

test('there are packages for the three systems, and nothing is published', () => {
  expect(configuration.linux?.target).toEqual(['AppImage', 'deb']);
  expect(configuration.win?.target).toBe('nsis');
  expect(configuration.mac?.target).toEqual(['dmg', 'zip']);
  expect(configuration.publish).toBeNull();
});

test('native modules stay outside the archive', () => {
  expect(configuration.asar).toBe(true);
  expect(configuration.asarUnpack).toEqual(['**/*.node']);
});

const pngSize = (file: Buffer): [number, number] => [file.readUInt32BE(16), file.readUInt32BE(20)];

test('every system has its icons, in the sizes it wants', () => {
  const { mac, win, linux } = configuration;
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
    const file = readFileSync(join(icons, String(linux?.icon), `${size}x${size}.png`));
    expect(pngSize(file)).toEqual([size, size]);
  }

  const ico = readFileSync(join(icons, String(win?.icon)));
  const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_each, index) => {
    const at = 6 + 16 * index;
    const picture = ico.subarray(ico.readUInt32LE(at + 12), ico.readUInt32LE(at + 12) + ico.readUInt32LE(at + 8));
    const size = ico.readUInt8(at) || 256;
    expect(pngSize(picture)).toEqual([size, size]);
    return size;
  });
  // electron-builder refuses an .ico without 256 × 256.
  expect(sizes).toEqual(expect.arrayContaining([16, 24, 32, 48, 256]));

  const icns = readFileSync(join(icons, String(mac?.icon)));
  expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
  const widths: number[] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) widths.push(pngSize(icns.subarray(at + 8))[0]);
  expect([...new Set(widths)].sort((one, other) => one - other)).toEqual([16, 32, 64, 128, 256, 512, 1_024]);
  expect(existsSync(join(icons, 'icon.svg'))).toBe(true);
});
