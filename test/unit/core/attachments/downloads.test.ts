import { expect, test } from 'vitest';
import { createDownloads, type Wanted } from '../../../../src/core/attachments/downloads.ts';
import type { MediaFailure, StoredMedia } from '../../../../src/core/ports.ts';
import type { Result } from '../../../../src/domain/result.ts';
import { manualClock } from '../../../support/manual-clock.ts';

type Outcome = Result<StoredMedia, MediaFailure>;

const good: Outcome = { ok: true, value: { file: 'a.png', type: 'image/png', bytes: 1 } };
const failed = (passing: boolean): Outcome => ({ ok: false, error: { reason: 'unreachable', passing } });
const wanted = (messageId: string, index = 0): Wanted => ({ messageId, index, url: 'https://media.example.com/a', mostBytes: 1 });

/** Lets what was set off run to where it waits. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

function scene() {
  const clock = manualClock();
  const asked: { readonly signal: AbortSignal; readonly answer: (outcome: Outcome) => void }[] = [];
  const written: [string, Outcome][] = [];
  const removed: string[] = [];
  let canWrite = true;
  const downloads = createDownloads({
    clock,
    media: {
      fetch: (_url, { signal }) => new Promise((answer) => asked.push({ signal, answer })),
      remove: async (file) => void removed.push(file),
    },
    async settle(place, outcome) {
      if (canWrite) written.push([`${place.messageId} ${place.index}`, outcome]);
      return canWrite;
    },
    onBug(error) {
      throw error;
    },
  });
  const store = (works: boolean): void => {
    canWrite = works;
  };
  return { clock, asked, written, removed, downloads, store };
}

test('three are under way at once, and each that ends makes room for the next', async () => {
  const { asked, downloads, written } = scene();
  for (const id of ['1', '2', '3', '4', '5']) downloads.add(wanted(id));
  expect(asked).toHaveLength(3);
  asked[1]?.answer(good);
  await settled();
  expect(asked).toHaveLength(4);
  expect(written).toEqual([['2 0', good]]);
});

test('one place is taken once', async () => {
  const { asked, downloads } = scene();
  downloads.add(wanted('1'));
  downloads.add(wanted('1'));
  downloads.add(wanted('1', 1));
  expect(asked).toHaveLength(2);
});

test('what may pass is tried five times with growing pauses, what does not pass once', async () => {
  const { clock, asked, downloads, written } = scene();
  downloads.add(wanted('1'));
  for (const pause of [5_000, 30_000, 120_000, 600_000]) {
    asked.at(-1)?.answer(failed(true));
    await settled();
    const before = asked.length;
    clock.advance(pause - 1);
    expect(asked).toHaveLength(before);
    clock.advance(1);
    expect(asked).toHaveLength(before + 1);
  }
  expect(written).toEqual([]);
  asked.at(-1)?.answer(failed(true));
  await settled();
  expect(written).toEqual([['1 0', failed(true)]]);
  expect(clock.waiting()).toBe(0);

  downloads.add(wanted('2'));
  asked.at(-1)?.answer(failed(false));
  await settled();
  expect(written.at(-1)).toEqual(['2 0', failed(false)]);
});

test('what waits for its next try is tried at once when somebody asks', async () => {
  const { clock, asked, downloads } = scene();
  downloads.add(wanted('1'));
  asked[0]?.answer(failed(true));
  await settled();
  downloads.hurry();
  expect(asked).toHaveLength(2);
  expect(clock.waiting()).toBe(0);
  asked[1]?.answer(failed(true));
  await settled();
  downloads.add(wanted('1'));
  expect(asked).toHaveLength(3);
});

test('what cannot be written down is tried again later', async () => {
  const { clock, asked, downloads, written, store } = scene();
  store(false);
  downloads.add(wanted('1'));
  asked[0]?.answer(good);
  await settled();
  store(true);
  clock.advance(60_000);
  asked[1]?.answer(good);
  await settled();
  expect(written).toEqual([['1 0', good]]);
});

test('what nobody wants any more ends, and what came all the same is removed', async () => {
  const { asked, downloads, written, removed } = scene();
  downloads.add(wanted('1'));
  downloads.add(wanted('2'));
  downloads.cancel('1');
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  asked[0]?.answer(good);
  await settled();
  expect(removed).toEqual(['a.png']);
  expect(written).toEqual([]);
  const closing = downloads.close();
  asked[1]?.answer(failed(true));
  await closing;
  expect(written).toEqual([]);
  expect(asked).toHaveLength(2);
});
