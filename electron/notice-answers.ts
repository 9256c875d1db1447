/**
 * What the user does with a notification: answers it, copies its code, opens its conversation. On Windows also with one of
 * an earlier run.
 * @module
 */
import { hash } from 'node:crypto';
import type { ActivationArguments } from 'electron';
import type { Handlers } from '../src/contract/methods.ts';
import type { Logger } from '../src/core/ports.ts';

type Options = {
  readonly handlers: Pick<
    Handlers,
    'messages.get' | 'messages.send' | 'conversations.get' | 'conversations.update' | 'conversations.markRead'
  >;
  /** Shows the window with a conversation, or as it is. */
  readonly open: (conversationId: string | undefined) => void;
  /** Copies the code of a message. */
  readonly copyCode: (messageId: string) => void;
  readonly logger: Logger;
};

export type NoticeAnswers = {
  /** Sends what was typed into the notification of a message. */
  reply(messageId: string, text: string): void;
  /** Windows: something was done with a notification, whoever holds its object. */
  activated(details: ActivationArguments): void;
};

export function createNoticeAnswers({ handlers, open, copyCode, logger }: Options): NoticeAnswers {
  const answer = async (messageId: string, text: string): Promise<void> => {
    const body = text.trim();
    const message = await handlers['messages.get']({ id: messageId });
    if (!message.ok || body === '') return open(message.ok ? message.value.conversationId : undefined);
    const { lineId, peer, conversationId } = message.value;
    // Windows may report one answer twice (as an event of the notification and as an activation): the same id makes it
    // the same message.
    const clientId = `notification:${messageId}:${hash('sha256', body, 'base64url').slice(0, 22)}`;
    const sent = await handlers['messages.send']({ lineId, to: peer, body, clientId });
    if (sent.ok) {
      await handlers['conversations.markRead']({ id: conversationId, read: true });
      return;
    }
    // What was typed is never lost, here or in the composer: it waits there, where the reason is told.
    const conversation = await handlers['conversations.get']({ id: conversationId });
    const draft = conversation.ok ? conversation.value.draft : '';
    const waits = draft === body || draft.endsWith(`\n${body}`);
    if (!waits) await handlers['conversations.update']({ id: conversationId, draft: draft.trim() === '' ? body : `${draft}\n${body}` });
    open(conversationId);
  };
  const reply = (messageId: string, text: string): void => {
    answer(messageId, text).catch((error: unknown) => logger.error('notification.reply-failed', { messageId, error }));
  };

  const openOf = async (messageId: string): Promise<void> => {
    const message = await handlers['messages.get']({ id: messageId });
    open(message.ok ? message.value.conversationId : undefined);
  };

  return {
    reply,
    activated(details) {
      const messageId = messageIdOf(details);
      if (messageId === undefined) return open(undefined);
      if (details.type === 'reply') return reply(messageId, details.reply ?? '');
      if (details.type === 'action') return copyCode(messageId);
      openOf(messageId).catch((error: unknown) => logger.error('notification.open-failed', { messageId, error }));
    },
  };
}

/** Our id comes back as the tag, e.g. `type=click&tag=m_…`. */
function messageIdOf({ arguments: text }: ActivationArguments): string | undefined {
  return new URLSearchParams(text).get('tag') ?? undefined;
}
