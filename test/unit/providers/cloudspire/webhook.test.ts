import { describe, expect, test } from 'vitest';
import { provider } from '../../../support/providers.ts';
import { webhookRequest } from '../../../support/webhook-request.ts';

const cloudSpire = provider('cloudspire');
const event = {
  event: 'sms.inbound',
  from: '+17705551234',
  to: '+14045559999',
  text: 'Hello, I need help with my account',
  media: ['https://api.cloudspirevoice.com/uploads/wh_67ae1b2f3c4d5.jpg'],
  timestamp: '2026-02-13T14:30:00-05:00',
};
const verify = (authorization: string | undefined, credentials: Record<string, string>) =>
  cloudSpire.verify(webhookRequest('{}', authorization === undefined ? {} : { authorization }), { credentials, urls: [] });
const parse = (changes: object) => cloudSpire.parse(webhookRequest(JSON.stringify({ ...event, ...changes })));
const keyOf = (changes: object) => {
  const parsed = parse(changes);
  return parsed.kind === 'text' ? parsed.text.key : undefined;
};

describe('the Authorization header', () => {
  test('must be exactly the one that is set', () => {
    const credentials = { authHeader: 'Bearer abc' };
    expect(verify('Bearer abc', credentials)).toEqual({ ok: true });
    expect(verify(undefined, credentials)).toEqual({ ok: false, reason: 'authorization-missing' });
    for (const wrong of ['Bearer ab', 'Bearer abcd', 'bearer abc', 'abc', 'Bearer ébc']) {
      expect(verify(wrong, credentials)).toEqual({ ok: false, reason: 'authorization-wrong' });
    }
  });

  test('does not matter when none is set: the path is the secret then, and the form says so', () => {
    expect(verify(undefined, {})).toEqual({ ok: true });
    expect(verify('whatever', { authHeader: ' ' })).toEqual({ ok: true });
    expect(cloudSpire.info.securityNote).toMatch(/URL/);
  });
});

describe('an inbound text', () => {
  test('is read as documented', () => {
    expect(parse({})).toEqual({
      kind: 'text',
      text: {
        key: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
        from: '+17705551234',
        body: 'Hello, I need help with my account',
        mediaUrls: ['https://api.cloudspirevoice.com/uploads/wh_67ae1b2f3c4d5.jpg'],
        providerAt: '2026-02-13T19:30:00.000Z',
      },
    });
  });

  test('may be empty, with or without attachments', () => {
    expect(parse({ text: '' })).toMatchObject({ kind: 'text', text: { body: '', mediaUrls: event.media } });
    expect(parse({ text: '', media: undefined })).toMatchObject({ kind: 'text', text: { body: '', mediaUrls: [] } });
  });

  test('is read whatever is in its attachments', () => {
    expect(parse({ media: null })).toMatchObject({ text: { mediaUrls: [] } });
    expect(parse({ media: 'https://m.example.test/1' })).toMatchObject({ text: { mediaUrls: ['https://m.example.test/1'] } });
    expect(parse({ media: [7, 'ftp://x', 'https://', `https://${'x'.repeat(3_000)}`, 'https://m.example.test/1'] })).toMatchObject({
      text: { mediaUrls: ['https://m.example.test/1'] },
    });
  });

  test('is known by all that is in it', () => {
    const changes = [
      {},
      { from: '72345' },
      { to: '+14045550000' },
      { text: 'x' },
      { timestamp: '2026-02-13T14:30:01-05:00' },
      { media: [] },
    ];
    expect(new Set(changes.map(keyOf)).size).toBe(changes.length);
    expect(keyOf({ more: 1 })).toBe(keyOf({}));
    expect(parse({ to: undefined })).toMatchObject({ kind: 'text' });
  });

  test('that lacks a documented field or is another event is kept, not understood', () => {
    for (const missing of ['from', 'text', 'timestamp']) {
      expect(parse({ [missing]: undefined })).toEqual({ kind: 'not-understood', reason: 'fields-missing' });
    }
    expect(parse({ event: 'sms.status' })).toEqual({ kind: 'not-understood', reason: 'event-unknown' });
    expect(cloudSpire.parse(webhookRequest('event=sms.inbound'))).toEqual({ kind: 'not-understood', reason: 'body-unreadable' });
  });
});

describe('the answer', () => {
  test('holds nothing unless a reply is meant', () => {
    expect(cloudSpire.answer()).toEqual({ status: 200 });
    expect(cloudSpire.answer({ body: '' })).toEqual({ status: 200 });
  });

  test('with a reply is the documented JSON', () => {
    expect(cloudSpire.answer({ body: 'Hi "you"' })).toEqual({
      status: 200,
      contentType: 'application/json',
      body: '{"reply":"Hi \\"you\\""}',
    });
    expect(cloudSpire.answer({ body: 'Hi', mediaUrls: ['https://m.example.test/1'] }).body).toBe(
      '{"reply":"Hi","media":["https://m.example.test/1"]}',
    );
  });
});
