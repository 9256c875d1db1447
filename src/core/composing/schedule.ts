/**
 * Scheduled texts. They wait in a document of their own and enter the log when they are due, known by their own id, so
 * that no crash between the two makes them go twice. A computer that was asleep sends what is a little late and says so;
 * what is very late waits for the user's decision.
 * @module
 */
import { type Answered, type Failure, refuse } from '../../contract/errors.ts';
import type { ParsedInput } from '../../contract/methods.ts';
import type { Message } from '../../domain/message.ts';
import { normalizeAddress } from '../../domain/peer.ts';
import { ok } from '../../domain/result.ts';
import type { Scheduled } from '../../domain/scheduled.ts';
import type { Ground, Part } from '../ground.ts';
import { objectionTo } from '../objections.ts';
import { StoreUnavailable } from '../ports.ts';
import { hasOptedOut } from '../send.ts';
import { createTurns } from '../turns.ts';

type Names = 'schedule.create' | 'schedule.update' | 'schedule.sendNow' | 'schedule.remove';

/** Later than this, in milliseconds, it is not sent without asking. */
export const sendLateUpToMs = 60 * 60_000;
/** The clock is looked at least this often: timers stand still while a computer sleeps. */
const lookAgainMs = 30_000;
const furthestMs = 366 * 24 * 60 * 60_000;
const mostScheduled = 1_000;
/** How far back is looked for an answer that came while nobody watched. */
const lookBack = 50;

type Dependencies = Ground & {
  /** A text was not sent at its time: the user should know. */
  readonly onMissed: (scheduled: Scheduled) => void;
};

export function createSchedule(dependencies: Dependencies): Part<Names> {
  const { messages, lines, lists, clock, logger, send, onMissed } = dependencies;
  const { scheduled } = lists;
  /** What is decided of a text at its moment and what the user decides come one after the other. */
  const turns = createTurns();
  let takeBack: (() => void) | undefined;
  let running: Promise<void> | undefined;
  let closed = false;

  const replace = (id: string, changes: Partial<Scheduled>): Promise<Scheduled | undefined> =>
    scheduled.change((items) => {
      const present = items.find((item) => item.id === id);
      if (present === undefined) return { items, value: undefined };
      const { reason: _former, ...rest } = present;
      const next: Scheduled = { ...rest, ...changes };
      return { items: items.map((item) => (item.id === id ? next : item)), value: next };
    });
  const drop = (id: string): Promise<Scheduled | undefined> =>
    scheduled.change((items) => {
      const present = items.find((item) => item.id === id);
      return { items: present === undefined ? items : items.filter((item) => item.id !== id), value: present };
    });

  const hand = async (item: Scheduled): Promise<Answered<Message>> => {
    const { id, lineId, peer, body, mediaUrls, overrideOptOut, dueAt } = item;
    const sent = await send({ lineId, to: peer, body, mediaUrls, overrideOptOut, clientId: id, scheduledFor: dueAt });
    if (sent.ok) await drop(id);
    return sent;
  };

  const wasAnswered = async ({ conversationId, createdAt }: Scheduled): Promise<boolean> => {
    const page = await messages.page({ conversationId, limit: lookBack });
    return page?.items.some(({ direction, at }) => direction === 'inbound' && at > createdAt) ?? false;
  };

  const isDue = ({ state, dueAt }: Scheduled): boolean => state === 'waiting' && Date.parse(dueAt) <= clock.now();

  /** One that is due: sent, or why not. */
  const settle = async ({ id }: Scheduled): Promise<void> => {
    const item = scheduled.get(id);
    if (item === undefined || !isDue(item)) return;
    if (item.unlessAnswered && (await wasAnswered(item))) {
      await replace(item.id, { state: 'answered' });
      return;
    }
    if (clock.now() - Date.parse(item.dueAt) > sendLateUpToMs) {
      const missed = await replace(item.id, { state: 'missed' });
      if (missed !== undefined) onMissed(missed);
      return;
    }
    const sent = await hand(item);
    if (sent.ok) return;
    const refused = await replace(item.id, { state: 'refused', reason: sentenceOf(sent.error) });
    if (refused !== undefined) onMissed(refused);
  };

  const work = async (): Promise<void> => {
    for (const item of scheduled.all()) {
      if (closed) return;
      if (!isDue(item)) continue;
      try {
        await turns(item.id, () => settle(item));
      } catch (error) {
        // It stays as it is and is tried again soon.
        if (!(error instanceof StoreUnavailable)) logger.error('schedule.bug', { scheduledId: item.id, error });
      }
    }
  };

  /** Sends what is due, then waits for the next one. */
  const look = (): void => {
    takeBack?.();
    takeBack = undefined;
    if (closed) return;
    if (running !== undefined) return;
    running = work().finally(() => {
      running = undefined;
      if (closed) return;
      const waiting = scheduled.all().filter(({ state }) => state === 'waiting');
      if (waiting.length === 0) return;
      const next = Math.min(...waiting.map(({ dueAt }) => Date.parse(dueAt))) - clock.now();
      takeBack = clock.after(Math.min(Math.max(next, 1_000), lookAgainMs), look);
    });
  };

  const objection = (composed: Pick<ParsedInput<'schedule.create'>, 'lineId' | 'to' | 'body' | 'mediaUrls' | 'overrideOptOut'>) => {
    const line = lines.active(composed.lineId);
    if (line === undefined) return refuse('line-not-found');
    const peer = normalizeAddress(composed.to);
    const isKnownPeer = messages.conversation(messages.conversationId(line.id, peer)) !== undefined;
    const said = objectionTo(lines.provider(line), { ...composed, peer, isKnownPeer });
    if (said !== undefined) return said;
    return composed.overrideOptOut !== true && hasOptedOut(messages, line.id, peer) ? refuse('opted-out') : undefined;
  };
  const objectionToTime = (dueAt: string): Answered<never> | undefined => {
    const ahead = Date.parse(dueAt) - clock.now();
    if (ahead <= 0) return refuse('invalid-input', { fields: { dueAt: 'Choose a time that is still to come.' } });
    if (ahead > furthestMs) return refuse('invalid-input', { fields: { dueAt: 'Choose a time within a year.' } });
    return undefined;
  };

  const create = async (input: ParsedInput<'schedule.create'>): Promise<Answered<Scheduled>> => {
    const id = input.clientId;
    const known = scheduled.get(id);
    if (known !== undefined) return ok(known);
    const refused = objection(input) ?? objectionToTime(input.dueAt);
    if (refused !== undefined) return refused;
    const peer = normalizeAddress(input.to);
    const item: Scheduled = {
      id,
      lineId: input.lineId,
      conversationId: messages.conversationId(input.lineId, peer),
      peer,
      body: input.body,
      mediaUrls: input.mediaUrls ?? [],
      createdAt: new Date(clock.now()).toISOString(),
      dueAt: input.dueAt,
      unlessAnswered: input.unlessAnswered ?? false,
      overrideOptOut: input.overrideOptOut ?? false,
      state: 'waiting',
    };
    const kept = await scheduled.change((items) =>
      items.length < mostScheduled ? { items: [...items, item], value: true } : { items, value: false },
    );
    if (!kept) return refuse('invalid-input', { message: `${mostScheduled} texts are scheduled already.` });
    look();
    return ok(item);
  };

  const update = async ({ id, body, dueAt, unlessAnswered }: ParsedInput<'schedule.update'>): Promise<Answered<Scheduled>> => {
    const present = scheduled.get(id);
    if (present === undefined) return refuse('not-found');
    const next = { ...present, ...(body !== undefined && { body }), ...(unlessAnswered !== undefined && { unlessAnswered }) };
    const refused =
      objection({ ...next, to: next.peer }) ??
      (dueAt === undefined && present.state === 'waiting' ? undefined : objectionToTime(dueAt ?? present.dueAt));
    if (refused !== undefined) return refused;
    // Scheduled anew: only what they write from now on counts as an answer.
    const again = dueAt === undefined ? {} : { dueAt, state: 'waiting' as const, createdAt: new Date(clock.now()).toISOString() };
    const changed = await replace(id, { body: next.body, unlessAnswered: next.unlessAnswered, ...again });
    if (changed === undefined) return refuse('not-found');
    look();
    return ok(changed);
  };

  return {
    handlers: {
      'schedule.create': (input) => turns(input.clientId, () => create(input)),
      'schedule.update': (input) => turns(input.id, () => update(input)),
      'schedule.sendNow': ({ id }) =>
        turns(id, async () => {
          const present = scheduled.get(id);
          return present === undefined ? refuse('not-found') : hand(present);
        }),
      'schedule.remove': ({ id }) =>
        turns(id, async () => {
          const removed = await drop(id);
          return removed === undefined ? refuse('not-found') : ok(removed);
        }),
    },
    followUps: [
      {
        name: 'scheduled-unless-answered',
        async run({ conversationId, at }) {
          for (const item of scheduled.all()) {
            const concerned = item.conversationId === conversationId && item.unlessAnswered && item.state === 'waiting';
            if (concerned && at > item.createdAt) await replace(item.id, { state: 'answered' });
          }
        },
      },
    ],
    start: look,
    resumed: look,
    async close() {
      closed = true;
      takeBack?.();
      await running;
    },
  };
}

function sentenceOf({ message, fields }: Failure): string {
  return Object.values(fields ?? {})[0] ?? message;
}
