import { expect, test } from 'vitest';
import { registrationMark } from '../../../../renderer/lines/registration-words.ts';
import type { RegistrationView } from '../../../../src/contract/reachability.ts';
import { aLine } from '../builders.ts';

const registration = (state: RegistrationView['state']): RegistrationView => ({
  lineId: 'one',
  state,
  can: 'not',
  canCheck: false,
  url: null,
  previousUrl: null,
  checkedAt: null,
  message: '',
});

test('a line is marked when something says that its texts go astray, and only then', () => {
  const marked = (['here', 'by-hand', 'unknown', 'old-address', 'elsewhere', 'failed'] as const).filter(
    (state) => registrationMark(aLine('one', { registration: registration(state) })) !== undefined,
  );
  expect(marked).toEqual(['old-address', 'elsewhere', 'failed']);
  expect(registrationMark(aLine('one'))).toBeUndefined();
  expect(
    registrationMark(aLine('one', { registration: registration('elsewhere'), removedAt: '2026-03-01T12:00:00.000Z' })),
  ).toBeUndefined();
});
