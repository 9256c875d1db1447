/**
 * Which conversations a search means: by the peer's name and number and by the line's name.
 * @module
 */
import type { Conversation } from '../../domain/conversation.ts';
import { formatAddress } from '../../domain/peer.ts';
import { holdsAll } from '../../domain/search-query.ts';
import { foldText } from '../../domain/search-text.ts';
import type { LineBook } from '../line-book.ts';
import type { MessageLog } from '../ports.ts';

type Dependencies = {
  readonly messages: Pick<MessageLog, 'allConversations'>;
  readonly lines: Pick<LineBook, 'all'>;
  readonly nameOf: (address: string) => string;
};

export type Wanted = {
  readonly terms: readonly string[];
  readonly query: string;
  readonly lineId?: string | undefined;
  readonly limit: number;
};

/** Newest first. Every term is in the name, the number as it is read or dialled, or the line's name; or it is the number. */
export function findConversations({ messages, lines, nameOf }: Dependencies, { terms, query, lineId, limit }: Wanted): Conversation[] {
  const labels = new Map(lines.all().map((line) => [line.id, foldText(line.label)]));
  const number = numberIn(query);
  const found: Conversation[] = [];
  for (const conversation of messages.allConversations()) {
    if (lineId !== undefined && conversation.lineId !== lineId) continue;
    if (!(number !== undefined && conversation.peer.includes(number)) && !holdsAll(words(conversation), terms)) continue;
    found.push(conversation);
    if (found.length >= limit) break;
  }
  return found;

  function words({ peer, lineId: line }: Conversation): string {
    return [foldText(nameOf(peer)), foldText(peer), foldText(formatAddress(peer)), labels.get(line) ?? ''].join('\n');
  }
}

/** The digits of what looks like a number however it is written, `(415) 555-01`; three at least. */
function numberIn(query: string): string | undefined {
  if (!/^[\d\s()+./-]+$/.test(query)) return undefined;
  const digits = query.replace(/\D/g, '');
  return digits.length >= 3 ? digits : undefined;
}
