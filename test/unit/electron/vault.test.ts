import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSecretsFile } from '../../../electron/secrets-file.ts';
import { createVault } from '../../../electron/vault.ts';
import { createSafeStorage } from '../../support/electron/secrets.ts';
import { silentLogger } from '../../support/silent-logger.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

type System = Parameters<typeof createSafeStorage>[0];

/** A vault on a real file, over a keychain that behaves as told. */
async function vaultIn(folder: string, changes: Partial<System> = {}, answers: boolean[] = []) {
  const system: System = { backend: 'gnome_libsecret', locked: false, generation: 1, ...changes };
  const path = join(folder, 'secrets.system.json');
  const aside: string[] = [];
  const file = await openSecretsFile(path, (name) => aside.push(name));
  let asked = 0;
  const vault = createVault({
    storage: createSafeStorage(system),
    file,
    platform: 'linux',
    mayStoreUnprotected: async () => {
      asked += 1;
      return answers.shift() ?? false;
    },
    logger: silentLogger,
  });
  return { vault, path, system, aside, asked: () => asked };
}

test('a secret is there after a restart, and only its cipher is on the disk, for this user alone', async () => {
  const folder = await temporaryFolder();
  const { vault, path } = await vaultIn(folder);
  expect(vault.protection).toBe('system');
  expect(await vault.set('line:1', 'the auth token')).toEqual({ ok: true, value: undefined });
  expect(await vault.get('line:1')).toBe('the auth token');
  expect(await vault.get('line:2')).toBeUndefined();
  expect(await readFile(path, 'utf8')).not.toContain('token');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await (await vaultIn(folder)).vault.get('line:1')).toBe('the auth token');
});

test('a removed secret is gone from the disk', async () => {
  const folder = await temporaryFolder();
  const { vault, path } = await vaultIn(folder);
  await vault.set('line:1', 'one');
  await vault.set('line:2', 'two');
  await vault.delete('line:1');
  await vault.delete('line:3');
  expect(Object.keys(JSON.parse(await readFile(path, 'utf8')).secrets)).toEqual(['line:2']);
  expect(await (await vaultIn(folder)).vault.get('line:1')).toBeUndefined();
});

test('secrets that are kept at the same time are all kept', async () => {
  const folder = await temporaryFolder();
  const { vault } = await vaultIn(folder);
  const keys = Array.from({ length: 20 }, (_each, index) => `line:${index}`);
  await Promise.all(keys.map((key) => vault.set(key, `secret of ${key}`)));
  const again = (await vaultIn(folder)).vault;
  expect(await Promise.all(keys.map((key) => again.get(key)))).toEqual(keys.map((key) => `secret of ${key}`));
});

test('a rotated key is taken over by the first reading', async () => {
  const folder = await temporaryFolder();
  await (await vaultIn(folder, { generation: 1 })).vault.set('line:1', 'old but good');
  const before = await readFile(join(folder, 'secrets.system.json'), 'utf8');
  expect(await (await vaultIn(folder, { generation: 2 })).vault.get('line:1')).toBe('old but good');
  const after = await readFile(join(folder, 'secrets.system.json'), 'utf8');
  expect(after).not.toBe(before);
  expect(await (await vaultIn(folder, { generation: 2 })).vault.get('line:1')).toBe('old but good');
  expect(await readFile(join(folder, 'secrets.system.json'), 'utf8')).toBe(after);
});

test('a locked keychain is said when storing, and reading fails instead of answering that there is nothing', async () => {
  const folder = await temporaryFolder();
  const { vault, system } = await vaultIn(folder);
  await vault.set('line:1', 'token');
  system.locked = true;
  expect(await vault.set('line:2', 'token')).toMatchObject({ ok: false, error: { code: 'vault-unavailable' } });
  await expect(vault.get('line:1')).rejects.toThrow();
  system.locked = false;
  expect(await vault.get('line:1')).toBe('token');
});

test('without a keyring nothing is kept until the user has said yes, and they are asked once', async () => {
  const folder = await temporaryFolder();
  const basic = { backend: 'basic_text' } as const;
  const first = await vaultIn(folder, basic, [false, true]);
  expect(first.vault.protection).toBe('unprotected');
  expect(await first.vault.set('line:1', 'token')).toMatchObject({ ok: false, error: { code: 'vault-unprotected' } });
  await expect(readFile(first.path)).rejects.toThrow('ENOENT');
  expect(await first.vault.set('line:1', 'token')).toMatchObject({ ok: true });
  expect(await first.vault.set('line:2', 'token')).toMatchObject({ ok: true });
  expect(first.asked()).toBe(2);
  const second = await vaultIn(folder, basic);
  expect(await second.vault.get('line:1')).toBe('token');
  expect(await second.vault.set('line:3', 'token')).toMatchObject({ ok: true });
  expect(second.asked()).toBe(0);
});

test('two secrets that wait for the same answer ask one question', async () => {
  const { vault, asked } = await vaultIn(await temporaryFolder(), { backend: 'basic_text' }, [true]);
  const results = await Promise.all([vault.set('line:1', 'one'), vault.set('line:2', 'two')]);
  expect(results.map(({ ok }) => ok)).toEqual([true, true]);
  expect(asked()).toBe(1);
});

test('a file that cannot be understood is set aside, never overwritten', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'secrets.system.json'), '{"version":1,"secrets":');
  const { vault, aside } = await vaultIn(folder);
  expect(await vault.get('line:1')).toBeUndefined();
  await vault.set('line:1', 'token');
  const [name = ''] = aside;
  expect(await readFile(name, 'utf8')).toBe('{"version":1,"secrets":');
  expect(await readdir(folder)).toHaveLength(2);
});

test('a place that cannot be written is said, and the secret in force stays', async () => {
  const folder = await temporaryFolder();
  const { vault, path } = await vaultIn(folder);
  await vault.set('line:1', 'old');
  // The temporary file's name is taken by a folder: nothing can be written there, not even by root.
  await mkdir(join(`${path}.new`, 'in the way'), { recursive: true });
  expect(await vault.set('line:1', 'new')).toMatchObject({ ok: false, error: { code: 'store-unavailable' } });
  expect(await vault.get('line:1')).toBe('old');
  await rm(`${path}.new`, { recursive: true, force: true });
  expect(await vault.set('line:1', 'new')).toMatchObject({ ok: true });
});
