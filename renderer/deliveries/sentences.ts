import type { DeliverySummary } from '../../src/domain/delivery.ts';
import { texts } from '../texts.ts';
import { words } from './words.ts';

/** Why it got the verdict it got. */
export function sentenceOf({ verdict, reason }: Pick<DeliverySummary, 'verdict' | 'reason'>): string {
  if (reason) return texts.reasons[reason];
  return verdict === 'duplicate' ? words.duplicate : words.accepted;
}
