/**
 * Notices in a browser tab: by the system where the browser was permitted to and the user looks at something else, in the
 * window otherwise, each with what can be done about it.
 * @module
 */
import type { Notice } from '../../src/contract/state.ts';
import type { Toast } from '../state/model.ts';
import { texts } from '../texts.ts';

export type BrowserNotices = {
  show(notice: Notice): void;
  /** The conversation was read: its notice goes. */
  read(conversationId: string): void;
};

export type NoticeActions = {
  open(conversationId: string): void;
  /** Opens it with the cursor where one types. */
  answer(conversationId: string): void;
  copyCode(messageId: string): void;
};

type Dependencies = {
  readonly actions: NoticeActions;
  readonly toasts: { show(toast: Omit<Toast, 'id'>): number; dismiss(id: number): void };
  readonly hasSound: () => boolean;
  /** Shows it by the system; `undefined` where that is not permitted or not wanted now. */
  readonly bySystem: (notice: Notice, options: { silent: boolean; onClick: () => void }) => { close(): void } | undefined;
};

export function createBrowserNotices({ actions, toasts, hasSound, bySystem }: Dependencies): BrowserNotices {
  /** What takes the notice of a conversation away. */
  const shown = new Map<string, () => void>();

  const inWindow = (notice: Notice): (() => void) => {
    const { conversationId, messageId, title, body, code, canReply } = notice;
    const id = toasts.show({
      tone: 'message',
      title,
      text: body,
      conversationId,
      actions: [
        ...(code === undefined ? [] : [{ label: texts.codes.copy(code), run: () => actions.copyCode(messageId) }]),
        ...(canReply && code === undefined ? [{ label: texts.notices.answer, run: () => actions.answer(conversationId) }] : []),
        { label: texts.toasts.open, run: () => actions.open(conversationId) },
      ],
    });
    return () => toasts.dismiss(id);
  };

  return {
    show(notice) {
      const { conversationId } = notice;
      // One at a time for each conversation, as everywhere else.
      shown.get(conversationId)?.();
      const native = bySystem(notice, { silent: !hasSound(), onClick: () => actions.open(conversationId) });
      shown.set(conversationId, native === undefined ? inWindow(notice) : () => native.close());
    },
    read(conversationId) {
      shown.get(conversationId)?.();
      shown.delete(conversationId);
    },
  };
}

/** By the browser, as long as its tab is not the one that is looked at. */
export function notifyBySystem(scope: Pick<Window, 'document' | 'focus'>): Dependencies['bySystem'] {
  return ({ title, body, conversationId }, { silent, onClick }) => {
    const isSeen = scope.document.visibilityState === 'visible' && scope.document.hasFocus();
    if (isSeen || typeof Notification === 'undefined' || Notification.permission !== 'granted') return undefined;
    try {
      const notification = new Notification(title, { body, tag: conversationId, silent });
      notification.onclick = () => {
        scope.focus();
        notification.close();
        onClick();
      };
      return notification;
    } catch {
      // Some browsers have it for service workers only.
      return undefined;
    }
  };
}
