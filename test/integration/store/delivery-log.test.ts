import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/app/system.ts';
import { StoreUnavailable } from '../../../src/core/ports.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { aDelivery, deliveriesStart, idsOf, summaryOf } from '../../support/deliveries.ts';
import { eventually } from '../../support/eventually.ts';
import { faultyFiles } from '../../support/faulty-files.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { asAfterKill, hastyClock, openTestStore } from '../../support/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A moment after all deliveries here. */
const clock = { ...systemClock, now: () => deliveriesStart + 3_600_000 };

async function fill(store: Store, from: number, to: number): Promise<void> {
  for (let index = from; index < to; index += 1) await store.deliveries.append(aDelivery(index), { durable: index % 10 === 0 });
}

const newestFirst = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, index) => `d_${to - 1 - index}`);
const chunkNames = async (folder: string): Promise<string[]> =>
  (await readdir(join(folder, 'deliveries'))).filter((name) => name.endsWith('.log'));

describe('the deliveries log', () => {
  it('lists newest first and pages through all of them, by line as well, before and after a restart', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder, { clock });
    store.deliveries.setRetention({ keepDays: 30, keepCount: 800 });
    await fill(store, 0, 600);
    expect(await idsOf(store)).toEqual(newestFirst(0, 600));
    await store.close();
    const again = await openTestStore(folder, { clock });
    expect(await idsOf(again)).toEqual(newestFirst(0, 600));
    expect(await idsOf(again, { lineId: 'l_2' })).toEqual(newestFirst(0, 600).filter((id) => Number(id.slice(2)) % 3 === 2));
    expect(await again.deliveries.list({ limit: 1 })).toEqual({ items: [summaryOf(aDelivery(599))], nextBefore: expect.any(String) });
    expect((await again.deliveries.list({ limit: 2, before: 'd_599' })).items).toEqual([
      summaryOf(aDelivery(598)),
      summaryOf(aDelivery(597)),
    ]);
    expect((await chunkNames(folder)).length).toBeGreaterThan(1);
  });

  it('gives back a whole delivery by its id, written or not yet written', async () => {
    const store = await openTestStore(await temporaryFolder(), { clock });
    await fill(store, 0, 300);
    for (const index of [0, 1, 150, 298, 299]) expect(await store.deliveries.get(`d_${index}`)).toEqual(aDelivery(index));
    expect(await store.deliveries.get('d_300')).toBeUndefined();
  });

  it('knows the newest delivery of each line, after a restart too, however long ago that was', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder, { clock });
    await store.deliveries.append(aDelivery(0, { lineId: 'quiet' }), { durable: true });
    await fill(store, 1, 700);
    await store.close();
    const { deliveries } = await openTestStore(folder, { clock });
    expect(deliveries.latest().get('quiet')).toEqual(summaryOf(aDelivery(0, { lineId: 'quiet' })));
    expect(deliveries.latest().get('l_0')).toEqual(summaryOf(aDelivery(699)));
  });

  it('has a durable one when the process is killed right after it was kept', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder, { clock });
    await fill(store, 0, 5);
    await store.deliveries.append(aDelivery(5), { durable: true });
    const killed = await openTestStore(asAfterKill(folder, `${folder}-killed`), { clock });
    expect(await killed.deliveries.get('d_5')).toEqual(aDelivery(5));
  });

  it('drops the oldest chunks when there are more than are to be kept', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder, { clock });
    store.deliveries.setRetention({ keepDays: 30, keepCount: 400 });
    await fill(store, 0, 1_500);
    await eventually('old chunks are gone', async () => (await idsOf(store)).length < 900);
    const kept = await idsOf(store);
    expect(kept.length).toBeGreaterThanOrEqual(400);
    expect(kept).toEqual(newestFirst(1_500 - kept.length, 1_500));
    expect(await store.deliveries.get('d_0')).toBeUndefined();
    store.deliveries.setRetention({ keepDays: 30, keepCount: 100 });
    await eventually('fewer are kept at once', async () => (await idsOf(store)).length < kept.length);
  });

  it('drops what is older than is to be kept, also while nothing arrives', async () => {
    const folder = await temporaryFolder();
    const clock = manualClock(deliveriesStart);
    const store = await openTestStore(folder, { clock });
    await store.deliveries.append(aDelivery(0), { durable: true });
    clock.advance(20 * 86_400_000);
    await store.deliveries.append(aDelivery(1, { receivedAt: new Date(clock.now()).toISOString() }), { durable: true });
    expect(await idsOf(store)).toEqual(['d_1', 'd_0']);
    await eventually('the old one is gone', async () => {
      clock.advance(6 * 3_600_000);
      return (await idsOf(store)).join() === 'd_1';
    });
    await eventually('the other one is gone', async () => {
      clock.advance(6 * 3_600_000);
      return (await idsOf(store)).length === 0;
    });
    expect(await chunkNames(folder)).toEqual([]);
  });

  it('rejects a durable one while the disk is full, keeps the others waiting, and writes them when it can', async () => {
    const folder = await temporaryFolder();
    const files = faultyFiles();
    const store = await openTestStore(folder, { files, clock: { ...hastyClock, now: clock.now } });
    await store.deliveries.append(aDelivery(0), { durable: true });
    files.fault = ({ kind }) => (kind === 'write' ? 'ENOSPC' : undefined);
    await expect(store.deliveries.append(aDelivery(1), { durable: true })).rejects.toThrow(StoreUnavailable);
    await store.deliveries.append(aDelivery(2), { durable: false });
    expect(await idsOf(store)).toEqual(['d_2', 'd_0']);
    files.fault = () => undefined;
    await eventually('the waiting one is written', async () => {
      const killed = await openTestStore(asAfterKill(folder, `${folder}-killed`), { clock });
      const ids = await idsOf(killed);
      await killed.close();
      return ids.join() === 'd_2,d_0';
    });
  });

  it('holds no more than a limit in memory while nothing can be written', async () => {
    const files = faultyFiles();
    const store = await openTestStore(await temporaryFolder(), { files, clock });
    files.fault = ({ kind, path }) => (kind === 'write' && path.includes('deliveries') ? 'ENOSPC' : undefined);
    const large = 'A'.repeat(300_000);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 100 }, (_, index) => store.deliveries.append(aDelivery(index, { body: large }), { durable: false })),
    );
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(100);
    files.fault = () => undefined;
  });

  it('sets a damaged chunk aside and shows what is sound in it', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder, { clock });
    await fill(store, 0, 300);
    await store.close();
    const path = join(folder, 'deliveries', (await chunkNames(folder)).sort()[0] ?? '');
    const bytes = await readFile(path);
    bytes.fill(1, bytes.length >> 1, (bytes.length >> 1) + 3);
    await writeFile(path, bytes);
    const again = await openTestStore(folder, { clock });
    const ids = await idsOf(again);
    expect(ids.length).toBeGreaterThanOrEqual(298);
    expect(ids.length).toBeLessThan(300);
    expect(again.messages.health().setAside).toHaveLength(1);
    await fill(again, 300, 305);
    expect((await idsOf(again)).slice(0, 5)).toEqual(newestFirst(300, 305));
  });

  it('rejects after it was closed', async () => {
    const store = await openTestStore(await temporaryFolder(), { clock });
    await store.close();
    await expect(store.deliveries.append(aDelivery(0), { durable: false })).rejects.toThrow(StoreUnavailable);
    await expect(store.deliveries.list({ limit: 1 })).rejects.toThrow(StoreUnavailable);
  });
});
