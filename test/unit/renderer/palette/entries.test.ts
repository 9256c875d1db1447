import '../../../support/english.ts';
import { describe, expect, test } from 'vitest';
import { initialState, type WindowState } from '../../../../renderer/state/model.ts';
import { aConversation, aLine } from '../builders.ts';

const { entriesFor } = await import('../../../../renderer/palette/entries.ts');
const { paletteActions } = await import('../../../../renderer/palette/actions.ts');

const state: WindowState = {
  ...initialState,
  lines: [aLine('l_work', { label: 'Work' }), aLine('l_home', { label: 'Home' })],
  conversations: new Map(
    [
      aConversation('c1', 5, { lineId: 'l_work', peer: '+12025550143' }),
      aConversation('c2', 9, { lineId: 'l_home', peer: 'GOOGLE' }),
      aConversation('c3', 2, { lineId: 'l_home', peer: '72345', archived: true }),
    ].map((conversation) => [conversation.id, conversation]),
  ),
};
const labels = (query: string, found: Parameters<typeof entriesFor>[1] = []): string[] =>
  entriesFor(state, found, query).map(({ label }) => label);

describe('while nothing is typed', () => {
  test('the latest conversations come first, without what was put away and the one that is open', () => {
    const open: WindowState = { ...state, page: { name: 'inbox', lane: { kind: 'inbox' }, opened: { kind: 'conversation', id: 'c1' } } };
    expect(labels('').slice(0, 2)).toEqual(['GOOGLE', '(202) 555-0143']);
    expect(entriesFor(open, [], '')[0]?.id).toBe('conversation-c2');
    expect(entriesFor(open, [], '').map(({ id }) => id)).not.toContain('conversation-c1');
    expect(labels('')).not.toContain('72345');
  });

  test('everything that can be done follows, and every line', () => {
    expect(labels('')).toEqual(expect.arrayContaining(['Inbox', 'Settings', 'Work', 'Home', 'Settings of Work']));
  });
});

describe('typing', () => {
  test.each([
    ['goog', 'GOOGLE'],
    ['202 555', '(202) 555-0143'],
    ['(202) 555-01', '(202) 555-0143'],
    ['02025550143', '(202) 555-0143'],
    ['723', '72345'],
    ['work', 'Work'],
    ['webhooks', 'Deliveries'],
    ['dark', 'Theme: Dark'],
  ])('%j leads to %j first', (query, label) => {
    expect(labels(query)[0]).toBe(label);
  });

  test('finds what only the core knew of, once', () => {
    const other = aConversation('c9', 1, { lineId: 'l_home', peer: 'POSTBANK' });
    expect(labels('postb', [other, other])).toEqual(['POSTBANK']);
  });

  test('what fits nothing leads nowhere', () => {
    expect(labels('qqqq')).toEqual([]);
  });
});

test('what cannot be done now is not offered', () => {
  expect(labels('archive this')).toEqual([]);
  const open: WindowState = { ...state, page: { name: 'inbox', lane: { kind: 'inbox' }, opened: { kind: 'conversation', id: 'c1' } } };
  expect(entriesFor(open, [], 'archive this').map(({ label }) => label)).toEqual(['Archive this conversation']);
});

test('every action has its own name', () => {
  const ids = paletteActions.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(paletteActions.filter(({ label }) => label.trim() === '')).toEqual([]);
});
