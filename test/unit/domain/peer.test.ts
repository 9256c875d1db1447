import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressFromBareDigits, canBeAnswered, formatAddress, normalizeAddress, peerKind } from '../../../src/domain/peer.ts';

const address = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...'0123456789+-() ./\u00a0\u2011abcÄ'), maxLength: 30 }),
);

describe('one address', () => {
  test.each([
    ['+14155551234', '+14155551234'],
    [' +1 (415) 555-1234 ', '+14155551234'],
    ['+1.415.555.1234', '+14155551234'],
    ['+49\u00a0170/1234\u2011567', '+491701234567'],
    ['0044 20 7946 0958', '+442079460958'],
    ['14155551234', '14155551234'],
    ['(020) 7946 0958', '02079460958'],
    ['72-345', '72345'],
    ['GOOGLE', 'GOOGLE'],
    [' Müller & Co. ', 'Müller & Co.'],
    ['1-800-FLOWERS', '1-800-FLOWERS'],
    ['00', '00'],
    ['', ''],
    [' - ', '-'],
  ])('%j is spelled %j', (raw, normal) => {
    expect(normalizeAddress(raw)).toBe(normal);
  });

  test('has one spelling, whatever it is', () => {
    fc.assert(
      fc.property(address, (raw) => {
        const normal = normalizeAddress(raw);
        expect(normalizeAddress(normal)).toBe(normal);
        expect(normalizeAddress(` ${raw} `)).toBe(normal);
        expect(addressFromBareDigits(addressFromBareDigits(raw))).toBe(addressFromBareDigits(raw));
      }),
    );
  });

  test('of a number does not depend on how it is grouped', () => {
    const group = fc.constantFrom('', ' ', '-', '.', '(', ')', '\u2013');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), group), { minLength: 7, maxLength: 15 }), (digits) => {
        const plain = `+${digits.map(([digit]) => digit).join('')}`;
        const grouped = `+${digits.map(([digit, between]) => `${digit}${between}`).join('')}`;
        expect(normalizeAddress(grouped)).toBe(plain);
      }),
    );
  });
});

test.each([
  ['919876543210', '+919876543210'],
  ['+6581230000', '+6581230000'],
  ['123456789', '+123456789'],
  ['12345678', '12345678'],
  ['56161', '56161'],
  ['02079460958', '02079460958'],
  ['VK-BANK', 'VK-BANK'],
])('bare digits %s are %s', (raw, normal) => {
  expect(addressFromBareDigits(raw)).toBe(normal);
});

test.each([
  ['+14155551234', 'e164', true],
  ['72345', 'short-code', true],
  ['14155551234', 'alphanumeric', true],
  ['GOOGLE', 'alphanumeric', false],
  ['+1415-GOOGLE', 'alphanumeric', false],
  ['12', 'alphanumeric', false],
  ['', 'alphanumeric', false],
] as const)('%s is a kind of %s and can be answered: %s', (peer, kind, answerable) => {
  expect([peerKind(peer), canBeAnswered(peer)]).toEqual([kind, answerable]);
});

test('an address is shown grouped where it is a number, as it is otherwise, and nothing throws', () => {
  expect(formatAddress('+14155551234')).toBe('+1 415 555 1234');
  expect(formatAddress('72345')).toBe('72345');
  expect(formatAddress('GOOGLE')).toBe('GOOGLE');
  fc.assert(fc.property(address, (raw) => void formatAddress(normalizeAddress(raw)).length));
});
