/**
 * Stands in for the modules of a few members each.
 * @module
 */
import { EventEmitter } from 'node:events';
import process from 'node:process';
import type {
  Clipboard,
  Dialog,
  GlobalShortcut,
  MessageBoxOptions,
  NativeTheme,
  OpenDialogOptions,
  PowerMonitor,
  SaveDialogOptions,
  Shell,
} from 'electron';
import { desktop, options } from './desktop.ts';
import type { DialogState, FromStandIn } from './native-state.ts';

export const clipboard = {
  async writeText(text) {
    desktop.clipboard = text;
  },
  readText: async () => desktop.clipboard,
  clear() {
    desktop.clipboard = '';
  },
} satisfies Partial<Clipboard>;

const shortcuts = new Map<string, () => void>();

function noteShortcuts(): void {
  desktop.shortcuts = [...shortcuts.keys()];
}

export const globalShortcut = {
  register(accelerator, callback) {
    if (!/^[A-Za-z0-9]+([+][A-Za-z0-9]+)*$/.test(accelerator))
      throw new TypeError('Error processing argument at index 0, conversion failure');
    if (options.shortcutsTaken.includes(accelerator)) return false;
    shortcuts.set(accelerator, callback);
    noteShortcuts();
    return true;
  },
  isRegistered: (accelerator) => shortcuts.has(accelerator),
  unregister(accelerator) {
    shortcuts.delete(accelerator);
    noteShortcuts();
  },
} satisfies Partial<GlobalShortcut>;

/** The user presses it, in whatever program they are. */
export function pressShortcut(accelerator: string): void {
  const callback = shortcuts.get(accelerator);
  if (callback === undefined) throw new Error(`Nobody listens for ${accelerator}.`);
  callback();
}

export const shell = {
  async openExternal(url) {
    desktop.opened = [...desktop.opened, url];
  },
  async openPath(path) {
    desktop.opened = [...desktop.opened, path];
    return '';
  },
} satisfies Partial<Shell>;

function noteDialog(shown: DialogState): void {
  desktop.dialogs = [...desktop.dialogs, shown];
  const message: FromStandIn = { kind: 'dialog', dialog: shown };
  process.send?.(message);
}

/** What the person at the desktop picks in the next file dialogs; nothing: they close it. */
const picks: string[] = [];

/** Puts a path into the next open or save dialog. */
export function pickNext(path: string): void {
  picks.push(path);
}

export const dialog = {
  async showOpenDialog(first: object, second?: OpenDialogOptions) {
    const { filters = [] } = second ?? (first as OpenDialogOptions);
    noteDialog({ kind: 'open', title: '', detail: filters.map(({ name }) => name).join(' '), buttons: [] });
    const path = picks.shift();
    return { canceled: path === undefined, filePaths: path === undefined ? [] : [path] };
  },
  async showSaveDialog(first: object, second?: SaveDialogOptions) {
    const { defaultPath = '' } = second ?? (first as SaveDialogOptions);
    noteDialog({ kind: 'save', title: '', detail: defaultPath, buttons: [] });
    const path = picks.shift();
    return { canceled: path === undefined, filePath: path ?? '' };
  },
  showErrorBox(title, detail) {
    noteDialog({ kind: 'error', title, detail, buttons: [] });
  },
  async showMessageBox(first: object, second?: MessageBoxOptions) {
    const { message, detail = '', buttons = [] } = second ?? (first as MessageBoxOptions);
    noteDialog({ kind: 'message', title: message, detail, buttons });
    return { response: options.messageBoxResponse, checkboxChecked: false };
  },
} satisfies Partial<Dialog>;

export const powerMonitor = Object.assign(new EventEmitter(), {} satisfies Partial<PowerMonitor>);

let onTheme: (dark: boolean) => void = () => undefined;

export const nativeTheme = Object.assign(new EventEmitter(), {}) as EventEmitter & Pick<NativeTheme, 'shouldUseDarkColors' | 'themeSource'>;
Object.defineProperties(nativeTheme, {
  shouldUseDarkColors: { get: isDark },
  themeSource: {
    get: () => desktop.themeSource,
    set(source: NativeTheme['themeSource']) {
      desktop.themeSource = source;
      onTheme(isDark());
    },
  },
});

export function isDark(): boolean {
  return desktop.themeSource === 'system' ? options.dark : desktop.themeSource === 'dark';
}

/** Tells the page which colour scheme the system has. */
export function followTheme(listener: (dark: boolean) => void): void {
  onTheme = listener;
  listener(isDark());
}
