import { describe, expect, it } from 'vitest';
import { createWithheldHeaders } from '../../../../src/core/inspector/withheld.ts';
import { isNeverKept } from '../../../../src/domain/secret-header.ts';

const isProof = ([name]: readonly [string, string]): boolean => isNeverKept(name);

describe('what a refused delivery carried', () => {
  it('is given by its delivery, as it arrived and in order', () => {
    const headers = createWithheldHeaders();
    headers.keep(
      'd_1',
      [
        ['Host', 'example.org'],
        ['AUTHORIZATION', 'Bearer one'],
        ['Cookie', 'session=1'],
        ['Proxy-Authorization', 'two'],
        ['authorization', 'three'],
      ],
      isProof,
    );
    expect(headers.withheld('d_1')).toEqual([
      ['AUTHORIZATION', 'Bearer one'],
      ['Proxy-Authorization', 'two'],
      ['authorization', 'three'],
    ]);
    expect(headers.withheld('d_2')).toEqual([]);
  });

  it('has every header of a name of which one is withheld, so that each finds its place', () => {
    const headers = createWithheldHeaders();
    const sent = [
      ['X-Auth', 'harmless'],
      ['Accept', '*/*'],
      ['x-auth', 'opensesame'],
    ] as const;
    headers.keep('d_1', sent, ([, value]) => value === 'opensesame');
    expect(headers.withheld('d_1')).toEqual([sent[0], sent[2]]);
  });

  it('is forgotten, oldest first, when 200 deliveries have come after it', () => {
    const headers = createWithheldHeaders();
    for (let number = 0; number <= 200; number += 1) headers.keep(`d_${number}`, [['Authorization', `secret ${number}`]], isProof);
    expect(headers.withheld('d_0')).toEqual([]);
    expect(headers.withheld('d_1')).toEqual([['Authorization', 'secret 1']]);
    expect(headers.withheld('d_200')).toEqual([['Authorization', 'secret 200']]);
  });

  it('takes no more memory than a quarter of a megabyte, and what is far too long none', () => {
    const headers = createWithheldHeaders();
    for (let number = 0; number < 100; number += 1) headers.keep(`d_${number}`, [['Authorization', 'x'.repeat(8_000)]], isProof);
    const kept = Array.from({ length: 100 }, (_, number) => headers.withheld(`d_${number}`)).filter(({ length }) => length > 0);
    expect(kept.length).toBeGreaterThan(20);
    expect(kept.length * 8_000).toBeLessThan(256 * 1024);
    headers.keep('d_long', [['Authorization', 'x'.repeat(9_000)]], isProof);
    expect(headers.withheld('d_long')).toEqual([]);
    expect(headers.withheld('d_99')).toHaveLength(1);
  });
});
