import { describe, expect, test } from 'vitest';
import { provider } from '../../../support/providers.ts';
import { receiveSmsInk as signed } from '../../../support/sign.ts';
import { vectorsOf } from '../../../support/vectors.ts';
import { webhookRequest } from '../../../support/webhook-request.ts';

const receiveSmsInk = provider('receivesms-ink');
const verify = (body: string | Uint8Array, headers: Record<string, string>, webhookSecret = 'secret') =>
  receiveSmsInk.verify(webhookRequest(body, headers), { credentials: { webhookSecret }, urls: [] });
const parse = (value: unknown) => receiveSmsInk.parse(webhookRequest(JSON.stringify(value)));

const data = { messageId: 42, from: '+14155551234', to: '+12025550100', body: 'Hello', receivedAt: '2026-03-01T15:30:00.000Z' };
const event = { event: 'sms.received', version: '1', data };

describe('the signature', () => {
  test.each(vectorsOf('receivesms').map((vector) => [vector.name, vector] as const))('of the vector "%s" is accepted', (_, vector) => {
    expect(verify(vector.rawBody ?? '', vector.headers, vector.secret)).toEqual({ ok: true });
  });

  test('has the form GitHub documents for the same scheme', () => {
    const [vector] = vectorsOf('github');
    const signature = vector?.headers['X-Hub-Signature-256'] ?? '';
    expect(verify(vector?.rawBody ?? '', { 'X-Webhook-Signature': signature }, vector?.secret)).toEqual({ ok: true });
  });

  test('is told apart: missing, malformed, wrong, nothing to check it with', () => {
    const { headers, body } = signed('secret', { id: 1, from: '+14155551234', text: 'Hello' });
    const signature = headers['x-webhook-signature'] ?? '';
    expect(verify(body, headers)).toEqual({ ok: true });
    expect(verify(body, {})).toEqual({ ok: false, reason: 'signature-missing' });
    for (const malformed of [
      signature.slice(7),
      signature.toUpperCase(),
      signature.replace('sha256', 'sha1'),
      `${signature}0`,
      'sha256=',
    ]) {
      expect(verify(body, { 'x-webhook-signature': malformed })).toEqual({ ok: false, reason: 'signature-malformed' });
    }
    expect(verify(`${body} `, headers)).toEqual({ ok: false, reason: 'signature-wrong' });
    expect(verify(body, headers, 'other')).toEqual({ ok: false, reason: 'signature-wrong' });
    expect(verify(body, headers, '')).toEqual({ ok: false, reason: 'secret-missing' });
  });
});

describe('an inbound text', () => {
  test('is read with its id as the key', () => {
    expect(parse(event)).toEqual({
      kind: 'text',
      text: { key: 'id:42', providerId: '42', from: '+14155551234', body: 'Hello', mediaUrls: [], providerAt: '2026-03-01T15:30:00.000Z' },
    });
  });

  test('may come from a short code or a name, be empty, and have no readable time', () => {
    expect(parse({ ...event, data: { ...data, from: '72345', body: '', receivedAt: 'yesterday' } })).toEqual({
      kind: 'text',
      text: { key: 'id:42', providerId: '42', from: '72345', body: '', mediaUrls: [] },
    });
    expect(parse({ ...event, data: { ...data, from: ' GOOGLE ' } })).toMatchObject({ text: { from: 'GOOGLE' } });
  });

  test('keeps its own key where JavaScript cannot tell ids apart', () => {
    const withId = (id: string) => JSON.stringify(event).replace('42', id);
    const keys = ['9007199254740992', '9007199254740993'].map((id) => {
      const parsed = receiveSmsInk.parse(webhookRequest(withId(id)));
      return parsed.kind === 'text' ? parsed.text.key : parsed;
    });
    expect(new Set(keys).size).toBe(2);
  });

  test('cannot hold half a character', () => {
    expect(parse({ ...event, data: { ...data, body: 'a\ud800b' } })).toMatchObject({ text: { body: 'a\ufffdb' } });
  });

  test.each([
    ['body-unreadable', 'no JSON'],
    ['body-unreadable', '[]'],
    ['body-unreadable', 'null'],
    ['body-unreadable', ''],
    ['fields-missing', '{}'],
    ['fields-missing', '{"event":7}'],
    ['event-unknown', '{"event":"sms.deleted"}'],
    ['event-unknown', '{"event":"__proto__"}'],
    ['fields-missing', '{"event":"sms.received"}'],
    ['fields-missing', JSON.stringify({ ...event, data: { ...data, messageId: undefined } })],
    ['fields-missing', JSON.stringify({ ...event, data: { ...data, body: 7 } })],
    ['fields-missing', JSON.stringify({ ...event, data: { ...data, from: ' ' } })],
    ['body-unreadable', Buffer.from([0x7b, 0xff, 0x7d])],
  ])('that is none is kept as %s: %s', (reason, body) => {
    expect(receiveSmsInk.parse(webhookRequest(body))).toEqual({ kind: 'not-understood', reason });
  });
});

test('the answer is always empty, and nothing can be sent', () => {
  expect(receiveSmsInk.answer({ body: 'reply' })).toEqual({ status: 204 });
  expect(receiveSmsInk.send).toBeUndefined();
  expect(receiveSmsInk.info.canSend).toBe(false);
});
