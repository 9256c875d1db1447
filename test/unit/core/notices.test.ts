import { expect, test } from 'vitest';
import { noticeFor } from '../../../src/core/notices.ts';
import type { Line } from '../../../src/domain/line.ts';
import type { Message } from '../../../src/domain/message.ts';

const line: Line = {
  id: 'l',
  provider: 'cloudvno',
  label: 'Work',
  number: '+12125559876',
  webhookPath: `/hooks/${'a'.repeat(22)}`,
  publicUrls: [],
  createdAt: '2026-03-01T12:00:00.000Z',
};

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

test('the privacy level decides what a notice shows', () => {
  expect(noticeFor(message(), line, 'name-and-text', true)).toMatchObject({
    title: '+1 415 555 1234',
    body: 'Your code is 123456',
    canReply: true,
  });
  const nameOnly = noticeFor(message(), line, 'name-only', true);
  expect(nameOnly).toMatchObject({ title: '+1 415 555 1234', body: 'New message on Work' });
  const nothing = JSON.stringify(noticeFor(message(), line, 'nothing', true));
  expect(nothing).not.toContain('123456');
  expect(nothing).not.toContain('415');
});

test('a picture without words is announced as an attachment', () => {
  const media = [{ url: 'https://example.com/a.jpg' }];
  expect(noticeFor(message({ body: '', media }), line, 'name-and-text', true).body).toBe('Attachment');
  expect(noticeFor(message({ body: '', media: [...media, ...media] }), line, 'name-and-text', true).body).toBe('2 attachments');
});

test('invisible characters cannot disguise who is speaking', () => {
  expect(noticeFor(message({ peer: 'BA\u200bNK\u202e' }), line, 'name-and-text', false).title).toBe('BANK');
});

test('a long text is cut', () => {
  const { body } = noticeFor(message({ body: 'x'.repeat(2_000) }), line, 'name-and-text', true);
  expect(body).toHaveLength(240);
  expect(body.endsWith('…')).toBe(true);
});
