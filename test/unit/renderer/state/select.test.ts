import { describe, expect, test } from 'vitest';
import { inbox, type Lane, type Page, type WindowState } from '../../../../renderer/state/model.ts';
import { conversationsIn, countIn, lineColor, lineColors, neighbour, sendingLines } from '../../../../renderer/state/select.ts';
import { noLaneCounts } from '../../../../src/contract/no-lane-counts.ts';
import type { Conversation } from '../../../../src/domain/conversation.ts';
import { aConversation, aLine } from '../builders.ts';

const mapOf = (...items: Conversation[]) => new Map(items.map((item) => [item.id, item]));
const ids = (items: readonly Conversation[]) => items.map(({ id }) => id).join(' ');

const now = Date.parse('2026-03-01T12:00:00.000Z');
const nothing = { lanes: {}, settings: null, lines: [], contactsByAddress: new Map() } as const;

describe('the conversations of a lane', () => {
  const conversations = mapOf(
    aConversation('old', 1),
    aConversation('new', 9),
    aConversation('pinned', 2, { pinned: true }),
    aConversation('archived', 8, { archived: true }),
    aConversation('blocked', 10, { blocked: true }),
    aConversation('other-line', 7, { lineId: 'other', tags: ['clients'] }),
  );
  const listed = (lane: Lane, lanes: WindowState['lanes'] = {}) => ids(conversationsIn({ ...nothing, conversations, lanes }, lane, now));

  test('pinned ones come first, then the newest', () => {
    expect(listed(inbox)).toBe('pinned new other-line old');
  });

  test('archived, blocked and tagged ones have their own lane', () => {
    expect(listed({ kind: 'archived' })).toBe('archived');
    expect(listed({ kind: 'blocked' })).toBe('blocked');
    expect(listed({ kind: 'tag', tag: 'clients' })).toBe('other-line');
  });

  test('a line shows its own, archived or not', () => {
    expect(listed({ kind: 'line', lineId: 'line' })).toBe('pinned new archived old');
  });

  test('one that is older than what was loaded waits for its page, unless it is pinned', () => {
    expect(listed(inbox, { inbox: { nextCursor: 'more', floor: 5, loading: false, failure: null } })).toBe('pinned new other-line');
  });

  test('whoever waits longest comes first, as far as pages were loaded', () => {
    const lastMessage = {
      id: 'm',
      direction: 'inbound',
      body: '?',
      mediaCount: 0,
      at: '2026-02-01T12:00:00.000Z',
      status: 'received',
    } as const;
    const waiting = mapOf(aConversation('late', 30, { lastMessage }), aConversation('early', 3, { lastMessage }), aConversation('read', 1));
    const lane: Lane = { kind: 'waiting' };
    expect(ids(conversationsIn({ ...nothing, conversations: waiting }, lane, now))).toBe('early late');
    const lanes = { waiting: { nextCursor: 'more', floor: 3, loading: false, failure: null } };
    expect(ids(conversationsIn({ ...nothing, conversations: waiting, lanes }, lane, now))).toBe('early');
  });
});

describe('going to the next conversation', () => {
  const opened = (id: string | null) => ({
    ...nothing,
    conversations: mapOf(aConversation('a', 9), aConversation('b', 8), aConversation('c', 7, { unread: 2 }), aConversation('d', 6)),
    page: { name: 'inbox', lane: inbox, opened: id === null ? { kind: 'nothing' } : { kind: 'conversation', id } } as Page,
  });

  test('moves by one, and not beyond the ends', () => {
    expect(neighbour(opened('a'), 1, false, now)?.id).toBe('b');
    expect(neighbour(opened('b'), -1, false, now)?.id).toBe('a');
    expect(neighbour(opened('d'), 1, false, now)).toBeUndefined();
    expect(neighbour(opened('a'), -1, false, now)).toBeUndefined();
  });

  test('passes over read ones when asked to', () => {
    expect(neighbour(opened('a'), 1, true, now)?.id).toBe('c');
    expect(neighbour(opened('d'), -1, true, now)?.id).toBe('c');
    expect(neighbour(opened('c'), 1, true, now)).toBeUndefined();
  });

  test('begins at the first one, or at the last one going up', () => {
    expect(neighbour(opened(null), 1, false, now)?.id).toBe('a');
    expect(neighbour(opened(null), -1, false, now)?.id).toBe('d');
  });
});

test('how many are in a lane is known where the core counts them', () => {
  const state = { laneCounts: { ...noLaneCounts, waiting: 3, tags: [{ tag: 'clients', count: 2 }] } };
  expect(countIn(state, { kind: 'waiting' })).toBe(3);
  expect(countIn(state, { kind: 'tag', tag: 'clients' })).toBe(2);
  expect(countIn(state, { kind: 'tag', tag: 'gone' })).toBe(0);
  expect(countIn(state, inbox)).toBeUndefined();
});

test('texts are sent from lines that can and are still there', () => {
  const lines = [aLine('good'), aLine('receives', { canSend: false }), aLine('removed', { removedAt: '2026-01-01T00:00:00.000Z' })];
  expect(sendingLines(lines).map(({ id }) => id)).toEqual(['good']);
});

test('a line keeps its colour when another one is removed, and an unknown one has a colour too', () => {
  const lines = [aLine('one', { removedAt: '2026-01-01T00:00:00.000Z' }), aLine('two'), aLine('chosen', { color: 6 })];
  expect(lineColor(lines, 'two')).toBe(1);
  expect(lineColor(lines, 'chosen')).toBe(6);
  expect(lineColor(lines, 'unknown')).toBeLessThan(lineColors);
});
