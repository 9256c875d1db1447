/**
 * Starting with the computer. macOS and Windows keep a list; on Linux it is a file in the desktop's autostart folder,
 * which Electron does not write.
 * @module
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { app } from 'electron';
import type { Logger } from '../src/core/ports.ts';
import { desktopEntry } from './desktop-entry.ts';

export type LoginItemPlace = {
  readonly platform: NodeJS.Platform;
  /** The program and what it is started with. */
  readonly command: readonly [string, ...string[]];
  /** `$XDG_CONFIG_HOME`, usually `~/.config`. Linux only. */
  readonly configFolder: string;
};

/** Sets or takes away the login item. Rejects when the file cannot be written. */
export async function setStartAtLogin(startAtLogin: boolean, { platform, command, configFolder }: LoginItemPlace): Promise<void> {
  const [program, ...args] = command;
  if (platform === 'linux') {
    const file = join(configFolder, 'autostart', 'texttray.desktop');
    if (!startAtLogin) return rm(file, { force: true });
    await mkdir(dirname(file), { recursive: true });
    return writeFile(file, desktopEntry(command));
  }
  app.setLoginItemSettings(
    platform === 'win32' ? { openAtLogin: startAtLogin, path: program, args: args.map(quoteForWindows) } : { openAtLogin: startAtLogin },
  );
}

function quoteForWindows(argument: string): string {
  return /[\s"]/.test(argument) ? `"${argument.replaceAll('"', '\\"')}"` : argument;
}

/** Keeps the login item as the settings say. An item that is wanted is written at every start: the program may have moved. */
export function createLoginItem(place: LoginItemPlace, logger: Logger): (startAtLogin: boolean) => void {
  let present = false;
  let last: Promise<void> = Promise.resolve();
  return (startAtLogin) => {
    if (startAtLogin === present) return;
    present = startAtLogin;
    last = last.then(() => setStartAtLogin(startAtLogin, place)).catch((error: unknown) => logger.error('login-item.not-set', { error }));
  };
}

/** How this very program is started again, in the tray. */
export function loginItemPlace(dataFolder: string | undefined, platform: NodeJS.Platform): LoginItemPlace {
  // An AppImage runs from a mounted copy; the file to start is named in the environment.
  const program = process.env.APPIMAGE ?? process.execPath;
  const folderOfApp = app.isPackaged ? [] : [app.getAppPath()];
  const options = dataFolder === undefined ? [] : ['--data-dir', resolve(dataFolder)];
  const configFolder = process.env.XDG_CONFIG_HOME || join(app.getPath('home'), '.config');
  return { platform, command: [program, ...folderOfApp, ...options, '--hidden'], configFolder };
}
