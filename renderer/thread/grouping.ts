/**
 * How messages hang together in a thread: by day, and in runs of one side. Worked out message by message from its
 * neighbours, so that a thread of any length costs only what is on the screen.
 * @module
 */
import type { Message } from '../../src/domain/message.ts';
import { isSameDay } from '../format/time.ts';

/** Messages of one side within this time of each other are one run, in milliseconds. */
const runGap = 5 * 60_000;

export type Placement = {
  /** The first of its day: the day is written above it. */
  readonly startsDay: boolean;
  /** The first unread one when the conversation was opened. */
  readonly startsUnread: boolean;
  readonly startsRun: boolean;
  /** The last of its run: the time is written below it. */
  readonly endsRun: boolean;
};

/** Where the message at `index` stands; `unreadId` is the message the unread divider stands above. */
export function placementAt(messages: readonly Message[], index: number, unreadId: string | undefined): Placement {
  const message = messages[index];
  if (!message) return { startsDay: false, startsUnread: false, startsRun: true, endsRun: true };
  const before = messages[index - 1];
  const after = messages[index + 1];
  const startsUnread = message.id === unreadId;
  return {
    startsDay: before === undefined || !isSameDay(before.at, message.at),
    startsUnread,
    startsRun: startsUnread || before === undefined || !areOneRun(before, message),
    endsRun: after === undefined || after.id === unreadId || !areOneRun(message, after),
  };
}

/** The first message that was unread when the thread was opened; `undefined` when there is none among those loaded. */
export function firstUnread(messages: readonly Message[], readUpTo: number | null): Message | undefined {
  if (readUpTo === null) return undefined;
  return messages.find((message) => message.direction === 'inbound' && message.sequence > readUpTo);
}

function areOneRun(one: Message, next: Message): boolean {
  if (one.direction !== next.direction || needsWords(one) || one.recovered !== next.recovered || !isOneTime(one, next)) return false;
  const apart = Date.parse(next.at) - Date.parse(one.at);
  return apart < runGap && isSameDay(one.at, next.at);
}

/** Recovered texts arrived here together; what counts is when each reached the provider. */
function isOneTime(one: Message, next: Message): boolean {
  if (one.recovered !== true) return true;
  const [before, after] = [one.providerAt ?? one.at, next.providerAt ?? next.at];
  return Math.abs(Date.parse(after) - Date.parse(before)) < runGap;
}

/** A message whose state must be said in words always ends its run. */
export function needsWords(message: Message): boolean {
  return message.direction === 'outbound' && message.status !== 'sent' && message.status !== 'delivered';
}
