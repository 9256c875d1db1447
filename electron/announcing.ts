/**
 * What the core announces: texts become notifications, or are shown in the window where the system refuses those.
 * @module
 */

import type { InboxEvent } from '../src/contract/state.ts';
import type { Words } from '../src/contract/texts/words.ts';
import type { Inbox } from '../src/core/inbox.ts';
import type { Clock, Logger } from '../src/core/ports.ts';
import type { Settings } from '../src/domain/settings.ts';
import type { CopyCode } from './copy-code.ts';
import { createNoticeQueue } from './notice-queue.ts';
import { createNotifications, notificationsRefused } from './notifications.ts';
import type { MainWindow } from './window.ts';

type Options = {
  readonly platform: NodeJS.Platform;
  readonly inbox: Pick<Inbox, 'handlers' | 'problems'>;
  readonly window: Pick<MainWindow, 'send'>;
  /** Shows the window with a conversation, or as it is. */
  readonly open: (conversationId: string | undefined) => void;
  readonly copyCode: CopyCode;
  readonly words: () => Words['notices'];
  readonly clock: Pick<Clock, 'after'>;
  readonly logger: Logger;
};

export type Announcing = {
  hear(event: Exclude<InboxEvent, { kind: 'patch' }>): void;
  follow(settings: Settings): void;
};

export function createAnnouncing({ platform, inbox, window, open, copyCode, words, clock, logger }: Options): Announcing {
  const { handlers, problems } = inbox;
  // What a start has to tell comes before the settings are known: it must not wake anybody who wants no sound.
  let hasSound = false;
  const notifications = createNotifications({
    platform,
    handlers,
    open,
    copyCode: copyCode.of,
    isSilent: () => !hasSound,
    words,
    onShown: () => problems.clear(notificationsRefused.id),
    onRefused(notice, reason) {
      logger.warn('notification.refused', { reason });
      problems.raise(notificationsRefused);
      window.send(notice);
    },
    logger,
  });
  const queue = createNoticeQueue({ show: (notice) => notifications.show(notice), clock });
  return {
    hear(event) {
      if (event.kind === 'notice') {
        queue.add(event);
        return;
      }
      if (event.kind === 'read') {
        queue.drop(event.conversationId);
        notifications.clear(event.conversationId);
      }
      window.send(event);
    },
    follow({ notifications: { sound } }) {
      hasSound = sound;
    },
  };
}
