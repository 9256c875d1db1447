/**
 * The file that holds encrypted secrets: readable by this user only, replaced as a whole, set aside when it cannot be
 * understood. Its name differs from the browser host's, whose key is another one.
 * @module
 */
import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { StoreUnavailable } from '../src/core/ports.ts';
import { writeDurably } from '../src/host/durable-file.ts';

export const secretsFileName = 'secrets.system.json';

const secretsSchema = z.object({
  version: z.literal(1),
  /** The user said yes to keeping keys on a system that cannot protect them. */
  unprotectedAllowed: z.boolean(),
  /** Ciphertext in base64, by key. */
  secrets: z.record(z.string(), z.string()),
});
export type Secrets = Readonly<z.infer<typeof secretsSchema>>;

const noSecrets: Secrets = { version: 1, unprotectedAllowed: false, secrets: {} };

export type SecretsFile = {
  get(): Secrets;
  /** Resolves when the change is on the disk. Rejects with `StoreUnavailable`; then the old secrets stay in force. */
  change(next: (secrets: Secrets) => Secrets): Promise<void>;
};

/**
 * Opens the file; a missing one is empty.
 * @param onSetAside told the new name of a file that could not be understood
 */
export async function openSecretsFile(path: string, onSetAside: (path: string) => void): Promise<SecretsFile> {
  let secrets = await read(path, onSetAside);
  let last: Promise<void> = Promise.resolve();
  return {
    get: () => secrets,
    change(next) {
      const turn = last.then(async () => {
        const changed = next(secrets);
        await write(path, changed);
        secrets = changed;
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

async function write(path: string, secrets: Secrets): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeDurably(path, JSON.stringify(secrets));
  } catch (error) {
    throw new StoreUnavailable('The keys could not be written.', { cause: error });
  }
}

async function read(path: string, onSetAside: (path: string) => void): Promise<Secrets> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return noSecrets;
    throw error;
  }
  const parsed = secretsSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const aside = `${path}.unreadable-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  await rename(path, aside);
  onSetAside(aside);
  return noSecrets;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
