import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ssh2 from 'ssh2';

export type KeyFiles = { readonly path: string; readonly publicKey: string };

/** Writes a new private key in OpenSSH's format; its public half is returned as one line of `authorized_keys`. */
export async function writeKey(
  folder: string,
  name: string,
  options: { passphrase?: string; type?: 'ed25519' | 'ecdsa' } = {},
): Promise<KeyFiles> {
  const { passphrase, type = 'ed25519' } = options;
  const locked = passphrase === undefined ? {} : { passphrase, cipher: 'aes256-ctr', rounds: 16 };
  const made =
    type === 'ed25519'
      ? ssh2.utils.generateKeyPairSync('ed25519', { comment: name, ...locked })
      : ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256, comment: name, ...locked });
  const path = join(folder, name);
  await writeFile(path, made.private, { mode: 0o600 });
  await writeFile(`${path}.pub`, `${made.public}\n`);
  return { path, publicKey: made.public };
}
