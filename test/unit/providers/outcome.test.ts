import { describe, expect, test } from 'vitest';
import { undocumentedAnswer, waitMs } from '../../../src/providers/outcome.ts';

const answer = (status: number, headers: Record<string, string> = {}) => ({ kind: 'answer', status, headers, body: '' }) as const;
const now = Date.parse('2026-03-06T10:00:00.500Z');

describe('how long to wait', () => {
  test('is what the body says, then Retry-After, then the end of the window', () => {
    const reset = { 'x-ratelimit-reset': String(Date.parse('2026-03-06T10:00:02.000Z') / 1_000) };
    expect(waitMs(answer(429, { ...reset, 'retry-after': '7' }), 2, now)).toBe(2_000);
    expect(waitMs(answer(429, { ...reset, 'retry-after': '7' }), undefined, now)).toBe(7_000);
    expect(waitMs(answer(429, reset), undefined, now)).toBe(1_500);
    expect(waitMs(answer(429), undefined, now)).toBeUndefined();
  });

  test('is never negative, never more than an hour, and nothing where nonsense is said', () => {
    expect(waitMs(answer(429, { 'x-ratelimit-reset': '1' }), undefined, now)).toBe(0);
    expect(waitMs(answer(429), 1e12, now)).toBe(3_600_000);
    expect(waitMs(answer(429), '1.5', now)).toBe(1_500);
    for (const nonsense of [-1, Number.NaN, 'soon', {}, null, '0x10', '']) expect(waitMs(answer(429), nonsense, now)).toBeUndefined();
  });
});

test.each([
  [429, 'retry'],
  [408, 'ambiguous'],
  [500, 'ambiguous'],
  [502, 'ambiguous'],
  [503, 'ambiguous'],
  [504, 'ambiguous'],
  [302, 'refused'],
  [400, 'refused'],
  [404, 'refused'],
])('an answer %i without a documented body ends as %s', (status, kind) => {
  expect(undocumentedAnswer(answer(status))).toMatchObject({ kind, failure: { code: `http-${status}`, resolution: expect.any(String) } });
});
