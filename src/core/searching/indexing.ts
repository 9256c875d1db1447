/**
 * Keeps the search index in step with the message log: compares the two when the app starts and whenever one of them may have
 * been changed behind the other's back, reads what is missing in small pieces, and passes on what happens meanwhile.
 * @module
 */
import type { SearchIndexState } from '../../contract/methods/search.ts';
import type { Jobs, RunningJob } from '../jobs.ts';
import {
  type Clock,
  type IndexAnswer,
  type IndexQuery,
  IndexUnavailable,
  type Logger,
  type MessageLog,
  type SearchIndex,
} from '../ports.ts';
import { type Behind, findBehind } from './compare.ts';
import { indexed } from './indexed.ts';

export type Indexing = {
  state(): SearchIndexState;
  /** Rejects with `IndexUnavailable`. */
  query(query: IndexQuery): Promise<IndexAnswer>;
  /** The log, as one whose changes are also made in the index. */
  watch(log: MessageLog): MessageLog;
  /** Many messages may have come or gone past `watch`: the log and the index are compared. */
  compare(): void;
  start(): void;
  close(): Promise<void>;
};

type Dependencies = {
  readonly index: SearchIndex;
  /** As it is, not watched. */
  readonly messages: MessageLog;
  readonly jobs: Pick<Jobs, 'start' | 'dismiss'>;
  readonly clock: Clock;
  readonly logger: Logger;
};

/** How many messages are read and handed over at once: a few milliseconds of work on both sides. */
const batch = 120;
/** Building less than this is over before anybody could read how far it is. */
const worthAJob = 2_000;
/** After this many messages the index is worth tidying. */
const worthTidying = 5_000;
/** The log changes while it is compared; what differs after so many rounds is taken up at the next start. */
const rounds = 3;
const tidyRestMs = 40;
const firstRetryMs = 2_000;
const longestRetryMs = 60_000;

export function createIndexing({ index, messages, jobs, clock, logger }: Dependencies): Indexing {
  let state: SearchIndexState = { state: 'building', done: 0, total: 0 };
  let running: Promise<void> | undefined;
  let again = false;
  let closed = false;
  let retryMs = firstRetryMs;
  let stopRetry: (() => void) | undefined;
  /** What was removed while messages are read: a page that was read before must not bring it back. */
  let removedMeanwhile = new Set<string>();
  let job: RunningJob | undefined;

  /** It is only of interest while it runs. */
  const endJob = (): void => {
    job?.end({ state: state.state === 'ready' ? 'done' : 'failed' });
    if (job !== undefined) jobs.dismiss(job.id);
    job = undefined;
  };

  const failed = (error: unknown): void => {
    if (closed) return;
    if (!(error instanceof IndexUnavailable)) logger.error('search.indexing-failed', { error });
    state = { state: 'unavailable', done: 0, total: 0 };
    stopRetry?.();
    stopRetry = clock.after(retryMs, compare);
    retryMs = Math.min(longestRetryMs, retryMs * 2);
  };

  function compare(): void {
    if (closed) return;
    stopRetry?.();
    stopRetry = undefined;
    again = true;
    running ??= bringUpToDate()
      .catch(failed)
      .finally(() => {
        endJob();
        running = undefined;
      });
  }

  const bringUpToDate = async (): Promise<void> => {
    let added = 0;
    while (again && !closed) {
      again = false;
      added += await addMissing();
      if (closed || again) continue;
      state = { state: 'ready', done: 0, total: 0 };
      retryMs = firstRetryMs;
      endJob();
      if (added >= worthTidying) await tidy();
    }
  };

  const addMissing = async (): Promise<number> => {
    let added = 0;
    for (let round = 0; round < rounds && !closed; round += 1) {
      const behind = await findBehind({ index, messages });
      if (behind.length === 0) break;
      added += await catchUp(behind, round > 0);
    }
    return added;
  };

  /** In small steps with rests, so that a query never waits long behind one. */
  const tidy = async (): Promise<void> => {
    let more = true;
    while (more && !closed && !again) {
      more = await index.tidy();
      await rest();
    }
  };

  let endRest = (): void => undefined;
  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      const stop = clock.after(tidyRestMs, resolve);
      endRest = () => {
        stop();
        resolve();
      };
    });

  const catchUp = async (behind: readonly Behind[], anew: boolean): Promise<number> => {
    const total = behind.reduce((sum, { missing }) => sum + missing, 0);
    state = { state: 'building', done: 0, total };
    if (total >= worthAJob) job ??= jobs.start({ kind: 'search-index', unit: 'messages', total });
    removedMeanwhile = new Set();
    let done = 0;
    for (const conversation of behind) {
      if (closed) break;
      const before = done;
      await readConversation(conversation, anew, (count) => {
        done += count;
        state = { state: 'building', done: Math.min(done, total), total };
        job?.progress(state.done, total);
      });
      done = before + conversation.missing;
    }
    return done;
  };

  /**
   * Reads what the index lacks; everything, when more than its end is different. It is only forgotten first when something
   * is in it that should not be: what is found of a conversation stays found while old messages are added to it.
   */
  const readConversation = async ({ id, known }: Behind, anew: boolean, onRead: (count: number) => void): Promise<void> => {
    if (known !== undefined) {
      const added = await readPages(id, known.lastSequence, onRead);
      const present = messages.conversation(id)?.count ?? 0;
      if (closed || known.count + added === present) return;
      if (anew || known.count + added > present) await index.forget(id);
    }
    if ((messages.conversation(id)?.count ?? 0) > 0) await readPages(id, Number.NEGATIVE_INFINITY, onRead);
  };

  /** Puts what is newer than `after` into the index, newest first. Answers how many that were. */
  const readPages = async (conversationId: string, after: number, onRead: (count: number) => void): Promise<number> => {
    let before: string | null = null;
    let count = 0;
    do {
      const page = await messages.page({ conversationId, limit: batch, ...(before !== null && { before }) });
      const newer = (page?.items ?? []).filter(({ sequence }) => sequence > after);
      const fresh = newer.filter(({ id }) => !removedMeanwhile.has(id));
      if (fresh.length > 0) await index.put(fresh.map(indexed));
      count += fresh.length;
      onRead(fresh.length);
      const reachedKnown = newer.length < (page?.items.length ?? 0);
      before = reachedKnown ? null : (page?.nextBefore ?? null);
    } while (before !== null && !closed);
    return count;
  };

  const missed = (): void => compare();
  const stopListening = index.onLost(compare);

  return {
    state: () => state,
    query: index.query,
    watch: (log) => ({
      ...log,
      async append(draft, keys) {
        const appended = await log.append(draft, keys);
        if (appended.kind === 'stored') index.add(indexed(appended.message)).catch(missed);
        return appended;
      },
      async remove(id) {
        const removed = await log.remove(id);
        if (removed === undefined) return undefined;
        if (running !== undefined) removedMeanwhile.add(removed.id);
        index.remove([removed]).catch(missed);
        return removed;
      },
    }),
    compare,
    start: compare,
    async close() {
      closed = true;
      stopListening();
      stopRetry?.();
      endRest();
      await running;
      await index.close();
    },
  };
}
