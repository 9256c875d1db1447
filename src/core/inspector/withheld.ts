/**
 * What a refused delivery carried to prove itself and must never be written down: a value that is compared as it is may
 * be the right secret of another line, or the right one with a mistake in it. The last ones are kept in memory, for the
 * signature doctor alone; they reach neither the window nor a log nor a file.
 * @module
 */

/** Headers as they arrived, in order; empty when none was kept. Only for what runs inside the core. */
export type Withheld = (deliveryId: string) => readonly Header[];

type Header = readonly [name: string, value: string];

export type WithheldHeaders = {
  /** Keeps what of a refused delivery was not written down, and forgets the oldest when there is no room. */
  keep(deliveryId: string, headers: readonly Header[], isWithheld: (header: Header) => boolean): void;
  readonly withheld: Withheld;
};

const most = 200;
const mostCharacters = 256 * 1024;
/** What is longer is no secret of any provider. */
const longest = 8 * 1024;

/** Proves nothing, and is somebody's. */
const cookie = /^cookie$/i;

export function createWithheldHeaders(): WithheldHeaders {
  /** Oldest first. */
  const kept = new Map<string, readonly Header[]>();
  let characters = 0;

  const forget = (deliveryId: string): void => {
    characters -= sizeOf(kept.get(deliveryId) ?? []);
    kept.delete(deliveryId);
  };

  return {
    keep(deliveryId, headers, isWithheld) {
      const names = new Set(headers.filter(isWithheld).map(([name]) => name.toLowerCase()));
      // All of a name, so that each finds its place when they are put back.
      const proofs = headers.filter(([name]) => names.has(name.toLowerCase()) && !cookie.test(name));
      if (proofs.length === 0 || sizeOf(proofs) > longest) return;
      forget(deliveryId);
      kept.set(deliveryId, proofs);
      characters += sizeOf(proofs);
      for (const oldest of kept.keys()) {
        if (kept.size <= most && characters <= mostCharacters) break;
        forget(oldest);
      }
    },
    withheld: (deliveryId) => kept.get(deliveryId) ?? [],
  };
}

function sizeOf(headers: readonly Header[]): number {
  return headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
}
