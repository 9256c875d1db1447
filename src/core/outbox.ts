/**
 * Hands outbound texts to their provider: one after the other per line, oldest first. Tried again by itself is only
 * what certainly was not sent; where nobody can know, the user decides. Never a double send.
 * @module
 */
import type { Message, MessageChanges, MessageFailure } from '../domain/message.ts';
import { assertNever } from '../domain/result.ts';
import { backoffMs } from './backoff.ts';
import type { CredentialBook } from './credentials.ts';
import type { LineBook } from './line-book.ts';
import {
  type Clock,
  type HttpClient,
  type Logger,
  type MessageLog,
  type Random,
  type SendOutcome,
  StoreUnavailable,
  type Tunnel,
} from './ports.ts';
import { outboundKey, type StatusReports } from './status-reports.ts';

/** After this long without success a text is given back to the user. */
const giveUpAfterMs = 60 * 60_000;

/** How long closing waits for a request that is under way; what is cut off becomes `unconfirmed` at the next start. */
const closePatienceMs = 3_000;

const interrupted: MessageFailure = {
  code: 'interrupted',
  message: 'Texttray was closed while this text was being handed over: it may or may not have been sent.',
  resolution: 'Ask, or look at your provider, before you send it again.',
};

const lineGone: MessageFailure = { code: 'line-removed', message: 'The line was removed before this text went out.' };

const optedOut: MessageFailure = {
  code: 'opted-out',
  message: 'The other side asked not to be texted before this text went out.',
};

export type Outbox = {
  /** Takes up what was left from before: queued texts go on, texts in the middle of it are the user's to decide. */
  resume(): Promise<void>;
  /** Starts on a text that was just stored as `queued`. */
  enqueue(message: Message): void;
  /** Takes a queued text back for good; false when it is on its way already. */
  withdraw(message: Message): boolean;
  /** Tries waiting lines at once (the network is back). */
  hurry(): void;
  /** Starts nothing new and waits a little for what is under way. */
  close(): Promise<void>;
};

type Consequence = { readonly changes: MessageChanges; readonly providerId?: string | undefined; readonly waitMs: number };

type Queue = { readonly waiting: Message[]; busy: boolean; failures: number; wake?: () => void; current?: string; run?: Promise<void> };

type Dependencies = {
  readonly lines: LineBook;
  readonly credentials: CredentialBook;
  readonly messages: MessageLog;
  readonly statusReports: StatusReports;
  readonly tunnel: Tunnel;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly onChanged: (message: Message) => void;
};

export function createOutbox(dependencies: Dependencies): Outbox {
  const { lines, credentials, messages, statusReports, tunnel, http, clock, random, logger, onChanged } = dependencies;
  const queues = new Map<string, Queue>();
  let closed = false;

  const now = (): string => new Date(clock.now()).toISOString();
  const queueOf = (lineId: string): Queue => {
    const known = queues.get(lineId) ?? { waiting: [], busy: false, failures: 0 };
    queues.set(lineId, known);
    return known;
  };

  const hand = async (message: Message): Promise<SendOutcome> => {
    const line = lines.active(message.lineId);
    const secrets = credentials.of(message.lineId);
    const provider = line && lines.provider(line);
    if (line === undefined || provider?.send === undefined) return { kind: 'refused', failure: lineGone };
    // Composed before the opt-out came: nobody decided to send it in spite of it.
    const optOut = messages.conversation(message.conversationId)?.optOut;
    if (optOut && optOut.at > (message.statusAt ?? message.at)) return { kind: 'refused', failure: optedOut };
    if (secrets === undefined) {
      return { kind: 'retry', failure: { code: 'vault-unavailable', message: 'The keys of this line cannot be read right now.' } };
    }
    const base = line.provider === 'practice' ? null : tunnel.report().publicUrl;
    return provider.send(
      {
        from: line.number,
        to: message.peer,
        body: message.body,
        mediaUrls: (message.media ?? []).flatMap(({ url }) => url ?? []),
        clientId: message.clientId ?? message.id,
        ...(base !== null && { callbackUrl: `${base}${line.webhookPath}` }),
      },
      { credentials: secrets, http, localWebhookUrl: lines.localUrl(line) },
    );
  };

  /** What an outcome changes in the stored text, and how long the line waits before its next try (0: it goes on). */
  const consequence = (queue: Queue, message: Message, outcome: SendOutcome): Consequence => {
    const queuedSince = message.statusAt ?? message.at;
    switch (outcome.kind) {
      case 'accepted': {
        const { providerId, status } = outcome;
        return {
          changes: { status, statusAt: now(), failure: null, ...(providerId !== undefined && { providerId }) },
          providerId,
          waitMs: 0,
        };
      }
      case 'refused':
        return { changes: { status: 'failed', statusAt: now(), failure: outcome.failure }, waitMs: 0 };
      case 'ambiguous':
        return { changes: { status: 'unconfirmed', statusAt: now(), failure: outcome.failure }, waitMs: 0 };
      case 'retry': {
        const { failure } = outcome;
        if (clock.now() - Date.parse(queuedSince) >= giveUpAfterMs)
          return { changes: { status: 'failed', statusAt: now(), failure }, waitMs: 0 };
        const waitMs = outcome.afterMs ?? backoffMs(queue.failures + 1, random.fraction());
        return { changes: { status: 'queued', statusAt: queuedSince, failure }, waitMs };
      }
      default:
        return assertNever(outcome);
    }
  };

  /** Stores a change, however long the store takes to recover: what was sent must not be forgotten, or it would be sent twice. */
  const persist = async (queue: Queue, message: Message, changes: MessageChanges, keys: readonly string[] = []): Promise<Message> => {
    for (let failures = 1; ; failures += 1) {
      try {
        const changed = await messages.patch(message.id, changes, keys);
        if (changed !== undefined) onChanged(changed);
        return changed ?? message;
      } catch (error) {
        if (closed || !(error instanceof StoreUnavailable)) throw error;
        logger.warn('outbox.store-unavailable', { lineId: message.lineId });
        await pause(queue, backoffMs(failures, random.fraction()));
      }
    }
  };

  const handSafely = async (message: Message): Promise<SendOutcome> => {
    try {
      return await hand(message);
    } catch (error) {
      logger.error('outbox.provider-bug', { lineId: message.lineId, error });
      return { kind: 'ambiguous', failure: interrupted };
    }
  };

  const work = async (queue: Queue): Promise<void> => {
    for (let next = queue.waiting[0]; next !== undefined && !closed; next = queue.waiting[0]) {
      const holdMs = heldFor(next, clock.now());
      if (holdMs > 0) {
        await pause(queue, holdMs);
        continue;
      }
      queue.current = next.id;
      // Written down first: if the computer dies now, nobody can know whether the text left.
      const queuedSince = next.statusAt ?? next.at;
      const attempts = (next.attempts ?? 0) + 1;
      const sending = await persist(queue, next, { status: 'sending', statusAt: queuedSince, attempts, failure: null });
      const outcome = await handSafely(sending);
      const { changes, providerId, waitMs } = consequence(queue, sending, outcome);
      const keys = providerId === undefined ? [] : [outboundKey(next.lineId, providerId)];
      const settled = await persist(queue, sending, changes, keys);
      if (providerId !== undefined) await statusReports.applyHeld(next.lineId, providerId);
      delete queue.current;
      if (outcome.kind === 'retry' && changes.status === 'queued') {
        queue.failures += 1;
        queue.waiting[0] = settled;
        await pause(queue, waitMs);
      } else {
        queue.failures = 0;
        queue.waiting.shift();
      }
    }
  };

  const pause = (queue: Queue, milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        takeBack();
        delete queue.wake;
        resolve();
      };
      const takeBack = clock.after(milliseconds, wake);
      queue.wake = wake;
      if (closed) wake();
    });

  const start = (lineId: string, queue: Queue): void => {
    if (queue.busy || closed) return;
    queue.busy = true;
    queue.run = work(queue)
      .catch((error: unknown) => {
        // The text stays `sending` in the log and is the user's to decide at the next start.
        queue.waiting.shift();
        logger.error('outbox.bug', { lineId, error });
      })
      .finally(() => {
        delete queue.current;
        queue.busy = false;
        if (queue.waiting.length > 0) start(lineId, queue);
      });
  };

  const enqueue = (message: Message): void => {
    const queue = queueOf(message.lineId);
    if (queue.waiting.some((waiting) => waiting.id === message.id)) return;
    queue.waiting.push(message);
    start(message.lineId, queue);
  };

  return {
    async resume() {
      for (const message of messages.outbox()) {
        if (message.status !== 'sending') enqueue(message);
        else await persist(queueOf(message.lineId), message, { status: 'unconfirmed', statusAt: now(), failure: interrupted });
      }
    },
    enqueue,
    withdraw(message) {
      const queue = queueOf(message.lineId);
      if (queue.current === message.id) return false;
      const position = queue.waiting.findIndex((waiting) => waiting.id === message.id);
      if (position < 0) return false;
      queue.waiting.splice(position, 1);
      if (position === 0) queue.wake?.();
      return true;
    },
    hurry() {
      for (const queue of queues.values()) queue.wake?.();
    },
    async close() {
      closed = true;
      for (const queue of queues.values()) queue.wake?.();
      const finished = Promise.all([...queues.values()].map((queue) => queue.run));
      const patience = new Promise<void>((resolve) => void clock.after(closePatienceMs, resolve));
      await Promise.race([finished, patience]);
    },
  };
}

/** A text that can still be taken back waits for no longer than this, however the computer's clock is changed meanwhile. */
const holdAtMostMs = 30_000;

/** For how many milliseconds a text must not go out yet. */
function heldFor({ notBefore }: Message, now: number): number {
  const remaining = notBefore === undefined ? 0 : Date.parse(notBefore) - now;
  return remaining > holdAtMostMs ? 0 : remaining;
}
