/**
 * What the system's network errors mean to the user.
 * @module
 */
import type { TunnelFailureCode } from '../contract/tunnel-failures.ts';

const bySystemCode: Readonly<Record<string, TunnelFailureCode>> = {
  ENOTFOUND: 'no-dns',
  EAI_AGAIN: 'no-dns',
  EAI_NODATA: 'no-dns',
  EAI_NONAME: 'no-dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ETIMEDOUT: 'silent-server',
  ECONNRESET: 'connection-lost',
  EPIPE: 'connection-lost',
};

/** `undefined`: it is none of the network's. */
export function networkFailure(error: Error & { readonly code?: unknown }): TunnelFailureCode | undefined {
  return typeof error.code === 'string' ? bySystemCode[error.code] : undefined;
}
