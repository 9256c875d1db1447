/**
 * The stand-in's desktop: one mutable place where all parts of the module note what a person would see.
 * @module
 */
import type { EventEmitter } from 'node:events';
import process from 'node:process';
import type { MenuItemState, NativeState } from './native-state.ts';
import { readOptions } from './options.ts';

/** `readonly` taken off, all the way down the first two levels. */
type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

export const options = readOptions(process.env);

export const desktop: Mutable<NativeState> = {
  window: { created: false, visible: false, minimized: false, focused: false, options: null, overlay: null },
  tray: null,
  applicationMenu: [],
  notifications: [],
  badge: 0,
  clipboard: '',
  shortcuts: [],
  dialogs: [],
  loginItem: { openAtLogin: false, path: '', args: [] },
  opened: [],
  themeSource: 'system',
  spelling: { enabled: true, languages: [] },
  appUserModelId: '',
  schemes: null,
  paths: {},
};

/** Things that only the commands need: the live objects behind the state. */
export const live: {
  trayEvents: EventEmitter | undefined;
  trayMenu: LiveMenu | undefined;
  applicationMenu: LiveMenu | undefined;
} = { trayEvents: undefined, trayMenu: undefined, applicationMenu: undefined };

export type LiveMenuItem = MenuItemState & { readonly click: () => void; readonly items?: readonly LiveMenuItem[] };
export type LiveMenu = readonly LiveMenuItem[];

/** Events of Electron come with an object that can be told to leave the usual out. */
export function createEvent<Details extends object>(
  details: Details,
): Details & { preventDefault(): void; readonly defaultPrevented: boolean } {
  let defaultPrevented = false;
  return {
    ...details,
    preventDefault() {
      defaultPrevented = true;
    },
    get defaultPrevented() {
      return defaultPrevented;
    },
  };
}
