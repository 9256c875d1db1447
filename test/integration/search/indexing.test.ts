import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock, systemRandom } from '../../../src/app/system.ts';
import { createJobs } from '../../../src/core/jobs.ts';
import type { MessageLog, SearchIndex } from '../../../src/core/ports.ts';
import { createIndexing, type Indexing } from '../../../src/core/searching/indexing.ts';
import { createAnnouncer } from '../../../src/core/state.ts';
import { eventually } from '../../support/eventually.ts';
import { fillStore } from '../../support/fill-store.ts';
import { openSearchIndex } from '../../support/search-index.ts';
import { silentLogger } from '../../support/silent-logger.ts';
import { inBatches, inboundDraft, openTestStore } from '../../support/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

type SetUp = { readonly log: MessageLog; readonly index: SearchIndex; readonly indexing: Indexing; readonly progress: number[] };

async function setUp(folder: string, index = openSearchIndex(join(folder, 'search'))): Promise<SetUp> {
  const store = await openTestStore(join(folder, 'store'));
  const announcer = createAnnouncer({ clock: systemClock, logger: silentLogger });
  const progress: number[] = [];
  const made = createJobs({ announcer, clock: systemClock, random: systemRandom });
  const jobs: typeof made = {
    ...made,
    start(job) {
      const running = made.start(job);
      return {
        ...running,
        progress(done, total) {
          progress.push(done);
          running.progress(done, total);
        },
      };
    },
  };
  const indexing = createIndexing({ index, messages: store.messages, jobs, clock: systemClock, logger: silentLogger });
  onTestFinished(() => indexing.close());
  return { log: indexing.watch(store.messages), index, indexing, progress };
}

const isReady = (indexing: Indexing) => eventually('the index is whole', () => indexing.state().state === 'ready');
const found = async ({ query }: Pick<Indexing, 'query'>, term: string): Promise<number[]> =>
  (await query({ terms: [term], limit: 100 })).hits.map(({ sequence }) => sequence);

test('everything that is stored becomes searchable, and it is told how far it is', async () => {
  const folder = await temporaryFolder();
  await fillStore(join(folder, 'store'), { messages: 3_000, conversations: 40, largest: 1_200 });
  const { indexing, progress, index } = await setUp(folder);
  expect(indexing.state().state).toBe('building');
  indexing.start();
  await isReady(indexing);
  expect(await found(indexing, '2999 ')).toEqual([2_999]);
  expect((await index.known()).reduce((sum, { count }) => sum + count, 0)).toBe(3_000);
  expect(progress.length).toBeGreaterThan(10);
  expect(progress).toEqual(progress.toSorted((one, other) => one - other));
  expect(progress.at(-1)).toBe(3_000);
});

test('what comes and goes while it is built is there and not there in the end', async () => {
  const folder = await temporaryFolder();
  const { conversationIds } = await fillStore(join(folder, 'store'), { messages: 4_000, conversations: 4 });
  const { log, indexing } = await setUp(folder);
  indexing.start();
  const pages = await Promise.all(conversationIds.map((conversationId) => log.page({ conversationId, limit: 25 })));
  const removed = pages.flatMap((page) => page?.items ?? []);
  for (const [index, { id }] of removed.entries()) {
    await log.remove(id);
    await log.append(inboundDraft({ lineId: 'l_filled', peer: '+12025550000', body: `new one ${index}` }), []);
  }
  await isReady(indexing);
  expect(await found(indexing, 'new one')).toHaveLength(removed.length);
  for (const { body, sequence } of removed.slice(0, 5)) expect(await found(indexing, body.slice(0, 6))).not.toContain(sequence);
});

test('only what differs is read again: new texts, removed ones, whole conversations', async () => {
  const folder = await temporaryFolder();
  const first = await setUp(folder);
  first.indexing.start();
  const texts = [];
  for (let index = 0; index < 30; index += 1) {
    const peer = `+1415555010${index % 3}`;
    texts.push((await first.log.append(inboundDraft({ peer, body: `text ${index}` }), [])).message);
  }
  await isReady(first.indexing);
  await eventually('all are there', async () => (await found(first.indexing, 'text')).length === 30);

  // Behind the index's back: one more at the end of a conversation, one less in the middle of another.
  const put: number[] = [];
  const counted: SearchIndex = {
    ...first.index,
    put: (messages) => {
      put.push(...messages.map(({ sequence }) => sequence));
      return first.index.put(messages);
    },
  };
  const again = createIndexing({
    index: { ...counted, close: async () => undefined },
    messages: { ...first.log },
    jobs: { start: () => expect.fail('so little is no job'), dismiss: () => false },
    clock: systemClock,
    logger: silentLogger,
  });
  await first.index.remove([texts.at(-1), texts[4]].flatMap((message) => message ?? []));
  again.start();
  await isReady(again);
  expect(await found(again, 'text')).toHaveLength(30);
  // Of the one only its end, of the other everything, of the third nothing.
  const whole = texts.filter((_each, index) => index % 3 === 1);
  const expected = [texts.at(-1), ...whole].flatMap((message) => message?.sequence ?? []);
  expect(put.toSorted((one, other) => one - other)).toEqual(expected.toSorted((one, other) => one - other));
  await again.close();
});

test('a conversation the log does not know is forgotten', async () => {
  const folder = await temporaryFolder();
  const index = openSearchIndex(join(folder, 'search'));
  await index.put([
    {
      id: 'm_gone',
      sequence: 7,
      lineId: 'l_gone',
      conversationId: 'c_gone',
      peer: '+1',
      direction: 'inbound',
      at: '2026-03-01T12:00:00.000Z',
      body: 'ghost',
      hasMedia: false,
    },
  ]);
  const { indexing } = await setUp(folder, index);
  indexing.start();
  await isReady(indexing);
  expect(await found(indexing, 'ghost')).toEqual([]);
});

test('an index that is lost while the app runs is built again by itself', async () => {
  const folder = await temporaryFolder();
  const index = openSearchIndex(join(folder, 'search'));
  let lose = (): void => undefined;
  const losing: SearchIndex = {
    ...index,
    onLost(listener) {
      lose = listener;
      return () => undefined;
    },
  };
  const { log, indexing } = await setUp(folder, losing);
  indexing.start();
  const { message } = await log.append(inboundDraft({ body: 'find me again' }), []);
  await isReady(indexing);
  expect(await found(indexing, 'again')).toEqual([message.sequence]);
  await index.forget(message.conversationId);
  expect(await found(indexing, 'again')).toEqual([]);
  lose();
  await eventually('it is found again', async () => (await found(indexing, 'again')).length === 1);
});

test('old messages that are imported are found, newest first, below those that arrived here', async () => {
  const folder = await temporaryFolder();
  const { log, indexing } = await setUp(folder);
  indexing.start();
  const live = await log.append(inboundDraft({ body: 'needle that arrived' }), []);
  await isReady(indexing);
  const old = (day: number, peer: string) =>
    inboundDraft({ peer, body: `needle of day ${day}`, at: `2019-05-${String(day).padStart(2, '0')}T08:00:00.000Z` });
  await log.importHistory(inBatches([old(3, '+14155550100'), old(9, '+14155550199'), old(6, '+14155550100')]));
  indexing.compare();
  await eventually('they are found', async () => (await found(indexing, 'needle')).length === 4);
  const { hits } = await indexing.query({ terms: ['needle'], limit: 10 });
  expect(hits.map(({ body }) => body)).toEqual([live.message.body, 'needle of day 9', 'needle of day 6', 'needle of day 3']);
  const inMay = { from: Date.parse('2019-05-05T00:00:00.000Z'), to: Date.parse('2019-05-08T00:00:00.000Z') };
  expect((await indexing.query({ terms: [], limit: 10, ...inMay })).hits.map(({ body }) => body)).toEqual(['needle of day 6']);
});
