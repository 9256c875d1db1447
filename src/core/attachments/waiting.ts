/**
 * Finds the texts whose attachments still waited when the app ended, however it ended.
 * @module
 */
import type { Message } from '../../domain/message.ts';
import type { MessageLog } from '../ports.ts';

const pageSize = 100;

/** Messages with a greater sequence than `upTo` that have an attachment in state `waiting`. */
export async function* waitingSince(messages: Pick<MessageLog, 'allConversations' | 'page'>, upTo: number): AsyncGenerator<Message> {
  const newer: string[] = [];
  for (const { id, lastSequence } of messages.allConversations()) if (lastSequence > upTo) newer.push(id);
  for (const conversationId of newer) {
    for (let before: string | undefined; ; ) {
      const page = await messages.page({ conversationId, limit: pageSize, ...(before !== undefined && { before }) });
      yield* (page?.items ?? []).filter((message) => message.sequence > upTo && isWaiting(message));
      if (page === undefined || page.nextBefore === null || (page.items[0]?.sequence ?? upTo) <= upTo) break;
      before = page.nextBefore;
    }
  }
}

export function isWaiting({ media }: Message): boolean {
  return media?.some(({ state }) => state === 'waiting') === true;
}

/** The sequence of the newest message there is. */
export function newestSequence(messages: Pick<MessageLog, 'allConversations'>): number {
  let newest = -1;
  for (const { lastSequence } of messages.allConversations()) newest = Math.max(newest, lastSequence);
  return newest;
}
