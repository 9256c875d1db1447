import { describe, expect, test } from 'vitest';
import { glyphOf } from '../../../../renderer/contacts/PeerAvatar.tsx';
import { previewOf } from '../../../../renderer/conversations/preview.ts';
import type { LastMessage } from '../../../../src/domain/conversation.ts';
import { aConversation } from '../builders.ts';

const last = (changes: Partial<LastMessage>): { lastMessage: LastMessage } => ({
  lastMessage: {
    id: 'm',
    direction: 'inbound',
    body: 'Hello',
    mediaCount: 0,
    at: '2026-03-01T12:00:00.000Z',
    status: 'received',
    ...changes,
  },
});

describe('the preview of a conversation', () => {
  test('is its last message, with who wrote it', () => {
    expect(previewOf(aConversation('c', 1, last({})), undefined)).toEqual({ lead: null, text: 'Hello' });
    expect(previewOf(aConversation('c', 1, last({ direction: 'outbound', status: 'sent' })), undefined)).toEqual({
      lead: 'You',
      text: 'Hello',
    });
  });

  test('is the draft when there is one, the one being typed before the stored one', () => {
    const conversation = aConversation('c', 1, { ...last({}), draft: 'stored' });
    expect(previewOf(conversation, undefined)).toEqual({ lead: 'Draft', text: 'stored' });
    expect(previewOf(conversation, 'typed')).toEqual({ lead: 'Draft', text: 'typed' });
    expect(previewOf(conversation, '')).toEqual({ lead: null, text: 'Hello' });
  });

  test('says how many attachments there are when there are no words', () => {
    expect(previewOf(aConversation('c', 1, last({ body: '', mediaCount: 2 })), undefined).text).toBe('2 attachments');
    expect(previewOf(aConversation('c', 1, last({ body: ' ', mediaCount: 1 })), undefined).text).toBe('1 attachment');
  });

  test('is one line', () => {
    expect(previewOf(aConversation('c', 1, last({ body: 'one\n\ntwo' })), undefined).text).toBe('one two');
  });
});

test('an avatar shows the last digits of a number, a sign for a short code, initials of a name', () => {
  expect([
    glyphOf('+12025550143', undefined),
    glyphOf('72345', undefined),
    glyphOf('GOOGLE', undefined),
    glyphOf('– –', undefined),
  ]).toEqual(['43', '#', 'G', '?']);
  expect([glyphOf('+12025550143', 'Example One'), glyphOf('72345', 'Bank'), glyphOf('+12025550143', '–')]).toEqual(['EO', 'B', '43']);
});
