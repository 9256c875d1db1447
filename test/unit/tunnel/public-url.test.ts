import { expect, test } from 'vitest';
import { parsePublicUrl } from '../../../src/tunnel/public-url.ts';

test.each([
  ['https://texts.example.com', 'https://texts.example.com'],
  ['https://texts.example.com/', 'https://texts.example.com'],
  [' https://Example.com:8443/texttray// ', 'https://example.com:8443/texttray'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://[::1]:8080/', 'http://[::1]:8080'],
])('%s is kept as %s', (text, kept) => {
  expect(parsePublicUrl(text)).toEqual({ ok: true, value: kept });
});

test.each([
  ['texts.example.com', /whole address/],
  ['', /whole address/],
  ['http://texts.example.com', /https/],
  ['ftp://texts.example.com', /https/],
  ['javascript:alert(1)', /https/],
  ['https://user:word@example.com', /user name/],
  ['https://example.com/?a=1', /\?/],
  ['https://example.com/#a', /#/],
  ['https://example.com/hooks/abc', /hooks/],
  ['https://192.168.1.7', /private/],
  ['https://10.0.0.1:444', /private/],
  ['https://172.20.0.1', /private/],
  ['https://169.254.169.254', /private/],
  ['https://[fe80::1]', /private/],
  ['https://224.0.0.1', /private/],
  ['https://[ff02::1]', /private/],
  ['https://[::]', /private/],
  ['https://[fd00::1]', /private/],
])('%s is refused with a sentence for beside the field', (text, reason) => {
  const parsed = parsePublicUrl(text);
  expect(parsed.ok).toBe(false);
  expect(!parsed.ok && parsed.error).toMatch(reason);
});
