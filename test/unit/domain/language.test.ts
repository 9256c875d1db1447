import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageFor, languages, localeFor } from '../../../src/domain/language.ts';

describe('the language', () => {
  test('is the one the user chose, whatever the system speaks', () => {
    expect(languageFor('de', ['en-US'])).toBe('de');
    expect(languageFor('en', ['de-DE'])).toBe('en');
  });

  test('is the first of the system’s languages there are words for', () => {
    expect(languageFor('system', ['de-AT', 'en-GB'])).toBe('de');
    expect(languageFor('system', ['fr-FR', 'de'])).toBe('de');
    expect(languageFor('system', ['DE_CH'])).toBe('de');
  });

  test('is English where there are no words for any of them', () => {
    expect(languageFor('system', ['fr', 'tlh', ''])).toBe('en');
    expect(languageFor('system', [])).toBe('en');
  });
});

describe('dates and numbers', () => {
  test('are written as in the user’s own country', () => {
    expect(localeFor('de', ['en-US', 'de-AT'])).toBe('de-AT');
    expect(localeFor('en', ['de-DE'])).toBe('en');
  });

  test('are written for any system there may be', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        fc.array(fc.oneof(fc.string(), fc.constantFrom('de-AT', 'en_GB', 'de-', 'en-x'))),
        (language, tags) => {
          const locale = localeFor(language, tags);
          expect(new Intl.NumberFormat(locale).format(1)).not.toBe('');
        },
      ),
    );
  });
});
