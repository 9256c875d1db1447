/**
 * The one window. It lives as long as the app: closing it hides it, so that it is there at once when it is wanted again.
 * @module
 */
import { BrowserWindow, nativeImage, nativeTheme } from 'electron';
import type { InboxEvent } from '../src/contract/state.ts';
import type { Words } from '../src/contract/texts/words.ts';
import type { Logger } from '../src/core/ports.ts';
import { attachContextMenu } from './context-menu.ts';
import appIcon from './icons/linux/128x128.png?inline';
import { sendEvent } from './ipc.ts';
import { windowUrl } from './origin.ts';
import { guardContents, guardSession } from './window-guards.ts';

export type MainWindow = {
  readonly native: BrowserWindow;
  /** Brings it to the front, from wherever it is. */
  show(): void;
  /** Announces something to the page, at the latest when it has loaded. */
  send(event: InboxEvent): void;
};

type Options = {
  /** Absolute path of the built preload. */
  readonly preload: string;
  /** Whether the app is on its way out, so that closing means closing. */
  readonly isQuitting: () => boolean;
  /** The user closed the window: hides or minimises it. */
  readonly onClose: (window: BrowserWindow) => void;
  readonly words: () => Words['menu'];
  readonly logger: Logger;
};

/** Longest list of events kept for a page that has not loaded yet. */
const keptEvents = 100;
/** A page that dies again within this time is not loaded again, in milliseconds. */
const crashLoopMs = 10_000;

/** Makes the window and begins to load its page; it is not shown yet. */
export function createMainWindow({ preload, isQuitting, onClose, words, logger }: Options): MainWindow {
  const native = new BrowserWindow({
    show: false,
    title: 'Texttray',
    width: 1180,
    height: 780,
    minWidth: 360,
    minHeight: 420,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0d100f' : '#e9ecea',
    autoHideMenuBar: true,
    ...(process.platform === 'linux' && { icon: nativeImage.createFromDataURL(appIcon) }),
    // Bounds only: restoring a maximised window would show it when the app starts hidden.
    name: 'main',
    windowStatePersistence: { bounds: true, displayMode: false },
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: true,
    },
  });
  const contents = native.webContents;
  let waiting: InboxEvent[] | undefined = [];
  let lastCrash = Number.NEGATIVE_INFINITY;

  const load = (): void => {
    native.loadURL(windowUrl).catch((error: unknown) => logger.error('window.not-loaded', { error }));
  };

  guardSession(contents.session);
  guardContents(contents, logger);
  attachContextMenu(native, words);
  contents.on('did-finish-load', () => {
    const events = waiting ?? [];
    waiting = undefined;
    for (const event of events) sendEvent(contents, event);
  });
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    logger.error('window.page-died', { reason, exitCode });
    waiting ??= [];
    const now = Date.now();
    if (reason !== 'clean-exit' && now - lastCrash > crashLoopMs) load();
    lastCrash = now;
  });
  native.on('close', (event) => {
    if (isQuitting()) return;
    event.preventDefault();
    onClose(native);
  });
  load();

  return {
    native,
    show() {
      if (native.isMinimized()) native.restore();
      native.show();
      native.focus();
    },
    send(event) {
      if (waiting === undefined) sendEvent(contents, event);
      else waiting = [...waiting, event].slice(-keptEvents);
    },
  };
}
