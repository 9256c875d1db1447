import { expect, test } from 'vitest';
import type { LaneCounts } from '../../../src/contract/state.ts';
import { createLanes } from '../../../src/core/lanes.ts';
import { type Conversation, noFlags } from '../../../src/domain/conversation.ts';
import { settingsSchema } from '../../../src/domain/settings.ts';
import { type ManualClock, manualClock } from '../../support/manual-clock.ts';

const hour = 3_600_000;

function from(peer: string, at: number, changes: Partial<Conversation> = {}, code?: string): Conversation {
  const lastMessage = {
    id: 'm',
    direction: 'inbound',
    body: '',
    mediaCount: 0,
    at: new Date(at).toISOString(),
    status: 'received',
  } as const;
  return {
    ...noFlags,
    id: `c_${peer}`,
    lineId: 'l',
    peer,
    count: 1,
    unread: 1,
    lastSequence: 1,
    lastMessage: { ...lastMessage, ...(code !== undefined && { code }) },
    ...changes,
  };
}

function setUp(conversations: Conversation[], takes = 0) {
  const manual = manualClock();
  let spent = 0;
  const clock: ManualClock = { ...manual, monotonic: () => manual.monotonic() + spent };
  const announced: LaneCounts[] = [];
  let counted = 0;
  let isHeard = true;
  const lanes = createLanes({
    messages: {
      allConversations() {
        counted += 1;
        spent += takes;
        return conversations;
      },
    },
    lines: { all: () => [] },
    settings: () => settingsSchema.parse({}),
    isContact: () => false,
    announcer: {
      isHeard: () => isHeard,
      change: (...changes) => {
        for (const change of changes) if (change.kind === 'lane-counts') announced.push(change.laneCounts);
      },
    },
    clock,
  });
  return { lanes, clock, announced, conversations, counted: () => counted, hush: () => (isHeard = false) };
}

test('counts are announced once for many changes, and not at all when they are the same', () => {
  const { lanes, clock, announced, conversations } = setUp([]);
  conversations.push(from('+12025550101', clock.now()));
  for (let change = 0; change < 50; change += 1) lanes.changed();
  clock.advance(1_000);
  expect(announced).toMatchObject([{ unknown: 1, unread: { inbox: 1, lines: { l: 1 } } }]);
  lanes.changed();
  clock.advance(1_000);
  expect(announced.length).toBe(1);
});

test('counting takes at most a hundredth of the time, however much changes', () => {
  const { lanes, clock, counted } = setUp([], 10);
  for (let passed = 0; passed < 20_000; passed += 10) {
    lanes.changed();
    clock.advance(10);
  }
  expect(counted()).toBeGreaterThan(10);
  expect(counted() * 10).toBeLessThanOrEqual(20_000 / 100 + 10);
});

test('nothing is counted for nobody', () => {
  const { lanes, clock, counted, hush } = setUp([]);
  hush();
  lanes.changed();
  clock.advance(60_000);
  expect(counted()).toBe(0);
});

test('what time changes is announced in time: first the code goes, then somebody waits', () => {
  const { lanes, clock, announced, conversations } = setUp([]);
  const began = clock.now();
  conversations.push(from('72345', began - 2 * hour, {}, '123456'), from('+12025550101', began));
  lanes.changed();
  clock.advance(1_000);
  expect(announced.at(-1)).toMatchObject({ codes: 1, waiting: 0 });
  clock.advance(22 * hour - 1_001);
  expect(announced.at(-1)).toMatchObject({ codes: 1 });
  clock.advance(1_001);
  expect(announced.at(-1)).toMatchObject({ codes: 0, waiting: 0 });
  clock.advance(2 * hour);
  expect(announced.at(-1)).toMatchObject({ codes: 0, waiting: 1 });
  expect(announced.length).toBe(3);
});

test('after the end nothing waits any more', () => {
  const { lanes, clock, conversations } = setUp([]);
  conversations.push(from('+12025550101', clock.now()));
  lanes.counts();
  lanes.changed();
  lanes.close();
  expect(clock.waiting()).toBe(0);
});
