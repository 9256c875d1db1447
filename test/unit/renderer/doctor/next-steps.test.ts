import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comesAgain } from '../../../../renderer/doctor/comes-again.ts';
import { splitWhereDiffering } from '../../../../renderer/doctor/differing.ts';
import { grouped, leftBy, offerFor, waysIn } from '../../../../renderer/doctor/remedies.ts';
import { mistakeCodeSchema } from '../../../../src/contract/diagnosis.ts';

describe('whether the provider tries again by itself', () => {
  const retries = { timeoutSeconds: 10, afterMinutes: [1, 5, 30] };
  const at = '2026-03-01T12:00:00.000Z';
  const later = (minutes: number): Date => new Date(Date.parse(at) + minutes * 60_000);

  test('it does until the last of its tries must have been', () => {
    expect(comesAgain(retries, at, later(0))).toEqual({ kind: 'coming', minutes: [1, 5, 30] });
    expect(comesAgain(retries, at, later(36))).toEqual({ kind: 'coming', minutes: [1, 5, 30] });
    expect(comesAgain(retries, at, later(36.1))).toEqual({ kind: 'over' });
  });

  test('it is not known where nobody says so', () => {
    expect(comesAgain({}, at, later(0))).toEqual({ kind: 'unknown' });
    expect(comesAgain({ afterMinutes: [] }, at, later(0))).toEqual({ kind: 'unknown' });
    expect(comesAgain(undefined, at, later(0))).toEqual({ kind: 'unknown' });
  });
});

describe('where two addresses differ', () => {
  test.each([
    ['http://a.example/x', 'https://a.example/x', ['http', '', '://a.example/x'], ['http', 's', '://a.example/x']],
    ['https://a.example/x/', 'https://a.example/x', ['https://a.example/x', '/', ''], ['https://a.example/x', '', '']],
    ['same', 'same', ['same', '', ''], ['same', '', '']],
    ['', 'x', ['', '', ''], ['', 'x', '']],
    ['aa', 'aaa', ['aa', '', ''], ['aa', 'a', '']],
  ])('%s and %s', (one, other, ...expected) => {
    expect(splitWhereDiffering(one, other).map(({ before, differing, after }) => [before, differing, after])).toEqual(expected);
  });

  test('put together again they are what they were, and what is the same is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ unit: 'binary', maxLength: 20 }), (one, other) => {
        const [first, second] = splitWhereDiffering(one, other);
        expect([first, second].map(({ before, differing, after }) => before + differing + after)).toEqual([one, other]);
        expect([first.before, first.after]).toEqual([second.before, second.after]);
      }),
    );
  });
});

describe('what was tried', () => {
  test('stands under headings, each mistake once, and nothing is lost', () => {
    const tried = mistakeCodeSchema.options.flatMap((mistake, index) => [
      { mistake, ways: index + 1 },
      { mistake, ways: 1 },
    ]);
    const groups = grouped(tried);
    const listed = groups.flatMap((group) => group.tried);
    expect(groups.map(({ group }) => group)).toEqual(['address', 'parameters', 'body', 'secret', 'form']);
    expect(new Set(listed.map(({ mistake }) => mistake))).toEqual(new Set(mistakeCodeSchema.options));
    expect(listed).toHaveLength(mistakeCodeSchema.options.length);
    expect(waysIn(listed)).toBe(waysIn(tried));
  });

  test('a heading under which nothing was tried is left out', () => {
    expect(grouped([{ mistake: 'secret-blanks', ways: 4 }])).toEqual([{ group: 'secret', tried: [{ mistake: 'secret-blanks', ways: 4 }] }]);
    expect(grouped([])).toEqual([]);
  });
});

test('a wrong address is mended with the right one, a wrong secret where secrets are entered', () => {
  expect(offerFor('url-scheme')).toBe('address');
  expect(offerFor('secret-blanks')).toBe('secret');
  expect(offerFor('json-spacing')).toBe('nothing');
});

test('a fix mends the mistakes of its kind, and leaves the others to be mended', () => {
  const both = ['url-scheme', 'encoding-space'] as const;
  expect(leftBy({ kind: 'accept-url', url: 'http://a.example' }, both)).toEqual(['encoding-space']);
  expect(leftBy({ kind: 'correct-secret' }, ['secret-blanks'])).toEqual([]);
  expect(leftBy({ kind: 'correct-secret' }, ['form-prefix'])).toEqual([]);
  expect(leftBy(undefined, [...both, 'url-scheme'])).toEqual(both);
});
