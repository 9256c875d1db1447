import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonLine, paintFor, spelled, spelledLine, textOf } from '../../../src/command/terminal.ts';

const acting = /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u;

describe('text of others in a terminal', () => {
  test('is spelled out where it could act, and left alone where it cannot', () => {
    expect(spelled('\x1b[31mred\x07\t\r\nGrüße 👨‍👩‍👧 ❤️')).toBe('\\x1b[31mred\\x07\\t\\r\nGrüße 👨‍👩‍👧 ❤️');
    expect(spelled('\u202eevil\u2066 \u200b\ufeff \u009b')).toBe('\\u{202e}evil\\u{2066} \\u{200b}\\u{feff} \\x9b');
    expect(spelledLine('a\nb')).toBe('a\\nb');
  });

  test('can never act, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(spelled(text).replace(/[\u200c\u200d]/g, '')).not.toMatch(acting);
        expect(spelledLine(text)).not.toContain('\n');
      }),
    );
  });

  test('is told from bytes that are none', () => {
    expect(textOf(Buffer.from('Grüße'))).toBe('Grüße');
    expect(textOf(Buffer.from([0x41, 0xff, 0xc3, 0x28]))).toBe('A\\xff\\xc3(');
  });

  test('is the same value in JSON, on one line, and cannot act there either', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const line = jsonLine(value);
        expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
        expect(line.endsWith('\n')).toBe(true);
      }),
    );
  });
});

test('colours are for people at terminals who did not turn them off', () => {
  const isPainted = (stream: { isTTY?: boolean }, environment = {}) => paintFor(stream, environment)('red', 'x') !== 'x';
  expect(isPainted({ isTTY: true })).toBe(true);
  expect(isPainted({})).toBe(false);
  expect(isPainted({ isTTY: true }, { NO_COLOR: '1' })).toBe(false);
  expect(isPainted({ isTTY: true }, { NO_COLOR: '' })).toBe(true);
  expect(isPainted({ isTTY: true }, { TERM: 'dumb' })).toBe(false);
});
