import { statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IndexedMessage, IndexQuery, SearchIndex } from '../../../src/core/ports.ts';
import { holdsAll, searchTerms } from '../../../src/domain/search-query.ts';
import { foldText } from '../../../src/domain/search-text.ts';
import { indexFileName } from '../../../src/search/search-index.ts';
import { indexedText, openSearchIndex } from '../../support/search-index.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const found = async (index: SearchIndex, query: string, rest: Partial<IndexQuery> = {}): Promise<number[]> =>
  (await index.query({ terms: searchTerms(query), limit: 50, ...rest })).hits.map(({ sequence }) => sequence);

/** What the index is compared with: looking at everything. */
function foundByReading(messages: readonly IndexedMessage[], { terms, ...query }: IndexQuery): number[] {
  return messages
    .filter(
      (message) =>
        holdsAll(foldText(message.body), terms) &&
        (query.lineId === undefined || message.lineId === query.lineId) &&
        (query.direction === undefined || message.direction === query.direction) &&
        (query.hasMedia === undefined || message.hasMedia === query.hasMedia) &&
        (query.from === undefined || Date.parse(message.at) >= query.from) &&
        (query.to === undefined || Date.parse(message.at) < query.to) &&
        (query.before === undefined || message.sequence < query.before),
    )
    .map(({ sequence }) => sequence)
    .sort((one, other) => other - one);
}

const pieces = [
  'Café',
  'cafe',
  'naïve',
  'STRASSE',
  'straße',
  'AND',
  'NOT',
  'OR',
  'NEAR',
  '*',
  '"',
  "'",
  '(',
  ')',
  '-',
  '^',
  ':',
  '+',
  '%',
  '_',
  '\\',
  '\0',
];
const scripts = [
  '会议',
  '明天见',
  '日本語',
  'が',
  'שלום',
  'שָׁלוֹם',
  'مرحبا',
  'Ελλάδα',
  'ΟΔΟΣ',
  'हिन्दी',
  '😀',
  '👩‍👩‍👧',
  '🇩🇪',
  '\u202e',
  '\u200b',
  '\ud800',
];
const piece = fc.oneof(
  fc.constantFrom(...pieces, ...scripts),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.constantFrom(' ', '\n', '12', '3456'),
);
const body = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''));
const aMessage = fc.record({
  body,
  line: fc.constantFrom('l_1', 'l_2'),
  outbound: fc.boolean(),
  hasMedia: fc.boolean(),
  old: fc.boolean(),
});
const aQuery = fc.record(
  {
    typed: fc.oneof(
      fc.array(piece, { maxLength: 3 }).map((parts) => parts.join(' ')),
      body,
    ),
    lineId: fc.constantFrom('l_1', 'l_2', 'l_3'),
    direction: fc.constantFrom('inbound' as const, 'outbound' as const),
    hasMedia: fc.boolean(),
    from: fc.integer({ min: -20, max: 40 }),
    to: fc.integer({ min: -20, max: 40 }),
    before: fc.integer({ min: -20, max: 40 }),
  },
  { requiredKeys: ['typed'] },
);
const minute = (sequence: number): number => 1_750_000_000_000 + sequence * 60_000;

test('it finds what reading everything finds, in every script, with every filter and whatever is typed', async () => {
  const folder = await temporaryFolder();
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(aMessage, { maxLength: 25 }), fc.array(aQuery, { minLength: 1, maxLength: 8 }), async (drafts, queries) => {
      run += 1;
      const index = openSearchIndex(join(folder, String(run)));
      const messages = drafts.map(({ body: text, line, outbound, hasMedia, old }, position) =>
        indexedText(old ? position - 1_000 : position, text, {
          lineId: line,
          conversationId: `c_${line}`,
          direction: outbound ? 'outbound' : 'inbound',
          hasMedia,
        }),
      );
      await index.put(messages);
      for (const { typed, from, to, ...rest } of queries) {
        const query: IndexQuery = {
          ...rest,
          terms: searchTerms(typed),
          limit: 50,
          ...(from !== undefined && { from: minute(from) }),
          ...(to !== undefined && { to: minute(to) }),
        };
        const answer = await index.query(query);
        expect(answer).toMatchObject({ timeIsUp: false, superseded: false, nextBefore: null });
        expect(answer.hits.map(({ sequence }) => sequence)).toEqual(foundByReading(messages, query));
      }
      await index.close();
    }),
    { numRuns: 40 },
  );
});

test('what it answers is what was put into it', async () => {
  const index = openSearchIndex(await temporaryFolder());
  const message = indexedText(-9_000_000_000_000_000 + 7, 'An old one — 会议', { hasMedia: true, direction: 'outbound', peer: 'GOOGLE' });
  await index.put([message]);
  expect((await index.query({ terms: ['old'], limit: 5 })).hits).toEqual([message]);
});

describe('two characters', () => {
  test('are found among more texts than are read for them', async () => {
    const index = openSearchIndex(await temporaryFolder());
    const texts = Array.from({ length: 6_000 }, (_each, sequence) => indexedText(sequence, `text about nothing ${sequence}`));
    const rare = [indexedText(-1, 'ends with qx'), indexedText(-2, 'qx begins'), indexedText(-3, '周末见 qxqx'), indexedText(-4, '周')];
    for (let start = 0; start < texts.length; start += 1_000) await index.put(texts.slice(start, start + 1_000));
    await index.put(rare);
    expect(await found(index, 'qx')).toEqual([-1, -2, -3]);
    expect(await found(index, '末见')).toEqual([-3]);
    expect(await found(index, 'qx', { limit: 2 })).toEqual([-1, -2]);
    expect(await found(index, 'qx', { before: -1 })).toEqual([-2, -3]);
    expect(await found(index, 'zj')).toEqual([]);
    expect(await found(index, 'qx', { direction: 'inbound', lineId: 'l_1' })).toEqual([-1, -2, -3]);
    expect(await found(index, 'qx', { direction: 'outbound' })).toEqual([]);
    expect(await found(index, 'qx', { lineId: 'l_2' })).toEqual([]);
  });
});

test('messages that are taken out are not found, and a conversation can be forgotten whole', async () => {
  const index = openSearchIndex(await temporaryFolder());
  await index.put([1, 2, 3].map((sequence) => indexedText(sequence, 'same text')));
  await index.put([indexedText(4, 'same text', { conversationId: 'c_2' })]);
  await index.remove([2, 99].map((sequence) => indexedText(sequence, '')));
  expect(await found(index, 'same')).toEqual([4, 3, 1]);
  await index.forget('c_1');
  await index.forget('c_none');
  expect(await found(index, 'same')).toEqual([4]);
  expect(await index.known()).toEqual([{ id: 'c_2', count: 1, lastSequence: 4 }]);
});

test('imported messages of several conversations that have one moment, and so one sequence, are each found, listed and taken out', async () => {
  const index = openSearchIndex(await temporaryFolder());
  const sequence = -5_000_000_000_000;
  const ids = ['c_1', 'c_2', 'c_3', 'c_4'];
  const texts = ids.flatMap((conversationId) =>
    [0, 1, 2].map((tie) => indexedText(sequence + tie, 'same moment', { conversationId, id: `${conversationId} ${tie}` })),
  );
  await index.put(texts);
  await index.put(texts);
  const known = ids.map((id) => ({ id, count: 3, lastSequence: sequence + 2 }));
  expect(await index.known()).toEqual(known);
  const listed: string[] = [];
  for (let before: number | null | undefined; before !== null; ) {
    const page = await index.query({ terms: searchTerms('moment'), limit: 5, ...(before !== undefined && { before }) });
    listed.push(...page.hits.map(({ id }) => id));
    before = page.nextBefore;
  }
  expect(listed.toSorted()).toEqual(texts.map(({ id }) => id).toSorted());
  await index.remove([indexedText(sequence, '', { conversationId: 'c_3' })]);
  expect(await index.known()).toEqual(known.map((each) => (each.id === 'c_3' ? { ...each, count: 2 } : each)));
  const { hits } = await index.query({ terms: searchTerms('mo'), limit: 50 });
  expect(hits.map(({ id }) => id).toSorted()).toEqual(texts.map(({ id }) => id).filter((id) => id !== 'c_3 0'));
});

test('a message is kept once, however often it is put', async () => {
  const index = openSearchIndex(await temporaryFolder());
  await Promise.all([index.put([indexedText(1, 'first')]), index.put([indexedText(1, 'first')])]);
  await index.put([indexedText(1, 'other')]);
  expect(await found(index, 'first')).toEqual([1]);
  expect(await found(index, 'other')).toEqual([]);
});

test('what was asked for after a message is answered with it', async () => {
  const index = openSearchIndex(await temporaryFolder());
  const added = [index.add(indexedText(1, 'just now')), index.add(indexedText(2, 'just then'))];
  expect(await found(index, 'just')).toEqual([2, 1]);
  await Promise.all(added);
  const alone = index.add(indexedText(3, 'later'));
  await alone;
  expect(await index.known()).toMatchObject([{ count: 3 }]);
});

test('a newer query of the same asker ends the older one, and nobody else’s', async () => {
  const index = openSearchIndex(await temporaryFolder());
  for (let start = 0; start < 20_000; start += 1_000) {
    await index.put(Array.from({ length: 1_000 }, (_each, at) => indexedText(start + at, `nothing of the kind ${start + at}`)));
  }
  const ask = (asker: string) => index.query({ terms: ['%'], limit: 10, asker });
  const [first, second, other] = await Promise.all([ask('window'), ask('window'), ask('another')]);
  expect(first).toMatchObject({ superseded: true, hits: [] });
  expect(second.superseded).toBe(false);
  expect(other.superseded).toBe(false);
});

test('it answers in time even when it cannot look at everything, and says where to go on', async () => {
  const index = openSearchIndex(await temporaryFolder());
  for (let start = 0; start < 60_000; start += 1_000) {
    await index.put(
      Array.from({ length: 1_000 }, (_each, at) => indexedText(start + at, `${start + at === 5 ? '%' : ''} ${'long text '.repeat(30)}`)),
    );
  }
  let before: number | undefined;
  let hits: number[] = [];
  for (;;) {
    const answer = await index.query({ terms: ['%'], limit: 10, ...(before !== undefined && { before }) });
    hits = [...hits, ...answer.hits.map(({ sequence }) => sequence)];
    if (answer.nextBefore === null) break;
    expect(answer.nextBefore).toBeLessThan(before ?? Number.POSITIVE_INFINITY);
    before = answer.nextBefore;
  }
  expect(hits).toEqual([5]);
});

test('tidying comes to an end and changes no answer', async () => {
  const index = openSearchIndex(await temporaryFolder());
  for (let start = 0; start < 3_000; start += 100) {
    await index.put(Array.from({ length: 100 }, (_each, at) => indexedText(start + at, `word${start + at} and more`)));
  }
  const before = await found(index, 'word29');
  let steps = 0;
  while (await index.tidy()) steps += 1;
  expect(steps).toBeLessThan(1_000);
  expect(await found(index, 'word29')).toEqual(before);
  expect(before).toHaveLength(50);
});

test('the file can be read by its owner only', async () => {
  const folder = await temporaryFolder();
  const index = openSearchIndex(join(folder, 'search'));
  await index.put([indexedText(1, 'private')]);
  const modes = ['', '-wal', '-shm'].map((suffix) => statSync(join(folder, 'search', indexFileName + suffix)).mode & 0o777);
  expect(modes).toEqual([0o600, 0o600, 0o600]);
  expect(statSync(join(folder, 'search')).mode & 0o777).toBe(0o700);
});

test('what it held is there again when it is opened again', async () => {
  const folder = await temporaryFolder();
  const index = openSearchIndex(folder);
  await index.put([indexedText(1, 'remember me'), indexedText(-5, 'and me')]);
  await index.close();
  const again = openSearchIndex(folder);
  expect(await found(again, 'me')).toEqual([1, -5]);
  expect(await again.known()).toEqual([{ id: 'c_1', count: 2, lastSequence: 1 }]);
});
