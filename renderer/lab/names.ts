/**
 * What drafts are called.
 * @module
 */
import type { Draft } from './draft.ts';
import { words } from './words.ts';

export function nameOf({ origin, edited }: Draft): string {
  const plain = origin.mutation ? words.mutation[origin.mutation] : origin.deliveryId === undefined ? words.sample : words.capturedName;
  return edited ? words.editedName(plain) : plain;
}
