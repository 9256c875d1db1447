import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Conversation, noFlags } from '../../../src/domain/conversation.ts';
import {
  compareInLane,
  hasFreshCode,
  isInLane,
  isUnknownSender,
  isWaiting,
  type Lane,
  type LaneContext,
  nextLaneChange,
} from '../../../src/domain/lane.ts';

const hour = 3_600_000;
const now = Date.parse('2026-03-01T12:00:00.000Z');

const usual: LaneContext = {
  now,
  isContact: (address) => address === '+12025550199',
  isPractice: (lineId) => lineId === 'l_practice',
  waitingHours: () => 24,
  keepCodesHours: 24,
  unknownApart: false,
};

type Told = { readonly from?: 'them' | 'us'; readonly hoursAgo?: number; readonly code?: string } & Partial<Conversation>;

function told({ from = 'them', hoursAgo = 0, code, ...changes }: Told = {}): Conversation {
  return {
    ...noFlags,
    id: 'c_a',
    lineId: 'l_a',
    peer: '+12025550101',
    count: 1,
    unread: 0,
    lastSequence: 1,
    lastMessage: {
      id: 'm',
      direction: from === 'them' ? 'inbound' : 'outbound',
      body: 'Are you there?',
      mediaCount: 0,
      at: new Date(now - hoursAgo * hour).toISOString(),
      status: from === 'them' ? 'received' : 'delivered',
      ...(code !== undefined && { code }),
    },
    ...changes,
  };
}

describe('waiting on me', () => {
  const longAgo = { hoursAgo: 24 } as const;

  test('begins when the last word is theirs and the hours are over, to the millisecond', () => {
    expect(isWaiting(told(longAgo), usual)).toBe(true);
    expect(isWaiting(told(longAgo), { ...usual, now: now - 1 })).toBe(false);
  });

  test('is not begun by an import of texts that nobody answered for weeks', () => {
    const weeks = { hoursAgo: 14 * 24 } as const;
    expect(isWaiting(told({ ...weeks, lastSequence: -5 }), usual)).toBe(false);
    expect(isWaiting(told({ ...longAgo, lastSequence: -5 }), usual)).toBe(true);
    expect(isWaiting(told(weeks), usual)).toBe(true);
  });

  test('ends with an answer', () => {
    expect(isWaiting(told({ ...longAgo, from: 'us' }), usual)).toBe(false);
  });

  test('is by the line', () => {
    const context: LaneContext = { ...usual, waitingHours: (lineId) => (lineId === 'l_slow' ? 48 : 1) };
    expect(isWaiting(told({ hoursAgo: 2 }), context)).toBe(true);
    expect(isWaiting(told({ hoursAgo: 2, lineId: 'l_slow' }), context)).toBe(false);
  });

  test.each<[string, Partial<Told>]>([
    ['a one-time code', { code: '123456' }],
    ['somebody who asked not to be texted', { optOut: { keyword: 'STOP', at: '2026-01-01T00:00:00.000Z' } }],
    ['a sender that is only a name', { peer: 'PARCELS' }],
    ['a short code nobody ever wrote to', { peer: '72345' }],
    ['a muted conversation', { muted: true }],
  ])('%s waits for no answer', (_, changes) => {
    expect(isWaiting(told({ ...longAgo, ...changes }), usual)).toBe(false);
  });

  test('a short code one has written to does', () => {
    expect(isWaiting(told({ ...longAgo, peer: '72345', known: true }), usual)).toBe(true);
  });

  test('longest first, pinned or not', () => {
    const listed = [told({ id: 'c_b', lastSequence: 5, pinned: true }), told({ id: 'c_c', lastSequence: 3 }), told({ lastSequence: 9 })];
    expect(listed.sort(compareInLane({ kind: 'waiting' })).map(({ lastSequence }) => lastSequence)).toEqual([3, 5, 9]);
    expect(listed.sort(compareInLane({ kind: 'inbox' })).map(({ lastSequence }) => lastSequence)).toEqual([5, 9, 3]);
  });
});

describe('codes', () => {
  test('a code is fresh for as long as the settings say', () => {
    expect(hasFreshCode(told({ code: '123456', hoursAgo: 23 }), usual)).toBe(true);
    expect(hasFreshCode(told({ code: '123456', hoursAgo: 24 }), usual)).toBe(false);
    expect(hasFreshCode(told({ code: '123456', hoursAgo: 2 }), { ...usual, keepCodesHours: 1 })).toBe(false);
  });

  test('only theirs, and only in the last text', () => {
    expect(hasFreshCode(told({ code: '123456', from: 'us' }), usual)).toBe(false);
    expect(hasFreshCode(told(), usual)).toBe(false);
  });
});

describe('unknown senders', () => {
  test('are those one never wrote to, who are no contact', () => {
    expect(isUnknownSender(told(), usual)).toBe(true);
    expect(isUnknownSender(told({ known: true }), usual)).toBe(false);
    expect(isUnknownSender(told({ peer: '+12025550199' }), usual)).toBe(false);
    expect(isUnknownSender(told({ from: 'us' }), usual)).toBe(false);
    expect(isUnknownSender(told({ lineId: 'l_practice' }), usual)).toBe(false);
  });

  test('are in the inbox too, unless they are kept apart', () => {
    const apart: LaneContext = { ...usual, unknownApart: true };
    expect(isInLane(told(), { kind: 'inbox' }, usual)).toBe(true);
    expect(isInLane(told(), { kind: 'inbox' }, apart)).toBe(false);
    expect(isInLane(told(), { kind: 'unknown' }, apart)).toBe(true);
    expect(isInLane(told({ known: true }), { kind: 'inbox' }, apart)).toBe(true);
  });
});

const conversations: fc.Arbitrary<Conversation> = fc
  .record({
    from: fc.constantFrom('them', 'us'),
    hoursAgo: fc.integer({ min: 0, max: 60 }),
    code: fc.constantFrom(undefined, '123456'),
    peer: fc.constantFrom('+12025550101', '+12025550199', '72345', 'PARCELS'),
    muted: fc.boolean(),
    archived: fc.boolean(),
    blocked: fc.boolean(),
    known: fc.boolean(),
    tags: fc.constantFrom<string[]>([], ['clients'], ['clients', 'later']),
    optOut: fc.constantFrom(null, { keyword: 'STOP', at: '2026-01-01T00:00:00.000Z' }),
  })
  .map(({ code, ...rest }) => told({ ...rest, ...(code !== undefined && { code }) } as Told));

const contexts: fc.Arbitrary<LaneContext> = fc
  .record({ waiting: fc.integer({ min: 0, max: 48 }), keepCodesHours: fc.integer({ min: 1, max: 48 }), unknownApart: fc.boolean() })
  .map(({ waiting, ...rest }) => ({ ...usual, ...rest, waitingHours: () => waiting }));

const lanes: readonly Lane[] = [
  { kind: 'inbox' },
  { kind: 'waiting' },
  { kind: 'codes' },
  { kind: 'unknown' },
  { kind: 'archived' },
  { kind: 'blocked' },
  { kind: 'line', lineId: 'l_a' },
  { kind: 'tag', tag: 'clients' },
];

describe('whatever is known of a conversation', () => {
  const lanesOf = (conversation: Conversation, context: LaneContext): string =>
    lanes
      .filter((lane) => isInLane(conversation, lane, context))
      .map(({ kind }) => kind)
      .join(' ');

  test('a blocked one is in its own lane only', () => {
    fc.assert(
      fc.property(conversations, contexts, (conversation, context) => lanesOf({ ...conversation, blocked: true }, context) === 'blocked'),
    );
  });

  test('it is never lost: it is in the inbox, among unknown senders, archived or blocked', () => {
    fc.assert(
      fc.property(conversations, contexts, (conversation, context) =>
        /inbox|unknown|archived|blocked/.test(lanesOf(conversation, context)),
      ),
    );
  });

  test('an archived one is in no lane that asks for something', () => {
    fc.assert(
      fc.property(conversations, contexts, (conversation, context) => {
        const found = lanesOf({ ...conversation, archived: true }, context);
        return !/inbox|waiting|codes|unknown/.test(found);
      }),
    );
  });

  test('time moves it exactly when it was said to', () => {
    fc.assert(
      fc.property(conversations, contexts, fc.double({ min: 0, max: 1, noNaN: true }), (conversation, context, part) => {
        const next = nextLaneChange(conversation, context);
        const before = lanesOf(conversation, context);
        const last = next === Number.POSITIVE_INFINITY ? now + 1_000 * hour : next - 1;
        expect(next).toBeGreaterThan(now);
        expect(lanesOf(conversation, { ...context, now: Math.floor(now + part * (last - now)) })).toBe(before);
        if (next !== Number.POSITIVE_INFINITY) expect(lanesOf(conversation, { ...context, now: next })).not.toBe(before);
      }),
    );
  });
});
