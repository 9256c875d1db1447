/**
 * Driver: the browser host in real Chromium.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright';
import type { Answered } from '../../../src/contract/errors.ts';
import { chromiumOptions } from '../chromium.ts';
import { publishing } from '../media/published-servers.ts';
import type { DriverKind } from './driver.ts';
import { startHostProcess } from './host-process.ts';

export const browserHost: DriverKind = {
  name: 'browser host',
  unavailable: () => undefined,
  async start({ dataFolder, colorScheme = 'light', width = 1_280, height = 800, servers }) {
    const host = await startHostProcess(dataFolder, servers ? { env: publishing(servers) } : {});
    const browser = await chromium.launch(chromiumOptions());
    const page = await browser.newPage({ viewport: { width, height }, colorScheme });
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
        await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: host.ui });
        return page.evaluate(() => navigator.clipboard.readText());
      },
      async close() {
        await browser.close();
        await host.stop();
      },
    };
  },
};
