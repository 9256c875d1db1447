import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineReader } from '../../../src/tunnel/line-reader.ts';
import { readAddress } from '../../../src/tunnel/ssh/printed-address.ts';

/** What localhost.run printed in the first session of a user without a key, and pinggy in one without a terminal. */
const welcome = [
  '===============================================================================',
  'Welcome to localhost.run!',
  'Follow your favourite reverse tunnel at [https://twitter.com/localhost_run].',
  'To set up and manage custom domains go to https://admin.localhost.run/',
  'More details on custom domains at https://localhost.run/docs/custom-domains',
  '** your connection id is 2f5c, please mention it if you send me a message about an issue. **',
];
const hostile = [
  'tunneled with tls termination, http://insecure.lhr.life',
  'tunneled with tls termination, https://10.0.0.1',
  'tunneled with tls termination, https://user:pass@abc.lhr.life',
  'tunneled with tls termination, https://abc.lhr.life and https://other.example.com',
  'not tunneled with tls termination: https://abc.lhr.life',
  'https://abc.lhr.life',
  '',
];

describe('the address localhost.run prints', () => {
  test('is read from its one line', () => {
    const line = 'da7941d39b603e.lhr.life tunneled with tls termination, https://da7941d39b603e.lhr.life';
    expect(readAddress('localhost.run', line)).toBe('https://da7941d39b603e.lhr.life');
    expect(readAddress('localhost.run', 'tunneled with tls termination, https://texts.example.com')).toBe('https://texts.example.com');
  });
  test.each([...welcome, ...hostile])('is not read from "%s"', (line) => {
    expect(readAddress('localhost.run', line)).toBeUndefined();
  });
});

describe('the address pinggy prints', () => {
  test.each([
    ['https://yqycl-98-162-69-48.a.free.pinggy.link', 'https://yqycl-98-162-69-48.a.free.pinggy.link'],
    ['  https://rnabc.run.pinggy-free.link\t', 'https://rnabc.run.pinggy-free.link'],
  ])('is read from "%s"', (line, address) => {
    expect(readAddress('pinggy', line)).toBe(address);
  });
  test.each([
    'You are not authenticated.',
    'Your tunnel will expire in 60 minutes. Upgrade to Pinggy Pro at https://dashboard.pinggy.io',
    'http://yqycl-98-162-69-48.a.free.pinggy.link',
    'https://pinggy.io',
    'https://evil.example/?x=.pinggy.link',
    'https://yqycl.a.free.pinggy.link.evil.example',
    'https://user@yqycl.a.free.pinggy.link',
  ])('is not read from "%s"', (line) => {
    expect(readAddress('pinggy', line)).toBeUndefined();
  });
});

test('an own server is never believed a printed address', () => {
  expect(readAddress('own-server', 'tunneled with tls termination, https://abc.lhr.life')).toBeUndefined();
});

/** All the lines of a text that arrives in pieces cut anywhere. */
function read(text: string, cuts: readonly number[]): string[] {
  const lines: string[] = [];
  const take = lineReader((line) => lines.push(line));
  const bytes = Buffer.from(text);
  let from = 0;
  for (const cut of [...cuts.map((position) => position % (bytes.length + 1)).sort((one, other) => one - other), bytes.length]) {
    take(bytes.subarray(from, cut));
    from = cut;
  }
  return lines;
}

test('lines are the same however they are cut, in whatever language', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 })), fc.array(fc.nat()), (words, cuts) => {
      const lines = words.map((word) => word.replaceAll(/\r|\n|\p{Cc}/gu, ''));
      expect(read(lines.map((line) => `${line}\n`).join(''), cuts)).toEqual(lines);
    }),
  );
});

test('colours, cursor movements and titles are left out', () => {
  const coloured = '\u001b[1;32mabc.lhr.life tunneled with tls termination, https://abc.lhr.life\u001b[0m\r\n';
  expect(read(coloured, [3, 9])).toContain('abc.lhr.life tunneled with tls termination, https://abc.lhr.life');
  expect(read('\u001b]0;title\u0007\u001b[2Khttps://abc.a.free.pinggy.link\n', [])).toEqual(['https://abc.a.free.pinggy.link']);
});

test('a line that never ends is given up, and the next one is read', () => {
  expect(read(`${'x'.repeat(100_000)}\nnext\n`, [10_000, 50_000])).toEqual(expect.arrayContaining(['next']));
  expect(read(`${'x'.repeat(100_000)}\nnext\n`, []).every((line) => line.length <= 4_096)).toBe(true);
});
