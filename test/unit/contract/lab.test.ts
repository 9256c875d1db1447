import { expect, test } from 'vitest';
import { labRequestSchema } from '../../../src/contract/lab.ts';
import { defaultListenerLimits } from '../../../src/webhook/limits.ts';

const fits = (headers: [string, string][]): boolean =>
  labRequestSchema.safeParse({ headers, body: { kind: 'text', text: '' }, sign: 'as-is' }).success;

test('every header that the receiver takes can be sent again', () => {
  const longest = defaultListenerLimits.headerBytes;
  expect(fits([['X-Long', 'v'.repeat(longest)]])).toBe(true);
  expect(fits([['X'.repeat(longest), '']])).toBe(true);
  expect(fits(Array.from({ length: 2_000 }, (_, index) => [`X-${index}`, 'v']))).toBe(true);
  expect(fits([['X-Long', 'v'.repeat(longest + 1)]])).toBe(false);
});
