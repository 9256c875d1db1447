import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../src/domain/delivery.ts';
import { textMatcher } from '../../../src/store/delivery-text.ts';

function delivery(body: string | Uint8Array, overrides: Partial<Delivery> = {}): Delivery {
  return {
    id: 'd_1',
    lineId: 'l_1',
    receivedAt: '2026-03-01T12:00:00.000Z',
    method: 'POST',
    path: '/hooks/AbCdEfGhIjKlMnOpQrStUv',
    query: '?Retry=2',
    headers: [
      ['Content-Type', 'application/json'],
      ['User-Agent', 'Phone/2.1'],
      ['X-Mac-Signature', 'sha256=0badc0de'],
    ],
    body: Buffer.from(body).toString('base64'),
    bytes: body.length,
    source: '127.0.0.1',
    verdict: 'accepted',
    status: 204,
    timings: { verified: 0.2, answered: 0.7 },
    ...overrides,
  };
}

const has = (text: string, where: Delivery): boolean => textMatcher(text)(where);
const form: Partial<Delivery> = { headers: [['content-type', 'application/x-www-form-urlencoded; charset=utf-8']] };

describe('a text in a delivery', () => {
  it('is found in the path and the query, whatever its case', () => {
    expect(has('abcdefghij', delivery(''))).toBe(true);
    expect(has('UV?retry=2', delivery(''))).toBe(true);
    expect(has('retry=3', delivery(''))).toBe(false);
  });

  it('is found in the names of headers and in values that are shown, not in what is masked', () => {
    expect(has('x-mac-sig', delivery(''))).toBe(true);
    expect(has('user-agent: phone', delivery(''))).toBe(true);
    expect(has('0badc0de', delivery(''))).toBe(false);
  });

  it('is found in a form as it came and as it is meant', () => {
    const body = delivery('From=%2B14155551234&Body=Gr%C3%BC%C3%9Fe+aus+K%c3%b6ln', form);
    expect(has('%2B1415', body)).toBe(true);
    expect(has('+14155551234', body)).toBe(true);
    expect(has('GRÜSSE', body)).toBe(false);
    expect(has('grüße AUS köln', body)).toBe(true);
  });

  it('is found in a form that is cut off or broken', () => {
    expect(has('hello world', delivery('Body=hello+world%2', form))).toBe(true);
    expect(has('hello world', delivery('%zz=%E9&Body=hello%20world%', form))).toBe(true);
  });

  it('is found in JSON whose characters are escaped', () => {
    const body = delivery('{"text":"Gr\\u00fc\\u00dfe \\ud83d\\ude00 \\"heute\\"\\/morgen"}');
    expect(has('grüße 😀', body)).toBe(true);
    expect(has('"heute"/morgen', body)).toBe(true);
    expect(has('\\u00FC', body)).toBe(true);
  });

  it('is found in Latin-1, in UTF-8 and among bytes that are neither', () => {
    expect(has('grüße', delivery(Buffer.from('Grüße', 'latin1')))).toBe(true);
    expect(has('grüße', delivery('Grüße'))).toBe(true);
    expect(has('needle', delivery(Buffer.from([0, 255, 254, ...Buffer.from('NEEDLE'), 128, 0])))).toBe(true);
  });

  it('is looked for as it is, not as a pattern', () => {
    expect(has('.*', delivery('anything'))).toBe(false);
    expect(has('[a]', delivery('in [A] list'))).toBe(true);
  });
});
