import type { DeliverySummary } from '../../src/domain/delivery.ts';
import { formatBytes } from '../format/size.ts';
import { texts } from '../texts.ts';
import { words } from './words.ts';

/** How large its body was, where it was read to its end. */
export function sizeOf({ bytes, reason }: Pick<DeliverySummary, 'bytes' | 'reason'>): string {
  return reason === 'body-too-large' || reason === 'body-incomplete' ? words.notRead : formatBytes(bytes);
}

/** Why it got the verdict it got. */
export function sentenceOf({ verdict, reason }: Pick<DeliverySummary, 'verdict' | 'reason'>): string {
  if (reason) return texts.reasons[reason];
  return verdict === 'duplicate' ? words.duplicate : words.accepted;
}
