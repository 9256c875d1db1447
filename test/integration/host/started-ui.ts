/**
 * The window's server on a real port, in front of handlers that a test sets, with a small built window.
 * @module
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { systemRandom } from '../../../src/app/system.ts';
import { refuse } from '../../../src/contract/errors.ts';
import { type Handlers, type MethodName, methodNames } from '../../../src/contract/methods.ts';
import type { InboxEvent } from '../../../src/contract/state.ts';
import type { Logger } from '../../../src/core/ports.ts';
import { openExchangeFiles } from '../../../src/exchange/exchange-files.ts';
import type { UiAppOptions } from '../../../src/host/ui-app.ts';
import { startUiServer, type UiServer } from '../../../src/host/ui-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

export const token = 'the-token-of-this-run';
export const authorized = { authorization: `Bearer ${token}` };
export const page = '<!doctype html><title>Texttray</title><script type="module" src="/assets/index-abc123.js"></script>';

export type StartedUi = {
  readonly server: UiServer;
  readonly url: string;
  readonly port: number;
  /** Announces to every open stream. */
  announce(event: InboxEvent): void;
  /** How many listen to the inbox. */
  listeners(): number;
  readonly logged: string[];
};

/** Every method of the contract; those that are not given answer `not-found`. */
export function handlersWith(given: Partial<Handlers>): Handlers {
  const refuseAll = async () => refuse('not-found');
  const others = Object.fromEntries(methodNames.map((name) => [name, refuseAll])) as Record<MethodName, typeof refuseAll>;
  return { ...others, ...given };
}

export async function startUi(
  handlers: Partial<Handlers> = {},
  options: Partial<UiAppOptions & { port: number | undefined }> = {},
): Promise<StartedUi> {
  const listeners = new Set<(event: InboxEvent) => void>();
  const logged: string[] = [];
  const note = (event: string): void => void logged.push(event);
  const logger: Logger = { debug: note, info: note, warn: note, error: note };
  const started = await startUiServer({
    handlers: handlersWith(handlers),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    files: await openExchangeFiles({ folder: join(await temporaryFolder(), 'exchange'), random: systemRandom }),
    media: { open: async () => undefined },
    token,
    windowFolder: await builtWindow(),
    logger,
    port: 0,
    ...options,
  });
  if (!started.ok) throw new Error(started.error.message);
  const server = started.value;
  onTestFinished(() => server.close());
  return {
    server,
    url: server.url,
    port: Number(new URL(server.url).port),
    announce(event) {
      for (const listener of listeners) listener(event);
    },
    listeners: () => listeners.size,
    logged,
  };
}

async function builtWindow(): Promise<string> {
  const folder = join(await temporaryFolder(), 'renderer');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), page);
  await writeFile(join(folder, 'assets', 'index-abc123.js'), 'export const built = true;');
  await writeFile(join(folder, 'assets', 'index-abc123.css'), ':root{}');
  await writeFile(join(folder, '.secret'), 'not to be served');
  await writeFile(join(folder, '..', 'outside.txt'), 'not to be served');
  return folder;
}

export type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

/** A request with a path and headers as they are given: `fetch` would correct them. */
export function ask(
  port: number,
  options: { method?: string; path: string; headers?: Record<string, string>; body?: string | Uint8Array },
): Promise<Reply> {
  const { method = 'GET', path, headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString() }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
