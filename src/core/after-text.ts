/**
 * What happens with an inbound text after it was stored and acknowledged: the window shows it, rules look at it, its
 * attachments are fetched, and last of all it is announced, as what it then is.
 * @module
 */
import type { Message } from '../domain/message.ts';
import type { Logger, MessageLog } from './ports.ts';

/** One thing that happens with each new text. A failure is logged and keeps nothing else from happening. */
export type FollowUp = {
  readonly name: string;
  run(message: Message): void | Promise<void>;
};

export type AfterText = {
  /** A text that came in just now. `onNotified` is called when it was announced, at once and not in quiet hours. */
  arrived(message: Message, onNotified: () => void): void;
  /** Texts that were fetched after a gap: each is shown and followed up, then all are announced together. */
  recovered(messages: readonly Message[], announce: () => void): void;
};

type Dependencies = {
  readonly messages: MessageLog;
  readonly onChanged: (message: Message) => void;
  /** In order. */
  readonly followUps: readonly FollowUp[];
  /** Announces it, if it may be. Answers whether it was announced now. */
  readonly notify: (message: Message) => boolean;
  readonly logger: Logger;
};

export function createAfterText({ messages, onChanged, followUps, notify, logger }: Dependencies): AfterText {
  /** A conversation that was put away comes back, unless it is muted or blocked. */
  const show = async (message: Message): Promise<void> => {
    onChanged(message);
    const conversation = messages.conversation(message.conversationId);
    if (conversation?.archived !== true || conversation.muted || conversation.blocked) return;
    await messages.flag(message.conversationId, { archived: false });
    onChanged(message);
  };
  const steps: readonly FollowUp[] = [{ name: 'show', run: show }, ...followUps];

  const follow = async (message: Message, last: readonly FollowUp[]): Promise<void> => {
    for (const { name, run } of [...steps, ...last]) {
      try {
        await run(message);
      } catch (error) {
        logger.error('inbox.after-text', { step: name, error });
      }
    }
  };

  return {
    arrived(message, onNotified) {
      const run = (told: Message): void => {
        if (notify(told)) onNotified();
      };
      void follow(message, [{ name: 'notify', run }]);
    },
    recovered(messages, announce) {
      Promise.all(messages.map((message) => follow(message, [])))
        .then(announce)
        .catch((error: unknown) => logger.error('inbox.after-text', { step: 'recovered', error }));
    },
  };
}
