/**
 * What a new text may show outside its thread, by the user's privacy level.
 * @module
 */
import type { Notice } from '../contract/state.ts';
import type { Line } from '../domain/line.ts';
import type { Message } from '../domain/message.ts';
import { formatAddress } from '../domain/peer.ts';
import { assertNever } from '../domain/result.ts';
import type { Settings } from '../domain/settings.ts';

/** Long texts are cut: systems cut them anyway, at different lengths. */
const longest = 240;

/** The notice for an inbound text. `name`: what the sender is called here. */
export function noticeFor(
  message: Message,
  line: Line,
  content: Settings['notifications']['content'],
  canReply: boolean,
  name = formatAddress(message.peer),
): Notice {
  const ids = { conversationId: message.conversationId, messageId: message.id, lineId: message.lineId };
  const sender = plain(name);
  switch (content) {
    case 'name-and-text':
      return { kind: 'notice', ...ids, title: sender, body: textOf(message), canReply };
    case 'name-only':
      return { kind: 'notice', ...ids, title: sender, body: `New message on ${line.label}`, canReply };
    case 'nothing':
      return { kind: 'notice', ...ids, title: 'Texttray', body: 'New message', canReply: false };
    default:
      return assertNever(content);
  }
}

function textOf({ body, media }: Message): string {
  const text = plain(body);
  if (text.length > longest) return `${text.slice(0, longest - 1)}…`;
  if (text !== '') return text;
  return (media?.length ?? 0) > 1 ? `${media?.length} attachments` : 'Attachment';
}

/** Direction overrides and invisible characters could make one sender look like another. */
function plain(text: string): string {
  return text.replace(/[\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '').trim();
}
