/**
 * How the window behaves with 10,000 deliveries in the inspector: scrolled from the newest to the oldest, page by page.
 * @module
 */
import { chromium, type Page } from 'playwright';
import { chromiumOptions } from '../support/chromium.ts';
import { startHostProcess } from '../support/drivers/host-process.ts';
import { load } from './load.ts';
import { benchSecret } from './servers/serve.ts';
import { call } from './window.ts';

const deliveries = 10_000;
/** A quick hand at the wheel, in pixels a frame. */
const perFrame = 400;

export type DeliveryWindowFigures = {
  /** The longest time between two frames while the list is scrolled to its end, loading pages on the way. */
  readonly deliveryFrameMs: number;
  /** How many deliveries were listed in the end. */
  readonly deliveriesListed: number;
};

export async function measureDeliveryWindow(dataFolder: string): Promise<DeliveryWindowFigures> {
  const host = await startHostProcess(dataFolder);
  const browser = await chromium.launch(chromiumOptions());
  try {
    const line = await call<{ webhookPath: string }>(host, 'lines.create', {
      provider: 'receivesms-ink',
      label: 'Busy',
      number: '+12025550100',
      credentials: { webhookSecret: benchSecret },
    });
    await load(`${host.receiver}${line.webhookPath}`, { clients: 16, requests: deliveries });
    const page = await browser.newPage({ viewport: { width: 1_280, height: 800 } });
    await page.goto(`${host.ui}/#token=${host.token}`);
    await page.getByRole('navigation').getByRole('button', { name: 'Deliveries' }).click();
    await page.getByRole('list', { name: 'Deliveries' }).getByRole('listitem').first().waitFor();
    return await scrolling(page);
  } finally {
    await browser.close();
    await host.stop();
  }
}

function scrolling(page: Page): Promise<DeliveryWindowFigures> {
  return page.evaluate(
    async ({ step, all }) => {
      const list = document.querySelector('ul[aria-label="Deliveries"]');
      const scroller = list?.parentElement;
      if (!list || !scroller) throw new Error('No list to scroll');
      const listed = (): number => Number(list.querySelector('li')?.getAttribute('aria-setsize') ?? 0);
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      let longest = 0;
      let before = await frame();
      const end = before + 60_000;
      while (before < end) {
        scroller.scrollTop += step;
        const now = await frame();
        longest = Math.max(longest, now - before);
        before = now;
        if (listed() >= all && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1) break;
      }
      return { deliveryFrameMs: longest, deliveriesListed: listed() };
    },
    { step: perFrame, all: deliveries },
  );
}
