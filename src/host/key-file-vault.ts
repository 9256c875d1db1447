/**
 * Keeps secrets where there is no system keychain to ask: sealed with a key that lies in a file beside them. Both files
 * are readable by their owner only. That keeps secrets out of copies of the message store, logs and backups of
 * `secrets.json` alone; it does not protect from a program that runs as the same user.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Failure, refuse } from '../contract/errors.ts';
import { type SecretVault, StoreUnavailable } from '../core/ports.ts';
import { ok, type Result } from '../domain/result.ts';
import { writeDurably } from './durable-file.ts';
import { keyBytes, type Sealed, seal, sealedSchema, unseal, VaultUnreadable } from './sealing.ts';

const fileSchema = z.object({ version: z.literal(1), secrets: z.record(z.string(), sealedSchema) });

/** What is on the disk; no key while nothing was ever kept. */
type Contents = { readonly key: Buffer | undefined; readonly secrets: ReadonlyMap<string, Sealed> };

/**
 * The files are read at the first call; a vault that could not be read is read again at the next one. `get` and
 * `delete` reject with `VaultUnreadable`, `set` answers `vault-unavailable`.
 * @param folder must exist; `vault.key` and `secrets.json` are made in it with the first secret
 */
export function createKeyFileVault(folder: string): SecretVault {
  const keyPath = join(folder, 'vault.key');
  const secretsPath = join(folder, 'secrets.json');
  let contents: Contents | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  /** One call after the other: each sees what the one before has written. */
  function inTurn<Value>(task: () => Promise<Value>): Promise<Value> {
    const turn = queue.then(task, task);
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function read(): Promise<Contents> {
    contents ??= await readContents(keyPath, secretsPath);
    return contents;
  }

  async function write(key: Buffer, secrets: ReadonlyMap<string, Sealed>): Promise<void> {
    try {
      await writeDurably(secretsPath, JSON.stringify({ version: 1, secrets: Object.fromEntries(secrets) }));
    } catch (error) {
      throw new StoreUnavailable('The keys could not be written.', { cause: error });
    }
    contents = { key, secrets };
  }

  async function makeKey(): Promise<Buffer> {
    const key = randomBytes(keyBytes);
    try {
      await writeDurably(keyPath, key);
    } catch (error) {
      throw new StoreUnavailable('The key file could not be written.', { cause: error });
    }
    contents = { key, secrets: new Map() };
    return key;
  }

  async function keep(name: string, value: string): Promise<Result<void, Failure>> {
    try {
      const { key = await makeKey(), secrets } = await read();
      await write(key, new Map(secrets).set(name, seal(key, name, value)));
      return ok(undefined);
    } catch (error) {
      if (error instanceof StoreUnavailable) return refuse('store-unavailable');
      if (error instanceof VaultUnreadable) return refuse('vault-unavailable', { message: error.message, action: 'Restore the file' });
      throw error;
    }
  }

  return {
    protection: 'file-permissions',
    get: (name) =>
      inTurn(async () => {
        const { key, secrets } = await read();
        const sealed = secrets.get(name);
        return key === undefined || sealed === undefined ? undefined : unseal(key, name, sealed);
      }),
    set: (name, value) => inTurn(() => keep(name, value)),
    delete: (name) =>
      inTurn(async () => {
        const { key, secrets } = await read();
        if (key === undefined || !secrets.has(name)) return;
        const rest = new Map(secrets);
        rest.delete(name);
        await write(key, rest);
      }),
  };
}

async function readContents(keyPath: string, secretsPath: string): Promise<Contents> {
  const [key, text] = await Promise.all([readIfThere(keyPath), readIfThere(secretsPath)]);
  if (key !== undefined && key.length !== keyBytes) throw new VaultUnreadable(`${keyPath} is damaged. It was left as it is.`);
  if (text === undefined) return { key, secrets: new Map() };
  if (key === undefined) throw new VaultUnreadable(`${keyPath} is missing, and ${secretsPath} cannot be opened without it.`);
  return { key, secrets: parseSecrets(text, secretsPath) };
}

/** Copying a folder may have opened the files to others; that is taken back. */
async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    const content = await readFile(path);
    await chmod(path, 0o600);
    return content;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new VaultUnreadable(`${path} cannot be read.`, { cause: error });
  }
}

function parseSecrets(text: Buffer, path: string): ReadonlyMap<string, Sealed> {
  try {
    return new Map(Object.entries(fileSchema.parse(JSON.parse(text.toString('utf8'))).secrets));
  } catch (error) {
    throw new VaultUnreadable(`${path} is damaged. It was left as it is.`, { cause: error });
  }
}
