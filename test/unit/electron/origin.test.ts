import fc from 'fast-check';
import { expect, test } from 'vitest';
import { browserUrl, isOwnUrl, windowUrl } from '../../../electron/origin.ts';

test('the pages of the window are its own', () => {
  for (const url of [windowUrl, 'app://texttray/', 'app://texttray/assets/index-1.js', 'app://texttray/#thread']) {
    expect(isOwnUrl(url)).toBe(true);
  }
});

test.each([
  'app://texttray.example/index.html',
  'app://other/index.html',
  'app://texttray@evil.example/',
  'app://user:secret@texttray/',
  'app://texttray:8080/',
  'https://texttray/index.html',
  'file:///app://texttray/',
  'data:text/html,app://texttray/',
  'about:blank',
  'null',
  '',
])('%s is not the window', (url) => {
  expect(isOwnUrl(url)).toBe(false);
});

test('web addresses may be opened in the browser', () => {
  expect(browserUrl('https://example.com/a?b#c')).toBe('https://example.com/a?b#c');
  expect(browserUrl('HTTP://EXAMPLE.com')).toBe('http://example.com/');
});

test('nothing but http and https ever leaves for the system, whatever the text', () => {
  const schemes = ['javascript', 'file', 'data', 'vbscript', 'ms-msdt', 'smb', 'app', 'tel', 'mailto', 'blob', 'view-source'];
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.tuple(fc.constantFrom(...schemes), fc.string()).map(([scheme, rest]) => `${scheme}:${rest}`),
      ),
      (text) => {
        const url = browserUrl(text);
        expect(url === undefined || /^https?:\/\//.test(url)).toBe(true);
      },
    ),
  );
});
