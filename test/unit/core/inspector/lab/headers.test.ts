import { expect, test } from 'vitest';
import { headersToSend, objectionToHeader, unmasked, withHeader } from '../../../../../src/core/inspector/lab/headers.ts';

const loopback = { via: 'loopback', host: '127.0.0.1:7777', bytes: 12 } as const;
const through = { via: 'public', host: 'texts.example.com', bytes: 12 } as const;

test('what was captured goes to the receiver in its order and spelling, with the length counted anew in its place', () => {
  const headers = [
    ['hOsT', 'former.example.com'],
    ['X-Forwarded-For', '203.0.113.9'],
    ['content-LENGTH', '99'],
    ['X-Twice', 'one'],
    ['traceparent', '00-aa-bb-01'],
    ['x-twice', 'two'],
    ['Connection', 'keep-alive'],
  ] as const;
  expect(headersToSend(headers, loopback)).toEqual(headers.map(([name, value]) => [name, value === '99' ? '12' : value]));
});

test('through the public address it is that address, and those on the way add their own marks', () => {
  const headers = [
    ['X-Forwarded-For', '203.0.113.9'],
    ['X-Forwarded-Proto', 'https'],
    ['Forwarded', 'for=203.0.113.9'],
    ['CF-Connecting-IP', '203.0.113.9'],
    ['CDN-Loop', 'cloudflare'],
    ['traceparent', '00-aa-bb-01'],
    ['Via', '1.1 proxy'],
    ['Host', 'former.example.com'],
    ['X-Webhook-Signature', 'sha256=00'],
  ] as const;
  expect(headersToSend(headers, through)).toEqual([
    ['Host', 'texts.example.com'],
    ['X-Webhook-Signature', 'sha256=00'],
    ['Content-Length', '12'],
    ['Connection', 'close'],
  ]);
});

test('what belongs to one connection alone, or to an earlier run, is not sent again', () => {
  const names = ['Transfer-Encoding', 'Expect', 'Upgrade', 'TE', 'Trailer', 'Keep-Alive', 'Proxy-Connection', 'x-texttray-lab'];
  const headers = [...names.map((name) => [name, 'x'] as const), ['Connection', 'upgrade'], ['Host', 'a'], ['Host', 'b']] as const;
  expect(headersToSend(headers, loopback)).toEqual([
    ['Host', 'a'],
    ['Content-Length', '12'],
    ['Connection', 'close'],
  ]);
});

test('a proof takes the place of the one that is there and keeps its spelling, or comes last', () => {
  const headers = [
    ['A', '1'],
    ['x-SIGNATURE', 'old'],
    ['B', '2'],
    ['X-Signature', 'older'],
  ] as const;
  expect(withHeader(headers, ['X-Signature', 'new'])).toEqual([
    ['A', '1'],
    ['x-SIGNATURE', 'new'],
    ['B', '2'],
  ]);
  expect(withHeader([['A', '1']], ['X-Signature', 'new'])).toEqual([
    ['A', '1'],
    ['X-Signature', 'new'],
  ]);
});

test('masked values stand for the captured ones of the same name, one after the other', () => {
  const captured = [
    ['X-Token', 'first'],
    ['X-Other', 'shown'],
    ['x-token', 'second'],
  ] as const;
  const shown = [
    ['x-token', '•••••'],
    ['X-Token', '••••••'],
    ['X-Other', 'edited'],
  ] as const;
  expect(unmasked(shown, captured, () => undefined)).toEqual({
    headers: [
      ['x-token', 'first'],
      ['X-Token', 'second'],
      ['X-Other', 'edited'],
    ],
  });
});

test('a value that was never kept is the one that is known of the line, or nobody knows it', () => {
  const captured = [['Authorization', '••••']] as const;
  const shown = [
    ['X-Plain', '1'],
    ['authorization', '••••'],
  ] as const;
  expect(unmasked(shown, captured, (name) => (name === 'authorization' ? 'Bearer it' : undefined))).toEqual({
    headers: [
      ['X-Plain', '1'],
      ['authorization', 'Bearer it'],
    ],
  });
  expect(unmasked(shown, captured, () => undefined)).toEqual({ unknown: 1 });
  expect(unmasked(shown, [], () => undefined)).toEqual({ unknown: 1 });
});

test('no header can smuggle in another one', () => {
  expect(objectionToHeader(['X-Fine', 'tab\tand ümläut'])).toBeUndefined();
  for (const header of [
    ['X Bad', '1'],
    ['', '1'],
    ['X-Bad', 'a\r\nX-More: b'],
    ['X-Bad', 'a\nb'],
    ['X-Bad', '\u0000'],
    ['X-Bad', '€'],
    ['X-Bad:', '1'],
  ] as const) {
    expect(objectionToHeader(header)).toBeTypeOf('string');
  }
});
