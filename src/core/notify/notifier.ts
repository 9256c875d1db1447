/**
 * Announces new texts: those that may be, as what they may be shown as; those that came in quiet hours together, when
 * they are over.
 * @module
 */
import type { Words } from '../../contract/texts/words.ts';
import type { Line } from '../../domain/line.ts';
import type { Message } from '../../domain/message.ts';
import { canBeAnswered } from '../../domain/peer.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Names } from '../contacts.ts';
import type { LineBook } from '../line-book.ts';
import { noticeFor } from '../notices.ts';
import type { Clock, MessageLog } from '../ports.ts';
import { recoveredNotice } from '../reachability/recovered.ts';
import type { Announcer } from '../state.ts';
import { createDigest } from './digest.ts';
import { contentFor, mayNotify, type Permission } from './may-notify.ts';
import { missedInQuiet } from './missed-in-quiet.ts';

export type Notifier = {
  /** What came in the present quiet hours, before the app was started again, is told of with the rest. */
  start(): Promise<void>;
  /** Answers whether it was announced: not when it may not be, and not when quiet hours put it off. */
  arrived(message: Message): boolean;
  /** Texts that were fetched after a gap: one notice for all of them. */
  recovered(line: Line, messages: readonly Message[]): void;
  settled(): void;
  resumed(): void;
  close(): void;
};

type Dependencies = {
  readonly messages: Pick<MessageLog, 'conversation' | 'allConversations' | 'page'>;
  readonly lines: Pick<LineBook, 'active' | 'any' | 'provider'>;
  readonly names: Names;
  readonly settings: () => Settings;
  readonly announcer: Pick<Announcer, 'announce'>;
  readonly clock: Clock;
  readonly words: () => Words['notices'];
};

export function createNotifier({ messages, lines, names, settings, announcer, clock, words }: Dependencies): Notifier {
  const digest = createDigest({
    clock,
    messages,
    settings,
    nameOf: names.nameOf,
    contentOf: (conversation) => contentFor({ line: lines.any(conversation.lineId) ?? {}, conversation, settings: settings() }),
    words,
    announce: announcer.announce,
  });

  const permissionFor = (message: Message, line: Line): Permission => {
    const conversation = messages.conversation(message.conversationId);
    if (conversation === undefined) return 'never';
    return mayNotify(message, { line, conversation, settings: settings() }, new Date(clock.now()));
  };

  return {
    async start() {
      for (const message of await missedInQuiet(messages, settings().quietHours, new Date(clock.now()))) {
        const line = lines.active(message.lineId);
        const conversation = messages.conversation(message.conversationId);
        if (line === undefined || conversation === undefined) continue;
        if (mayNotify(message, { line, conversation, settings: settings() }, new Date(clock.now())) === 'later') digest.add(message);
      }
    },
    arrived(message) {
      const line = lines.active(message.lineId);
      const conversation = messages.conversation(message.conversationId);
      if (line === undefined || conversation === undefined) return false;
      const permission = permissionFor(message, line);
      if (permission === 'later') digest.add(message);
      if (permission !== 'now') return false;
      const content = contentFor({ line, conversation, settings: settings() });
      const canReply = lines.provider(line).send !== undefined && canBeAnswered(message.peer);
      const told = { line, content, canReply, name: names.nameOf(message.peer), count: conversation.unread, words: words() };
      announcer.announce(noticeFor(message, told));
      return true;
    },
    recovered(line, recovered) {
      const permitted = recovered.map((message) => ({ message, permission: permissionFor(message, line) }));
      for (const { message, permission } of permitted) if (permission === 'later') digest.add(message);
      const now = permitted.flatMap(({ message, permission }) => (permission === 'now' ? [message] : []));
      const notice = recoveredNotice(line, now, words(), line.noticeContent ?? settings().notifications.content);
      if (notice !== undefined) announcer.announce(notice);
    },
    settled: digest.reconsider,
    resumed: digest.reconsider,
    close: digest.close,
  };
}
