import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptAround, holdsAll, marksOf, searchTerms } from '../../../src/domain/search-query.ts';
import { foldText, foldWithPlaces } from '../../../src/domain/search-text.ts';

const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.string());

describe('folding', () => {
  test.each([
    ['Straße in ÅRHUS', 'strasse in arhus'],
    ['ΟΔΟΣ οδος', 'οδοσ οδοσ'],
    ['İstanbul ısı', 'istanbul isi'],
    ['cafe\u0301 café', 'cafe cafe'],
    ['ＦＵＬＬ　ｗｉｄｔｈ', 'full width'],
    ['pay\u200bpal \u202eevil\u202c', 'paypal evil'],
    ['two\n\nlines\tand  spaces\u00a0', 'two lines and spaces '],
    ['“quoted” – it’s', '"quoted" - it\'s'],
    ['شُكْرًا', 'شكرا'],
    ['שָׁלוֹם', 'שלום'],
    ['Łódź', 'lodz'],
  ])('%j is compared as %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test('letters of other scripts keep what makes them other letters', () => {
    expect(foldText('が')).not.toBe(foldText('か'));
    expect(foldText('हिन्दी')).not.toBe(foldText('हनद'));
  });

  test('folding again changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  test('every folded unit comes from a place in the text, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { folded, places } = foldWithPlaces(text);
        expect(folded).toBe(foldText(text));
        expect(places).toHaveLength(folded.length + 1);
        expect(places.at(-1)).toBe(text.length);
        expect([...places].sort((one, other) => one - other)).toEqual(places);
      }),
    );
  });
});

describe('a query', () => {
  test.each([
    ['see you soon', ['see', 'you', 'soon']],
    ['"see you" soon', ['see you', 'soon']],
    ['"see you', ['see you']],
    ['“See  You”', ['see you']],
    ['AND not OR * - ( NEAR/2', ['and', 'not', 'or', '*', '-', '(', 'near/2']],
    ['a a A', ['a']],
    ['"" " "', []],
    ['\u200b', []],
  ])('%j means %j', (query, terms) => {
    expect(searchTerms(query)).toEqual(terms);
  });

  test('no query is wrong, and none is longer than what is looked at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (query) => {
        for (const term of searchTerms(query)) expect(foldText(term)).toBe(term);
      }),
    );
  });
});

describe('marks', () => {
  const marked = (text: string, query: string): string[] => marksOf(text, searchTerms(query)).map(([from, to]) => text.slice(from, to));

  test.each([
    ['Grüße aus der Straße', 'strasse GRUSSE', ['Grüße', 'Straße']],
    ['cafe\u0301s', 'cafe', ['cafe\u0301']],
    ['aaaa', 'aa', ['aaaa']],
    ['👩‍👩‍👧 family', 'family', ['family']],
    ['会议在明天', '明天', ['明天']],
    ['the ﬁne print', 'fi', ['ﬁ']],
    ['nothing here', 'zebra', []],
  ])('in %j for %j are %j', (text, query, words) => {
    expect(marked(text, query)).toEqual(words);
  });

  test('are there exactly when all is there, in order and apart', () => {
    fc.assert(
      fc.property(anyText, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }), (text, query) => {
        const terms = searchTerms(query);
        const marks = marksOf(text, terms, 10_000);
        if (terms.length > 0 && holdsAll(foldText(text), terms)) expect(marks.length).toBeGreaterThan(0);
        let end = -1;
        for (const [from, to] of marks) {
          expect(from).toBeGreaterThan(end);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          end = to;
        }
      }),
    );
  });
});

describe('an excerpt', () => {
  test('is the whole of a short text', () => {
    expect(excerptAround('short', [[0, 2]], 10)).toEqual({ text: 'short', marks: [[0, 2]] });
  });

  test('holds the first match of a long one, marked, and says where it was cut', () => {
    const text = `${'a '.repeat(100)}needle${' b'.repeat(100)}`;
    const cut = excerptAround(text, marksOf(text, ['needle']), 60);
    expect(cut.text).toMatch(/^….*needle.*…$/);
    expect(cut.marks.map(([from, to]) => cut.text.slice(from, to))).toEqual(['needle']);
  });

  test('never cuts a character in two', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 0, max: 80 }),
        fc.integer({ min: 4, max: 30 }),
        (text, at, length) => {
          const from = Math.min(at, text.length);
          const { text: part } = excerptAround(text.toWellFormed(), [[from, Math.min(text.length, from + 1)]], length);
          expect(part.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
