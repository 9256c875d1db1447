/**
 * Packages the built app as `npm run package -- --dir` would, around a stand-in runtime.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { type Arch, build, type Configuration, type Platform } from 'electron-builder';
import { load } from 'js-yaml';

export const repository = resolve(import.meta.dirname, '../../..');

export async function packageFor(platform: Platform, arch: Arch, electronDist: string, output: string): Promise<void> {
  const configuration = load(await readFile(join(repository, 'electron-builder.yml'), 'utf8')) as Configuration;
  await build({
    projectDir: repository,
    targets: platform.createTarget('dir', arch),
    publish: 'never',
    // Everything is given here: no second configuration is looked for.
    config: { ...configuration, extends: null, electronDist, directories: { ...configuration.directories, output } },
  });
}

/** The fuses of a packaged program, by name. */
export async function fusesOf(program: string): Promise<Record<string, 'on' | 'off'>> {
  const wire = await getCurrentFuseWire(program);
  const names = Object.values(FuseV1Options).filter((name): name is keyof typeof FuseV1Options => typeof name === 'string');
  return Object.fromEntries(names.map((name) => [name, Number(wire[FuseV1Options[name]]) === '1'.charCodeAt(0) ? 'on' : 'off']));
}

export const wantedFuses = {
  RunAsNode: 'off',
  EnableCookieEncryption: 'on',
  EnableNodeOptionsEnvironmentVariable: 'off',
  EnableNodeCliInspectArguments: 'off',
  EnableEmbeddedAsarIntegrityValidation: 'on',
  OnlyLoadAppFromAsar: 'on',
  LoadBrowserProcessSpecificV8Snapshot: 'off',
  GrantFileProtocolExtraPrivileges: 'off',
};
