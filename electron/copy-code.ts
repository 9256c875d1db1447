/**
 * Copying a code from outside the window: from a notification, the tray, the global shortcut. Nobody sees the window then,
 * so that it was copied is told in a notification, which never shows the code itself.
 * @module
 */
import { Notification } from 'electron';
import type { Handlers } from '../src/contract/methods.ts';
import type { Words } from '../src/contract/texts/words.ts';
import type { Logger } from '../src/core/ports.ts';

export type CopyCode = {
  /** The code of a text whose notification offered it. */
  of(messageId: string): void;
  /** The latest one, whoever sent it. */
  latest(): void;
};

type Options = {
  readonly handlers: Pick<Handlers, 'codes.latest' | 'codes.copy' | 'settings.get'>;
  readonly words: () => Words['notices'];
  readonly logger: Logger;
};

export function createCopyCode({ handlers, words, logger }: Options): CopyCode {
  let told: Notification | undefined;

  const tell = (title: string, body: string): void => {
    if (!Notification.isSupported()) return;
    told?.close();
    // Kept referenced: Electron drops a notification nobody refers to.
    told = new Notification({ title, body, silent: true });
    told.show();
  };

  const copyLatest = async (): Promise<void> => {
    const [latest, settings] = await Promise.all([handlers['codes.latest']({}), handlers['settings.get']({})]);
    if (!latest.ok || !settings.ok) return;
    const { keepHours, clearClipboardSeconds } = settings.value.codes;
    const { code } = latest.value;
    if (code === null) return tell(words().noCode, words().noCodeLately(keepHours));
    const copied = await handlers['codes.copy']({ messageId: code.messageId });
    if (copied.ok) tell(words().codeCopied, copied.value.clearsAt === null ? '' : words().codeCleared(clearClipboardSeconds));
  };

  const failed = (error: unknown): void => logger.error('code.not-copied', { error });
  return {
    of: (messageId) => void handlers['codes.copy']({ messageId }).catch(failed),
    latest: () => void copyLatest().catch(failed),
  };
}
