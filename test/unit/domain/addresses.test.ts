import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressFrom, formatAddress, normalizeAddress } from '../../../src/domain/peer.ts';
import { homeRegion, knownRegions, regionOf } from '../../../src/domain/region.ts';
import { visible } from '../../../src/domain/visible.ts';

describe('what people write', () => {
  test.each([
    ['06 39 98 55 02', 'FR', '+33639985502'],
    ['(201) 555-0101', 'US', '+12015550101'],
    ['1 201 555 0101', 'US', '+12015550101'],
    ['011 44 1632 960006', 'US', '+441632960006'],
    ['0044 1632 960006', 'FR', '+441632960006'],
    ['+44 (0)1632 960006', '', '+441632960006'],
    ['tel:+44-7700-900006;phone-context=example.com', '', '+447700900006'],
    ['+1 201 555 0101 ext. 7', '', '+12015550101'],
    ['+12015550101,,7#', '', '+12015550101'],
    ['\u202a+1 201 555 0101\u202c', '', '+12015550101'],
    ['٠٦٣٩٩٨٥٥٠٢', 'FR', '+33639985502'],
    ['＋１ ２０１ ５５５ ０１０１', '', '+12015550101'],
    ['0201 0000005', '', '02010000005'],
    ['0612345678', 'US', '0612345678'],
    ['72345', 'DE', '72345'],
    ['5550101', 'US', '5550101'],
    ['20 12 34 56', 'DK', '+4520123456'],
    ['GOOGLE', 'US', 'GOOGLE'],
    [' Taxi 2000 ', 'FR', 'Taxi 2000'],
    ['1-800-EXAMPLE', 'US', '1-800-EXAMPLE'],
    ['3,14 Club', 'DE', '3,14 Club'],
    ['*100#', 'DE', '*100#'],
    ['', 'DE', ''],
  ])('%j in %j is %j', (text, region, address) => {
    expect(addressFrom(text, region)).toBe(address);
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 90 }),
    fc.string({ unit: fc.constantFrom(...'0123456789+-() ./x;,#*pwtelExt\u202a\u0660'), maxLength: 90 }),
  );
  const region = fc.constantFrom('', 'XX', 'us', ...knownRegions());

  test('never fails, and what was understood once stays as it is', () => {
    fc.assert(
      fc.property(text, region, (written, home) => {
        const address = addressFrom(written, home);
        expect(normalizeAddress(address)).toBe(address);
        expect(formatAddress(address, home) === '').toBe(address === '');
        if (/^\+\d+$/.test(address)) expect(addressFrom(address, '')).toMatch(/^\+\d+$/);
      }),
    );
  });

  test('is understood again as it is shown', () => {
    const number = fc.integer({ min: 0, max: 99 }).map((last) => `+120155501${String(last).padStart(2, '0')}`);
    fc.assert(
      fc.property(number, fc.constantFrom('', 'US', 'CA', 'FR', 'DE'), (address, home) => {
        expect(addressFrom(formatAddress(address, home), home)).toBe(address);
      }),
    );
  });
});

describe('a number is shown', () => {
  test.each([
    ['+12015550101', 'US', '(201) 555-0101'],
    ['+12015550101', 'CA', '(201) 555-0101'],
    ['+12015550101', 'DE', '+1 201 555 0101'],
    ['+33639985502', 'FR', '06 39 98 55 02'],
    ['+33639985502', '', '+33 6 39 98 55 02'],
    ['+999123456789', 'US', '+999123456789'],
    ['72345', 'US', '72345'],
    ['GOO\u200bGLE', 'US', 'GOOGLE'],
    ['\u200b\u202e', 'US', '?'],
    ['', 'US', ''],
  ])('%s in %j as %s', (address, region, shown) => {
    expect(formatAddress(address, region)).toBe(shown);
  });
});

describe('the country of the user', () => {
  const line = (number: string, changes: { provider?: 'practice'; removedAt?: string } = {}) =>
    ({ number, provider: 'cloudvno', ...changes }) as const;

  test('is the one that was chosen, else that of most lines in use', () => {
    const lines = [line('+33199005501'), line('+12015550101'), line('+12015550102')];
    expect(homeRegion('DE', lines)).toBe('DE');
    expect(homeRegion('', lines)).toBe('US');
    expect(homeRegion('XX', lines)).toBe('US');
  });

  test('is not told by the practice line, by removed lines or by numbers without a country', () => {
    expect(homeRegion('', [line('+12025550123', { provider: 'practice' })])).toBe('');
    expect(homeRegion('', [line('+12015550101', { removedAt: '2026-03-01T12:00:00.000Z' }), line('72345')])).toBe('');
    expect(regionOf('GOOGLE')).toBe('');
  });
});

test('what cannot be seen is not shown, and what emoji and scripts are written with stays', () => {
  expect(visible('\u202eevil\u202c \u2066x\u2069\u200b\u00ad')).toBe('evil x');
  expect(visible('two\nlines\u2028three')).toBe('two lines three');
  expect(visible('👩‍👩‍👧 می‌خواهم ❤️')).toBe('👩‍👩‍👧 می‌خواهم ❤️');
  expect(visible('\ud800')).toBe('\ufffd');
});
