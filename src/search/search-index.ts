/**
 * The core's side of the index: asks its thread, starts it when it is first needed, and again when it died.
 * @module
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Clock, type IndexedMessage, IndexUnavailable, type Logger, type SearchIndex } from '../core/ports.ts';
import { createAskers } from './askers.ts';
import type { Answers, Numbered, Reply, Request, WorkerStart } from './protocol.ts';
import { workerFile } from './worker-file.ts';

export type SearchIndexOptions = {
  /** Its file lies there; made when it is missing. */
  readonly folder: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The code of the thread; ours when not given. */
  readonly worker?: URL;
};

/** What it holds is small: this keeps it from growing while much is put in. In MB. */
const resourceLimits = { maxYoungGenerationSizeMb: 3, maxOldGenerationSizeMb: 256 };

/** The name of the index's file in its folder. */
export const indexFileName = 'index.sqlite';

/** A thread that died once more rests so long before it is started again, twice as long each time, in milliseconds. */
const firstRest = 1_000;
const longestRest = 60_000;
/** A thread that lived so long was sound. */
const soundAfter = 60_000;

/** How long single messages are gathered, in milliseconds, and how many at most. A query does not wait for it. */
const gatherMs = 200;
const gatheredAtMost = 500;

type Waiting = { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void };

/** Makes the index; nothing is read or started before it is asked for something. */
export function createSearchIndex({ folder, clock, logger, worker: code = workerFile }: SearchIndexOptions): SearchIndex {
  const askers = createAskers();
  const listeners = new Set<() => void>();
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let numbered = 0;
  let deaths = 0;
  let startedAt = 0;
  let restsUntil = 0;
  let closed = false;
  /** Single messages are put in together. */
  let gathered: (PromiseWithResolvers<void> & { readonly messages: IndexedMessage[]; readonly stop: () => void }) | undefined;

  const lost = (): void => {
    for (const listener of listeners) listener();
  };

  const died = (dead: Worker, error: unknown): void => {
    if (thread !== dead) return;
    thread = undefined;
    const now = clock.monotonic();
    deaths = now - startedAt > soundAfter ? 1 : deaths + 1;
    restsUntil = deaths === 1 ? now : now + Math.min(longestRest, firstRest * 2 ** (deaths - 2));
    const unanswered = [...waiting.values()];
    waiting.clear();
    for (const { reject } of unanswered) reject(new IndexUnavailable('The thread of the search index ended'));
    if (closed) return;
    logger.warn('search.thread-ended', { error, deaths });
    lost();
  };

  const onReply = (reply: Reply): void => {
    const asked = waiting.get(reply.n);
    waiting.delete(reply.n);
    // A thread that has nothing to do keeps no process running.
    if (waiting.size === 0) thread?.unref();
    if (reply.ok) {
      asked?.resolve(reply.value as never);
      return;
    }
    logger.warn('search.index-failed', { reason: reply.message, reset: reply.reset });
    asked?.reject(new IndexUnavailable(reply.message));
    if (reply.reset) lost();
  };

  const start = (): Worker => {
    const now = clock.monotonic();
    if (now < restsUntil) throw new IndexUnavailable('The thread of the search index rests after it ended');
    startedAt = now;
    const workerData: WorkerStart = { path: join(folder, indexFileName), newest: askers.shared };
    const started = new Worker(code, { name: 'texttray-search', workerData, resourceLimits });
    started.on('message', onReply);
    started.on('error', (error) => died(started, error));
    started.on('exit', (status) => died(started, `exit ${status}`));
    thread = started;
    return started;
  };

  const post = <Ask extends Request['ask']>(n: number, request: Extract<Request, { ask: Ask }>): Promise<Answers[Ask]> =>
    new Promise((resolve, reject) => {
      const worker = thread ?? start();
      waiting.set(n, { resolve, reject });
      worker.ref();
      worker.postMessage({ n, request } satisfies Numbered);
    });
  const next = (): number => {
    numbered += 1;
    return numbered;
  };
  const mustBeOpen = (): void => {
    if (closed) throw new IndexUnavailable('The search index is closed');
  };

  /** Puts in what was gathered: whatever is asked for later is also done later. */
  const flush = (): void => {
    const put = gathered;
    gathered = undefined;
    put?.stop();
    if (put !== undefined) post<'put'>(next(), { ask: 'put', messages: put.messages }).then(() => put.resolve(), put.reject);
  };
  const ask = async <Ask extends Request['ask']>(request: Extract<Request, { ask: Ask }>): Promise<Answers[Ask]> => {
    mustBeOpen();
    flush();
    return post<Ask>(next(), request);
  };

  return {
    known: () => ask<'known'>({ ask: 'known' }),
    put: async (messages) => void (await ask<'put'>({ ask: 'put', messages })),
    async add(message) {
      mustBeOpen();
      gathered ??= { ...Promise.withResolvers<void>(), messages: [], stop: clock.after(gatherMs, flush) };
      gathered.messages.push(message);
      if (gathered.messages.length < gatheredAtMost) return gathered.promise;
      const { promise } = gathered;
      flush();
      return promise;
    },
    remove: async (messages) =>
      void (await ask<'remove'>({
        ask: 'remove',
        messages: messages.map(({ conversationId, sequence }) => ({ conversationId, sequence })),
      })),
    forget: async (conversationId) => void (await ask<'forget'>({ ask: 'forget', conversationId })),
    async query(query) {
      mustBeOpen();
      flush();
      const n = next();
      const { slot, done } = askers.begin(query.asker, n);
      try {
        return await post<'query'>(n, { ask: 'query', query, slot });
      } finally {
        done();
      }
    },
    tidy: () => ask<'tidy'>({ ask: 'tidy' }),
    onLost(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      if (closed) return;
      flush();
      closed = true;
      const worker = thread;
      if (worker === undefined) return;
      await post<'close'>(next(), { ask: 'close' }).catch(() => undefined);
      await worker.terminate();
    },
  };
}
