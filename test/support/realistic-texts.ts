/**
 * Texts like those people write: a few words come again and again, most are rare, some hold numbers. The same index is
 * always the same text.
 * @module
 */

const common =
  'the to you and a I is for it in on at of me my be so we have that will this are do not can your was just with but if see what ok yes no up out now all get know when there thanks good today tomorrow tonight time home back here call text please sorry love hi hey morning dinner lunch meeting work school train bus late early minutes hour week monday friday saturday sunday code order parcel delivery invoice appointment doctor garage keys kids mum dad friend party birthday weekend holiday café naïve weather money bank card password address street number phone message picture photo link video'.split(
    ' ',
  );
const onsets =
  'b bl br c ch cl cr d dr f fl fr g gl gr h j k kl kn l m n p ph pl pr qu r s sc sch sh sk sl sm sn sp st str sw t th tr tw v w wh y z'.split(
    ' ',
  );
const vowels = 'a e i o u ai ea ee ie oa oo ou'.split(' ');
const codas = [
  '',
  '',
  'b',
  'ck',
  'd',
  'ff',
  'g',
  'l',
  'll',
  'm',
  'mp',
  'n',
  'nd',
  'ng',
  'nt',
  'p',
  'r',
  'rd',
  'rk',
  's',
  'ss',
  'st',
  't',
  'x',
];

/** How many different words there are. */
const vocabularySize = 30_000;

/** A generator of numbers from 0 to below 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
}

/** Every word, the most frequent first. */
export function vocabulary(): readonly string[] {
  const random = randomFrom(7);
  const words = new Set(common);
  while (words.size < vocabularySize) {
    const syllables = 1 + Math.floor(random() * 2.6);
    words.add(Array.from({ length: syllables }, () => pick(onsets, random) + pick(vowels, random) + pick(codas, random)).join(''));
  }
  return [...words];
}

/** Makes the `index`-th text, about 110 characters. */
export function realisticTexts(): (index: number) => string {
  const words = vocabulary();
  return (index) => {
    const random = randomFrom(index + 1);
    // The nth word is about n times rarer than the first.
    const next = (): string => words[Math.floor(words.length ** random()) - 1] ?? 'the';
    const text = Array.from({ length: 6 + Math.floor(random() * 30) }, next).join(' ');
    return random() < 0.15 ? `${text} ${100_000 + Math.floor(random() * 900_000)}` : text;
  };
}
