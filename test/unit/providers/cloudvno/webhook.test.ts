import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeForm, urlencodeSorted } from '../../../../src/providers/cloudvno/form.ts';
import { provider } from '../../../support/providers.ts';
import { cloudVno as signed } from '../../../support/sign.ts';
import { vectorsOf } from '../../../support/vectors.ts';
import { webhookRequest } from '../../../support/webhook-request.ts';

const cloudVno = provider('cloudvno');
const url = 'https://hooks.example.test/in/abc123';
const token = 'test_auth_token';
const params = { MessageSid: 'SM1', From: '+14155551234', To: '+12125559876', Body: 'Hello there', NumMedia: '0' };

const verify = (body: string | Uint8Array, headers: Record<string, string>, urls = [url], authToken = token) =>
  cloudVno.verify(webhookRequest(body, headers), { credentials: { authToken }, urls });
const parse = (fields: Record<string, string>) => cloudVno.parse(webhookRequest(new URLSearchParams(fields).toString()));

describe('the signature', () => {
  test.each(vectorsOf('cloudvno').map((vector) => [vector.name, vector] as const))('of the vector "%s" is accepted', (_, vector) => {
    const body = new URLSearchParams(vector.params).toString();
    expect(verify(body, vector.headers, [vector.url ?? ''], vector.secret)).toEqual({ ok: true });
  });

  test('covers the decoded parameters, so their order and spelling do not matter', () => {
    const { headers } = signed(token, url, params);
    expect(verify('NumMedia=%30&Body=Hello%20there&To=%2b12125559876&MessageSid=SM1&From=%2B14155551234', headers)).toEqual({ ok: true });
  });

  test('counts a repeated key once', () => {
    const { headers, body } = signed(token, url, params);
    expect(verify(`${body}&Body=Something+else`, headers)).toEqual({ ok: true });
  });

  test('is found under its header name in any case', () => {
    const { headers, body } = signed(token, url, params);
    expect(verify(body, { 'X-CLOUDVNO-SIGNATURE': headers['x-cloudvno-signature'] ?? '' })).toEqual({ ok: true });
  });

  test('may be made for any URL the line had', () => {
    const { headers, body } = signed(token, 'https://old.example.test/hooks/x?y=1', params);
    expect(verify(body, headers, [url, 'https://old.example.test/hooks/x?y=1'])).toEqual({ ok: true });
    expect(verify(body, headers, [url])).toEqual({ ok: false, reason: 'signature-wrong' });
    expect(verify(body, headers, [])).toEqual({ ok: false, reason: 'signature-wrong' });
  });

  test('is told apart: missing, malformed, wrong, nothing to check it with', () => {
    const { headers, body } = signed(token, url, params);
    const digest = headers['x-cloudvno-signature'] ?? '';
    const under = (value: string) => verify(body, { 'x-cloudvno-signature': value });
    expect(verify(body, {})).toEqual({ ok: false, reason: 'signature-missing' });
    for (const malformed of ['', ' ']) expect(under(malformed)).toEqual({ ok: false, reason: 'signature-missing' });
    for (const malformed of [digest.toUpperCase(), `sha256=${digest}`, digest.slice(1), `${digest}0`, `${digest}, ${digest}`, 'é']) {
      expect(under(malformed)).toEqual({ ok: false, reason: 'signature-malformed' });
    }
    expect(under('0'.repeat(64))).toEqual({ ok: false, reason: 'signature-wrong' });
    expect(verify(body, headers, [url], 'another')).toEqual({ ok: false, reason: 'signature-wrong' });
    expect(verify(body, headers, [url], '  ')).toEqual({ ok: false, reason: 'secret-missing' });
  });

  test('of a body that is not UTF-8 is wrong', () => {
    const { headers } = signed(token, url, { a: '\ufffd' });
    expect(verify('a=%FF', headers)).toEqual({ ok: false, reason: 'signature-wrong' });
    expect(verify('a=%ED%A0%80', headers)).toEqual({ ok: false, reason: 'signature-wrong' });
  });

  test('fails for every change of one byte that changes what the form says', () => {
    const { headers, body } = signed(token, url, params);
    const bytes = Buffer.from(body);
    const says = (form: Uint8Array) => urlencodeSorted(decodeForm(form) ?? new Map([['not', 'a form']]));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const altered = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ change : byte));
        const sameForm = says(altered) === says(bytes);
        expect(verify(altered, headers).ok).toBe(sameForm);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an inbound text', () => {
  test('is read with its id as the key', () => {
    expect(parse(params)).toEqual({
      kind: 'text',
      text: { key: 'sid:SM1', providerId: 'SM1', from: '+14155551234', body: 'Hello there', mediaUrls: [] },
    });
  });

  test.each(['72345', 'GOOGLE', 'Müller & Co'])('may come from %s', (From) => {
    expect(parse({ ...params, From })).toMatchObject({ kind: 'text', text: { from: From } });
  });

  test('may be empty when there are attachments, or altogether', () => {
    const { Body: _, ...withoutBody } = params;
    const media = { NumMedia: '2', MediaUrl0: 'https://m.example.test/0', MediaUrl1: 'http://m.example.test/1' };
    const mediaUrls = ['https://m.example.test/0', 'http://m.example.test/1'];
    expect(parse({ ...withoutBody, ...media })).toMatchObject({ kind: 'text', text: { body: '', mediaUrls } });
    expect(parse({ ...params, ...media, Body: '' })).toMatchObject({ kind: 'text', text: { body: '', mediaUrls } });
    expect(parse({ ...params, Body: '' })).toMatchObject({ kind: 'text', text: { body: '', mediaUrls: [] } });
  });

  test.each(['', 'many', '-1', '0', '99999999999', '1e9'])('survives NumMedia=%s', (NumMedia) => {
    expect(parse({ ...params, NumMedia, MediaUrl0: 'https://m.example.test/0' })).toMatchObject({
      kind: 'text',
      text: { mediaUrls: ['https://m.example.test/0'] },
    });
  });

  test('keeps twenty attachments at most, and only http(s) ones', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`MediaUrl${index}`, `https://m.example.test/${index}`]));
    expect(parse({ ...params, ...many })).toMatchObject({ text: { mediaUrls: expect.objectContaining({ length: 20 }) } });
    expect(parse({ ...params, MediaUrl0: 'javascript:alert(1)', MediaUrl1: 'file:///etc/passwd' })).toMatchObject({
      text: { mediaUrls: [] },
    });
  });

  test.each(['MessageSid', 'From'])('without %s is kept, not understood', (name) => {
    const fields = Object.fromEntries(Object.entries(params).filter(([key]) => key !== name));
    expect(parse(fields)).toEqual({ kind: 'not-understood', reason: 'fields-missing' });
  });

  test('is told from what is no text', () => {
    expect(parse({})).toEqual({ kind: 'not-understood', reason: 'fields-missing' });
    expect(parse({ MessageSid: 'SM1' })).toEqual({ kind: 'not-understood', reason: 'fields-missing' });
    expect(parse({ CallSid: 'CA1', CallStatus: 'completed' })).toEqual({ kind: 'not-understood', reason: 'event-unknown' });
    expect(cloudVno.parse(webhookRequest('Body=%FF'))).toEqual({ kind: 'not-understood', reason: 'body-unreadable' });
  });
});

describe('a status callback', () => {
  test.each([
    ['queued', 'sent'],
    ['sent', 'sent'],
    ['Delivered', 'delivered'],
  ])('%s means %s', (MessageStatus, status) => {
    expect(parse({ MessageSid: 'SM1', MessageStatus })).toEqual({ kind: 'status', report: { providerId: 'SM1', status } });
  });

  test('is one with the numbers in it, too', () => {
    expect(parse({ MessageSid: 'SM1', From: '+1', To: '+2', MessageStatus: 'sent' })).toMatchObject({ kind: 'status' });
  });

  test('of a failure says why and what to do', () => {
    expect(parse({ MessageSid: 'SM1', MessageStatus: 'undelivered', ErrorCode: 'carrier_blocked' })).toMatchObject({
      kind: 'status',
      report: { status: 'undelivered', failure: { code: 'carrier_blocked', resolution: expect.stringContaining('spam') } },
    });
    expect(parse({ MessageSid: 'SM1', MessageStatus: 'failed' })).toMatchObject({
      report: { status: 'failed', failure: { code: 'failed', message: expect.any(String), resolution: expect.any(String) } },
    });
    expect(parse({ MessageSid: 'SM1', MessageStatus: 'failed', ErrorCode: '30007' })).toMatchObject({
      report: { failure: { code: '30007' } },
    });
  });

  test.each(['read', '', '__proto__', 'constructor'])('"%s" is an event we do not know', (MessageStatus) => {
    expect(parse({ MessageSid: 'SM1', MessageStatus })).toEqual({ kind: 'not-understood', reason: 'event-unknown' });
  });
});

describe('the answer', () => {
  test('is empty unless a reply is meant', () => {
    expect(cloudVno.answer()).toEqual({ status: 204 });
    expect(cloudVno.answer({ body: '' })).toEqual({ status: 204 });
  });

  test('with a reply is the documented XML', () => {
    expect(cloudVno.answer({ body: 'Hi there! How can we help?' })).toEqual({
      status: 200,
      contentType: 'text/xml',
      body: '<?xml version="1.0" encoding="UTF-8"?><Response><Message>Hi there! How can we help?</Message></Response>',
    });
  });

  test('escapes what XML would take for itself and drops what it cannot hold', () => {
    expect(cloudVno.answer({ body: '</Message>&amp;"\'\r\n\u0000\ud800😀' }).body).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><Response><Message>&lt;/Message&gt;&amp;amp;&quot;&apos;&#13;\n\ufffd😀</Message></Response>',
    );
  });
});
