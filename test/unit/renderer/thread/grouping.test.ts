import { describe, expect, test } from 'vitest';
import { firstUnread, needsWords, placementAt } from '../../../../renderer/thread/grouping.ts';
import { aMessage } from '../builders.ts';

/** Local times: a day is what this computer's calendar says. */
const at = (day: number, hour: number, minute = 0): string => new Date(2026, 2, day, hour, minute).toISOString();

describe('runs', () => {
  const messages = [
    aMessage(1, { at: at(1, 10, 0) }),
    aMessage(2, { at: at(1, 10, 2) }),
    aMessage(3, { at: at(1, 10, 30) }),
    aMessage(4, { at: at(1, 10, 31), direction: 'outbound', status: 'delivered' }),
    aMessage(5, { at: at(1, 10, 32), direction: 'outbound', status: 'failed' }),
    aMessage(6, { at: at(1, 10, 33), direction: 'outbound', status: 'delivered' }),
  ];
  const runs = messages.map((_, index) => {
    const { startsRun, endsRun } = placementAt(messages, index, undefined);
    return `${startsRun ? '[' : ' '}${endsRun ? ']' : ' '}`;
  });

  test('join messages of one side that are close in time', () => {
    expect(runs.slice(0, 4)).toEqual(['[ ', ' ]', '[]', '[ ']);
  });

  test('end at a message whose state must be said in words', () => {
    expect(runs.slice(3)).toEqual(['[ ', ' ]', '[]']);
  });
});

test('recovered messages are one run only when they reached the provider together', () => {
  const recovered = (sequence: number, minute: number) =>
    aMessage(sequence, { at: at(1, 12), recovered: true, providerAt: at(1, 10, minute) });
  const messages = [recovered(1, 0), recovered(2, 1), recovered(3, 30), aMessage(4, { at: at(1, 12) })];
  expect(messages.map((_, index) => placementAt(messages, index, undefined).endsRun)).toEqual([false, true, true, true]);
});

test('the day is written above its first message', () => {
  const messages = [aMessage(1, { at: at(1, 23, 59) }), aMessage(2, { at: at(2, 0, 1) }), aMessage(3, { at: at(2, 0, 2) })];
  expect(messages.map((_, index) => placementAt(messages, index, undefined).startsDay)).toEqual([true, true, false]);
});

describe('the unread divider', () => {
  const messages = [aMessage(1), aMessage(2), aMessage(3, { direction: 'outbound', status: 'sent' }), aMessage(4)];

  test('stands above the first inbound message after what was read, and nowhere else', () => {
    const unread = firstUnread(messages, 1);
    expect(unread?.id).toBe('m2');
    expect(messages.map((_, index) => placementAt(messages, index, unread?.id).startsUnread)).toEqual([false, true, false, false]);
  });

  test('is not there when everything was read, or only own messages followed', () => {
    expect(firstUnread(messages, null)).toBeUndefined();
    expect(firstUnread(messages, 4)).toBeUndefined();
    expect(firstUnread(messages.slice(0, 3), 2)).toBeUndefined();
  });

  test('cuts a run in two', () => {
    const unread = firstUnread(messages, 1);
    expect(placementAt(messages, 0, unread?.id).endsRun).toBe(true);
    expect(placementAt(messages, 1, unread?.id).startsRun).toBe(true);
  });
});

test('only outbound messages that have not simply gone out need words', () => {
  expect(needsWords(aMessage(1))).toBe(false);
  for (const status of ['sent', 'delivered'] as const) expect(needsWords(aMessage(1, { direction: 'outbound', status }))).toBe(false);
  for (const status of ['queued', 'failed', 'unconfirmed', 'cancelled', 'undelivered'] as const) {
    expect(needsWords(aMessage(1, { direction: 'outbound', status }))).toBe(true);
  }
});
