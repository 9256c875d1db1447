/**
 * The deliveries log as it is at one moment, newest first: what waits to be written, then a chunk after the other. What
 * arrives while somebody goes through it is not in it.
 * @module
 */
import type { Delivery } from '../domain/delivery.ts';
import type { Chunk, DeliveryChunks } from './delivery-chunks.ts';
import { type Outline, outlineOf } from './delivery-outline.ts';

export type Section = {
  /** The chunk's number, the higher the newer; absent: what waits to be written. */
  readonly chunk?: number;
  /** False: nothing in it arrived at `from` or later. */
  reaches(from: number): boolean;
  /** Newest first. Reads the file when it was not read since the start. */
  outlines(): Promise<readonly Outline[]>;
  /** By id. One that an outline tells of may be gone. */
  deliveries(): Promise<ReadonlyMap<string, Delivery>>;
};

type Dependencies = {
  readonly chunks: Pick<DeliveryChunks, 'all' | 'read'>;
  /** Oldest first. */
  readonly waiting: readonly Delivery[];
};

export function sectionsOf({ chunks, waiting }: Dependencies): Section[] {
  const unwritten = new Map(waiting.map((delivery) => [delivery.id, delivery]));
  const newestFirst = waiting.map(outlineOf).reverse();
  return [
    { reaches: () => true, outlines: async () => newestFirst, deliveries: async () => unwritten },
    ...chunks.all
      .filter(({ count }) => count > 0)
      .map((chunk) => chunkSection(chunks, chunk, unwritten))
      .reverse(),
  ];
}

/** @param unwritten may be written by now: those count as waiting */
function chunkSection(chunks: Pick<DeliveryChunks, 'read'>, chunk: Chunk, unwritten: ReadonlyMap<string, Delivery>): Section {
  const { count } = chunk;
  return {
    chunk: chunk.number,
    reaches: (from) => chunk.exact !== true || Date.parse(chunk.newestAt) >= from,
    async outlines() {
      if (chunk.outlines === undefined) await chunks.read(chunk);
      const present = [...(chunk.outlines?.values() ?? [])].slice(0, count);
      return present.filter(({ id }) => !unwritten.has(id)).reverse();
    },
    deliveries: async () => new Map((await chunks.read(chunk)).map((delivery) => [delivery.id, delivery])),
  };
}
