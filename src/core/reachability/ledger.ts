/**
 * The gap ledger: writes down, durably and compactly, when texts could arrive and when not, over restarts, crashes and
 * sleep. A beat every half minute tells afterwards when the app last ran.
 * @module
 */
import { z } from 'zod';
import {
  forgetOld,
  type Gap,
  gapsOf,
  type ReachSpan,
  type ReachState,
  reachChangeSchema,
  spansBetween,
  withChange,
} from '../../domain/reachability.ts';
import { instantSchema } from '../../domain/time.ts';
import type { Clock, Document, Logger } from '../ports.ts';

export const reachDocumentSchema = z.object({ changes: z.array(reachChangeSchema) });
export type ReachDocument = z.infer<typeof reachDocumentSchema>;

/** A document of its own: it is written often and must stay small. */
export const aliveDocumentSchema = z.object({ at: instantSchema.nullable() });
export type AliveDocument = z.infer<typeof aliveDocumentSchema>;

const beatMs = 30_000;
/** A beat that comes this much late was not late: the computer slept. */
const sleptAfterMs = 60_000;

export type ReachLedger = {
  /** Begins: the time since the app last ran is a gap. */
  start(): Promise<void>;
  /** Writes down what is the case from now on. */
  note(state: Exclude<ReachState, 'closed' | 'asleep'>): void;
  gaps(): readonly Gap[];
  spans(from: string, to: string): readonly ReachSpan[];
  /** Told of each gap when texts can arrive again. */
  onGapClosed(listener: (gap: Gap) => void): () => void;
  /** Told after the computer slept. */
  onWoke(listener: () => void): () => void;
  close(): Promise<void>;
};

type Dependencies = {
  readonly document: Document<ReachDocument>;
  readonly alive: Document<AliveDocument>;
  readonly clock: Clock;
  readonly logger: Logger;
};

export function createReachLedger({ document, alive, clock, logger }: Dependencies): ReachLedger {
  const gapListeners = new Set<(gap: Gap) => void>();
  const wakeListeners = new Set<() => void>();
  let changes = document.get().changes as readonly ReachDocument['changes'][number][];
  let lastBeat = clock.now();
  let takeBack: (() => void) | undefined;
  let hasStarted = false;
  let writing: Promise<void> = Promise.resolve();

  const iso = (moment: number): string => new Date(moment).toISOString();

  /** Writes in order; what could not be written is written with the next change, and is true in memory meanwhile. */
  const write = (): Promise<void> => {
    writing = writing
      .then(() => document.set({ changes: [...changes] }))
      .catch((error: unknown) => logger.warn('reach.not-written', { error }));
    return writing;
  };

  const add = (state: ReachState, at: string): void => {
    const before = changes;
    changes = forgetOld(withChange(changes, { at, state }), iso(clock.now()));
    if (changes === before) return;
    void write();
    if (state !== 'receiving') return;
    const closed = gapsOf(changes).at(-1);
    if (closed !== undefined && closed.to === changes.at(-1)?.at) for (const listener of gapListeners) listener(closed);
  };

  const beat = (): void => {
    const now = clock.now();
    if (now - lastBeat > beatMs + sleptAfterMs) {
      add('asleep', iso(lastBeat));
      // Awake, but nothing is proven yet.
      add('not-reachable', iso(now));
      for (const listener of wakeListeners) listener();
    }
    lastBeat = now;
    alive.set({ at: iso(now) }).catch((error: unknown) => logger.warn('reach.no-beat', { error }));
    takeBack = clock.after(beatMs, beat);
  };

  return {
    async start() {
      hasStarted = true;
      const { at } = alive.get();
      if (at !== null && changes.length > 0) add('closed', at);
      add('not-reachable', iso(clock.now()));
      await writing;
      lastBeat = clock.now();
      beat();
    },
    note: (state) => add(state, iso(clock.now())),
    gaps: () => gapsOf(changes),
    spans: (from, to) => spansBetween(changes, from, to),
    onGapClosed(listener) {
      gapListeners.add(listener);
      return () => gapListeners.delete(listener);
    },
    onWoke(listener) {
      wakeListeners.add(listener);
      return () => wakeListeners.delete(listener);
    },
    async close() {
      takeBack?.();
      gapListeners.clear();
      wakeListeners.clear();
      // An app that could not start never ran: the gap began when it last did.
      if (hasStarted) add('closed', iso(clock.now()));
      await writing;
    },
  };
}
