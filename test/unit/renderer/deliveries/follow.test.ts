import { describe, expect, test } from 'vitest';
import { type Follow, type FollowEvent, followAfter, notFollowing } from '../../../../renderer/deliveries/follow.ts';

const followed = (...events: FollowEvent[]): Follow => events.reduce(followAfter, notFollowing);

describe('follow mode', () => {
  test('stops when one navigates, says why, and counts what comes since', () => {
    expect(
      followed({ kind: 'begin' }, { kind: 'navigated', why: 'moved' }, { kind: 'arrived', count: 2 }, { kind: 'arrived', count: 1 }),
    ).toEqual({ mode: 'stopped', why: 'moved', missed: 3 });
  });

  test('keeps the first reason', () => {
    expect(followed({ kind: 'begin' }, { kind: 'navigated', why: 'opened' }, { kind: 'navigated', why: 'scrolled' })).toMatchObject({
      why: 'opened',
    });
  });

  test('goes on from where it stopped, with nothing missed', () => {
    expect(followed({ kind: 'begin' }, { kind: 'navigated', why: 'opened' }, { kind: 'arrived', count: 4 }, { kind: 'begin' })).toEqual({
      mode: 'following',
    });
  });

  test('is not stopped when it is off, and can be ended', () => {
    expect(followed({ kind: 'navigated', why: 'opened' })).toBe(notFollowing);
    expect(followed({ kind: 'begin' }, { kind: 'end' })).toBe(notFollowing);
  });

  test('nothing is missed while following', () => {
    expect(followed({ kind: 'begin' }, { kind: 'arrived', count: 5 })).toEqual({ mode: 'following' });
  });
});
