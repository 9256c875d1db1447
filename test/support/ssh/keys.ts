import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ssh2 from 'ssh2';

export type KeyFiles = { readonly path: string; readonly publicKey: string };

/** Writes a new private key in OpenSSH's format; its public half is returned as one line of `authorized_keys`. */
export async function writeKey(folder: string, name: string, options: { passphrase?: string; type?: KeyType } = {}): Promise<KeyFiles> {
  const { passphrase, type = 'ed25519' } = options;
  const made = newKeyPair({ type, comment: name, ...(passphrase !== undefined && { passphrase }) });
  const path = join(folder, name);
  await writeFile(path, made.private, { mode: 0o600 });
  await writeFile(`${path}.pub`, `${made.public}\n`);
  return { path, publicKey: made.public };
}

type KeyType = 'ed25519' | 'ecdsa';
type Pair = { readonly private: string; readonly public: string };

/**
 * ssh2 drops a leading zero byte of an ed25519 key, which makes one pair in some hundred unusable: such a pair is made
 * again, so that no test fails by chance.
 */
export function newKeyPair(options: { type?: KeyType; comment?: string; passphrase?: string } = {}): Pair {
  const { type = 'ed25519', comment = '', passphrase } = options;
  for (;;) {
    const pair = makePair(type, comment, passphrase);
    if (isSound(pair, type, passphrase)) return pair;
  }
}

function makePair(type: KeyType, comment: string, passphrase: string | undefined): Pair {
  const locked = passphrase === undefined ? {} : { passphrase, cipher: 'aes256-ctr', rounds: 16 };
  return type === 'ed25519'
    ? ssh2.utils.generateKeyPairSync('ed25519', { comment, ...locked })
    : ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256, comment, ...locked });
}

/** An ed25519 public key is 32 bytes behind its name, each with its length in front: 51 bytes. */
function isSound(pair: Pair, type: KeyType, passphrase: string | undefined): boolean {
  const blob = Buffer.from(pair.public.split(' ')[1] ?? '', 'base64');
  if (type === 'ed25519' && blob.length !== 51) return false;
  const parsed = ssh2.utils.parseKey(pair.private, passphrase);
  const key = Array.isArray(parsed) ? parsed[0] : parsed;
  if (key === undefined || key instanceof Error || !key.getPublicSSH().equals(blob)) return false;
  const signature = key.sign('proof');
  return !(signature instanceof Error) && key.verify('proof', signature) === true;
}
