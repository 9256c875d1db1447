/**
 * Everything of the shell that follows the core's state: tray, badge, menu, theme, spell checker, login item.
 * @module
 */
import { nativeTheme } from 'electron';
import type { Handlers } from '../src/contract/methods.ts';
import type { Navigate } from '../src/contract/state.ts';
import type { Logger } from '../src/core/ports.ts';
import { createBadge } from './badge.ts';
import { createLoginItem, loginItemPlace } from './login-item.ts';
import { setApplicationMenu } from './menu.ts';
import type { ShellState } from './shell-state.ts';
import { createSizing } from './sizing.ts';
import type { Speaking } from './speech.ts';
import { createSpelling } from './spelling.ts';
import type { AppTray } from './tray.ts';
import type { MainWindow } from './window.ts';

type Options = {
  readonly platform: NodeJS.Platform;
  readonly window: MainWindow;
  readonly tray: AppTray | undefined;
  readonly speaking: Speaking;
  readonly handlers: Pick<Handlers, 'settings.get' | 'settings.update'>;
  readonly open: (to: Navigate['to']) => void;
  /** As on the command line; `undefined` in the usual place. */
  readonly dataFolder: string | undefined;
  readonly logger: Logger;
};

/** Sets the menu, and shows each state it is given. */
export function createShowing({
  platform,
  window,
  tray,
  speaking,
  handlers,
  open,
  dataFolder,
  logger,
}: Options): (state: ShellState) => void {
  const size = createSizing({ handlers, logger });
  const setMenu = (): void =>
    setApplicationMenu(platform, speaking.now().words.menu, { openSettings: () => open({ page: 'settings' }), size });
  const setSpelling = createSpelling({ session: window.native.webContents.session, platform, system: speaking.languages });
  const setBadge = createBadge(platform, window.native);
  const setLoginItem = createLoginItem(loginItemPlace(dataFolder, platform), logger);
  setMenu();
  return (state) => {
    if (speaking.follow(state.settings)) setMenu();
    setSpelling(state.settings.reading);
    tray?.setState(state, speaking.now());
    setBadge(state.unread);
    setLoginItem(state.settings.startAtLogin);
    nativeTheme.themeSource = state.settings.theme;
  };
}
