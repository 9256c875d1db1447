import { expect, test } from 'vitest';
import { createFollower } from '../../../electron/follow.ts';
import type { ShellState } from '../../../electron/shell-state.ts';
import type { Patch, Snapshot } from '../../../src/contract/state.ts';
import { ok } from '../../../src/domain/result.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { silentLogger } from '../../support/silent-logger.ts';
import { aSnapshot } from './builders.ts';

/** A core with a number of unread texts that goes up, and a shell that follows it. */
function following() {
  const clock = manualClock();
  const shown: ShellState[] = [];
  let core: Snapshot = aSnapshot();
  let asked = 0;
  let hold: Promise<void> = Promise.resolve();
  const follower = createFollower({
    handlers: {
      async 'state.snapshot'() {
        asked += 1;
        const now = core;
        await hold;
        return ok(now);
      },
    },
    show: (state) => shown.push(state),
    clock,
    logger: silentLogger,
  });
  const arrive = (): Patch => {
    core = { ...core, revision: core.revision + 1, totals: { ...core.totals, unread: core.totals.unread + 1 } };
    return { kind: 'patch', revision: core.revision, changes: [{ kind: 'totals', totals: core.totals }] };
  };
  return {
    clock,
    follower,
    arrive,
    asked: () => asked,
    unread: () => shown.map((state) => state.unread),
    holdSnapshots() {
      const held = Promise.withResolvers<void>();
      hold = held.promise;
      return held.resolve;
    },
  };
}

test('the first change is shown at once, a burst after it a few times a second, its end always', async () => {
  const { follower, arrive, clock, unread } = following();
  await follower.refresh();
  expect(unread()).toEqual([0]);
  for (let text = 0; text < 100; text += 1) follower.patch(arrive());
  expect(unread()).toEqual([0]);
  clock.advance(200);
  expect(unread()).toEqual([0, 100]);
  clock.advance(10_000);
  expect(unread()).toEqual([0, 100]);
  expect(clock.waiting()).toBe(0);
});

test('a patch that got lost is made up for with a new snapshot', async () => {
  const { follower, arrive, clock, unread, asked } = following();
  await follower.refresh();
  arrive();
  follower.patch(arrive());
  await Promise.resolve();
  await Promise.resolve();
  clock.advance(200);
  expect(asked()).toBe(2);
  expect(unread().at(-1)).toBe(2);
});

test('what happens while the snapshot is on its way is not lost', async () => {
  const { follower, arrive, clock, unread, holdSnapshots } = following();
  const answer = holdSnapshots();
  const refreshed = follower.refresh();
  follower.patch(arrive());
  follower.patch(arrive());
  answer();
  await refreshed;
  clock.advance(200);
  expect(unread().at(-1)).toBe(2);
});
