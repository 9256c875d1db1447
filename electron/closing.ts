/**
 * What closing the window means: the app goes on in the tray, and says so once. There is never neither window nor tray:
 * where the tray could not be made the window is only minimised.
 * @module
 */
import { type BrowserWindow, dialog, Notification } from 'electron';
import type { Handlers } from '../src/contract/methods.ts';
import type { Logger } from '../src/core/ports.ts';

type Options = {
  readonly hasTray: () => boolean;
  readonly handlers: Pick<Handlers, 'settings.get' | 'settings.update'>;
  readonly logger: Logger;
};

const title = 'Texttray keeps running';
const inTray = 'Texts still arrive. Open it from the tray icon, and quit it from the menu there.';
const minimised = 'Texts still arrive. This desktop has no tray, so the window was only minimised; quit it from its File menu.';

export function createClosing({ hasTray, handlers, logger }: Options): (window: BrowserWindow) => void {
  let explanation: Notification | undefined;
  // In this run: the setting takes a moment to be stored.
  let isExplained = false;

  const tell = (text: string): void => {
    const ask = (): void => {
      dialog.showMessageBox({ type: 'info', message: title, detail: text, buttons: ['OK'] }).catch(() => undefined);
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
    explainOnce(hasTray() ? inTray : minimised).catch((error: unknown) => logger.error('window.close-not-explained', { error }));
  };
}
