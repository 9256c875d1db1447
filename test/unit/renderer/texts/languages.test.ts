import { describe, expect, test } from 'vitest';
import { de } from '../../../../renderer/texts/de/index.ts';
import { compare as germanCompare } from '../../../../renderer/texts/de/later/compare.ts';
import { deliveries as germanDeliveries } from '../../../../renderer/texts/de/later/deliveries.ts';
import { doctor as germanDoctor } from '../../../../renderer/texts/de/later/doctor.ts';
import { lab as germanLab } from '../../../../renderer/texts/de/later/lab.ts';
import { learn as germanLearn } from '../../../../renderer/texts/de/later/learn.ts';
import { takeAlong as germanTakeAlong } from '../../../../renderer/texts/de/later/take-along.ts';
import { en } from '../../../../renderer/texts/en/index.ts';
import { compare as englishCompare } from '../../../../renderer/texts/en/later/compare.ts';
import { deliveries as englishDeliveries } from '../../../../renderer/texts/en/later/deliveries.ts';
import { doctor as englishDoctor } from '../../../../renderer/texts/en/later/doctor.ts';
import { lab as englishLab } from '../../../../renderer/texts/en/later/lab.ts';
import { learn as englishLearn } from '../../../../renderer/texts/en/later/learn.ts';
import { takeAlong as englishTakeAlong } from '../../../../renderer/texts/en/later/take-along.ts';
import { de as shellGerman } from '../../../../src/contract/texts/de.ts';
import { en as shellEnglish } from '../../../../src/contract/texts/en.ts';
import { leaves } from '../../../support/leaves.ts';

/** Told apart from what is forgotten: words that are the same in both languages. */
const sameInBoth = new Set([
  'Texttray',
  'optional',
  'Name',
  'Tag',
  'Tags',
  'Details',
  'Version',
  'Code',
  'Codes',
  'OK',
  'https://…',
  'localhost.run',
  'ngrok',
  'pinggy',
  'Cloudflare Tunnel',
  'Authtoken',
  'Domain',
  'Text',
  'Bytes',
  'Audio',
  'Video',
  'Orange',
  'Fax',
  'Pager',
  'Status',
  'English',
  'Deutsch',
  'JSON',
  'CSV',
  'Parameter',
  'Port',
  'Python',
  'Node.js',
  'SMS Backup & Restore (XML)',
]);

/** `said` is a function for any sentence, `keys` are what is printed on keyboards, `mixed` and `span` only put together. */
const notWords = /^(said|shortcuts\.keys\.)|^reception\.ledger\.(span|mixed)/;

describe.each([
  ['the window', en, de],
  ['the shell', shellEnglish, shellGerman],
  ['the inspector', englishDeliveries, germanDeliveries],
  ['the lab', englishLab, germanLab],
  ['the comparison', englishCompare, germanCompare],
  ['the doctor', englishDoctor, germanDoctor],
  ['the lessons', englishLearn, germanLearn],
  ['taking along', englishTakeAlong, germanTakeAlong],
])('%s in German', (_name, english, german) => {
  const germanTexts = new Map(leaves(german));

  test('says everything English says', () => {
    const missing = [...leaves(english)].filter(
      ([path, text]) => !notWords.test(path) && text !== '' && (germanTexts.get(path) ?? '') === '',
    );
    expect(missing).toEqual([]);
  });

  test('says it in German', () => {
    const same = [...leaves(english)].filter(
      ([path, text]) => !notWords.test(path) && /\p{L}{3}/u.test(text) && germanTexts.get(path) === text && !sameInBoth.has(text),
    );
    expect(same).toEqual([]);
  });

  test('calls the user Sie, and writes quotes and dots as German does', () => {
    const wrong = [...germanTexts].filter(
      ([, text]) => /\b(du|dir|dich|dein\p{L}*|euch|euer)\b/iu.test(text) || /["”]|\p{L}…$/u.test(text) || /\.\.\./.test(text),
    );
    expect(wrong).toEqual([]);
  });
});
