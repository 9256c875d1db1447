/**
 * What a conversation's row says besides its name.
 * @module
 */
import type { Conversation } from '../../src/domain/conversation.ts';
import { texts } from '../texts.ts';

export type Preview = { readonly lead: string | null; readonly text: string };

/** The draft when there is one, else the last message, with who wrote it. */
export function previewOf(conversation: Conversation, typed: string | undefined): Preview {
  const draft = (typed ?? conversation.draft).trim();
  if (draft !== '') return { lead: texts.conversations.draft, text: draft };
  const last = conversation.lastMessage;
  if (!last) return { lead: null, text: texts.conversations.noText };
  const words = last.body.trim().replace(/\s+/g, ' ');
  const media = last.mediaCount > 0 ? texts.conversations.media(last.mediaCount) : texts.conversations.noText;
  return { lead: last.direction === 'outbound' ? texts.conversations.you : null, text: words === '' ? media : words };
}
