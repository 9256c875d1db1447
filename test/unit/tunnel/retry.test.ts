import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ngrokTimings } from '../../../src/tunnel/ngrok/carrier.ts';
import { jittered, waitMs } from '../../../src/tunnel/retry.ts';
import { sshTimings } from '../../../src/tunnel/ssh/timings.ts';

test('waits grow from half a second to half a minute, and jitter takes half of them at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (failures, fraction) => {
      const full = waitMs('refused', failures);
      expect(full).toBe(Math.min(30_000, 500 * 2 ** Math.min(failures - 1, 10)));
      expect(jittered(full, fraction)).toBeGreaterThanOrEqual(full / 2);
      expect(jittered(full, fraction)).toBeLessThanOrEqual(full);
    }),
  );
});

test('a quota that is used up is asked about every few minutes only', () => {
  expect(waitMs('quota-reached', 1)).toBe(5 * 60_000);
});

test('a frozen SSH server is noticed within 30 s, a silent one within 15 s, a dead ngrok session within 25 s', () => {
  expect(sshTimings.keepaliveMs * (sshTimings.keepaliveCount + 1)).toBe(30_000);
  expect(sshTimings.readyMs).toBe(15_000);
  expect(ngrokTimings.heartbeatSeconds + ngrokTimings.toleranceSeconds).toBe(25);
});
