/**
 * How the window behaves with a conversation of 50,000 messages, in real Chromium against the browser host.
 * @module
 */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright';
import { chromiumOptions } from '../support/chromium.ts';
import { type HostProcess, startHostProcess } from '../support/drivers/host-process.ts';
import { fillStore } from '../support/fill-store.ts';
import { median } from './load.ts';

const openings = 15;
const scrolledFrames = 240;
const windowFolder = fileURLToPath(new URL('../../dist/renderer', import.meta.url));

export type WindowFigures = {
  /** Median milliseconds from the click on a conversation to its newest message painted. */
  readonly openMs: number;
  /** The longest time between two frames while the thread is scrolled through, loading older pages on the way. */
  readonly longestFrameMs: number;
  /** The scripts that are loaded until the inbox is there, gzip, kB (1,000 bytes). */
  readonly scriptKb: number;
  /** All scripts of the window, in every language, gzip, kB. */
  readonly allScriptsKb: number;
};

export async function measureWindow(dataFolder: string): Promise<WindowFigures> {
  await fillStore(join(dataFolder, 'store'), { messages: 100_000, conversations: 2 });
  const host = await startHostProcess(dataFolder);
  const browser = await chromium.launch(chromiumOptions());
  try {
    const targets = await newestMessages(host);
    const page = await browser.newPage({ viewport: { width: 1_280, height: 800 } });
    const loaded = new Set<string>();
    page.on('request', (request) => loaded.add(basename(new URL(request.url()).pathname)));
    await page.goto(`${host.ui}/#token=${host.token}`);
    await page.locator(`[data-conversation="${targets[1]?.conversationId}"]`).waitFor();
    const sizes = { scriptKb: await scriptKb((name) => loaded.has(name)), allScriptsKb: await scriptKb(() => true) };
    const openMs: number[] = [];
    for (let round = 0; round < openings; round += 1) openMs.push(await timeOpening(page, targets[round % targets.length]));
    return { openMs: median(openMs), longestFrameMs: await longestFrame(page), ...sizes };
  } finally {
    await browser.close();
    await host.stop();
  }
}

export type Target = { readonly conversationId: string; readonly newestId: string };

/** Asks the core the way the window does. */
export async function call<Value>({ ui, token }: HostProcess, method: string, input: unknown): Promise<Value> {
  const response = await fetch(`${ui}/rpc/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  const { value } = (await response.json()) as { value: Value };
  return value;
}

/** The newest conversations with their newest message. */
export async function newestMessages(host: HostProcess): Promise<Target[]> {
  type Page = { items: { id: string; lastMessage: { id: string } }[] };
  const { items } = await call<Page>(host, 'conversations.list', { limit: 200 });
  return items.map(({ id, lastMessage }) => ({ conversationId: id, newestId: lastMessage.id }));
}

/** Clicks and waits, all inside the page, until the newest message of that conversation was painted. */
export function timeOpening(page: Page, target: Target | undefined): Promise<number> {
  return page.evaluate(async (wanted) => {
    const row = document.querySelector<HTMLElement>(`[data-conversation="${wanted?.conversationId}"]`);
    if (row === null) throw new Error('No conversation to open');
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const clicked = performance.now();
    row.click();
    while (document.querySelector(`[data-message="${wanted?.newestId}"]`) === null) {
      await frame();
      if (performance.now() - clicked > 10_000) throw new Error('The conversation did not open');
    }
    // What is in the page when a frame begins is painted by the time the next one does.
    await frame();
    await frame();
    return performance.now() - clicked;
  }, target);
}

function longestFrame(page: Page): Promise<number> {
  return page.evaluate(async (frames) => {
    const scroller = document.querySelector('[role="feed"]')?.parentElement;
    if (!scroller) throw new Error('No thread to scroll');
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

async function scriptKb(counts: (name: string) => boolean): Promise<number> {
  const files = (await readdir(windowFolder, { recursive: true })).filter((file) => counts(basename(file)));
  const sizes = await Promise.all(
    files.filter((file) => file.endsWith('.js')).map(async (file) => gzipSync(await readFile(join(windowFolder, file))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
}
