/**
 * Goes through what is tried until one digest is what a header claims. Only such a match is ever called a cause.
 * @module
 */
import { createHash } from 'node:crypto';
import type { MistakeCode } from '../contract/diagnosis.ts';
import type { Claim, Claims } from './claims.ts';
import { createFastHmac, type Hmac } from './hmac.ts';
import type { Pace } from './pace.ts';
import type { Key } from './secrets.ts';
import type { Stage, Try } from './tries.ts';
import type { Algorithm, Message } from './way.ts';

export type Hit = {
  readonly key: Key;
  readonly message: Message;
  readonly claim: Claim;
  /** What is wrong with how the digest was written. */
  readonly formMistakes: readonly MistakeCode[];
  readonly algorithm: Algorithm;
};

export type Tally = {
  count(mistakes: readonly MistakeCode[], ways?: number): void;
  list(): { mistake: MistakeCode; ways: number }[];
};

export function createTally(): Tally {
  const counts = new Map<MistakeCode, number>();
  return {
    count(mistakes, ways = 1) {
      for (const mistake of mistakes) counts.set(mistake, (counts.get(mistake) ?? 0) + ways);
    },
    list: () => [...counts].map(([mistake, ways]) => ({ mistake, ways })),
  };
}

/** The first match in the provider's own header; where there is none, the first in another one. */
export async function search(stages: Iterable<Stage>, claims: Claims, tally: Tally, pace: Pace): Promise<Hit | undefined> {
  const hmac = createFastHmac();
  for (const stage of stages) {
    let elsewhere: Hit | undefined;
    for (const each of stage.tries) {
      tally.count(each.key.mistakes);
      tally.count(each.message.mistakes);
      const hit = match(each, stage.anyAlgorithm ? claims.algorithms : usual, claims, hmac);
      if (hit?.claim.isOwn === true) return hit;
      elsewhere ??= hit;
      const rest = pace.rest();
      if (rest !== undefined) await rest;
    }
    if (elsewhere !== undefined) return elsewhere;
  }
  return undefined;
}

const usual: readonly Algorithm[] = ['sha256'];

function match({ key, message }: Try, algorithms: readonly Algorithm[], claims: Claims, hmac: Hmac): Hit | undefined {
  const { algorithm: fixed } = message;
  const possible = fixed === undefined ? algorithms : claims.algorithms.filter((algorithm) => algorithm === fixed);
  for (const algorithm of possible) {
    const found = claims.matching(hmac(algorithm, key.value, message.value));
    if (found !== undefined) return { key, message, claim: found.claim, formMistakes: found.mistakes, algorithm };
  }
  return undefined;
}

/** A digest without a key, or with the key simply written before or after the text: no HMAC at all. */
export function plainDigest(keys: readonly Key[], message: Uint8Array, claims: Claims): Claim | undefined {
  for (const algorithm of claims.algorithms) {
    const parts = [
      [message],
      ...keys.flatMap(({ value }) => [
        [value, message],
        [message, value],
      ]),
    ];
    for (const part of parts) {
      const found = claims.matching(createHash(algorithm).update(Buffer.concat(part)).digest('hex'));
      if (found?.claim.isOwn === true) return found.claim;
    }
  }
  return undefined;
}
