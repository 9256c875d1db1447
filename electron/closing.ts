/**
 * What closing the window means: the app goes on in the tray, and says so once. There is never neither window nor tray:
 * where the tray could not be made the window is only minimised.
 * @module
 */
import { type BrowserWindow, dialog, Notification } from 'electron';
import type { Handlers } from '../src/contract/methods.ts';
import type { Words } from '../src/contract/texts/words.ts';
import type { Logger } from '../src/core/ports.ts';

type Options = {
  readonly hasTray: () => boolean;
  readonly handlers: Pick<Handlers, 'settings.get' | 'settings.update'>;
  readonly words: () => Words['closing'];
  readonly logger: Logger;
};

export function createClosing({ hasTray, handlers, words, logger }: Options): (window: BrowserWindow) => void {
  let explanation: Notification | undefined;
  // In this run: the setting takes a moment to be stored.
  let isExplained = false;

  const tell = (text: string): void => {
    const { title, understood } = words();
    const ask = (): void => {
      dialog.showMessageBox({ type: 'info', message: title, detail: text, buttons: [understood] }).catch(() => undefined);
    };
    if (!Notification.isSupported()) {
      ask();
      return;
    }
    // Kept referenced: Electron drops a notification nobody refers to.
    explanation = new Notification({ title, body: text });
    explanation.on('failed', ask);
    explanation.show();
  };

  const explainOnce = async (text: string): Promise<void> => {
    if (isExplained) return;
    isExplained = true;
    const settings = await handlers['settings.get']({});
    if (!settings.ok || settings.value.closeExplained) return;
    tell(text);
    await handlers['settings.update']({ closeExplained: true });
  };

  return (window) => {
    if (hasTray()) window.hide();
    else window.minimize();
    explainOnce(hasTray() ? words().inTray : words().minimised).catch((error: unknown) =>
      logger.error('window.close-not-explained', { error }),
    );
  };
}
