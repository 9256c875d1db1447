import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesPerRow, hexRow, hexText } from '../../../../../renderer/deliveries/body/hex-rows.ts';

describe('bytes in hexadecimal', () => {
  test('a row has its place, its bytes, and those that are ASCII as text', () => {
    const bytes = new TextEncoder().encode('0123456789abcdef\u001b[31mü');
    expect(hexRow(bytes, 1, 16)).toEqual({ offset: '0010', hex: '1b 5b 33 31 6d c3 bc', text: '·[31m··' });
  });

  test('as many bytes a row as there is room for', () => {
    expect([100, 60, 30].map(bytesPerRow)).toEqual([16, 8, 4]);
  });

  test('the listing that is copied holds every byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const listed = hexText(bytes)
          .split('\n')
          .flatMap((line) => line.slice(6, 53).match(/[0-9a-f]{2}/g) ?? []);
        expect(listed.map((byte) => Number.parseInt(byte, 16))).toEqual([...bytes]);
      }),
    );
  });
});
