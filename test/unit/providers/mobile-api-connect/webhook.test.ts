import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { provider } from '../../../support/providers.ts';
import { vectorsOf } from '../../../support/vectors.ts';
import { webhookRequest } from '../../../support/webhook-request.ts';

const mobileApiConnect = provider('mobile-api-connect');
const secret = 'whsec_dGVzdF9zZWNyZXRfMDEyMzQ1Njc4OQ==';
const event = {
  event: 'message.received',
  from: '919876543210',
  to: '911234500000',
  text: 'balance',
  ref: null,
  receivedAt: '2026-06-12T14:32:00.000Z',
  deviceId: 'dev_1',
  tenantId: 'ten_1',
  tenantName: 'Acme Corp',
};
const body = JSON.stringify(event);

const digest = (key: string | Buffer, text = body) => createHmac('sha256', key).update(text).digest('hex');
const verify = (signature: string | undefined, webhookSecret = secret, text = body) =>
  mobileApiConnect.verify(webhookRequest(text, signature === undefined ? {} : { 'X-MAC-Signature': signature }), {
    credentials: { webhookSecret },
    urls: [],
  });
const parse = (changes: object) => mobileApiConnect.parse(webhookRequest(JSON.stringify({ ...event, ...changes })));
const keyOf = (changes: object) => {
  const parsed = parse(changes);
  return parsed.kind === 'text' ? parsed.text.key : undefined;
};

describe('the signature', () => {
  test.each(vectorsOf('mobileapiconnect').map((vector) => [vector.name, vector] as const))(
    'of the vector "%s" is accepted',
    (_, vector) => {
      expect(verify(vector.headers['X-MAC-Signature'], vector.secret, vector.rawBody)).toEqual({ ok: true });
    },
  );

  test('may be keyed in three ways, and be written with or without its prefix', () => {
    const rest = secret.slice('whsec_'.length);
    for (const key of [secret, rest, Buffer.from(rest, 'base64')]) {
      expect(verify(`sha256=${digest(key)}`)).toEqual({ ok: true });
      expect(verify(digest(key))).toEqual({ ok: true });
    }
  });

  test('cannot be made with the short or empty key that an odd secret would decode to', () => {
    for (const odd of ['whsec_', 'whsec_!', 'whsec_a', 'whsec_abcd', 'whsec_====']) {
      for (const key of ['', odd.slice('whsec_'.length), Buffer.from(odd.slice('whsec_'.length), 'base64')]) {
        expect(verify(`sha256=${digest(key)}`, odd)).toEqual({ ok: false, reason: 'signature-wrong' });
      }
      expect(verify(`sha256=${digest(odd)}`, odd)).toEqual({ ok: true });
    }
  });

  test('is told apart: missing, malformed, wrong, nothing to check it with', () => {
    expect(verify(undefined)).toEqual({ ok: false, reason: 'signature-missing' });
    for (const malformed of ['sha256=', 'sha1=00', digest(secret).toUpperCase(), `v1,${digest(secret)}`]) {
      expect(verify(malformed)).toEqual({ ok: false, reason: 'signature-malformed' });
    }
    expect(verify(digest('other'))).toEqual({ ok: false, reason: 'signature-wrong' });
    expect(verify(digest(secret), secret, `${body}\n`)).toEqual({ ok: false, reason: 'signature-wrong' });
    expect(verify(digest(secret), '')).toEqual({ ok: false, reason: 'secret-missing' });
  });
});

describe('an inbound text', () => {
  test('gets its plus and a key of what it consists of', () => {
    expect(parse({})).toEqual({
      kind: 'text',
      text: {
        key: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
        from: '+919876543210',
        body: 'balance',
        mediaUrls: [],
        providerAt: '2026-06-12T14:32:00.000Z',
      },
    });
  });

  test('is the same text when it comes again, another one when sender, time, text or device differ', () => {
    const changes = [{}, { text: 'other' }, { from: '919876543211' }, { receivedAt: '2026-06-12T14:32:01.000Z' }, { deviceId: 'dev_2' }];
    expect(new Set(changes.map(keyOf)).size).toBe(changes.length);
    expect(keyOf({ matchedRuleId: 'rule_1', tenantName: 'Other' })).toBe(keyOf({}));
    expect(keyOf({ from: '91', text: '9876' })).not.toBe(keyOf({ from: '919', text: '876' }));
  });

  test('is known by its id where it has one', () => {
    expect(parse({ messageId: 'm1' })).toMatchObject({ text: { key: 'id:m1', providerId: 'm1' } });
    expect(parse({ id: 7 })).toMatchObject({ text: { key: 'id:7', providerId: '7' } });
  });

  test.each([
    ['56161', '56161'],
    ['VK-BANK', 'VK-BANK'],
    ['+6581230000', '+6581230000'],
  ])('may come from %s', (from, peer) => {
    expect(parse({ from })).toMatchObject({ kind: 'text', text: { from: peer } });
  });

  test('that lacks a documented field or is another event is kept, not understood', () => {
    for (const missing of ['from', 'text', 'receivedAt']) {
      expect(parse({ [missing]: undefined })).toEqual({ kind: 'not-understood', reason: 'fields-missing' });
    }
    expect(parse({ event: 'message.delivered' })).toEqual({ kind: 'not-understood', reason: 'event-unknown' });
    expect(mobileApiConnect.parse(webhookRequest('{'))).toEqual({ kind: 'not-understood', reason: 'body-unreadable' });
  });
});

test('the answer is always empty', () => {
  expect(mobileApiConnect.answer({ body: 'reply' })).toEqual({ status: 204 });
});
