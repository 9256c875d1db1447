import { describe, expect, test } from 'vitest';
import { inbox, type WindowState } from '../../../../renderer/state/model.ts';
import { conversationsIn, lineColor, lineColors, neighbour, sendingLines, unreadByLine } from '../../../../renderer/state/select.ts';
import type { Conversation } from '../../../../src/domain/conversation.ts';
import { aConversation, aLine } from '../builders.ts';

const mapOf = (...items: Conversation[]) => new Map(items.map((item) => [item.id, item]));
const ids = (items: readonly Conversation[]) => items.map(({ id }) => id).join(' ');

describe('the conversations of a lane', () => {
  const conversations = mapOf(
    aConversation('old', 1),
    aConversation('new', 9),
    aConversation('pinned', 2, { pinned: true }),
    aConversation('archived', 8, { archived: true }),
    aConversation('other-line', 7, { lineId: 'other' }),
  );

  test('pinned ones come first, then the newest', () => {
    expect(ids(conversationsIn({ conversations, lanes: {} }, inbox))).toBe('pinned new other-line old');
  });

  test('archived ones have their own lane', () => {
    expect(ids(conversationsIn({ conversations, lanes: {} }, { kind: 'archived' }))).toBe('archived');
  });

  test('a line shows its own, archived or not', () => {
    expect(ids(conversationsIn({ conversations, lanes: {} }, { kind: 'line', lineId: 'line' }))).toBe('pinned new archived old');
  });

  test('one that is older than what was loaded waits for its page, unless it is pinned', () => {
    const lanes = { inbox: { nextCursor: 'more', floor: 5, loading: false, failure: null } };
    expect(ids(conversationsIn({ conversations, lanes }, inbox))).toBe('pinned new other-line');
  });
});

describe('going to the next conversation', () => {
  const opened = (id: string | null): Pick<WindowState, 'conversations' | 'lanes' | 'page'> => ({
    conversations: mapOf(aConversation('a', 9), aConversation('b', 8), aConversation('c', 7, { unread: 2 }), aConversation('d', 6)),
    lanes: {},
    page: { name: 'inbox', lane: inbox, opened: id === null ? { kind: 'nothing' } : { kind: 'conversation', id } },
  });

  test('moves by one, and not beyond the ends', () => {
    expect(neighbour(opened('a'), 1, false)?.id).toBe('b');
    expect(neighbour(opened('b'), -1, false)?.id).toBe('a');
    expect(neighbour(opened('d'), 1, false)).toBeUndefined();
    expect(neighbour(opened('a'), -1, false)).toBeUndefined();
  });

  test('passes over read ones when asked to', () => {
    expect(neighbour(opened('a'), 1, true)?.id).toBe('c');
    expect(neighbour(opened('d'), -1, true)?.id).toBe('c');
    expect(neighbour(opened('c'), 1, true)).toBeUndefined();
  });

  test('begins at the first one, or at the last one going up', () => {
    expect(neighbour(opened(null), 1, false)?.id).toBe('a');
    expect(neighbour(opened(null), -1, false)?.id).toBe('d');
  });
});

test('muted conversations count nowhere', () => {
  const counts = unreadByLine(
    mapOf(aConversation('a', 1, { unread: 2 }), aConversation('b', 2, { unread: 3, muted: true }), aConversation('c', 3, { unread: 1 })),
  );
  expect(counts.get('line')).toBe(3);
});

test('texts are sent from lines that can and are still there', () => {
  const lines = [aLine('good'), aLine('receives', { canSend: false }), aLine('removed', { removedAt: '2026-01-01T00:00:00.000Z' })];
  expect(sendingLines(lines).map(({ id }) => id)).toEqual(['good']);
});

test('a line keeps its colour when another one is removed, and an unknown one has a colour too', () => {
  const lines = [aLine('one', { removedAt: '2026-01-01T00:00:00.000Z' }), aLine('two')];
  expect(lineColor(lines, 'two')).toBe(1);
  expect(lineColor(lines, 'unknown')).toBeLessThan(lineColors);
});
