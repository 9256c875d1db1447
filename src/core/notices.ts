/**
 * What a new text may show outside its thread, by the user's privacy level.
 * @module
 */
import type { Notice } from '../contract/state.ts';
import type { Words } from '../contract/texts/words.ts';
import { findCode } from '../domain/code.ts';
import type { Line } from '../domain/line.ts';
import type { Message } from '../domain/message.ts';
import { plainName, plainText } from '../domain/plain.ts';
import { assertNever } from '../domain/result.ts';
import type { NotificationContent } from '../domain/settings.ts';

/** Long texts are cut: systems cut them anyway, at different lengths. */
const longest = 240;

type Told = {
  readonly line: Pick<Line, 'label'>;
  readonly content: NotificationContent;
  readonly canReply: boolean;
  /** What the sender is called here. */
  readonly name: string;
  /** Texts of the conversation that wait to be read, with this one. */
  readonly count: number;
  readonly words: Words['notices'];
};

/** The notice for an inbound text. A code is in it only where the text itself may be shown. */
export function noticeFor(message: Message, { line, content, canReply, name, count, words }: Told): Notice {
  const ids = { kind: 'notice', conversationId: message.conversationId, messageId: message.id, lineId: message.lineId } as const;
  const sender = plainName(name, message.peer);
  switch (content) {
    case 'name-and-text': {
      const code = findCode(message.body)?.code;
      const title = count > 1 ? words.several(sender, count) : sender;
      return { ...ids, title, body: textOf(message, words), canReply, ...(code !== undefined && { code }) };
    }
    case 'name-only':
      return { ...ids, title: sender, body: count > 1 ? words.newMessages(count) : words.newMessageOn(line.label), canReply };
    case 'nothing':
      return { ...ids, title: 'Texttray', body: count > 1 ? words.newMessages(count) : words.newMessage, canReply: false };
    default:
      return assertNever(content);
  }
}

function textOf({ body, media }: Message, words: Words['notices']): string {
  const text = plainText(body);
  if (text.length > longest) return `${text.slice(0, longest - 1).toWellFormed()}…`;
  if (text !== '') return text;
  return (media?.length ?? 0) > 1 ? words.attachments(media?.length ?? 0) : words.attachment;
}
