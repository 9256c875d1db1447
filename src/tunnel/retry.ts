/**
 * When to try again after a tunnel failed, and when trying again cannot help.
 * @module
 */
import type { TunnelFailureCode } from '../contract/tunnel-failures.ts';

/** Only the user can mend these: trying again would be refused again, or would lock the account. */
const hopeless: ReadonlySet<TunnelFailureCode> = new Set([
  'key-refused',
  'key-unreadable',
  'key-not-a-key',
  'passphrase-missing',
  'passphrase-wrong',
  'host-key-changed',
  'token-missing',
  'token-wrong',
  'account-blocked',
  'domain-not-yours',
  'module-missing',
  'program-not-found',
  'program-broken',
]);

/** These end by themselves, but not within seconds. */
const lasting: ReadonlySet<TunnelFailureCode> = new Set(['quota-reached']);

const firstWaitMs = 500;
const longestWaitMs = 30_000;
const lastingWaitMs = 5 * 60_000;

/** How long a tunnel has to be up until its next failure counts as the first one again. */
export const settledAfterMs = 10_000;

/** Whether trying again can end the failure. */
export function isHopeless(code: TunnelFailureCode): boolean {
  return hopeless.has(code);
}

/** How long to wait after the n-th failure in a row, in milliseconds, before jitter: 0.5 s doubling to 30 s. */
export function waitMs(code: TunnelFailureCode, failures: number): number {
  if (lasting.has(code)) return lastingWaitMs;
  return Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures - 1, 10));
}

/** 50–100 % of a wait by chance, so that many clients of one server do not all come back at once. */
export function jittered(milliseconds: number, fraction: number): number {
  return Math.round(milliseconds * (0.5 + fraction / 2));
}
