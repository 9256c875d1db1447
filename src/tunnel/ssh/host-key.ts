/**
 * Who the server is: its host key, remembered at the first connection and compared at every later one. ssh2 checks none
 * by itself.
 * @module
 */
import { createHash } from 'node:crypto';
import type { ServerHostKeyAlgorithm } from 'ssh2';
import { type HostKey, type TunnelFailure, tunnelFailure } from '../../contract/tunnel-failures.ts';

/** The host keys seen so far. */
export type HostKeyBook = {
  known(host: string): HostKey | undefined;
  /** Resolves when it is kept durably. Rejects when it cannot be. */
  remember(key: HostKey): Promise<void>;
};

/** `host` is `name:port`; `blob` is the key as sent in the handshake (RFC 4253, 6.6). */
export function hostKeyOf(host: string, blob: Buffer): HostKey {
  const length = blob.length >= 4 ? blob.readUInt32BE(0) : 0;
  const type = blob.toString('latin1', 4, 4 + Math.min(length, 64));
  return { host, type, fingerprint: `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}` };
}

const algorithms = {
  'ssh-ed25519': ['ssh-ed25519'],
  'ecdsa-sha2-nistp256': ['ecdsa-sha2-nistp256'],
  'ecdsa-sha2-nistp384': ['ecdsa-sha2-nistp384'],
  'ecdsa-sha2-nistp521': ['ecdsa-sha2-nistp521'],
  'ssh-rsa': ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'],
} as const satisfies Record<string, readonly ServerHostKeyAlgorithm[]>;

/**
 * The algorithms to ask for, those of the known key first: a server with keys of several types must show the one that
 * is known, or it would look like another server. `undefined`: the usual order.
 */
export function algorithmsFor(known: HostKey | undefined): ServerHostKeyAlgorithm[] | undefined {
  if (known === undefined || !Object.hasOwn(algorithms, known.type)) return undefined;
  const first = algorithms[known.type as keyof typeof algorithms];
  return [...new Set([...first, ...Object.values(algorithms).flat()])];
}

/** Compares a shown key with the known one, or remembers it when none is known. `undefined`: it is who it should be. */
export async function checkHostKey(book: HostKeyBook, shown: HostKey): Promise<TunnelFailure | undefined> {
  const known = book.known(shown.host);
  if (known !== undefined) {
    return known.fingerprint === shown.fingerprint ? undefined : tunnelFailure('host-key-changed', { hostKeys: { known, shown } });
  }
  try {
    await book.remember(shown);
    return undefined;
  } catch {
    return tunnelFailure('store-unavailable');
  }
}
