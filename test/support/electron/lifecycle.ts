/**
 * Stands in for `app`: readiness, paths, the single-instance lock and the order of quitting.
 * @module
 */
import { EventEmitter } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import type { App, LoginItemSettings } from 'electron';
import { createEvent, desktop, options } from './desktop.ts';

const events = new EventEmitter();
const folderOfApp = resolve(dirname(options.main), '../..');
let isReady = false;
let name = 'texttray';
const ready = Promise.withResolvers<void>();
const home = process.env.HOME ?? homedir();
const paths: Record<string, string> = {
  home,
  appData: join(home, '.config'),
  downloads: join(home, 'Downloads'),
  temp: process.env.TMPDIR ?? '/tmp',
};

/** What has to end before the process does; set by the browser. */
let atExit: () => Promise<void> = async () => undefined;
/** Closes every window; false when one of them stays. */
let closeWindows: () => boolean = () => true;

export function onExit(task: () => Promise<void>): void {
  atExit = task;
}

export function onCloseWindows(task: () => boolean): void {
  closeWindows = task;
}

/** The entry point has run to its end: Electron is ready now, and not a moment earlier. */
export function becomeReady(): void {
  isReady = true;
  ready.resolve();
  events.emit('ready', createEvent({}), {});
}

export function mustBeReady(what: string): void {
  if (!isReady) throw new Error(`${what} can only be used after the app is ready.`);
}

function mustNotBeReady(what: string): void {
  if (isReady) throw new Error(`${what} must be called before the app is ready.`);
}

/** All windows are gone. */
export function windowsClosed(): void {
  if (events.listenerCount('window-all-closed') === 0) quit();
  else events.emit('window-all-closed');
}

let isExiting = false;
function exit(code = 0): void {
  if (isExiting) return;
  isExiting = true;
  releaseLock();
  atExit().finally(() => process.exit(code));
}

let isQuitting = false;
function quit(): void {
  if (isQuitting) return;
  const before = createEvent({});
  events.emit('before-quit', before);
  if (before.defaultPrevented) return;
  isQuitting = true;
  if (!closeWindows()) {
    isQuitting = false;
    return;
  }
  const will = createEvent({});
  events.emit('will-quit', will);
  isQuitting = false;
  if (!will.defaultPrevented) exit(0);
}

const lockFile = (): string => join(app.getPath('userData'), 'stand-in.lock');
let hasLock = false;

function releaseLock(): void {
  if (hasLock) rmSync(lockFile(), { force: true });
  hasLock = false;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The message of a second instance waits in a file; the signal says that it is there. */
function takeLock(): boolean {
  const file = lockFile();
  const owner = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (owner > 0 && isAlive(owner)) {
    writeFileSync(`${file}.second`, JSON.stringify(process.argv));
    process.kill(owner, 'SIGUSR2');
    return false;
  }
  writeFileSync(file, String(process.pid));
  hasLock = true;
  process.on('SIGUSR2', () => {
    const argv: string[] = JSON.parse(readFileSync(`${file}.second`, 'utf8'));
    events.emit('second-instance', createEvent({}), argv, process.cwd(), null);
  });
  return true;
}

const loginItem = (): LoginItemSettings => ({
  openAtLogin: desktop.loginItem.openAtLogin,
  wasOpenedAtLogin: false,
  status: desktop.loginItem.openAtLogin ? 'enabled' : 'not-registered',
  executableWillLaunchAtLogin: desktop.loginItem.openAtLogin,
  launchItems: [],
});

const members = {
  isPackaged: false,
  isReady: () => isReady,
  whenReady: () => ready.promise,
  getName: () => name,
  setName(next) {
    name = next;
  },
  getLocale() {
    mustBeReady('getLocale');
    return 'en-US';
  },
  getPreferredSystemLanguages: () => ['en-US'],
  getVersion: () => String(JSON.parse(readFileSync(join(folderOfApp, 'package.json'), 'utf8')).version),
  getAppPath: () => folderOfApp,
  getPath(what) {
    const path = paths[what] ?? (what === 'userData' ? join(paths.appData ?? home, name) : undefined);
    if (path === undefined) throw new Error(`The stand-in knows no path "${what}".`);
    return path;
  },
  setPath(what, path) {
    mustNotBeReady('In this app setPath');
    if (!existsSync(path)) throw new Error(`The folder ${path} does not exist.`);
    paths[what] = path;
    desktop.paths = { ...paths };
  },
  requestSingleInstanceLock: () => takeLock(),
  quit,
  exit,
  setBadgeCount(count = 0) {
    desktop.badge = count;
    return true;
  },
  setAppUserModelId(id) {
    desktop.appUserModelId = id;
  },
  setToastActivatorCLSID(id) {
    if (!/^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i.test(id)) throw new Error('This is no CLSID.');
  },
  setLoginItemSettings({ openAtLogin = false, path = '', args = [] }) {
    desktop.loginItem = { openAtLogin, path, args };
  },
  getLoginItemSettings: loginItem,
} satisfies Partial<App>;

/** The module's `app`. */
export const app = Object.assign(events, members);

// The system asks an Electron app to quit in the same way.
process.on('SIGTERM', quit);
process.on('SIGINT', quit);
