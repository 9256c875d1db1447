import fc from 'fast-check';
import { expect, test } from 'vitest';
import { optOutSignal } from '../../../src/domain/opt-out.ts';

const optOut = ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT'];
const optIn = ['START', 'UNSTOP'];

test.each(optOut)('%s as the only word opts out, in any case and with a full stop or blanks around it', (keyword) => {
  for (const text of [keyword, keyword.toLowerCase(), ` ${keyword}\n`, `${keyword}.`, `${keyword}!!`]) {
    expect(optOutSignal(text)).toEqual({ kind: 'opt-out', keyword });
  }
});

test.each(optIn)('%s as the only word opts in', (keyword) => {
  for (const text of [keyword, keyword.toLowerCase(), ` ${keyword}!`]) expect(optOutSignal(text)).toEqual({ kind: 'opt-in', keyword });
});

test.each(['', 'stop it', 'Please STOP', 'STOPP', 'start now', 'the end', 'HELP', 'YES', 'STOP START', 'constructor', '...'])(
  '"%s" says nothing about it',
  (text) => {
    expect(optOutSignal(text)).toBeUndefined();
  },
);

test('no other word is ever a signal', () => {
  const keywords = new Set([...optOut, ...optIn]);
  fc.assert(
    fc.property(fc.constantFrom(...keywords), fc.stringMatching(/^[a-z ]{1,20}$/), (keyword, more) => {
      fc.pre(more.trim() !== '' && !keywords.has((keyword + more).trim().toUpperCase()));
      expect(optOutSignal(`${keyword}${more}`)).toBeUndefined();
    }),
  );
});
