import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../../src/core/ports.ts';
import { createKeyFileVault } from '../../../src/host/key-file-vault.ts';
import { VaultUnreadable } from '../../../src/host/sealing.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const secretsIn = (folder: string): string => join(folder, 'secrets.json');
const keyIn = (folder: string): string => join(folder, 'vault.key');

/** A folder in which a vault keeps two secrets. */
async function keptFolder(): Promise<string> {
  const folder = await temporaryFolder();
  const vault = createKeyFileVault(folder);
  await vault.set('line:one', 'first secret');
  await vault.set('line:two', 'second secret');
  return folder;
}

describe('the key-file vault', () => {
  it('gives back what it was given, also after a restart', async () => {
    const folder = await temporaryFolder();
    const names = fc.string({ minLength: 1, unit: 'binary' });
    await fc.assert(
      fc.asyncProperty(names, fc.string({ unit: 'grapheme' }), async (name, value) => {
        const vault = createKeyFileVault(folder);
        expect(await vault.set(name, value)).toEqual({ ok: true, value: undefined });
        expect(await vault.get(name)).toBe(value);
        expect(await createKeyFileVault(folder).get(name)).toBe(value);
      }),
      { numRuns: 30 },
    );
  });

  it('knows no secret it was not given, and makes no file for asking', async () => {
    const folder = await temporaryFolder();
    const vault = createKeyFileVault(folder);
    expect(await vault.get('line:one')).toBeUndefined();
    await vault.delete('line:one');
    expect(await readdir(folder)).toEqual([]);
  });

  it('forgets what is deleted and keeps the rest', async () => {
    const folder = await keptFolder();
    await createKeyFileVault(folder).delete('line:one');
    const vault = createKeyFileVault(folder);
    expect([await vault.get('line:one'), await vault.get('line:two')]).toEqual([undefined, 'second secret']);
  });

  it('loses none of many changes that are made at once', async () => {
    const folder = await temporaryFolder();
    const vault = createKeyFileVault(folder);
    const names = Array.from({ length: 20 }, (_, index) => `line:${index}`);
    await Promise.all(names.map((name) => vault.set(name, `secret of ${name}`)));
    const again = createKeyFileVault(folder);
    expect(await Promise.all(names.map((name) => again.get(name)))).toEqual(names.map((name) => `secret of ${name}`));
  });

  it('writes no secret in the clear, nor the same twice', async () => {
    const folder = await keptFolder();
    const before = await readFile(secretsIn(folder), 'utf8');
    expect(before).not.toMatch(/first|second/);
    expect(before).not.toContain(Buffer.from('first secret').toString('base64'));
    await createKeyFileVault(folder).set('line:one', 'first secret');
    const [old, renewed] = [before, await readFile(secretsIn(folder), 'utf8')].map((text) => JSON.parse(text).secrets['line:one']);
    expect(renewed.sealed).not.toBe(old.sealed);
  });

  it.skipIf(process.platform === 'win32')(
    'keeps both files readable by their owner only, and takes leave back that was given',
    async () => {
      const folder = await keptFolder();
      const modes = async () => Promise.all([keyIn(folder), secretsIn(folder)].map(async (path) => (await stat(path)).mode & 0o777));
      expect(await modes()).toEqual([0o600, 0o600]);
      await chmod(keyIn(folder), 0o644);
      await chmod(secretsIn(folder), 0o666);
      expect(await createKeyFileVault(folder).get('line:one')).toBe('first secret');
      expect(await modes()).toEqual([0o600, 0o600]);
      expect((await readdir(folder)).sort()).toEqual(['secrets.json', 'vault.key']);
    },
  );

  it('says that it protects by file permissions', async () => {
    expect(createKeyFileVault(await temporaryFolder()).protection).toBe('file-permissions');
  });
});

describe('a vault that was tampered with', () => {
  it('gives out no secret of which a single bit was changed', async () => {
    const folder = await keptFolder();
    const intact = JSON.parse(await readFile(secretsIn(folder), 'utf8'));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('iv', 'tag', 'sealed'), fc.nat(), async (field, position) => {
        const changed = structuredClone(intact);
        const bytes = Buffer.from(changed.secrets['line:one'][field], 'base64');
        const bit = position % (bytes.length * 8);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        changed.secrets['line:one'][field] = bytes.toString('base64');
        await writeFile(secretsIn(folder), JSON.stringify(changed));
        const vault = createKeyFileVault(folder);
        await expect(vault.get('line:one')).rejects.toThrow(VaultUnreadable);
        expect(await vault.get('line:two')).toBe('second secret');
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['a shortened tag', (secret: Record<string, string>) => ({ ...secret, tag: String(secret.tag).slice(0, 8) })],
    ['an empty nonce', (secret: Record<string, string>) => ({ ...secret, iv: '' })],
  ])('is not opened with %s', async (_what, change) => {
    const folder = await keptFolder();
    const document = JSON.parse(await readFile(secretsIn(folder), 'utf8'));
    document.secrets['line:one'] = change(document.secrets['line:one']);
    await writeFile(secretsIn(folder), JSON.stringify(document));
    await expect(createKeyFileVault(folder).get('line:one')).rejects.toThrow(VaultUnreadable);
  });

  it('does not give one line the secret of another', async () => {
    const folder = await keptFolder();
    const document = JSON.parse(await readFile(secretsIn(folder), 'utf8'));
    document.secrets['line:one'] = document.secrets['line:two'];
    await writeFile(secretsIn(folder), JSON.stringify(document));
    await expect(createKeyFileVault(folder).get('line:one')).rejects.toThrow(VaultUnreadable);
  });

  it('is not opened with another key', async () => {
    const folder = await keptFolder();
    await writeFile(keyIn(folder), Buffer.alloc(32, 7));
    await expect(createKeyFileVault(folder).get('line:one')).rejects.toThrow('the key file is another one');
  });

  it.each([
    ['secrets.json is no JSON', 'secrets.json', '{"version":1,'],
    ['secrets.json is empty', 'secrets.json', ''],
    ['secrets.json is of a newer version', 'secrets.json', '{"version":2,"secrets":{}}'],
    ['vault.key is too short', 'vault.key', 'short'],
    ['vault.key is missing', 'vault.key', undefined],
  ])('fails in a sentence and is left as it is: %s', async (_what, name, content) => {
    const folder = await keptFolder();
    const path = join(folder, name);
    if (content === undefined) await rm(path);
    else await writeFile(path, content);
    const contents = async () => Promise.all((await readdir(folder)).sort().map((file) => readFile(join(folder, file), 'base64')));
    const before = await contents();
    const vault = createKeyFileVault(folder);
    await expect(vault.get('line:one')).rejects.toThrow(VaultUnreadable);
    await expect(vault.get('line:one')).rejects.toThrow(name);
    expect(await vault.set('line:one', 'new')).toMatchObject({
      ok: false,
      error: { code: 'vault-unavailable', message: expect.stringContaining(name) },
    });
    await expect(vault.delete('line:one')).rejects.toThrow(VaultUnreadable);
    expect(await contents()).toEqual(before);
  });

  it('works again as soon as the file is back', async () => {
    const folder = await keptFolder();
    const intact = await readFile(secretsIn(folder));
    await writeFile(secretsIn(folder), 'damaged');
    const vault = createKeyFileVault(folder);
    await expect(vault.get('line:one')).rejects.toThrow(VaultUnreadable);
    await writeFile(secretsIn(folder), intact);
    expect(await vault.get('line:one')).toBe('first secret');
  });
});

describe('a vault that cannot be written', () => {
  it('says so, keeps the old secret in force, and takes the new one when it can', async () => {
    const folder = await keptFolder();
    const vault = createKeyFileVault(folder);
    // A folder where the new file would be made.
    await mkdir(join(folder, 'secrets.json.new', 'in the way'), { recursive: true });
    expect(await vault.set('line:one', 'new')).toMatchObject({ ok: false, error: { code: 'store-unavailable' } });
    await expect(vault.delete('line:two')).rejects.toThrow(StoreUnavailable);
    expect([await vault.get('line:one'), await vault.get('line:two')]).toEqual(['first secret', 'second secret']);
    await rm(join(folder, 'secrets.json.new'), { recursive: true });
    expect(await vault.set('line:one', 'new')).toMatchObject({ ok: true });
    expect(await createKeyFileVault(folder).get('line:one')).toBe('new');
  });

  it('says so when not even its key can be made', async () => {
    const vault = createKeyFileVault(join(await temporaryFolder(), 'missing'));
    expect(await vault.set('line:one', 'new')).toMatchObject({ ok: false, error: { code: 'store-unavailable' } });
    expect(await vault.get('line:one')).toBeUndefined();
  });
});
