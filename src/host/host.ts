/**
 * The browser host: the same core and the same window as the desktop app, in a browser tab.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { startApp } from '../app/start-app.ts';
import type { Logger } from '../core/ports.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { createKeyFileVault } from './key-file-vault.ts';
import { startUiServer } from './ui-server.ts';

export type HostOptions = {
  /** Made when it is missing. */
  readonly dataFolder: string;
  readonly receiverPort: number;
  readonly uiPort: number | undefined;
  readonly publicUrl: string | undefined;
  readonly windowFolder: string;
  readonly version: string;
  readonly platform: string;
  readonly logger: Logger;
};

export type Host = {
  readonly receiverUrl: string;
  readonly uiUrl: string;
  /** What the window must show to be answered; new at each start. */
  readonly token: string;
  close(): Promise<void>;
};

/** Starts the core, then the window's server. Fails with a sentence when the data folder or a port cannot be used. */
export async function startHost(options: HostOptions): Promise<Result<Host, { readonly message: string }>> {
  const { dataFolder, receiverPort, uiPort, publicUrl, windowFolder, version, platform, logger } = options;
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  } catch (error) {
    return failed({ message: `The data folder ${dataFolder} cannot be made: ${error instanceof Error ? error.message : String(error)}` });
  }
  const started = await startApp({
    dataFolder,
    receiverPort,
    publicUrl,
    vault: createKeyFileVault(dataFolder),
    host: { kind: 'browser', platform, version, canStartAtLogin: false },
    logger,
  });
  if (!started.ok) return started;
  const { inbox, files, media, receiverUrl, close } = started.value;

  const token = randomBytes(32).toString('base64url');
  const { handlers, subscribe } = inbox;
  const served = await startUiServer({ handlers, subscribe, files, media, token, windowFolder, logger, port: uiPort });
  if (!served.ok) {
    await close();
    return served;
  }
  return ok({
    receiverUrl,
    uiUrl: served.value.url,
    token,
    async close() {
      await served.value.close();
      await close();
    },
  });
}
