import { expect, test } from 'vitest';
import { noAttachments } from '../../../../src/core/attachments/document.ts';
import { createProgress } from '../../../../src/core/attachments/progress.ts';
import { type Document, StoreUnavailable } from '../../../../src/core/ports.ts';
import type { Message } from '../../../../src/domain/message.ts';

const message = (sequence: number, state: 'waiting' | 'stored'): Message => ({
  id: `m${sequence}`,
  sequence,
  lineId: 'line',
  conversationId: 'c',
  peer: '+14155551234',
  direction: 'inbound',
  body: '',
  at: '2026-03-01T12:00:00.000Z',
  status: 'received',
  media: [{ url: 'https://media.example.com/a', state }],
});

function memory(): Document<typeof noAttachments> {
  let value = noAttachments;
  return {
    get: () => value,
    async set(next) {
      value = next;
    },
  };
}

test('what waits is looked for from before the oldest of it', async () => {
  const document = memory();
  const progress = createProgress(document, 10);
  progress.complete(10);
  for (const sequence of [11, 12, 13]) progress.seen(message(sequence, sequence === 12 ? 'waiting' : 'stored'));
  await progress.remember(true);
  expect(document.get()).toEqual({ upTo: 11, again: [], closed: true });
  progress.changed(message(12, 'stored'));
  await progress.remember(true);
  expect(document.get().upTo).toBe(13);
});

test('until everything of before was looked through, nothing of it counts as done', async () => {
  const document = memory();
  const progress = createProgress(document, 10);
  progress.seen(message(5_000, 'stored'));
  progress.found(message(11, 'waiting'));
  await progress.remember(false);
  expect(document.get().upTo).toBe(10);
  progress.complete(4_000);
  await progress.remember(false);
  expect(document.get().upTo).toBe(10);
  progress.removed('m11');
  await progress.remember(false);
  expect(document.get().upTo).toBe(5_000);
});

test('what was asked for again is remembered until it is settled', async () => {
  const document = memory();
  const progress = createProgress(document, 10);
  progress.complete(10);
  await progress.again(message(3, 'waiting'));
  expect(document.get()).toEqual({ upTo: 10, again: ['m3'], closed: false });
  progress.changed(message(3, 'stored'));
  expect(document.get().again).toEqual([]);
});

test('a store that cannot write costs nothing but some looking at the next start', async () => {
  const document = { ...memory(), set: () => Promise.reject(new StoreUnavailable()) };
  const progress = createProgress(document, 10);
  await progress.again(message(3, 'waiting'));
  await progress.remember(true);
  expect(document.get()).toEqual(noAttachments);
});
