/**
 * The files of the deliveries log: chunks that are filled one after the other and dropped as a whole when they are too
 * old or too many.
 * @module
 */
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Delivery, DeliverySummary } from '../domain/delivery.ts';
import { checkedFile } from './checked-file.ts';
import { type Outline, outlineOf, outlinesOf } from './delivery-outline.ts';
import { type Files, isMissing } from './files.ts';
import { type LineFile, lineFile } from './line-file.ts';
import { createMutex } from './mutex.ts';
import { recoverLines } from './recover-lines.ts';
import type { SetAside } from './set-aside.ts';

/** A chunk takes a quarter of what is kept, within these limits. */
const chunkDeliveries = { least: 50, most: 1_000 };
const chunkBytes = 1024 * 1024;
/** A chunk covers at most this part of the time deliveries are kept, or a quiet line's would stay far too long. */
const chunkPartOfAge = 10;
/** Whatever arrives, deliveries take no more disk than this. */
const keepBytes = 256 * 1024 * 1024;
const cacheBytes = 2 * 1024 * 1024;
const dayMs = 86_400_000;

export type Retention = { readonly keepDays: number; readonly keepCount: number };

export type Chunk = {
  readonly number: number;
  count: number;
  bytes: number;
  /** Arrival of the oldest and the newest in it, not of the first and the last: deliveries of an archive are older than their neighbours. */
  oldestAt: string;
  newestAt: string;
  /** Absent: a former version closed this chunk, which wrote the first and the last there. */
  exact?: true;
  /** What is in it, once that is known. */
  outlines?: Map<string, Outline>;
};

type ChunkIndex = {
  readonly chunks: readonly Omit<Chunk, 'outlines'>[];
  /** The newest delivery of each line as far as these chunks know. */
  readonly latest: readonly DeliverySummary[];
};

export type DeliveryChunks = {
  /** Oldest first; the last one is being filled. */
  readonly all: readonly Chunk[];
  /** Of each line the newest delivery that the files know at the start. */
  readonly latestAtStart: readonly DeliverySummary[];
  append(deliveries: readonly Delivery[], durable: boolean): Promise<void>;
  read(chunk: Chunk): Promise<readonly Delivery[]>;
  /** Begins a new chunk when it is time, and drops what is not to be kept. */
  tidy(retention: Retention, now: number, latest: Iterable<DeliverySummary>): Promise<void>;
  close(): Promise<void>;
};

type Dependencies = { readonly files: Files; readonly folder: string; readonly setAside: SetAside };

export async function openDeliveryChunks({ files, folder, setAside }: Dependencies): Promise<DeliveryChunks> {
  const pathOf = ({ number }: Pick<Chunk, 'number'>): string => join(folder, `${String(number).padStart(8, '0')}.log`);
  const indexPath = join(folder, 'index.json');
  const index = new Low<ChunkIndex>(
    checkedFile(files, indexPath, async () => {
      await setAside.move(indexPath);
    }),
    { chunks: [], latest: [] },
  );
  await index.read();

  /** What is sound in a file of which the first `length` bytes count, or all of them. */
  const readLines = async (
    path: string,
    known: { length?: number },
  ): Promise<{ deliveries: readonly Delivery[]; bytes: number; damaged: boolean }> => {
    const adapter = lineFile<Delivery>(files, path, known);
    const low = new Low<readonly Delivery[]>(adapter, []);
    try {
      await low.read();
    } catch (error) {
      // Dropped while somebody was about to read it.
      if (!isMissing(error)) throw error;
    }
    return { deliveries: low.data, bytes: adapter.length, damaged: adapter.damaged > 0 };
  };
  const recover = async (path: string): Promise<{ deliveries: readonly Delivery[]; bytes: number }> => {
    const { deliveries, bytes, damaged } = await readLines(path, {});
    return { deliveries, bytes: damaged ? await recoverLines({ files, setAside }, path, deliveries) : bytes };
  };

  const chunks: Chunk[] = [];
  const latestAtStart: DeliverySummary[] = [...index.data.latest];
  const numbers = (await files.list(folder)).filter((name) => /^\d{8}\.log$/.test(name)).map((name) => Number.parseInt(name, 10));
  for (const number of numbers.sort((one, other) => one - other)) {
    const known = index.data.chunks.find((chunk) => chunk.number === number);
    if (known !== undefined) chunks.push({ ...known });
    else {
      const { deliveries, bytes } = await recover(pathOf({ number }));
      chunks.push({ ...emptyChunk(number), bytes, ...coverage(deliveries), outlines: outlinesOf(deliveries) });
      latestAtStart.push(...deliveries.map(summaryOf));
    }
  }
  const current = (): Chunk => {
    const last = chunks.at(-1);
    if (last !== undefined && !sealed.has(last)) return last;
    const made = emptyChunk((last?.number ?? 0) + 1);
    chunks.push(made);
    return made;
  };
  const sealed = new Set(chunks.filter(({ number }) => index.data.chunks.some((chunk) => chunk.number === number)));

  let open: { readonly chunk: Chunk; readonly file: LineFile<Delivery>; mended: boolean } | undefined;
  const cache = new Map<string, { deliveries: readonly Delivery[]; bytes: number }>();
  let cached = 0;

  const closeFile = async (): Promise<void> => {
    const former = open;
    open = undefined;
    await former?.file.close();
  };

  const repair = async (chunk: Chunk): Promise<void> => {
    if (!chunks.includes(chunk)) return;
    if (open?.chunk === chunk) await closeFile();
    const { deliveries, bytes } = await recover(pathOf(chunk));
    Object.assign(chunk, { bytes, ...coverage(deliveries), exact: true, outlines: outlinesOf(deliveries) });
  };

  /** Only one thing at a time happens to the files. */
  const mutex = createMutex();
  return {
    all: chunks,
    latestAtStart,
    append: (deliveries, durable) =>
      mutex(async () => {
        const chunk = current();
        if (open?.chunk !== chunk) {
          await closeFile();
          open = { chunk, file: lineFile<Delivery>(files, pathOf(chunk), { length: chunk.bytes }), mended: false };
        }
        const { file } = open;
        // Cuts off what a crash or a failed write left.
        if (!open.mended) await file.mend();
        open.mended = false;
        if (durable) {
          const low = new Low<readonly Delivery[]>(file, deliveries);
          await low.write();
        } else await file.writeSoon(deliveries);
        open.mended = true;
        const covered = coverage(deliveries);
        if (chunk.count === 0 || covered.oldestAt < chunk.oldestAt) chunk.oldestAt = covered.oldestAt;
        if (covered.newestAt > chunk.newestAt) chunk.newestAt = covered.newestAt;
        chunk.count += deliveries.length;
        chunk.bytes = file.length;
        // Only added to: who goes through it meanwhile has counted what was in it.
        for (const delivery of deliveries) chunk.outlines?.set(delivery.id, outlineOf(delivery));
      }),
    async read(chunk) {
      const length = chunk.bytes;
      const key = `${chunk.number} ${length}`;
      const known = cache.get(key);
      if (known !== undefined) return known.deliveries;
      const { deliveries, bytes, damaged } = await readLines(pathOf(chunk), { length });
      if (damaged) await mutex(() => repair(chunk));
      if (damaged || cache.has(key)) return deliveries;
      if (deliveries.length > 0 && chunk.bytes === length && chunk.outlines === undefined)
        Object.assign(chunk, { ...coverage(deliveries), exact: true, outlines: outlinesOf(deliveries) });
      cache.set(key, { deliveries, bytes });
      cached += bytes;
      for (const [oldest, entry] of cache) {
        if (cached <= cacheBytes) break;
        cache.delete(oldest);
        cached -= entry.bytes;
      }
      return deliveries;
    },
    tidy: ({ keepDays, keepCount }, now, latest) =>
      mutex(async () => {
        const last = chunks.at(-1);
        const isOlderThan = (at: string, days: number): boolean => at !== '' && now - Date.parse(at) > days * dayMs;
        const isFull =
          last !== undefined &&
          last.count > 0 &&
          (last.count >= Math.min(chunkDeliveries.most, Math.max(chunkDeliveries.least, keepCount / 4)) ||
            last.bytes >= chunkBytes ||
            isOlderThan(last.oldestAt, keepDays / chunkPartOfAge));
        if (isFull && !sealed.has(last)) {
          await closeFile();
          sealed.add(last);
        }
        let count = chunks.reduce((sum, chunk) => sum + chunk.count, 0);
        let bytes = chunks.reduce((sum, chunk) => sum + chunk.bytes, 0);
        let dropped = false;
        for (let oldest = chunks[0]; oldest !== undefined && sealed.has(oldest); oldest = chunks[0]) {
          if (count - oldest.count < keepCount && bytes <= keepBytes && !isOlderThan(oldest.newestAt, keepDays)) break;
          await files.remove(pathOf(oldest));
          chunks.shift();
          sealed.delete(oldest);
          count -= oldest.count;
          bytes -= oldest.bytes;
          dropped = true;
        }
        if (!isFull && !dropped) return;
        index.data = {
          chunks: chunks.filter((chunk) => sealed.has(chunk)).map(({ outlines: _outlines, ...kept }) => kept),
          latest: [...latest],
        };
        await index.write();
      }),
    close: () => mutex(closeFile),
  };
}

function emptyChunk(number: number): Chunk {
  return { number, count: 0, bytes: 0, oldestAt: '', newestAt: '', exact: true, outlines: new Map() };
}

function coverage(deliveries: readonly Delivery[]): Pick<Chunk, 'count' | 'oldestAt' | 'newestAt'> {
  let [oldestAt, newestAt] = [deliveries[0]?.receivedAt ?? '', ''];
  for (const { receivedAt } of deliveries) {
    if (receivedAt < oldestAt) oldestAt = receivedAt;
    if (receivedAt > newestAt) newestAt = receivedAt;
  }
  return { count: deliveries.length, oldestAt, newestAt };
}

/** A delivery without what is only needed when it is opened. */
export function summaryOf({ headers: _headers, body: _body, answer: _answer, ...summary }: Delivery): DeliverySummary {
  return summary;
}
