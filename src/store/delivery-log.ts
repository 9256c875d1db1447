/**
 * The deliveries log. Most deliveries are written in the background, in batches and without waiting for the disk, so
 * that keeping them never slows an acknowledgement down.
 * @module
 */
import { type Clock, type DeliveryLog, type Logger, StoreUnavailable } from '../core/ports.ts';
import type { Delivery, DeliverySummary } from '../domain/delivery.ts';
import { openDeliveryChunks, type Retention, summaryOf } from './delivery-chunks.ts';
import { pageOf } from './delivery-page.ts';
import { sectionsOf } from './delivery-sections.ts';
import { tallyOf } from './delivery-tally.ts';
import type { Files } from './files.ts';
import type { SetAside } from './set-aside.ts';

const flushAfterMs = 100;
/** This many do not wait any longer. */
const flushAt = 256;
const retryAfterMs = 2_000;
const tidyEveryMs = 6 * 3_600_000;
/** What may wait in memory while the disk does not take it. */
const waitingDeliveries = 20_000;
const waitingBytes = 16 * 1024 * 1024;
/** One write takes at most this many, so that encoding them does not hold the event loop. */
const batchBytes = 512 * 1024;

const defaultRetention: Retention = { keepDays: 30, keepCount: 10_000 };

type Durable = { readonly delivery: Delivery; readonly resolve: () => void; readonly reject: (error: StoreUnavailable) => void };

type Dependencies = {
  readonly files: Files;
  readonly folder: string;
  readonly setAside: SetAside;
  readonly clock: Clock;
  readonly logger: Logger;
};

export async function openDeliveryLog({ files, folder, setAside, clock, logger }: Dependencies): Promise<DeliveryLog> {
  const chunks = await openDeliveryChunks({ files, folder, setAside });
  const latest = new Map<string, DeliverySummary>();
  /** Accepted and shown, not written yet. */
  let waiting: Delivery[] = [];
  let waitingSize = 0;
  /** How many of them are being written. */
  let underWay = 0;
  let durable: Durable[] = [];
  let retention = defaultRetention;
  let running: Promise<void> | undefined;
  let stopTimer: (() => void) | undefined;
  /** The last write failed: the next one is tried after a while, not with each delivery. */
  let failing = false;
  const listeners = new Set<(writable: boolean) => void>();
  let closed = false;

  const noteLatest = (summary: DeliverySummary): void => {
    // What the replay lab sends says nothing about the provider.
    if (summary.origin === 'lab') return;
    const known = latest.get(summary.lineId);
    // Those of an archive are older than what is there already.
    if (known === undefined || known.receivedAt <= summary.receivedAt) latest.set(summary.lineId, summary);
  };
  for (const summary of chunks.latestAtStart) noteLatest(summary);

  const tidy = async (): Promise<void> => {
    try {
      await chunks.tidy(retention, clock.now(), latest.values());
    } catch (error) {
      logger.warn('deliveries.not-tidied', { error });
    }
  };
  const schedule = (milliseconds: number): void => {
    if (stopTimer !== undefined || closed) return;
    stopTimer = clock.after(milliseconds, () => {
      stopTimer = undefined;
      flush();
    });
  };

  const writeDurable = async (): Promise<void> => {
    const batch = durable;
    durable = [];
    try {
      await chunks.append(
        batch.map(({ delivery }) => delivery),
        true,
      );
    } catch (error) {
      for (const { reject } of batch) reject(new StoreUnavailable('The deliveries log cannot be written', { cause: error }));
      return;
    }
    for (const { delivery, resolve } of batch) {
      noteLatest(summaryOf(delivery));
      resolve();
    }
  };
  const setFailing = (now: boolean): void => {
    if (now === failing) return;
    failing = now;
    for (const listener of listeners) listener(!now);
  };
  const writeWaiting = async (): Promise<boolean> => {
    const batch: Delivery[] = [];
    let bytes = 0;
    for (const delivery of waiting) {
      if (bytes > batchBytes) break;
      batch.push(delivery);
      bytes += sizeOf(delivery);
    }
    underWay = batch.length;
    try {
      await chunks.append(batch, false);
    } catch (error) {
      logger.warn('deliveries.waiting', { count: waiting.length, error });
      setFailing(true);
      return false;
    } finally {
      underWay = 0;
    }
    setFailing(false);
    waiting = waiting.slice(batch.length);
    waitingSize -= bytes;
    return true;
  };
  const isUrgent = (): boolean => durable.length > 0 || waiting.length >= (closed ? 1 : flushAt);
  const writeAll = async (): Promise<void> => {
    for (let isFirst = true; isFirst || isUrgent(); isFirst = false) {
      // First, so that what arrives after a quiet time does not keep what came before it.
      await tidy();
      if (waiting.length > 0 && !(await writeWaiting())) {
        if (durable.length > 0) await writeDurable();
        schedule(retryAfterMs);
        return;
      }
      if (durable.length > 0) await writeDurable();
    }
    await tidy();
  };
  const flush = (): void => {
    running ??= writeAll().finally(() => {
      running = undefined;
      if (durable.length > 0) flush();
      else if (waiting.length > 0) schedule(flushAfterMs);
    });
  };

  const mustBeOpen = (): void => {
    if (closed) throw new StoreUnavailable('The store is closed');
  };

  let stopTidying: () => void = () => undefined;
  const tidyRegularly = (): void => {
    stopTidying = clock.after(tidyEveryMs, () => {
      tidyRegularly();
      running ??= tidy().finally(() => {
        running = undefined;
        if (durable.length > 0 || waiting.length > 0) flush();
      });
    });
  };
  tidyRegularly();

  return {
    async append(delivery, options) {
      mustBeOpen();
      if (options.durable) {
        return new Promise((resolve, reject) => {
          durable.push({ delivery, resolve, reject });
          flush();
        });
      }
      if (waiting.length >= waitingDeliveries || waitingSize >= waitingBytes)
        throw new StoreUnavailable('Too many deliveries wait to be written');
      waiting.push(delivery);
      waitingSize += sizeOf(delivery);
      noteLatest(summaryOf(delivery));
      if (waiting.length >= flushAt && !failing) flush();
      else schedule(flushAfterMs);
    },
    async get(id) {
      mustBeOpen();
      const unwritten = waiting.find((delivery) => delivery.id === id);
      if (unwritten !== undefined) return unwritten;
      for (const chunk of chunks.all.toReversed()) {
        if (chunk.count === 0 || chunk.outlines?.has(id) === false) continue;
        const found = (await chunks.read(chunk)).find((delivery) => delivery.id === id);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    async list(query) {
      mustBeOpen();
      return pageOf(sectionsOf({ chunks, waiting }), query, clock);
    },
    async tally(query) {
      mustBeOpen();
      return tallyOf(sectionsOf({ chunks, waiting }), query);
    },
    amend(id, notifiedMs) {
      const index = waiting.findLastIndex((delivery) => delivery.id === id);
      const present = waiting[index];
      // Those at the front are being written as they were.
      if (present === undefined || index < underWay) return undefined;
      const amended = { ...present, timings: { ...present.timings, notified: notifiedMs } };
      waiting[index] = amended;
      const summary = summaryOf(amended);
      if (latest.get(amended.lineId)?.id === id) latest.set(amended.lineId, summary);
      return summary;
    },
    latest: () => latest,
    onWritable(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setRetention(limits) {
      retention = limits;
      if (closed) return;
      running ??= tidy().finally(() => {
        running = undefined;
        if (durable.length > 0 || waiting.length > 0) flush();
      });
    },
    async close() {
      if (closed) return;
      closed = true;
      stopTimer?.();
      stopTidying();
      while (running !== undefined) await running;
      if (waiting.length > 0 || durable.length > 0) await writeAll();
      await chunks.close();
    },
  };
}

function sizeOf({ body, headers }: Delivery): number {
  return 600 + body.length + headers.length * 60;
}
