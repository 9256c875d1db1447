import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWebAddress, splitLinks } from '../../../../renderer/thread/links.ts';

const linksIn = (text: string) =>
  splitLinks(text)
    .filter(({ kind }) => kind === 'link')
    .map((part) => part.text);

describe('links in a text', () => {
  test('are found without the punctuation of the sentence around them', () => {
    expect(linksIn('See https://example.com/a, then http://example.com/b.')).toEqual(['https://example.com/a', 'http://example.com/b']);
    expect(linksIn('(https://example.com/x)')).toEqual(['https://example.com/x']);
    expect(linksIn('“https://example.com/x”')).toEqual(['https://example.com/x']);
  });

  test('keep a bracket that belongs to them', () => {
    expect(linksIn('https://example.com/a_(b)')).toEqual(['https://example.com/a_(b)']);
    expect(linksIn('(see https://example.com/a_(b))')).toEqual(['https://example.com/a_(b)']);
  });

  test('keep their query, fragment and port', () => {
    expect(linksIn('https://example.com:8443/a?b=c&d=%20#e')).toEqual(['https://example.com:8443/a?b=c&d=%20#e']);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ftp://example.com', 'example.com', 'xhttps://example.com'])(
    '%s is not one',
    (text) => {
      expect(linksIn(text)).toEqual([]);
    },
  );

  test('with a name before the host is not one: it says one place and leads to another', () => {
    expect(linksIn('https://bank.example@evil.example/login')).toEqual([]);
  });

  test('end before a character that would have them shown backwards', () => {
    expect(linksIn('https://evil.example/\u202emoc.elpmaxe')).toEqual(['https://evil.example/']);
    expect(linksIn('https://\u202emoc.elpmaxe')).toEqual([]);
  });

  test('never change the text, whatever it is', () => {
    const pieces = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('https://', 'http://a.b', ' ', '(', ')', '.', '@', '\n'));
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const text = parts.join('');
        expect(
          splitLinks(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  test('are always whole http(s) addresses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (rest) => {
        for (const link of linksIn(`https://${rest} http://${rest}`)) expect(['http:', 'https:']).toContain(new URL(link).protocol);
      }),
    );
  });
});

test('an attachment needs a whole address', () => {
  expect(isWebAddress('https://example.com/a.jpg')).toBe(true);
  for (const wrong of ['', 'example.com/a.jpg', 'https://', 'ftp://example.com/a', 'javascript:x']) expect(isWebAddress(wrong)).toBe(false);
});
