/**
 * Native notifications: one a conversation, replaced by its next text, taken away when it is read. What the core
 * announces is already cut to the user's privacy level. Where the system refuses (an unsigned build on macOS, no
 * notification service on Linux) the window shows the text instead.
 * @module
 */
import { Notification } from 'electron';
import type { Handlers } from '../src/contract/methods.ts';
import type { Notice } from '../src/contract/state.ts';
import type { Words } from '../src/contract/texts/words.ts';
import type { Problem } from '../src/contract/views.ts';
import type { Logger } from '../src/core/ports.ts';
import { createNoticeAnswers } from './notice-answers.ts';

export type Notifications = {
  show(notice: Notice): void;
  /** The conversation was read: its notification goes. */
  clear(conversationId: string): void;
};

type Options = {
  readonly platform: NodeJS.Platform;
  readonly handlers: Pick<
    Handlers,
    'messages.get' | 'messages.send' | 'conversations.get' | 'conversations.update' | 'conversations.markRead'
  >;
  /** Shows the window with a conversation, or as it is. */
  readonly open: (conversationId: string | undefined) => void;
  /** Copies the code of a message. */
  readonly copyCode: (messageId: string) => void;
  readonly isSilent: () => boolean;
  readonly words: () => Words['notices'];
  /** The system did not show it. */
  readonly onRefused: (notice: Notice, reason: string) => void;
  readonly onShown: () => void;
  readonly logger: Logger;
};

/** Told as long as the system refuses. */
export const notificationsRefused = {
  id: 'notifications',
  code: 'notifications-refused',
  message: 'This system does not show notifications of Texttray, so new texts are announced in its window only.',
  action: 'Allow them in the system settings',
} as const satisfies Omit<Problem, 'since'>;

/** Electron drops a notification nobody refers to; more than this many are not kept, the oldest goes. */
const mostKept = 200;

export function createNotifications(options: Options): Notifications {
  const { platform, handlers, open, copyCode, isSilent, words, onRefused, onShown, logger } = options;
  const shown = new Map<string, Notification>();

  const answers = createNoticeAnswers({ handlers, open, copyCode, logger });
  // Also called for notifications of an earlier run, which nobody holds an object of.
  if (platform === 'win32') Notification.handleActivation(answers.activated);

  const forget = (conversationId: string, notification: Notification): void => {
    if (shown.get(conversationId) === notification) shown.delete(conversationId);
  };

  return {
    show(notice) {
      if (!Notification.isSupported()) return onRefused(notice, words().refused);
      const { conversationId, messageId, title, body, canReply, code } = notice;
      shown.get(conversationId)?.close();
      const notification = new Notification({
        id: messageId,
        groupId: conversationId,
        title,
        body: platform === 'linux' ? withoutMarkup(body) : body,
        silent: isSilent(),
        // Both exist on macOS and Windows only; on Linux the thread is a click away.
        ...(canReply && platform !== 'linux' && { hasReply: true, replyPlaceholder: words().answer }),
        ...(code !== undefined && platform !== 'linux' && { actions: [{ type: 'button', text: words().copyCode(code) }] }),
      });
      notification.on('show', onShown);
      notification.on('click', () => open(conversationId));
      notification.on('reply', (details) => answers.reply(messageId, details.reply));
      notification.on('action', () => copyCode(messageId));
      notification.on('failed', (_event, error) => {
        forget(conversationId, notification);
        onRefused(notice, error);
      });
      notification.on('close', ({ reason }) => {
        // On Windows it may have moved to the Action Center, where it can still be answered.
        if (platform !== 'win32' || reason === 'userCanceled') forget(conversationId, notification);
      });
      shown.delete(conversationId);
      shown.set(conversationId, notification);
      const [oldest] = shown.keys();
      if (shown.size > mostKept && oldest !== undefined) shown.delete(oldest);
      notification.show();
    },
    clear(conversationId) {
      shown.get(conversationId)?.close();
      shown.delete(conversationId);
    },
  };
}

/** Linux notification services read the body as markup: a sender could draw bold text and links. */
function withoutMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
