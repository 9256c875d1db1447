/**
 * The tray icon. Whatever changes ends in one private `render()`: picture, tooltip and a new menu, because the Linux tray
 * shows no change in a menu that was set before, and may ignore clicks altogether.
 * @module
 */
import { Menu, type MenuItemConstructorOptions, Tray } from 'electron';
import { type Speech, usualSpeech } from '../src/contract/texts/words.ts';
import type { ShellState } from './shell-state.ts';
import { trayImage } from './tray-icons.ts';
import { type TrayAction, type TrayItem, trayView } from './tray-view.ts';

export type AppTray = {
  setState(state: ShellState, speech: Speech): void;
  destroy(): void;
};

type Options = { readonly platform: NodeJS.Platform; readonly onAction: (action: TrayAction) => void };

/** Puts the icon into the tray. Throws where the system has none. */
export function createTray({ platform, onAction }: Options): AppTray {
  let state: ShellState | undefined;
  let speech = usualSpeech;
  let shown = '';
  const tray = new Tray(trayImage('plain', false, platform));
  // On macOS a click opens the menu by itself.
  if (platform !== 'darwin') tray.on('click', () => onAction({ do: 'open' }));

  const templateOf = (item: TrayItem): MenuItemConstructorOptions => {
    switch (item.kind) {
      case 'separator':
        return { type: 'separator' };
      case 'text':
        return { label: plain(item.label), enabled: false };
      case 'submenu':
        return { label: plain(item.label), submenu: item.items.map(templateOf) };
      case 'action':
        return { label: plain(item.label), click: () => onAction(item.action) };
    }
  };

  function render(): void {
    const view = trayView(state, speech);
    const now = JSON.stringify(view);
    if (now === shown) return;
    shown = now;
    tray.setImage(trayImage(view.shape, view.unread, platform));
    tray.setToolTip(view.tooltip);
    tray.setContextMenu(Menu.buildFromTemplate(view.items.map(templateOf)));
  }

  render();
  return {
    setState(next, nextSpeech) {
      state = next;
      speech = nextSpeech;
      render();
    },
    destroy: () => tray.destroy(),
  };
}

/** A single `&` would underline the letter after it. */
function plain(label: string): string {
  return label.replaceAll('&', '&&');
}
