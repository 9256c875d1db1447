/**
 * Whether a provider still tries again by itself.
 * @module
 */
import type { Lesson } from '../../src/contract/methods/learn.ts';

export type ComesAgain =
  | { readonly kind: 'coming'; readonly minutes: readonly number[] }
  /** Even the last of its tries must have been. */
  | { readonly kind: 'over' }
  /** Not documented. */
  | { readonly kind: 'unknown' };

/** Each pause begins when the try before it failed; which of the tries `receivedAt` was is not known. */
export function comesAgain(retries: Lesson['retries'] | undefined, receivedAt: string, now: Date): ComesAgain {
  const minutes = retries?.afterMinutes ?? [];
  if (minutes.length === 0) return { kind: 'unknown' };
  const longest = minutes.reduce((sum, pause) => sum + pause, 0) * 60_000;
  return now.getTime() - Date.parse(receivedAt) > longest ? { kind: 'over' } : { kind: 'coming', minutes };
}
