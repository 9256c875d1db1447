import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeForm, urlencodeSorted } from '../../../../src/providers/cloudvno/form.ts';
import { vectorsOf } from '../../../support/vectors.ts';

const decode = (body: string) => {
  const form = decodeForm(Buffer.from(body));
  return form && [...form];
};
const encode = (...pairs: [string, string][]) => urlencodeSorted(new Map(pairs));

/** Text as a provider signs it: whole characters only. */
const text = fc.string({ unit: 'binary', maxLength: 40 });

describe('decoding a form', () => {
  test('is what Python makes of it: plus is a space, an escape no hex digits follow is itself, blank values stay', () => {
    expect(decode('a=1+2%2B3&b&c=&=d&&e=%zz%4&f=%41%e2%82%ac')).toEqual([
      ['a', '1 2+3'],
      ['b', ''],
      ['c', ''],
      ['', 'd'],
      ['e', '%zz%4'],
      ['f', 'A€'],
    ]);
  });

  test('takes the first value of a repeated key, however the key is spelled', () => {
    expect(decode('a=1&a=2&%61=3')).toEqual([['a', '1']]);
  });

  test('splits at the first equals sign only', () => {
    expect(decode('a=b=c')).toEqual([['a', 'b=c']]);
  });

  test('keeps a byte order mark, raw UTF-8 and keys that are names of built-in properties', () => {
    expect(decode('\ufeffa=ä&__proto__=x&constructor=y')).toEqual([
      ['\ufeffa', 'ä'],
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });

  test.each([
    ['a byte that is not UTF-8', Buffer.from([0x61, 0x3d, 0xff])],
    ['an escaped byte that is not UTF-8', Buffer.from('a=%FF')],
    ['an escaped lone surrogate', Buffer.from('a=%ED%A0%80')],
    ['an escaped overlong form', Buffer.from('a=%C0%AF')],
    ['a character that is cut off', Buffer.from('a=%E2%82')],
    ['such a key', Buffer.from('%FF=1')],
    ['such a second value of a key', Buffer.from('a=1&a=%FF')],
  ])('gives up on %s', (_, body) => {
    expect(decodeForm(body)).toBeUndefined();
  });

  test('gives back whatever text was encoded', () => {
    fc.assert(
      fc.property(fc.dictionary(text, text), (params) => {
        const form = new Map(Object.entries(params));
        const encoded = urlencodeSorted(form) ?? 'not encoded';
        expect(new Map(decodeForm(Buffer.from(encoded)))).toEqual(form);
      }),
    );
  });
});

describe('encoding a form', () => {
  test('writes what Python writes where JavaScript would not', () => {
    expect(encode(['k', "~*!'()-_. +&=#é€😀\u0000\n"])).toBe('k=~%2A%21%27%28%29-_.+%2B%26%3D%23%C3%A9%E2%82%AC%F0%9F%98%80%00%0A');
  });

  test('sorts by code point, not by UTF-16 unit', () => {
    expect(encode(['😀', '3'], ['\uffee', '2'], ['a', '1'])).toBe('a=1&%EF%BF%AE=2&%F0%9F%98%80=3');
  });

  test('cannot write a lone surrogate, in a key or in a value', () => {
    expect([encode(['a', '\ud800']), encode(['\udc00', 'a'])]).toEqual([undefined, undefined]);
  });

  test.each(vectorsOf('cloudvno').map((vector) => [vector.name, vector] as const))(
    'makes the documented string to sign: %s',
    (_, vector) => {
      expect(`${vector.url}${urlencodeSorted(new Map(Object.entries(vector.params ?? {})))}`).toBe(vector.stringToSign);
    },
  );

  test('leaves only characters that need no escaping', () => {
    fc.assert(
      fc.property(text, text, (key, value) => {
        expect(encode([key, value])).toMatch(/^(?:[A-Za-z0-9_.~+-]|%[0-9A-F]{2})*=(?:[A-Za-z0-9_.~+-]|%[0-9A-F]{2})*$/);
      }),
    );
  });
});
