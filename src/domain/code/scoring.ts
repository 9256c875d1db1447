/**
 * How surely a candidate is the code the text speaks of, by how it stands to the word for one: `code: 123456`,
 * `123456 is your code`, `enter 123456 to sign in`, or alone on a line of a text about a code.
 * @module
 */
import type { Candidate } from './candidates.ts';
import type { Noun, Reading } from './reading.ts';
import { vocabulary } from './vocabulary.ts';

const opening = String.raw`[\s:：=>"'«»„“”‘’(\[【（「『*–—-]`;
const closing = String.raw`[\s"'»“”’)\]】）」』]`;
const link = vocabulary.links;

const tight = new RegExp(`^${opening}{0,4}(?:${link})?${opening}{0,4}$`, 'u');
const linked = new RegExp(`(?:${link}${opening}{0,4}|[:：=–—-]${opening}{0,3})$`, 'u');
const follows = new RegExp(`^${closing}{0,3}(?:${link}|[:：(（【[–—-])`, 'u');
const besideNoun = new RegExp(`^${closing}{0,2}[(（【]?$`, 'u');
/** `code Shop:`, `code Shop is` */
const called = new RegExp(`^[\\p{L}\\s'’+.&-]*(?:[:：]|\\s(?:${link}))\\s?$`, 'u');
const onlyWords = /^[\p{L}\s'’+.&-]*$/u;
const sentenceEnd = /[.!?](?=\s+[^\d\s])|[。！？\n]/u;

const numbered =
  '(?<!\\p{L})(?:no|nr|num|number|code|id|numero|reference|ref|\\p{L}{0,20}(?:nummer|number)|номер|رقم|nomor|numara(?:niz)?)';
/** `order no. 123456`, `case number is 123456` */
const ofThing = new RegExp(
  `(?:(?:${vocabulary.things}|_{2,})[\\s.:#№°º-]{0,4}(?:${numbered}[\\s.:#]{0,3}){0,2}|${numbered}[\\s.:#]{0,3}(?:${link})?[\\s:：#]{0,3})$`,
  'u',
);
const afterPreposition = new RegExp(`${vocabulary.prepositions}\\s$`, 'u');
/** `Reply STOP to 12345` */
const addressee =
  /(?<!\p{L})(?:stopp?|стоп|baja|help|text|reply|sms|send|forward|sende|sms|envoyez|envia|invia|wyslij|отправьте|call|dial|vote)(?!\p{L})[^.!?\n]{0,24}\s(?:to|an|au|al|a|na|на|till|til|naar)\s$/u;
const verbBefore = new RegExp(`${vocabulary.verbs}${opening}{1,4}$`, 'u');
const signs = new RegExp(vocabulary.signs, 'u');

/** How far the word for a code may be away, in characters. */
const farthest = { certain: 110, called: 20, possible: 60, unlinked: 30, behind: 60, unlinkedBehind: 32, purpose: 70 } as const;

/** Zero: it is none. */
export function scoreOf(candidate: Candidate, reading: Reading): number {
  const { start } = candidate;
  const before = reading.lower.slice(Math.max(0, start - 48), start);
  if (addressee.test(before)) return 0;
  const labelled = bestOf(reading.nouns, (noun) => tightly(candidate, noun, reading));
  if (labelled > 0) return labelled;
  if (ofThing.test(before)) return 0;
  return Math.max(
    bestOf(reading.nouns, (noun) => (noun.end <= start ? loosely(candidate, noun, reading) : behind(candidate, noun, reading))),
    asAsked(candidate, reading, before),
    aloneOnLine(candidate, reading),
  );
}

function bestOf(nouns: readonly Noun[], score: (noun: Noun) => number): number {
  return nouns.reduce((best, noun) => Math.max(best, score(noun)), 0);
}

/** `code: 123456`, `code is 123456` */
function tightly({ start, form }: Candidate, noun: Noun, { lower, evidence, isOffer }: Reading): number {
  if (noun.end > start || start - noun.end > 24 || isOffer) return 0;
  const gap = lower.slice(noun.end, start);
  if (!tight.test(gap)) return 0;
  if (form === 'odd' && !linked.test(gap) && !evidence) return 0;
  return 100 + (noun.certain ? 20 : 0);
}

/** `code for your order at the shop is 123456` */
function loosely({ start, form }: Candidate, noun: Noun, { lower, evidence, isOffer }: Reading): number {
  const gap = lower.slice(noun.end, start);
  const isCalled = gap.length <= farthest.called && called.test(gap) && !isOffer && form !== 'odd';
  if (isCalled) return 75;
  if (!evidence || gap.length > farthest.certain || sentenceEnd.test(gap) || afterPreposition.test(gap)) return 0;
  const isLinked = linked.test(gap);
  const most = isLinked ? (noun.certain ? farthest.certain : farthest.possible) : farthest.unlinked;
  if (gap.length > most || (!isLinked && /\d/.test(gap))) return 0;
  if (form === 'odd' && gap.length > farthest.unlinked) return 0;
  return (isLinked ? 80 : 60) - gap.length / 10;
}

/** `123456 is your code` */
function behind({ end, form }: Candidate, noun: Noun, { lower, evidence, isOffer }: Reading): number {
  const gap = lower.slice(end, noun.start);
  if (noun.start < end || gap.length > farthest.behind || isOffer || sentenceEnd.test(gap)) return 0;
  const certainty = noun.certain ? 20 : 0;
  if (follows.test(gap)) return 90 + certainty - gap.length / 10;
  if (!evidence || form === 'odd') return 0;
  if (besideNoun.test(gap)) return 85 + certainty;
  return gap.length <= farthest.unlinkedBehind && onlyWords.test(gap) ? 55 : 0;
}

/** `enter 123456 to sign in` */
function asAsked({ end, form }: Candidate, { lower, nouns }: Reading, before: string): number {
  if (form === 'odd' || (form === 'letters' && nouns.length === 0) || !verbBefore.test(before)) return 0;
  const [purpose = ''] = lower.slice(end, end + farthest.purpose).split(sentenceEnd);
  return signs.test(purpose) ? 50 : 0;
}

function aloneOnLine({ start, end, form }: Candidate, { lower, nouns, evidence }: Reading): number {
  if (form === 'odd' || nouns.length === 0 || !evidence) return 0;
  const isAlone =
    /(?:^|\n)[^\p{L}\d\n]{0,4}$/u.test(lower.slice(Math.max(0, start - 5), start)) &&
    /^[^\p{L}\d\n]{0,4}(?:\n|$)/u.test(lower.slice(end, end + 5));
  return isAlone ? 40 : 0;
}
