/**
 * The messages an export is made of: counted first, then read again in order, a page at a time, so that neither depends on
 * how many there are.
 * @module
 */
import type { ParsedInput } from '../../contract/methods.ts';
import type { Conversation } from '../../domain/conversation.ts';
import type { Message } from '../../domain/message.ts';
import type { MessageLog } from '../ports.ts';

export type Choice = Pick<ParsedInput<'exchange.export'>, 'lineIds' | 'conversationId' | 'from' | 'to'>;

/** Messages between two sequences, both included. */
type Page = { readonly before: string | undefined; readonly first: number; readonly last: number };

export type Chosen = {
  readonly conversation: Conversation;
  readonly count: number;
  /** Oldest first. */
  messages(): AsyncIterable<Message>;
};

/** As many as the log gives at once. */
const pageSize = 200;

/** Every conversation that has messages of the choice. Stops early when the signal says so. */
export async function* chosenConversations(messages: MessageLog, choice: Choice, signal: AbortSignal): AsyncGenerator<Chosen> {
  const { lineIds, conversationId, from, to } = choice;
  const isWanted = ({ at }: Message): boolean => (from === undefined || at >= from) && (to === undefined || at < to);
  for (const conversation of messages.allConversations()) {
    if (signal.aborted) return;
    if (conversationId !== undefined && conversation.id !== conversationId) continue;
    if (lineIds !== undefined && !lineIds.includes(conversation.lineId)) continue;
    const { pages, count } = await countPages(messages, conversation.id, isWanted, signal);
    if (count === 0) continue;
    yield {
      conversation,
      count,
      async *messages() {
        for (const page of pages.toReversed()) {
          for (const message of await readPage(messages, conversation.id, page)) if (isWanted(message)) yield message;
        }
      },
    };
  }
}

async function countPages(
  messages: MessageLog,
  conversationId: string,
  isWanted: (message: Message) => boolean,
  signal: AbortSignal,
): Promise<{ readonly pages: readonly Page[]; readonly count: number }> {
  const pages: Page[] = [];
  let count = 0;
  let before: string | undefined;
  while (!signal.aborted) {
    const page = await messages.page({ conversationId, limit: pageSize, ...(before !== undefined && { before }) });
    const [oldest, newest] = [page?.items[0], page?.items.at(-1)];
    if (page === undefined || oldest === undefined || newest === undefined) break;
    const wanted = page.items.filter(isWanted).length;
    if (wanted > 0) pages.push({ before, first: oldest.sequence, last: newest.sequence });
    count += wanted;
    if (page.nextBefore === null) break;
    before = page.nextBefore;
  }
  return { pages, count };
}

/** The same messages again, also when others came after them meanwhile. */
async function readPage(messages: MessageLog, conversationId: string, { before, first, last }: Page): Promise<readonly Message[]> {
  const found: Message[] = [];
  let from = before;
  for (;;) {
    const page = await messages.page({ conversationId, limit: pageSize, ...(from !== undefined && { before: from }) });
    if (page === undefined) return found;
    found.unshift(...page.items.filter(({ sequence }) => sequence >= first && sequence <= last));
    const reached = page.items[0]?.sequence ?? Number.NEGATIVE_INFINITY;
    if (reached <= first || page.nextBefore === null) return found;
    from = page.nextBefore;
  }
}
