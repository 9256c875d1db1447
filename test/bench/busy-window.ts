/**
 * How the window behaves in a large inbox: going from conversation to conversation, and writing while texts pour in.
 * @module
 */
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { chromiumOptions } from '../support/chromium.ts';
import { type HostProcess, startHostProcess } from '../support/drivers/host-process.ts';
import { fillStore } from '../support/fill-store.ts';
import { steadily } from './load.ts';
import { benchSecret } from './servers/serve.ts';
import { call, newestMessages, timeOpening } from './window.ts';

const switches = 60;
const perSecond = 100;
const seconds = 10;

export type BusyWindowFigures = {
  /** 95th percentile of the milliseconds from the click on one of 2,000 conversations to its newest message painted. */
  readonly switchMs: number;
  /** The longest time between two frames while one writes and 100 texts a second arrive. */
  readonly typingFrameMs: number;
  /** How many texts arrived meanwhile, and how many keys were pressed. */
  readonly texts: number;
  readonly keys: number;
};

export async function measureBusyWindow(dataFolder: string): Promise<BusyWindowFigures> {
  await fillStore(join(dataFolder, 'store'), { messages: 100_000, conversations: 2_000 });
  const host = await startHostProcess(dataFolder);
  const browser = await chromium.launch(chromiumOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 1_280, height: 800 } });
    await page.goto(`${host.ui}/#token=${host.token}`);
    await page.locator('[data-conversation]').first().waitFor();
    return { switchMs: await switching(page, host), ...(await typing(page, host)) };
  } finally {
    await browser.close();
    await host.stop();
  }
}

async function switching(page: Page, host: HostProcess): Promise<number> {
  const milliseconds: number[] = [];
  for (const target of (await newestMessages(host)).slice(0, switches)) {
    await bringIntoView(page, target.conversationId);
    milliseconds.push(await timeOpening(page, target));
  }
  milliseconds.sort((one, other) => one - other);
  return milliseconds[Math.ceil(milliseconds.length * 0.95) - 1] ?? Number.NaN;
}

/** Only rows in view are in the page: scrolls down until this one is. */
function bringIntoView(page: Page, id: string): Promise<void> {
  return page.evaluate(async (wanted) => {
    const scroller = document.querySelector('[data-conversation]')?.closest('ul')?.parentElement;
    for (let tried = 0; document.querySelector(`[data-conversation="${wanted}"]`) === null && tried < 500; tried += 1) {
      scroller?.scrollBy(0, 300);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, id);
}

async function typing(page: Page, host: HostProcess): Promise<Omit<BusyWindowFigures, 'switchMs'>> {
  const line = await call<{ webhookPath: string }>(host, 'lines.create', {
    provider: 'receivesms-ink',
    label: 'Busy',
    number: '+12025550100',
    credentials: { webhookSecret: benchSecret },
  });
  const { conversationId } = await call<{ conversationId: string }>(host, 'practice.text', { body: 'Write to me' });
  await page.evaluate(() => document.querySelector('[data-conversation]')?.closest('ul')?.parentElement?.scrollTo(0, 0));
  await page.locator(`[data-conversation="${conversationId}"]`).click();
  const composer = page.getByRole('textbox', { name: 'Message' });
  await composer.click();
  const load = steadily(`${host.receiver}${line.webhookPath}`, { perSecond, seconds });
  const frames = longestFrameFor(page, seconds);
  let keys = 0;
  for (const end = performance.now() + seconds * 1_000; performance.now() < end; keys += 1) {
    await page.keyboard.type('abcde fghij '.charAt(keys % 12));
  }
  return { typingFrameMs: await frames, texts: (await load).sent, keys };
}

function longestFrameFor(page: Page, howLong: number): Promise<number> {
  return page.evaluate(async (milliseconds) => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    let before = await frame();
    const end = before + milliseconds;
    let longest = 0;
    while (before < end) {
      const now = await frame();
      longest = Math.max(longest, now - before);
      before = now;
    }
    return longest;
  }, howLong * 1_000);
}
