/**
 * The Chromium behind the stand-in's window: a real one, headless, with a profile below the app's `userData`, and a port
 * on loopback through which a test attaches to the same page.
 * @module
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { chromiumOptions } from '../chromium.ts';
import { app, onExit } from './lifecycle.ts';

const flags = [
  '--remote-debugging-port=0',
  // Every request is answered by the app; a name that is asked for would be a leak.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

export type Browser = { readonly context: BrowserContext; readonly page: Page; readonly debuggingPort: number };

let opening: Promise<Browser> | undefined;

/** Opens it once. */
export function openBrowser(): Promise<Browser> {
  opening ??= launch();
  return opening;
}

async function launch(): Promise<Browser> {
  const profile = join(app.getPath('userData'), 'chromium');
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const { executablePath, args = [] } = chromiumOptions();
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath !== undefined && { executablePath }),
    args: [...args, ...flags],
    viewport: { width: 1180, height: 780 },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  onExit(() => context.close());
  const page = context.pages()[0] ?? (await context.newPage());
  return { context, page, debuggingPort: await readPort(portFile) };
}

async function readPort(file: string): Promise<number> {
  for (let attempt = 0; attempt < 2_000; attempt += 1) {
    try {
      const port = Number(readFileSync(file, 'utf8').split('\n')[0]);
      if (port > 0) return port;
    } catch {
      // Not written yet.
    }
    await wait(10);
  }
  throw new Error('Chromium named no debugging port.');
}
