/**
 * Driver: the browser host in real Chromium.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright';
import type { Answered } from '../../../src/contract/errors.ts';
import { chromiumOptions } from '../chromium.ts';
import { publishing } from '../media/published-servers.ts';
import type { DriverKind } from './driver.ts';
import { startHostProcess } from './host-process.ts';

/** One for all tests of a suite: each has a context of its own, which shares nothing with another. */
let sharing: Promise<Browser> | undefined;

async function sharedBrowser(): Promise<Browser> {
  const running = await sharing?.catch(() => undefined);
  if (running?.isConnected()) return running;
  sharing = chromium.launch(chromiumOptions());
  return sharing;
}

export const browserHost: DriverKind = {
  name: 'browser host',
  unavailable: () => undefined,
  async start({ dataFolder, colorScheme = 'light', width = 1_280, height = 800, servers }) {
    const host = await startHostProcess(dataFolder, servers ? { env: publishing(servers) } : {});
    const browser = await sharedBrowser();
    const context = await browser.newContext({ viewport: { width, height }, colorScheme });
    const page = await context.newPage();
    await page.goto(`${host.ui}/#token=${host.token}`);
    return {
      page,
      receiverUrl: host.receiver,
      async call(name, input) {
        const response = await fetch(`${host.ui}/rpc/${name}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${host.token}`, 'content-type': 'application/json' },
          body: JSON.stringify(input),
        });
        const answer = (await response.json()) as Answered<never>;
        if (!answer.ok) throw new Error(`${name} failed: ${JSON.stringify(answer.error)}`);
        return answer.value;
      },
      async chooseFile(path, open) {
        const asked = page.waitForEvent('filechooser');
        await open();
        await (await asked).setFiles(path);
      },
      async savedFile(save) {
        const downloading = page.waitForEvent('download');
        await save();
        return readFile(await (await downloading).path());
      },
      async readClipboard() {
        // What is not named here is refused from now on.
        await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: host.ui });
        return page.evaluate(() => navigator.clipboard.readText());
      },
      async close() {
        await context.close();
        await host.stop();
      },
    };
  },
  async release() {
    const running = await sharing?.catch(() => undefined);
    sharing = undefined;
    await running?.close();
  },
};
