/**
 * Search by reading: conversations by number and line from the index, texts by going through the log, newest first, for
 * a bounded time. It says when it did not get to the end.
 * @module
 */
import type { MethodOutput } from '../contract/methods.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Message } from '../domain/message.ts';
import { formatAddress } from '../domain/peer.ts';
import type { LineBook } from './line-book.ts';
import type { Clock, MessageLog } from './ports.ts';

const patienceMs = 2_000;
const pageSize = 200;

export type SearchDependencies = { readonly messages: MessageLog; readonly lines: LineBook; readonly clock: Clock };

export async function search(
  { messages, lines, clock }: SearchDependencies,
  { query, limit }: { query: string; limit: number },
): Promise<MethodOutput<'search.query'>> {
  const deadline = clock.monotonic() + patienceMs;
  const wanted = fold(query);
  const wantedDigits = query.replace(/\D/g, '');
  const labels = new Map(lines.all().map((line) => [line.id, fold(line.label)]));

  const isAbout = ({ peer, lineId }: Conversation): boolean =>
    fold(peer).includes(wanted) ||
    fold(formatAddress(peer)).includes(wanted) ||
    (wantedDigits.length >= 3 && peer.includes(wantedDigits)) ||
    (labels.get(lineId)?.includes(wanted) ?? false);

  const conversations: Conversation[] = [];
  let cursor: string | null = null;
  do {
    const page: ReturnType<MessageLog['conversations']> = messages.conversations({ limit: pageSize, ...(cursor !== null && { cursor }) });
    conversations.push(...page.items.filter(isAbout));
    cursor = page.nextCursor;
  } while (cursor !== null && conversations.length < limit);

  const found: Message[] = [];
  let complete = true;
  for await (const message of messages.scan()) {
    if (clock.monotonic() > deadline) {
      complete = false;
      break;
    }
    if (fold(message.body).includes(wanted)) found.push(message);
    if (found.length >= limit) {
      complete = false;
      break;
    }
  }
  found.sort((one, other) => other.sequence - one.sequence);
  return { conversations: conversations.slice(0, limit), messages: found, complete };
}

/** Case and accents do not matter when people search. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
