import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliveryReasonSchema } from '../../../src/domain/delivery.ts';
import { providerNameSchema } from '../../../src/domain/line.ts';
import { provider } from '../../support/providers.ts';
import { webhookRequest } from '../../support/webhook-request.ts';

const names = providerNameSchema.options;
const url = 'https://hooks.example.test/hooks/x';
const credentials = { authToken: 's', webhookSecret: 's', authHeader: 's', secret: 's' };
const signatureHeaders = ['X-CloudVNO-Signature', 'X-Webhook-Signature', 'X-MAC-Signature', 'Authorization', 'X-Practice-Signature'];

/** Bodies from pure noise to almost right. */
const noise = fc.uint8Array({ maxLength: 300 });
const json = fc.json({ maxDepth: 4 }).map((text) => Buffer.from(text));
const almost = fc
  .record(
    {
      event: fc.constantFrom('sms.received', 'message.received', 'sms.inbound', 'practice.text', 'practice.status', 'toString'),
      data: fc.anything(),
      from: fc.anything(),
      text: fc.anything(),
      media: fc.anything(),
      timestamp: fc.anything(),
      receivedAt: fc.anything(),
      id: fc.anything(),
      status: fc.anything(),
    },
    { requiredKeys: ['event'] },
  )
  .map((value) => Buffer.from(JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? String(each) : each))));
const form = fc
  .dictionary(
    fc.constantFrom('MessageSid', 'From', 'Body', 'NumMedia', 'MediaUrl0', 'MessageStatus', 'ErrorCode'),
    fc.string({ unit: 'binary' }),
  )
  .map((params) => Buffer.from(new URLSearchParams(params).toString()));
const body = fc.oneof(noise, json, almost, form);
const headerValue = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^(sha256=)?[0-9a-f]{64}$/));

describe.each(names)('%s', (name) => {
  const { verify, parse } = provider(name);

  test('verifies any bytes under any headers without throwing, and never by chance', () => {
    const header = fc.tuple(fc.oneof(fc.constantFrom(...signatureHeaders), fc.string()), headerValue);
    const anyCredentials = fc.constantFrom<Record<string, string>>({}, credentials, {
      authToken: '\ud800',
      webhookSecret: 'whsec_',
      authHeader: '\u0000',
      secret: '',
    });
    fc.assert(
      fc.property(body, fc.array(header), anyCredentials, fc.array(fc.string({ unit: 'binary' })), (bytes, headers, given, urls) => {
        const verification = verify({ ...webhookRequest(bytes), headers }, { credentials: given, urls });
        const isOpen = name === 'cloudspire' && !('authHeader' in given);
        const isRight =
          name === 'cloudspire' &&
          headers.some(([key, value]) => key.toLowerCase() === 'authorization' && value.trim() === given.authHeader?.trim());
        if (!isOpen && !isRight) expect(verification).toEqual({ ok: false, reason: expect.toBeOneOf(deliveryReasonSchema.options) });
      }),
    );
  });

  test('reads any bytes without throwing, and never makes a text of nothing', () => {
    fc.assert(
      fc.property(body, (bytes) => {
        const parsed = parse(webhookRequest(bytes));
        switch (parsed.kind) {
          case 'not-understood':
            expect(deliveryReasonSchema.options).toContain(parsed.reason);
            break;
          case 'status':
            expect(parsed.report.providerId).not.toBe('');
            break;
          case 'text':
            expect(parsed.text.key.length).toBeGreaterThan(3);
            expect(parsed.text.from.trim()).not.toBe('');
            expect(parsed.text.body.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a signature over the raw body', () => {
  const signed = [
    ['receivesms-ink', 'X-Webhook-Signature'],
    ['mobile-api-connect', 'X-MAC-Signature'],
    ['practice', 'X-Practice-Signature'],
  ] as const;
  const signatureOf = (bytes: Uint8Array) => `sha256=${createHmac('sha256', 's').update(bytes).digest('hex')}`;

  test.each(signed)('of %s is accepted for any bytes, and for no others', (name, header) => {
    const { verify } = provider(name);
    const isAccepted = (bytes: Uint8Array, signature: string) =>
      verify(webhookRequest(bytes, { [header]: signature }), { credentials, urls: [] }).ok;
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (bytes, position, change) => {
          const at = position % bytes.length;
          const altered = bytes.map((byte, index) => (index === at ? byte ^ change : byte));
          expect(isAccepted(bytes, signatureOf(bytes))).toBe(true);
          expect(isAccepted(altered, signatureOf(bytes))).toBe(false);
          expect(isAccepted(bytes.subarray(1), signatureOf(bytes))).toBe(false);
        },
      ),
    );
  });

  test('of CloudVNO is accepted for any parameters, however JavaScript spells them', () => {
    const { verify } = provider('cloudvno');
    const text = fc.string({ unit: 'binary' });
    const pythonQuote = (value: string) =>
      Array.from(Buffer.from(value), (byte) => {
        const character = String.fromCharCode(byte);
        if (/[A-Za-z0-9_.~-]/.test(character)) return character;
        return byte === 0x20 ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
      }).join('');
    const codePoints = (value: string) => Array.from(value, (character) => character.codePointAt(0) ?? 0);
    const inOrder = (one: string, other: string) => {
      const [left, right] = [codePoints(one), codePoints(other)];
      const at = left.findIndex((point, index) => point !== right[index]);
      return at < 0 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1);
    };
    fc.assert(
      fc.property(fc.dictionary(text, text), (params) => {
        const sorted = Object.keys(params).sort(inOrder);
        const toSign = url + sorted.map((key) => `${pythonQuote(key)}=${pythonQuote(params[key] ?? '')}`).join('&');
        const signature = createHmac('sha256', 's').update(toSign).digest('hex');
        const request = webhookRequest(new URLSearchParams(Object.entries(params)).toString(), { 'X-CloudVNO-Signature': signature });
        expect(verify(request, { credentials, urls: [url] })).toEqual({ ok: true });
      }),
    );
  });
});
