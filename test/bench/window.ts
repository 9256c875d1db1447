/**
 * How the window behaves with a conversation of 50,000 messages, in real Chromium against the browser host.
 * @module
 */
import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright';
import { chromiumOptions } from '../support/chromium.ts';
import { fillStore } from '../support/fill-store.ts';
import { median } from './load.ts';

const openings = 15;
const scrolledFrames = 240;
const distFolder = fileURLToPath(new URL('../../dist', import.meta.url));

export type WindowFigures = {
  /** Median milliseconds from the click on a conversation to its newest message painted. */
  readonly openMs: number;
  /** The longest time between two frames while the thread is scrolled through, loading older pages on the way. */
  readonly longestFrameMs: number;
  /** All scripts of the window, gzip, kB (1,000 bytes). */
  readonly scriptKb: number;
};

export async function measureWindow(dataFolder: string): Promise<WindowFigures> {
  await fillStore(join(dataFolder, 'store'), { messages: 100_000, conversations: 2 });
  const host = await startHost(dataFolder);
  const browser = await chromium.launch(chromiumOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 1_280, height: 800 } });
    await page.goto(`${host.ui}/#token=${host.token}`);
    const rows = page.getByRole('list', { name: 'Conversations' }).getByRole('listitem');
    await rows.nth(1).waitFor();
    const openMs: number[] = [];
    for (let round = 0; round < openings; round += 1) openMs.push(await timeOpening(page, round % 2));
    return { openMs: median(openMs), longestFrameMs: await longestFrame(page), scriptKb: await scriptKb() };
  } finally {
    await browser.close();
    host.stop();
  }
}

/** Clicks and waits, all inside the page, until the newest message of that conversation was painted. */
function timeOpening(page: Page, row: number): Promise<number> {
  return page.evaluate(async (index) => {
    const target = document.querySelectorAll<HTMLElement>('[data-conversation-id]')[index];
    if (target === undefined) throw new Error('No conversation to open');
    const wanted = target.dataset.conversationId;
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const clicked = performance.now();
    target.click();
    for (;;) {
      await frame();
      const thread = document.querySelector<HTMLElement>('[data-thread-of]');
      if (thread?.dataset.threadOf === wanted && thread?.querySelector('[data-newest]') !== null) break;
      if (performance.now() - clicked > 10_000) throw new Error('The conversation did not open');
    }
    // The frame that shows it is painted when the next task runs after the next frame began.
    await frame();
    return performance.now() - clicked;
  }, row);
}

function longestFrame(page: Page): Promise<number> {
  return page.evaluate(async (frames) => {
    const scroller = document.querySelector<HTMLElement>('[data-thread-scroller]');
    if (scroller === null) throw new Error('No thread to scroll');
    let longest = 0;
    let before = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    for (let count = 0; count < frames; count += 1) {
      scroller.scrollTop -= 120;
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      longest = Math.max(longest, now - before);
      before = now;
    }
    return longest;
  }, scrolledFrames);
}

async function scriptKb(): Promise<number> {
  const folder = join(distFolder, 'renderer');
  const files = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(
    files.filter((file) => file.endsWith('.js')).map(async (file) => gzipSync(await readFile(join(folder, file))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
}

async function startHost(dataFolder: string): Promise<{ ui: string; token: string; stop(): void }> {
  const args = [join(distFolder, 'host/main.js'), '--data-dir', dataFolder, '--receiver-port', '0', '--ui-port', '0'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    return { ...(JSON.parse(line) as { ui: string; token: string }), stop: () => void child.kill('SIGTERM') };
  }
  throw new Error('The browser host ended before it was ready');
}
