/**
 * Which conversations a search means: by the peer's name and number and by the line's name.
 * @module
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Contact } from '../../domain/contact.ts';
import type { Conversation } from '../../domain/conversation.ts';
import { formatAddress } from '../../domain/peer.ts';
import { holdsAll } from '../../domain/search-query.ts';
import { foldText } from '../../domain/search-text.ts';
import type { LineBook } from '../line-book.ts';
import type { Clock, MessageLog } from '../ports.ts';

type Dependencies = {
  readonly messages: Pick<MessageLog, 'allConversations'>;
  readonly lines: Pick<LineBook, 'all'>;
  readonly contactOf: (address: string) => Contact | undefined;
  /** The user's own country, by which numbers are written. */
  readonly region: () => string;
  readonly clock: Pick<Clock, 'monotonic'>;
};

export type Wanted = {
  readonly terms: readonly string[];
  readonly query: string;
  readonly lineId?: string | undefined;
  readonly limit: number;
};

/** Newest first. Every term is in the name, the number as it is read or dialled, or the line's name; or it is the number. */
export type FindConversations = (wanted: Wanted) => Promise<Conversation[]>;

type Known = { readonly contact: Contact | undefined; readonly words: string };

/** Milliseconds of looking before others have their turn. */
const atOnce = 5;

export function createFindConversations({ messages, lines, contactOf, region, clock }: Dependencies): FindConversations {
  /** Writing a number for people takes longer than everything else here, so it is done once for each. */
  let known = new Map<string, Known>();
  let writtenFor = '';

  const wordsOf = (peer: string): string => {
    const contact = contactOf(peer);
    const present = known.get(peer);
    if (present !== undefined && present.contact === contact) return present.words;
    const spellings = [contact?.name ?? '', contact?.organization ?? '', peer, formatAddress(peer), formatAddress(peer, writtenFor)];
    const words = spellings.map(foldText).join('\n');
    known.set(peer, { contact, words });
    return words;
  };

  return async ({ terms, query, lineId, limit }) => {
    const home = region();
    if (home !== writtenFor) known = new Map();
    writtenFor = home;
    const labels = new Map(lines.all().map((line) => [line.id, foldText(line.label)]));
    const number = numberIn(query);
    const found: Conversation[] = [];
    let began = clock.monotonic();
    for (const conversation of messages.allConversations()) {
      if (clock.monotonic() - began > atOnce) {
        await nextTurn();
        began = clock.monotonic();
      }
      const { peer, lineId: line } = conversation;
      if (lineId !== undefined && line !== lineId) continue;
      const isNumber = number !== undefined && peer.includes(number);
      if (!isNumber && !holdsAll(`${wordsOf(peer)}\n${labels.get(line) ?? ''}`, terms)) continue;
      found.push(conversation);
      if (found.length >= limit) break;
    }
    return found;
  };
}

/**
 * The digits of what looks like a number however it is written, `(415) 555-01`; three at least. In most countries a
 * national number begins with a 0 that goes away behind the country code.
 */
function numberIn(query: string): string | undefined {
  if (!/^\+?[\d\s()./-]+$/.test(query)) return undefined;
  const digits = query.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= 3 ? digits : undefined;
}
