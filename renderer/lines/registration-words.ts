/**
 * What a line's registration means for its user.
 * @module
 */
import type { RegistrationView } from '../../src/contract/reachability.ts';
import type { LineView } from '../../src/contract/views.ts';
import { texts } from '../texts.ts';
import type { IconName } from '../ui/icons.tsx';

type State = RegistrationView['state'];

const { marks } = texts.reception.registration;

/** Why texts to a line do not arrive although the computer may be reachable; `undefined` when nothing says so. */
export function registrationMark({ registration, removedAt }: Pick<LineView, 'registration' | 'removedAt'>): string | undefined {
  if (!registration || removedAt !== undefined) return undefined;
  const { state } = registration;
  return Object.hasOwn(marks, state) ? marks[state as keyof typeof marks] : undefined;
}

/** A shape for each state, so that colour is never the only difference. */
export const registrationIcons: Record<State, IconName> = {
  here: 'check',
  'by-hand': 'copy',
  unknown: 'question',
  'old-address': 'alert',
  elsewhere: 'slash',
  failed: 'close',
};

export const registrationTones: Record<State, 'good' | 'plain' | 'warn' | 'bad'> = {
  here: 'good',
  'by-hand': 'plain',
  unknown: 'plain',
  'old-address': 'warn',
  elsewhere: 'warn',
  failed: 'bad',
};
