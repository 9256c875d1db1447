/**
 * Stands in for the module `electron` in the main process, where the real runtime cannot be had. Every part is typed
 * against the real `electron.d.ts`: a member the real one lacks, or one of another shape, does not compile. What the app
 * uses and the stand-in lacks fails where it is used.
 * @module
 */
import type * as real from 'electron';
import { ipcMain } from './calls.ts';
import { options } from './desktop.ts';
import { nativeImage } from './images.ts';
import { app } from './lifecycle.ts';
import { Menu } from './menus.ts';
import { Notification } from './notifications.ts';
import { protocol } from './protocols.ts';
import { createSafeStorage } from './secrets.ts';
import { clipboard, dialog, globalShortcut, nativeTheme, powerMonitor, shell } from './small-parts.ts';
import { Tray } from './trays.ts';
import { BrowserWindow } from './windows.ts';

const safeStorage = createSafeStorage(options.secrets);

const parts = {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  shell,
  Tray,
};
/** A part with a name the real module lacks does not compile. */
parts satisfies { readonly [Name in keyof typeof parts]: Name extends keyof typeof real ? unknown : never };

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  Notification,
  nativeImage,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  shell,
  Tray,
};
