/**
 * Starts the built app under the stand-in and gives a test its page and its desktop.
 * @module
 */
import { type ChildProcess, fork } from 'node:child_process';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { type Browser, chromium, type Page } from 'playwright';
import type { Command, CommandMessage, DialogState, FromStandIn, NativeState } from './native-state.ts';
import { optionsVariable, type StandInSettings } from './options.ts';

export type { Command, NativeState } from './native-state.ts';

export type LaunchOptions = {
  readonly dataFolder: string;
  /** After `--data-dir`; a free receiver port unless one is given. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** How the system behaves. */
  readonly system?: StandInSettings;
  /** The built app's main file; the one in `dist/` when not given. */
  readonly main?: string;
};

export type StandIn = {
  /** The window's page, attached over the debugging port. */
  readonly page: Page;
  /** `http://127.0.0.1:<port>`, as the contract tells it. */
  readonly receiverUrl: string;
  native(): Promise<NativeState>;
  command(command: Command): Promise<unknown>;
  /** Everything the app wrote to stderr. */
  log(): string;
  /** The exit code, once the process has ended; null after a signal. */
  readonly exited: Promise<number | null>;
  /** Quits the app in order and waits for its end. */
  close(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
};

/** A running app whose window may not have loaded, or may never. */
export type StandInProcess = Omit<StandIn, 'page' | 'receiverUrl'> & {
  /** The last dialog the app showed, also after its end. */
  lastDialog(): DialogState | undefined;
  /** Resolves with the debugging port when the window has loaded; rejects when the process ends before. */
  readonly windowLoaded: Promise<number>;
};

const repository = resolve(import.meta.dirname, '../../..');

/** Starts the process. */
export function startStandIn({ dataFolder, args = [], env = {}, system = {}, main }: LaunchOptions): StandInProcess {
  const port = args.includes('--receiver-port') ? [] : ['--receiver-port', '0'];
  const options = {
    ...system,
    main: main ?? join(repository, 'dist/electron/main.js'),
    args: ['--data-dir', dataFolder, ...port, ...args],
  };
  const child = fork(join(import.meta.dirname, 'main-process.ts'), [], {
    cwd: repository,
    env: { ...process.env, XDG_CONFIG_HOME: join(dataFolder, 'electron', 'config'), ...env, [optionsVariable]: JSON.stringify(options) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // Chosen by the test runner for itself.
    execArgv: [],
  });
  return follow(child);
}

function follow(child: ChildProcess): StandInProcess {
  let log = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const exited = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  const loaded = Promise.withResolvers<number>();
  loaded.promise.catch(() => undefined);
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let commands = 0;
  let lastDialog: DialogState | undefined;

  child.on('message', (message: FromStandIn) => {
    if (message.kind === 'window') {
      loaded.resolve(message.debuggingPort);
      return;
    }
    if (message.kind === 'dialog') {
      lastDialog = message.dialog;
      return;
    }
    const call = waiting.get(message.number);
    waiting.delete(message.number);
    if (message.kind === 'answer') call?.resolve(message.value);
    else call?.reject(new Error(message.message));
  });
  child.once('exit', (code, signal) => {
    const error = new Error(`The app ended (${code ?? signal}).\n${log}`);
    loaded.reject(error);
    for (const call of waiting.values()) call.reject(error);
    waiting.clear();
  });

  const command = (what: Command): Promise<unknown> =>
    new Promise((resolveCall, reject) => {
      if (!child.connected) return reject(new Error(`The app has ended.\n${log}`));
      commands += 1;
      waiting.set(commands, { resolve: resolveCall, reject });
      const message: CommandMessage = { kind: 'command', number: commands, command: what };
      child.send(message);
    });

  return {
    windowLoaded: loaded.promise,
    lastDialog: () => lastDialog,
    exited,
    command,
    native: () => command({ do: 'native' }) as Promise<NativeState>,
    log: () => log,
    async close() {
      // The answer may not come any more: the process ends meanwhile.
      if (child.connected) command({ do: 'quit' }).catch(() => undefined);
      await exited;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Starts the app, waits for its window and attaches to its page. */
export async function launchStandIn(options: LaunchOptions): Promise<StandIn> {
  const running = startStandIn(options);
  let browser: Browser | undefined;
  try {
    const port = await running.windowLoaded;
    browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const page = browser.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error('The window has no page.');
    return { ...running, page, receiverUrl: await receiverUrlOf(page) };
  } catch (error) {
    await running.kill();
    throw error;
  }
}

async function receiverUrlOf(page: Page): Promise<string> {
  const answer: unknown = await page.evaluate(() => {
    const bridge: { call(method: string, input: unknown): Promise<unknown> } = Reflect.get(globalThis, 'texttray');
    return bridge.call('tunnel.status', {});
  });
  const { value } = answer as { value: { receiverUrl: string } };
  return value.receiverUrl;
}
