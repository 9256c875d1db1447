/**
 * The queue of downloads: a few at a time, and those that failed for what may pass once more after a while.
 * @module
 */
import type { Result } from '../../domain/result.ts';
import type { Clock, MediaFailure, MediaStore, StoredMedia } from '../ports.ts';

/** An attachment by its message and its place in it. */
export type Place = { readonly messageId: string; readonly index: number };

export type Wanted = Place & { readonly url: string; readonly mostBytes: number };

export type Downloads = {
  /** Begins as soon as there is room; a place that waits already is not taken twice. */
  add(wanted: Wanted): void;
  /** Nobody wants the attachments of this message any more. */
  cancel(messageId: string): void;
  /** What waits for its next try is tried now. */
  hurry(): void;
  /** Ends what is under way; what waits stays as it is. */
  close(): Promise<void>;
};

type Dependencies = {
  readonly media: Pick<MediaStore, 'fetch' | 'remove'>;
  readonly clock: Clock;
  /** Writes the outcome down; false: that cannot be done now, and it is all to be done again later. */
  readonly settle: (wanted: Wanted, outcome: Result<StoredMedia, MediaFailure>) => Promise<boolean>;
  readonly onBug: (error: unknown) => void;
};

const atOnce = 3;
/** Pauses before the second, third … try, in milliseconds. */
const pauses = [5_000, 30_000, 2 * 60_000, 10 * 60_000];
/** Pause before an outcome that could not be written down is tried for again, in milliseconds. */
const storePause = 60_000;

type Job = { readonly wanted: Wanted; readonly off: AbortController; failures: number; wake?: (() => void) | undefined };

export function createDownloads({ media, clock, settle, onBug }: Dependencies): Downloads {
  const jobs = new Map<string, Job>();
  const ready: Job[] = [];
  const running = new Set<Promise<void>>();

  const pump = (): void => {
    while (running.size < atOnce) {
      const job = ready.shift();
      if (job === undefined) return;
      const run: Promise<void> = perform(job)
        .catch(onBug)
        .finally(() => {
          running.delete(run);
          pump();
        });
      running.add(run);
    }
  };

  const later = (job: Job, milliseconds: number): void => {
    const wake = (): void => {
      takeBack();
      job.wake = undefined;
      ready.push(job);
      pump();
    };
    const takeBack = clock.after(milliseconds, wake);
    job.wake = wake;
  };

  const perform = async (job: Job): Promise<void> => {
    const { wanted, off } = job;
    if (off.signal.aborted) return;
    const outcome = await media.fetch(wanted.url, { mostBytes: wanted.mostBytes, signal: off.signal });
    if (off.signal.aborted) {
      if (outcome.ok) await media.remove(outcome.value.file);
      return;
    }
    const pause = pauses[job.failures];
    if (!outcome.ok && outcome.error.passing && pause !== undefined) {
      job.failures += 1;
      later(job, pause);
      return;
    }
    if (await settle(wanted, outcome)) jobs.delete(keyOf(wanted));
    else later(job, storePause);
  };

  const stop = (job: Job): void => {
    job.off.abort();
    jobs.delete(keyOf(job.wanted));
  };

  return {
    add(wanted) {
      const key = keyOf(wanted);
      const known = jobs.get(key);
      if (known !== undefined) {
        known.wake?.();
        return;
      }
      const job: Job = { wanted, off: new AbortController(), failures: 0 };
      jobs.set(key, job);
      ready.push(job);
      pump();
    },
    cancel(messageId) {
      for (const job of jobs.values()) if (job.wanted.messageId === messageId) stop(job);
    },
    hurry() {
      for (const job of jobs.values()) job.wake?.();
    },
    async close() {
      for (const job of jobs.values()) stop(job);
      await Promise.all(running);
    },
  };
}

function keyOf({ messageId, index }: Place): string {
  return `${messageId} ${index}`;
}
