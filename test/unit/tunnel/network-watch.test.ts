import { expect, test } from 'vitest';
import { watchNetwork } from '../../../src/tunnel/network-watch.ts';
import { manualClock } from '../../support/manual-clock.ts';

test('another address is told once, an unchanged one never, and nothing after the end', () => {
  const clock = manualClock();
  let address = '192.0.2.1';
  let changes = 0;
  const end = watchNetwork(
    clock,
    () => {
      changes += 1;
    },
    () => address,
  );
  clock.advance(60_000);
  expect(changes).toBe(0);
  address = '198.51.100.2';
  clock.advance(5_000);
  clock.advance(60_000);
  expect(changes).toBe(1);
  end();
  address = '192.0.2.1';
  clock.advance(60_000);
  expect(changes).toBe(1);
});

test('a look that comes far too late means that the computer slept', () => {
  let now = 0;
  let due: () => void = () => undefined;
  let changes = 0;
  const clock = {
    now: () => now,
    monotonic: () => 0,
    after: (_milliseconds: number, task: () => void) => {
      due = task;
      return () => undefined;
    },
  };
  watchNetwork(
    clock,
    () => {
      changes += 1;
    },
    () => '192.0.2.1',
  );
  now += 5_000;
  due();
  expect(changes).toBe(0);
  now += 3 * 60 * 60_000;
  due();
  expect(changes).toBe(1);
});
