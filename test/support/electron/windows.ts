/**
 * Stands in for `BrowserWindow`: shown, hidden, minimised and closed in name only, around a real page.
 * @module
 */
import { EventEmitter } from 'node:events';
import process from 'node:process';
import type { BrowserWindowConstructorOptions, BrowserWindow as RealBrowserWindow } from 'electron';
import { openBrowser } from './browser.ts';
import { createContents, type StandInContents } from './contents.ts';
import { createEvent, desktop } from './desktop.ts';
import { app, mustBeReady, onCloseWindows, windowsClosed } from './lifecycle.ts';
import type { FromStandIn, NativeState } from './native-state.ts';

let only: { readonly window: RealBrowserWindow; readonly page: StandInContents } | undefined;

/** The window the app made. */
export function theWindow(): { readonly window: RealBrowserWindow; readonly page: StandInContents } {
  if (only === undefined) throw new Error('The app has no window.');
  return only;
}

function note(changes: Partial<NativeState['window']>): void {
  desktop.window = { ...desktop.window, ...changes };
}

/** The constructor: called with `new`. */
export function BrowserWindow(given: BrowserWindowConstructorOptions = {}): RealBrowserWindow {
  mustBeReady('BrowserWindow');
  if (only !== undefined) throw new Error('The stand-in has one window only.');
  const preload = given.webPreferences?.preload;
  if (preload === undefined) throw new Error('The stand-in needs a preload.');
  const page = createContents(preload);
  const events = new EventEmitter();
  const { icon: _icon, ...plain } = given;
  note({ created: true, visible: given.show !== false, options: structuredClone(plain) });

  const members = {
    webContents: page.contents,
    async loadURL(address) {
      await page.load(address);
      events.emit('ready-to-show');
      const { debuggingPort } = await openBrowser();
      const message: FromStandIn = { kind: 'window', debuggingPort };
      process.send?.(message);
    },
    show() {
      note({ visible: true, focused: true, minimized: false });
      events.emit('show');
    },
    hide() {
      note({ visible: false, focused: false });
      events.emit('hide');
    },
    focus() {
      note({ focused: true });
      events.emit('focus', createEvent({}));
    },
    minimize() {
      note({ minimized: true, focused: false });
      events.emit('minimize');
    },
    restore() {
      note({ minimized: false });
      events.emit('restore');
    },
    isMinimized: () => desktop.window.minimized,
    isVisible: () => desktop.window.visible,
    isDestroyed: () => only === undefined,
    setOverlayIcon(overlay, description) {
      note({ overlay: overlay === null ? null : description });
    },
    close() {
      const event = createEvent({});
      events.emit('close', event);
      if (event.defaultPrevented) return;
      only = undefined;
      note({ created: false, visible: false, focused: false });
      events.emit('closed');
      page.close().catch(() => undefined);
      windowsClosed();
    },
  } satisfies Partial<RealBrowserWindow>;
  const window = Object.assign(events, members) as RealBrowserWindow;
  only = { window, page };
  return window;
}

onCloseWindows(() => {
  only?.window.close();
  return only === undefined;
});

// Electron tells the page nothing of it either; the app decides what a click on its dock icon means.
export function activate(): void {
  app.emit('activate', createEvent({}), false);
}
