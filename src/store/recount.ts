/**
 * Counts a conversation anew from its messages, after something other than an operation changed what there is.
 * @module
 */
import { isInOutbox, type Message } from '../domain/message.ts';
import { keepOutbox, type LogState, whileCounting } from './log-state.ts';
import type { Reader } from './reader.ts';
import { isUnread, previewOf, type Row } from './row.ts';

type Count = { count: number; unread: number; last: Message | undefined; waiting: Message[] };

/** Exact even while messages keep arriving. */
export async function recount(state: LogState, reader: Reader, row: Row): Promise<void> {
  for (let settled = false; !settled; ) {
    settled = await whileCounting(state, row, async (counter) => {
      const counted = await countAll(reader, row);
      if (counter.otherwiseChanged) return false;
      const last = counter.put.at(-1) ?? counted.last;
      const waiting = [...counted.waiting, ...counter.put.filter(isInOutbox)];
      for (const message of waiting) keepOutbox(state, message);
      state.catalog.change(row, {
        count: counted.count + counter.put.length,
        unread: counted.unread + counter.put.filter((message) => isUnread(message, row.flags)).length,
        lastMessage: last === undefined ? null : previewOf(last),
        ...(last !== undefined && { lastSequence: last.sequence }),
        outbox: waiting.map(({ sequence }) => sequence),
      });
      return true;
    });
  }
}

async function countAll(reader: Reader, row: Row): Promise<Count> {
  const counted: Count = { count: 0, unread: 0, last: undefined, waiting: [] };
  for await (const message of reader.walk(row, { passing: true, asItIs: true })) {
    counted.count += 1;
    counted.last ??= message;
    if (isUnread(message, row.flags)) counted.unread += 1;
    if (isInOutbox(message)) counted.waiting.push(message);
  }
  return counted;
}
