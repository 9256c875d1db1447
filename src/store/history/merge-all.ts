/**
 * Merges all strands of a spool, shard by shard and a moment at a time: between two lots a checkpoint has its turn. While
 * the files of one conversation are written the next one is gone through.
 * @module
 */
import type { HistoryCount } from '../../core/ports.ts';
import type { Checkpoint, ExclusiveTools } from '../checkpoint.ts';
import { shardWith } from '../log-state.ts';
import { shardOf } from '../message-ids.ts';
import { type MergeDependencies, mergeStrand } from './merge.ts';
import type { Spool, Strand } from './spool.ts';

/** After so long a lot ends with the conversation it is at. */
const lotMs = 200;
/** Conversations whose files are being written; more would get in the way of acknowledgements. */
const writtenAtOnce = 2;

type Dependencies = {
  readonly spool: Spool;
  readonly how: MergeDependencies;
  readonly checkpoint: Checkpoint;
  readonly monotonic: () => number;
  /** A conversation is done. */
  readonly onDone: (strand: Strand, count: HistoryCount) => void;
};

/** False when the signal ended it. What was told to `onDone` is durable then too, as it is when this rejects. */
export async function mergeAll({ spool, how, checkpoint, monotonic, onDone }: Dependencies): Promise<boolean> {
  const { state, dryRun, signal } = how;
  const strands = spool.strands();
  let next = await strands.next();

  const mergeLot = async (name: string, tools: ExclusiveTools): Promise<boolean> => {
    const until = monotonic() + lotMs;
    const writing = createSlots(writtenAtOnce);
    try {
      while (next.done !== true && shardOf(next.value.id) === name && monotonic() < until) {
        const strand = next.value;
        const merged = await mergeStrand(strand, how, tools);
        if (merged === undefined) return false;
        await writing.take(async () => onDone(strand, await merged.finish()));
        next = await strands.next();
      }
      return true;
    } finally {
      await writing.end();
    }
  };

  while (next.done !== true) {
    if (signal.aborted) return false;
    const { id } = next.value;
    const goesOn = await checkpoint.exclusively(async (tools) => {
      if (dryRun) return mergeLot(shardOf(id), tools);
      const shard = shardWith(state, id);
      await tools.open(shard);
      try {
        return await mergeLot(shard.name, tools);
      } finally {
        await tools.save(shard);
      }
    });
    if (!goesOn) return false;
  }
  return true;
}

/** So many tasks run at a time. The first failure is told to whoever comes next. */
function createSlots(count: number): { take(task: () => Promise<void>): Promise<void>; end(): Promise<void> } {
  const running = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  const sayFailure = (): void => {
    if (failure !== undefined) throw failure.error;
  };
  return {
    async take(task) {
      while (running.size >= count) await Promise.race(running);
      sayFailure();
      const run = task()
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => running.delete(run));
      running.add(run);
    },
    async end() {
      await Promise.all(running);
      sayFailure();
    },
  };
}
