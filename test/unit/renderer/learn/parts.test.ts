import { describe, expect, test } from 'vitest';
import { formatted, headerParts, signedParts } from '../../../../renderer/learn/parts.ts';
import type { Lesson } from '../../../../src/contract/methods/learn.ts';

const url = 'https://texts.example.com/hooks/abc';
const proof: Lesson['proof'] = {
  scheme: 'hmac-sha256-hex',
  header: 'X-Signature',
  prefix: 'sha256=',
  coversUrl: false,
  credential: 'secret',
  maskedSecret: null,
  canonical: 'a=1&b=2',
  digest: 'abc123',
};

describe('what is signed', () => {
  test('is told apart into the address and the parameters', () => {
    expect(signedParts({ url, proof: { ...proof, coversUrl: true, canonical: `${url}a=1&b=2` } })).toEqual([
      { kind: 'url', text: url },
      { kind: 'parameters', text: 'a=1&b=2' },
    ]);
  });

  test('is the body alone where the address is not signed, and nothing where nothing is', () => {
    expect(signedParts({ url, proof })).toEqual([{ kind: 'body', text: 'a=1&b=2' }]);
    expect(signedParts({ url, proof: { ...proof, canonical: null } })).toEqual([]);
  });
});

describe('a payload as one reads it', () => {
  const headers = (type: string): Lesson['headers'] => [['content-type', type]];

  test('a form is its parameters, unescaped and in the order they are sent', () => {
    expect(formatted({ payload: 'b=%2B1+2&a=', headers: headers('application/x-www-form-urlencoded') })).toEqual({
      kind: 'form',
      pairs: [
        ['b', '+1 2'],
        ['a', ''],
      ],
    });
  });

  test('JSON stands over several lines; what is neither stays as it is', () => {
    expect(formatted({ payload: '{"a":1}', headers: headers('application/json') })).toEqual({ kind: 'text', text: '{\n  "a": 1\n}' });
    expect(formatted({ payload: 'plain', headers: [] })).toEqual({ kind: 'text', text: 'plain' });
  });
});

describe('the header', () => {
  test('is put together from what stands before the digest and the digest', () => {
    expect(headerParts({ proof, headers: [['x-signature', 'sha256=abc123']] })).toEqual({ prefix: 'sha256=', digest: 'abc123' });
  });

  test('is what it is where nothing is computed, and absent where none is sent', () => {
    const fixed = { ...proof, prefix: '', digest: null };
    expect(headerParts({ proof: fixed, headers: [['X-Signature', 'Be••7']] })).toEqual({ prefix: '', digest: 'Be••7' });
    expect(headerParts({ proof, headers: [] })).toBeUndefined();
  });
});
