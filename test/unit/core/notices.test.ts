import { expect, test } from 'vitest';
import { usualSpeech } from '../../../src/contract/texts/words.ts';
import { noticeFor } from '../../../src/core/notices.ts';
import type { Message } from '../../../src/domain/message.ts';
import { formatAddress } from '../../../src/domain/peer.ts';

const words = usualSpeech.words.notices;

function message(changes: Partial<Message> = {}): Message {
  const at = '2026-03-01T12:00:00.000Z';
  return {
    id: 'm',
    sequence: 0,
    lineId: 'l',
    conversationId: 'c',
    peer: '+14155551234',
    direction: 'inbound',
    body: 'Your code is 123456',
    at,
    status: 'received',
    ...changes,
  };
}

function notice(changes: Partial<Message> = {}, told: Partial<Parameters<typeof noticeFor>[1]> = {}) {
  const text = message(changes);
  const usual = {
    line: { label: 'Work' },
    content: 'name-and-text',
    canReply: true,
    name: formatAddress(text.peer),
    count: 1,
    words,
  } as const;
  return noticeFor(text, { ...usual, ...told });
}

test('the privacy level decides what a notice shows: a code only where the text is', () => {
  expect(notice()).toMatchObject({ title: '+1 415 555 1234', body: 'Your code is 123456', code: '123456', canReply: true });
  const nameOnly = notice({}, { content: 'name-only' });
  expect(nameOnly).toMatchObject({ title: '+1 415 555 1234', body: 'New message on Work' });
  const nothing = notice({}, { content: 'nothing' });
  expect(nothing).toMatchObject({ title: 'Texttray', body: 'New message', canReply: false });
  for (const hidden of [nameOnly, nothing]) expect(JSON.stringify(hidden)).not.toContain('123456');
  expect(JSON.stringify(nothing)).not.toContain('415');
});

test('texts that wait are counted, as far as the level lets them', () => {
  expect(notice({}, { count: 3 })).toMatchObject({ title: '+1 415 555 1234 (3)', body: 'Your code is 123456' });
  expect(notice({}, { count: 3, content: 'name-only' })).toMatchObject({ title: '+1 415 555 1234', body: '3 new messages' });
  expect(notice({}, { count: 3, content: 'nothing' })).toMatchObject({ title: 'Texttray', body: '3 new messages' });
});

test('a text without a code offers none', () => {
  expect(notice({ body: 'You owe me $1250' })).not.toHaveProperty('code');
});

test('a picture without words is announced as an attachment', () => {
  const media = [{ url: 'https://example.com/a.jpg' }];
  expect(notice({ body: '', media }).body).toBe('Attachment');
  expect(notice({ body: '', media: [...media, ...media] }).body).toBe('2 attachments');
});

test('invisible characters cannot disguise who is speaking, and letters cannot pass for a number', () => {
  expect(notice({ peer: 'BA\u200bNK\u202e' }).title).toBe('BANK');
  expect(notice({ peer: '+1 415 555 O1OO' }).title).toBe('“+1 415 555 O1OO”');
  expect(notice({ peer: '\u202e\u2066\u200b' }).title).toBe('?');
});

test('a long text is cut, between characters', () => {
  const { body } = notice({ body: 'x'.repeat(2_000) });
  expect(body).toHaveLength(240);
  expect(body.endsWith('…')).toBe(true);
  expect(notice({ body: `${'x'.repeat(238)}😀😀` }).body.isWellFormed()).toBe(true);
});
