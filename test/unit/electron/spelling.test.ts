import { expect, test } from 'vitest';
import { createSpelling, dictionariesFor } from '../../../electron/spelling.ts';

const available = ['de', 'en-AU', 'en-GB', 'en-US', 'fr', 'pt-BR'];

function fakeSession() {
  const set: unknown[] = [];
  return {
    set,
    session: {
      availableSpellCheckerLanguages: available,
      setSpellCheckerEnabled: (enabled: boolean) => void set.push(enabled),
      setSpellCheckerLanguages: (languages: string[]) => void set.push(languages),
    },
  };
}

test('what the user writes in is checked with the nearest dictionary there is', () => {
  expect(dictionariesFor(['de-AT', 'en-GB', 'fr'], available)).toEqual(['de', 'en-GB', 'fr']);
  expect(dictionariesFor(['en', 'en-IN'], available)).toEqual(['en-US']);
  expect(dictionariesFor(['pt'], available)).toEqual(['pt-BR']);
});

test('a language without a dictionary is left out, instead of failing', () => {
  expect(dictionariesFor(['tlh', 'de'], available)).toEqual(['de']);
});

test('nothing chosen means the languages of the system', () => {
  const { session, set } = fakeSession();
  const follow = createSpelling({ session, platform: 'linux', system: ['de-DE'] });
  follow({ language: 'system', textSize: 100, spellCheck: true, spellCheckLanguages: [] });
  expect(set).toEqual([true, ['de']]);
  follow({ language: 'en', textSize: 125, spellCheck: true, spellCheckLanguages: [] });
  expect(set).toHaveLength(2);
  follow({ language: 'en', textSize: 125, spellCheck: false, spellCheckLanguages: ['fr'] });
  expect(set.slice(2)).toEqual([false, ['fr']]);
});

test('a Mac finds the language by itself', () => {
  const { session, set } = fakeSession();
  createSpelling({ session, platform: 'darwin', system: ['de'] })({
    language: 'system',
    textSize: 100,
    spellCheck: true,
    spellCheckLanguages: ['fr'],
  });
  expect(set).toEqual([true]);
});
