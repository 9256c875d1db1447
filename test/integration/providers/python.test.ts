import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeForm, urlencodeSorted } from '../../../src/providers/cloudvno/form.ts';
import { provider } from '../../support/providers.ts';
import { pythonInstalled, runPython } from '../../support/python.ts';
import { receiveSmsInk } from '../../support/sign.ts';
import { webhookRequest } from '../../support/webhook-request.ts';

const script = (name: string) => fileURLToPath(new URL(`../../fixtures/providers/${name}`, import.meta.url));
const ask = (name: string, input: unknown): string => runPython(script(name), JSON.stringify(input));

const token = 'test_auth_token';
const url = 'https://hooks.example.test/hooks/abc?x=1';
const verify = (body: string | Uint8Array, signature: string, urls = [url]) =>
  provider('cloudvno').verify(webhookRequest(body, { 'X-CloudVNO-Signature': signature }), { credentials: { authToken: token }, urls });

describe.skipIf(!pythonInstalled)("signatures made by the providers' own Python code", () => {
  const text = fc.string({ unit: 'binary', maxLength: 30 });
  const forms = [
    {
      url,
      params: [
        ['MessageSid', 'SM1'],
        ['From', '+14155551234'],
        ['To', '+12125559876'],
        ['Body', "Grüße 😀 & 100% ~ (ok)! *'"],
        ['NumMedia', '0'],
      ],
    },
    { url: 'https://münchen.example.test/ä?b=c&d', params: [['Body', '']] },
    { url, params: [] },
    {
      url,
      params: [
        ['b', '1'],
        ['a', '2'],
        ['b', '0'],
        ['\uffee', 'x'],
        ['😀', 'y'],
      ],
    },
    ...fc.sample(fc.array(fc.tuple(text, text), { maxLength: 8 }), 200).map((params) => ({ url, params })),
  ];

  test('CloudVNO (seed 001) are accepted, in the body Python writes', () => {
    const requests: { body: string; signature: string }[] = JSON.parse(
      ask(
        'cloudvno_requests.py',
        forms.map((form) => ({ token, ...form })),
      ),
    );
    expect(requests).toHaveLength(forms.length);
    for (const [index, { body, signature }] of requests.entries()) {
      expect(verify(body, signature, [forms[index]?.url ?? ''])).toEqual({ ok: true });
    }
  });

  test('CloudVNO (seed 001) are refused when a parameter, the URL or the signature was altered', () => {
    const [request]: { body: string; signature: string }[] = JSON.parse(ask('cloudvno_requests.py', [{ token, ...forms[0] }]));
    const { body = '', signature = '' } = request ?? {};
    const wrong = { ok: false, reason: 'signature-wrong' };
    expect(verify(body, signature)).toEqual({ ok: true });
    expect(verify(body.replace('SM1', 'SM2'), signature)).toEqual(wrong);
    expect(verify(`${body}&more=1`, signature)).toEqual(wrong);
    expect(verify(body, signature, [`${url}/`])).toEqual(wrong);
    expect(verify(body, signature, [url.replace('https', 'http')])).toEqual(wrong);
    expect(
      verify(
        body,
        signature.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      ),
    ).toEqual(wrong);
  });

  test('ReceiveSMS.ink (seed 002) are accepted, and refused when the body was altered', () => {
    const bodies = [
      receiveSmsInk('unused', { id: 42, from: '+14155551234', text: 'Grüße 😀' }).body,
      '',
      ' ',
      ...fc.sample(fc.json(), 100),
    ];
    const secret = 'It is a sécret';
    const signatures: string[] = JSON.parse(
      ask(
        'receivesms_requests.py',
        bodies.map((body) => ({ secret, body })),
      ),
    );
    const { verify: check } = provider('receivesms-ink');
    for (const [index, body] of bodies.entries()) {
      const headers = { 'X-Webhook-Signature': signatures[index] ?? '' };
      const context = { credentials: { webhookSecret: secret }, urls: [] };
      expect(check(webhookRequest(body, headers), context)).toEqual({ ok: true });
      expect(check(webhookRequest(`${body} `, headers), context)).toEqual({ ok: false, reason: 'signature-wrong' });
    }
  });
});

describe('a CloudVNO signature equals that of Python for every Unicode scalar value', () => {
  const lastCodePoint = 0x10ffff;
  const formLength = 0x400;
  const isScalar = (codePoint: number) => codePoint < 0xd800 || codePoint > 0xdfff;
  const range = (first: number, last: number, step: number) =>
    Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step).filter(isScalar);

  /** Each holds 1,024 values in turn, and as keys a sample from all of Unicode that is another one in every form. */
  const forms = Array.from({ length: (lastCodePoint + 1) / formLength }, (_, index) => ({
    token,
    url,
    values: [index * formLength, (index + 1) * formLength - 1, 1] as const,
    keys: [0x80 + index, lastCodePoint, 0x4321] as const,
  }));

  /** Written without the code under test: all bytes of a value are escaped, which decodes to the same form. */
  const bodyOf = ({ values, keys }: (typeof forms)[number]) => {
    const escaped = (codePoint: number) => Buffer.from(String.fromCodePoint(codePoint)).toString('hex').replace(/../g, '%$&');
    const first = range(...values).map((value, index) => `v${index}=${escaped(value)}`);
    return Buffer.from([...first, ...range(...keys).map((key) => `${escaped(key)}=k`)].join('&'));
  };
  const digestOf = (signatures: readonly string[]) => createHash('sha256').update(signatures.join('\n')).digest('hex');
  const known = readFileSync(script('cloudvno_all_unicode.sha256'), 'utf8').trim();

  test('as known from a run of Python', () => {
    expect(forms.flatMap(({ values }) => range(...values))).toHaveLength(1_112_064);
    const signatures = forms.map((form) => {
      const encoded = urlencodeSorted(decodeForm(bodyOf(form)) ?? new Map());
      return createHmac('sha256', token).update(`${url}${encoded}`).digest('hex');
    });
    expect(digestOf(signatures)).toBe(known);
  });

  test.skipIf(!pythonInstalled)('as Python says now', () => {
    const signatures = ask('cloudvno_all_unicode.py', forms).trim().split('\n');
    expect(signatures).toHaveLength(forms.length);
    const refused = forms.filter((form, index) => !verify(bodyOf(form), signatures[index] ?? '').ok);
    expect(refused).toEqual([]);
    expect(digestOf(signatures)).toBe(known);
  });
});
