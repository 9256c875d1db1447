/** What the deliveries log answers to filters, counts and amendments. */
import { cpSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/app/system.ts';
import type { Clock, DeliveryQuery } from '../../../src/core/ports.ts';
import { type Delivery, type Verdict, verdictSchema } from '../../../src/domain/delivery.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { aDelivery, deliveriesStart, idsOf, pagesOf } from '../../support/deliveries.ts';
import { eventually } from '../../support/eventually.ts';
import { faultyFiles } from '../../support/faulty-files.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { asAfterKill, openTestStore } from '../../support/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const clock = { ...systemClock, now: () => deliveriesStart + 3_600_000 };
/** As `clock`, and nothing takes any time. */
const patient: Clock = { ...clock, monotonic: () => 0 };
const verdicts = verdictSchema.options;
const verdictOf = (index: number): Verdict => verdicts[index % 4] ?? 'accepted';
const instant = (milliseconds: number): string => new Date(deliveriesStart + milliseconds).toISOString();

/** What a filter is to find, found by looking at everything. */
function fitting(all: readonly Delivery[], { lineId, verdicts, from, to, text, message }: Omit<DeliveryQuery, 'limit'>): string[] {
  const says = ({ path, body }: Delivery): boolean =>
    `${path} ${Buffer.from(body, 'base64').toString()}`.toLowerCase().includes((text ?? '').toLowerCase());
  return all
    .filter(
      (delivery) =>
        (lineId === undefined || delivery.lineId === lineId) &&
        (verdicts === undefined || verdicts.includes(delivery.verdict)) &&
        (from === undefined || Date.parse(delivery.receivedAt) >= Date.parse(from)) &&
        (to === undefined || Date.parse(delivery.receivedAt) < Date.parse(to)) &&
        (message === undefined || delivery.messageId === message.id || delivery.id === message.deliveryId) &&
        says(delivery),
    )
    .map(({ id }) => id)
    .reverse();
}

/** 420 deliveries in several chunks; some of them, as of an archive, older than their neighbours, and some not written yet. */
async function mixedLog(): Promise<{ store: Store; all: Delivery[]; folder: string }> {
  const folder = await temporaryFolder();
  const all = Array.from({ length: 420 }, (_, index) =>
    aDelivery(index, {
      verdict: verdictOf(index * 7),
      messageId: `m_${index % 50}`,
      body: Buffer.from(`Text ${index % 11} of ${index}`).toString('base64'),
      ...(index % 60 > 50 && { receivedAt: instant(index * 100 - 86_400_000) }),
    }),
  );
  const store = await openTestStore(folder, { clock: patient });
  store.deliveries.setRetention({ keepDays: 30, keepCount: 300 });
  for (const [index, delivery] of all.entries()) await store.deliveries.append(delivery, { durable: index % 9 === 0 && index < 400 });
  return { store, all, folder };
}

const queries: fc.Arbitrary<Omit<DeliveryQuery, 'limit'>> = fc
  .record(
    {
      lineId: fc.constantFrom('l_0', 'l_1', 'l_9'),
      verdicts: fc.subarray([...verdicts]),
      from: fc.integer({ min: -90_000_000, max: 500_000 }).map(instant),
      to: fc.integer({ min: -90_000_000, max: 500_000 }).map(instant),
      text: fc.constantFrom('', 'text 3', 'TEXT 10 OF', '/hooks/aaaa', 'nowhere'),
      message: fc.record({ id: fc.constantFrom('m_3', 'm_49', 'm_none'), deliveryId: fc.constantFrom(undefined, 'd_7', 'd_419') }),
    },
    { requiredKeys: [] },
  )
  .filter(({ from, to }) => from === undefined || to === undefined || from <= to);

describe('a list of deliveries', () => {
  it('has on all its pages together what fits the filter, newest first, also after a restart', async () => {
    const { store, all, folder } = await mixedLog();
    const present = await idsOf(store);
    const kept = all.filter(({ id }) => present.includes(id));
    expect(present).toEqual(kept.map(({ id }) => id).reverse());
    const right = (opened: Store) =>
      fc.assert(
        fc.asyncProperty(queries, fc.integer({ min: 1, max: 90 }), async (query, limit) => {
          expect(await idsOf(opened, { ...query, limit })).toEqual(fitting(kept, query));
        }),
        { numRuns: 60 },
      );
    await right(store);
    await store.close();
    await right(await openTestStore(folder, { clock: patient }));
  });

  it('goes on where it was although more arrived and what waited was written', async () => {
    const { store, all } = await mixedLog();
    const query = { text: 'text 3', verdicts: ['accepted', 'rejected'], limit: 4 } as const;
    const kept = await idsOf(store);
    const expected = fitting(
      all.filter(({ id }) => kept.includes(id)),
      query,
    );
    const found: string[] = [];
    let before: string | null | undefined;
    for (let index = 1_000; before !== null; index += 1) {
      const page: Awaited<ReturnType<typeof store.deliveries.list>> = await store.deliveries.list({ ...query, before });
      found.push(...page.items.map(({ id }) => id));
      before = page.nextBefore;
      // Not enough to make the log forget any.
      if (index < 1_005) await store.deliveries.append(aDelivery(index, { body: btoa('text 3') }), { durable: true });
    }
    expect(found.filter((id) => expected.includes(id))).toEqual(expected.filter((id) => found.includes(id)));
    expect(found.filter((id) => Number(id.slice(2)) < 1_000)).toEqual(expected);
  });

  it('answers a bare id of a delivery as a place to go on, and nothing for one that never was', async () => {
    const { store } = await mixedLog();
    expect((await store.deliveries.list({ limit: 2, before: 'd_300' })).items.map(({ id }) => id)).toEqual(['d_299', 'd_298']);
    expect(await store.deliveries.list({ limit: 2, before: 'd_none' })).toEqual({ items: [], nextBefore: null });
  });

  it('ends where the rest was forgotten meanwhile, without a word twice', async () => {
    const { store } = await mixedLog();
    const whole = await idsOf(store);
    const first = await store.deliveries.list({ limit: 200 });
    store.deliveries.setRetention({ keepDays: 30, keepCount: 100 });
    await eventually('older ones are gone', async () => (await idsOf(store)).length < whole.length);
    const left = await idsOf(store);
    expect(left.length).toBeLessThan(200);
    expect(await idsOf(store, { before: first.nextBefore ?? '' })).toEqual([]);
    const second = await store.deliveries.list({ limit: left.length - 10 });
    expect(await idsOf(store, { before: second.nextBefore ?? '' })).toEqual(left.slice(-10));
  });

  it('goes on after a delivery that was lost with a damaged file', async () => {
    const { store, folder } = await mixedLog();
    const whole = await idsOf(store);
    const page = await store.deliveries.list({ limit: 100 });
    const lost = page.items.at(-1)?.id ?? '';
    await store.close();
    const chunks = (await readdir(join(folder, 'deliveries'))).filter((name) => name.endsWith('.log'));
    for (const name of chunks) {
      const path = join(folder, 'deliveries', name);
      await writeFile(path, (await readFile(path, 'utf8')).replace(`"id":"${lost}"`, `"id":"x_${lost.slice(2)}"`));
    }
    const again = await openTestStore(folder, { clock: patient });
    expect(await idsOf(again)).toEqual(whole.filter((id) => id !== lost));
    expect(await idsOf(again, { before: page.nextBefore ?? '' })).toEqual(whole.slice(100));
  });

  it('stops after a while when nearly nothing fits, tells how far it looked, and goes on there', async () => {
    const folder = await temporaryFolder();
    let time = 0;
    const slow: Clock = { ...clock, monotonic: () => (time += 10) };
    const store = await openTestStore(folder, { clock: slow });
    for (let index = 0; index < 300; index += 1)
      await store.deliveries.append(aDelivery(index, { body: btoa(index === 7 ? 'the needle' : 'hay') }), { durable: true });
    const pages = await pagesOf(store, { text: 'needle', limit: 10 });
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(['d_7']);
    const searched = pages.slice(0, -1).map(({ searchedTo }) => searchedTo ?? '');
    expect(searched).toEqual([...new Set(searched)].sort().reverse());
    expect(pages.at(-1)).toMatchObject({ nextBefore: null });
    expect(pages.at(-1)?.searchedTo).toBeUndefined();
  });
});

describe('ten thousand deliveries', () => {
  it('are listed, searched and counted, and others have their turn meanwhile', async () => {
    const folder = await temporaryFolder();
    const filling = await openTestStore(folder, { clock });
    const filler = 'x'.repeat(700);
    for (let index = 0; index < 10_000; index += 1) {
      const text = index % 2_500 === 0 ? 'Grüße aus Köln' : filler;
      const body = Buffer.from(JSON.stringify({ from: '+14155551234', text, id: index })).toString('base64');
      await filling.deliveries.append(aDelivery(index, { body, verdict: verdictOf(index) }), { durable: index % 500 === 499 });
    }
    await filling.close();
    const store = await openTestStore(folder, { clock: patient });
    let turns = 0;
    let isOver = false;
    const count = (): void => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    count();
    expect(await idsOf(store, { text: 'GRÜSSE aus köln', limit: 500 })).toEqual([]);
    expect(await idsOf(store, { text: 'grüße AUS köln', limit: 500 })).toEqual(['d_7500', 'd_5000', 'd_2500', 'd_0']);
    expect(await idsOf(store, { limit: 500, verdicts: ['rejected'] })).toHaveLength(2_500);
    const tally = await store.deliveries.tally({ from: deliveriesStart, stepMs: 100_000, steps: 100 });
    expect(tally).toEqual(Array.from({ length: 100 }, () => ({ accepted: 25, duplicate: 25, rejected: 25, 'not-understood': 25 })));
    isOver = true;
    // One for each chunk at least.
    expect(turns).toBeGreaterThan(20);
  });
});

describe('the tally of deliveries', () => {
  it('counts by step, line and verdict what is in the files and what waits, and nothing outside', async () => {
    const { store, folder } = await mixedLog();
    const query = { from: deliveriesStart + 60_500, stepMs: 30_000, steps: 5 };
    const kept = await Promise.all((await idsOf(store)).map((id) => store.deliveries.get(id)));
    const counted = (lineId?: string) =>
      Array.from({ length: 5 }, (_, step) => {
        const start = query.from + step * query.stepMs;
        const inStep = kept.filter(
          (delivery) =>
            delivery !== undefined &&
            (lineId === undefined || delivery.lineId === lineId) &&
            Date.parse(delivery.receivedAt) >= start &&
            Date.parse(delivery.receivedAt) < start + query.stepMs,
        );
        return Object.fromEntries(verdicts.map((verdict) => [verdict, inStep.filter((delivery) => delivery?.verdict === verdict).length]));
      });
    expect(counted().some(({ rejected }) => (rejected ?? 0) > 0)).toBe(true);
    expect(await store.deliveries.tally(query)).toEqual(counted());
    expect(await store.deliveries.tally({ ...query, lineId: 'l_1' })).toEqual(counted('l_1'));
    await store.close();
    const again = await openTestStore(folder, { clock: patient });
    expect(await again.deliveries.tally(query)).toEqual(counted());
  });
});

describe('when a delivery was notified of', () => {
  it('is added while it waits to be written, and is there after a restart', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder, { clock });
    await store.deliveries.append(aDelivery(1), { durable: false });
    await store.deliveries.append(aDelivery(2), { durable: false });
    const timings = { ...aDelivery(1).timings, notified: 12.5 };
    expect(store.deliveries.amend('d_1', 12.5)).toMatchObject({ id: 'd_1', timings });
    expect((await store.deliveries.list({ limit: 5 })).items.map(({ timings: { notified } }) => notified)).toEqual([undefined, 12.5]);
    await store.close();
    const again = await openTestStore(folder, { clock });
    expect(await again.deliveries.get('d_1')).toEqual(aDelivery(1, { timings }));
    expect(await again.deliveries.get('d_2')).toEqual(aDelivery(2));
  });

  it('is left out when it was written already, or is being written', async () => {
    const folder = await temporaryFolder();
    const time = manualClock(deliveriesStart);
    const store = await openTestStore(folder, { clock: time });
    await store.deliveries.append(aDelivery(1), { durable: true });
    expect(store.deliveries.amend('d_1', 1)).toBeUndefined();
    expect(store.deliveries.amend('d_none', 1)).toBeUndefined();
    await store.deliveries.append(aDelivery(2), { durable: false });
    await eventually('it is written or can be amended no more', () => {
      time.advance(100);
      return store.deliveries.amend('d_2', 1) === undefined;
    });
    await store.close();
    const again = await openTestStore(folder, { clock });
    const stored = await again.deliveries.get('d_2');
    expect(stored).toMatchObject(aDelivery(2, { timings: expect.objectContaining(aDelivery(2).timings) }));
  });

  it('is kept through a disk that takes nothing for a while', async () => {
    const folder = await temporaryFolder();
    const files = faultyFiles();
    const time = manualClock(deliveriesStart);
    const store = await openTestStore(folder, { files, clock: time });
    files.fault = ({ kind, path }) => (kind === 'write' && path.includes('deliveries') ? 'ENOSPC' : undefined);
    await store.deliveries.append(aDelivery(1), { durable: false });
    let isWritable = true;
    store.deliveries.onWritable((now) => {
      isWritable = now;
    });
    time.advance(100);
    await eventually('writing failed', () => !isWritable);
    expect(store.deliveries.amend('d_1', 250)).toMatchObject({ timings: { notified: 250 } });
    files.fault = () => undefined;
    await eventually('writing works again', () => {
      time.advance(2_000);
      return isWritable;
    });
    const killed = await openTestStore(asAfterKill(folder, `${folder}-killed`), { clock });
    expect(await killed.deliveries.get('d_1')).toEqual(aDelivery(1, { timings: { ...aDelivery(1).timings, notified: 250 } }));
  });
});

describe('a log of a former version', () => {
  const former = join(import.meta.dirname, '../../fixtures/data-folder/former-deliveries');
  const numbers = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, index) => `d_${to - 1 - index}`);
  const opened = async (): Promise<Store> => {
    const folder = join(await temporaryFolder(), 'data');
    cpSync(former, folder, { recursive: true });
    return openTestStore(folder, { clock: patient });
  };

  it('is listed, filtered and counted like any other', async () => {
    expect(await idsOf(await opened())).toEqual(numbers(0, 60));
    expect(await idsOf(await opened(), { text: 'text 37' })).toEqual(['d_37']);
    expect(await idsOf(await opened(), { message: { id: 'm_3' } })).toEqual(['d_13', 'd_12']);
    expect(await idsOf(await opened(), { verdicts: ['rejected'], lineId: 'l_a' })).toEqual(
      numbers(0, 60).filter((id) => Number(id.slice(2)) % 4 === 2),
    );
  });

  it('hides nothing behind the times in its index, which are those of the first and the last', async () => {
    const recent = { from: deliveriesStart, stepMs: 60_000, steps: 1 };
    const all = { accepted: 14, duplicate: 13, rejected: 14, 'not-understood': 14 };
    expect(await (await opened()).deliveries.tally(recent)).toEqual([all]);
    expect(await idsOf(await opened(), { from: instant(0) })).toEqual([...numbers(50, 60), ...numbers(0, 45)]);
    expect(await idsOf(await opened(), { to: instant(0) })).toEqual(numbers(45, 50));
  });

  it('takes new deliveries after the old ones, with all they have', async () => {
    const store = await opened();
    const full = aDelivery(100, {
      query: '?a=1',
      answer: { contentType: 'text/xml', body: '<Response/>' },
      key: 'SM1',
      origin: 'lab',
      timings: { verified: 1, answered: 2, notified: 3 },
    });
    await store.deliveries.append(full, { durable: true });
    expect(await store.deliveries.get('d_100')).toEqual(full);
    expect(await idsOf(store)).toEqual(['d_100', ...numbers(0, 60)]);
  });
});
