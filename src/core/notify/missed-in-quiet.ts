/**
 * Texts that came in the present quiet hours before the app was started again: they belong into the notice at their end.
 * @module
 */
import type { Message } from '../../domain/message.ts';
import { startOfQuiet } from '../../domain/quiet-hours.ts';
import type { Settings } from '../../domain/settings.ts';
import type { MessageLog } from '../ports.ts';

/** How many conversations are looked through, and how many texts of each. */
const mostConversations = 200;
const mostTexts = 100;

/** Unread texts since the quiet hours began, oldest conversation first. */
export async function missedInQuiet(
  messages: Pick<MessageLog, 'allConversations' | 'page'>,
  quietHours: Settings['quietHours'],
  now: Date,
): Promise<readonly Message[]> {
  const start = startOfQuiet(quietHours, now)?.toISOString();
  if (start === undefined) return [];
  const found: Message[][] = [];
  let looked = 0;
  for (const { id, unread, readUpTo, lastMessage } of messages.allConversations()) {
    if (looked >= mostConversations || lastMessage === null || lastMessage.at < start) break;
    if (unread === 0) continue;
    looked += 1;
    const page = await messages.page({ conversationId: id, limit: mostTexts });
    found.push((page?.items ?? []).filter(({ direction, sequence, at }) => direction === 'inbound' && sequence > readUpTo && at >= start));
  }
  return found.reverse().flat();
}
