/**
 * The newest inbound texts of all conversations, newest first.
 * @module
 */
import type { Message } from '../../domain/message.ts';
import type { MessageLog } from '../ports.ts';

const pageSize = 50;

/** Reads no more conversations than can hold one of them. */
export async function newestInbound(messages: MessageLog, limit: number): Promise<readonly Message[]> {
  let found: Message[] = [];
  const conversations = messages
    .conversations({ limit: Number.MAX_SAFE_INTEGER })
    .items.toSorted((one, other) => other.lastSequence - one.lastSequence);
  for (const { id, lastSequence } of conversations) {
    const oldest = found.length < limit ? undefined : found.at(-1);
    if (oldest !== undefined && lastSequence < oldest.sequence) break;
    found = [...found, ...(await inboundOf(messages, id, limit))].sort((one, other) => other.sequence - one.sequence).slice(0, limit);
  }
  return found;
}

async function inboundOf(messages: MessageLog, conversationId: string, limit: number): Promise<Message[]> {
  const found: Message[] = [];
  let before: string | undefined;
  do {
    const page = await messages.page({ conversationId, limit: pageSize, ...(before !== undefined && { before }) });
    found.push(...(page?.items ?? []).filter(({ direction }) => direction === 'inbound'));
    before = page?.nextBefore ?? undefined;
  } while (before !== undefined && found.length < limit);
  return found;
}
