import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPublicAddress } from '../../../src/media/address.ts';

describe('an attachment may be fetched from', () => {
  test.each([
    '8.8.8.8',
    '1.1.1.1',
    '93.184.216.34',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '169.253.1.1',
    '192.167.1.1',
    '2606:4700:4700::1111',
    '2a00:1450:4001:82a::200e',
    '64:ff9b::8.8.8.8',
  ])('%s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('an attachment is not fetched from', () => {
  test.each([
    ['this host', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['loopback', '127.0.0.1'],
    ['loopback, further on', '127.255.255.254'],
    ['loopback, short', '127.1'],
    ['loopback, as a number', '2130706433'],
    ['loopback, in hexadecimal', '0x7f000001'],
    ['something octal', '010.0.0.1'],
    ['a private network', '10.0.0.1'],
    ['a private network', '172.16.0.1'],
    ['a private network', '172.31.255.255'],
    ['a private network', '192.168.178.1'],
    ['link-local, where clouds keep their metadata', '169.254.169.254'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['carrier-grade NAT', '100.127.255.255'],
    ['another cloud metadata service', '100.100.100.200'],
    ['the inside of Azure', '168.63.129.16'],
    ['protocol assignments', '192.0.0.192'],
    ['documentation', '203.0.113.7'],
    ['benchmarks', '198.18.0.1'],
    ['multicast', '224.0.0.251'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['this host', '::'],
    ['loopback', '::1'],
    ['a mapped private address', '::ffff:10.0.0.1'],
    ['a mapped loopback address, in hexadecimal', '::ffff:7f00:1'],
    ['a mapped public address, whose IPv4 notation is the honest one', '::ffff:8.8.8.8'],
    ['an IPv4-compatible address', '::7f00:1'],
    ['unique-local', 'fd00::'],
    ['unique-local, where a cloud keeps its metadata', 'fd00:ec2::254'],
    ['unique-local', 'fc00::1'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['a public address with a zone', '2606:4700::1%1'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['a translated private address', '64:ff9b::10.0.0.1'],
    ['a locally translated address', '64:ff9b:1::8.8.8.8'],
    ['6to4 around a private address', '2002:a00:1::1'],
    ['Teredo', '2001::1'],
    ['documentation', '2001:db8::1'],
    ['what was never given out', '4000::1'],
    ['a name', 'localhost'],
    ['nothing', ''],
  ])('%s: %s', (_what, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  const octet = fc.integer({ min: 0, max: 255 });
  const privateAddress = fc.oneof(
    fc.tuple(fc.constantFrom(0, 10, 127), octet, octet, octet),
    fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
    fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
    fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
    fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
    fc.tuple(fc.integer({ min: 224, max: 255 }), octet, octet, octet),
  );

  test('any special IPv4 address, in whatever notation of IPv6 it hides', () => {
    fc.assert(
      fc.property(privateAddress, fc.constantFrom('', '::ffff:', '::', '64:ff9b::'), (octets, prefix) => {
        expect(isPublicAddress(`${prefix}${octets.join('.')}`)).toBe(false);
      }),
    );
  });

  test('any address a URL can be written with that is another way to write such an address', () => {
    fc.assert(
      fc.property(privateAddress, fc.constantFrom<'number' | 'hex'>('number', 'hex'), ([a, b, c, d], notation) => {
        const number = ((a * 256 + b) * 256 + c) * 256 + d;
        const host = new URL(`http://${notation === 'hex' ? `0x${number.toString(16)}` : number}/`).hostname;
        expect(isPublicAddress(host)).toBe(false);
      }),
    );
  });
});
