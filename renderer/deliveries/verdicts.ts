/**
 * The verdicts in one order everywhere, and the sign of each.
 * @module
 */
import type { Verdict } from '../../src/domain/delivery.ts';
import type { IconName } from '../ui/icons.tsx';

export const verdicts: readonly Verdict[] = ['accepted', 'duplicate', 'not-understood', 'rejected'];

export const verdictIcons: Readonly<Record<Verdict, IconName>> = {
  accepted: 'check',
  duplicate: 'copy',
  rejected: 'stop',
  'not-understood': 'question',
};
