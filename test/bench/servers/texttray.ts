/** Texttray itself, without a window. Measures its own start and its event loop, and answers the parent's questions. */
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { type App, startApp } from '../../../src/app/start-app.ts';
import { createKeyFileVault } from '../../../src/host/key-file-vault.ts';
import { createLogger } from '../../../src/logging/logger.ts';
import { typeSearches, untilIndexed } from './searching.ts';
import { benchSecret, endWithParent } from './serve.ts';

const [dataFolder = '.'] = process.argv.slice(2);
const vault = createKeyFileVault(dataFolder);
const logger = createLogger({ level: 'warn', write: (line) => void process.stderr.write(line), now: () => Date.now() });

export type Report = {
  readonly ready: true;
  readonly url: string;
  /** Milliseconds from the call that opens the data folder to the first page of conversations. */
  readonly startMs: number;
};
export type Question =
  | { readonly ask: 'watch-loop' | 'loop' | 'memory' | 'pages' | 'index' | 'close' }
  | { readonly ask: 'search'; readonly searches: readonly string[] }
  /** Whether it records deliveries from now on. */
  | { readonly ask: 'record'; readonly on: boolean };

let keeps = true;

endWithParent();
const started = performance.now();
const app = await start();
const first = await app.inbox.handlers['conversations.list']({ limit: 50 });
const startMs = performance.now() - started;
if (!first.ok) throw new Error(first.error.message);
const line = await benchLine(app);
process.send?.({ ready: true, url: `${app.receiverUrl}${line}`, startMs } satisfies Report);

const loop = monitorEventLoopDelay({ resolution: 1 });
process.on('message', (question: Question) => void answer(question));

async function start(): Promise<App> {
  const host = { kind: 'browser', platform: process.platform, version: '0.0.0', canStartAtLogin: false } as const;
  const result = await startApp({ dataFolder, receiverPort: 0, vault, host, logger, keepsDeliveries: () => keeps });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function benchLine({ inbox }: App): Promise<string> {
  const credentials = { webhookSecret: benchSecret };
  const created = await inbox.handlers['lines.create']({ provider: 'receivesms-ink', label: 'Bench', number: '+12025550100', credentials });
  if (!created.ok) throw new Error(created.error.message);
  return created.value.webhookPath;
}

async function answer(question: Question): Promise<void> {
  switch (question.ask) {
    case 'watch-loop':
      loop.reset();
      loop.enable();
      process.send?.({});
      return;
    case 'loop':
      loop.disable();
      process.send?.({ longestStallMs: loop.max / 1e6 });
      return;
    case 'memory':
      globalThis.gc?.();
      process.send?.({ residentMb: process.memoryUsage.rss() / 2 ** 20 });
      return;
    case 'pages':
      process.send?.({ milliseconds: await timePages(100) });
      return;
    case 'index': {
      const before = performance.now();
      await untilIndexed(app);
      process.send?.({ seconds: (performance.now() - before) / 1_000 });
      return;
    }
    case 'search':
      process.send?.({ milliseconds: await typeSearches(app, question.searches) });
      return;
    case 'record':
      keeps = question.on;
      process.send?.({});
      return;
    case 'close':
      await app.close();
      process.exit(0);
  }
}

/** Reads the newest page and one further back of conversations spread over all of them, none of them read before. */
async function timePages(count: number): Promise<number[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<App['inbox']['handlers']['conversations.list']>> = await app.inbox.handlers['conversations.list']({
      limit: 200,
      ...(cursor !== null && { cursor }),
    });
    if (!page.ok) throw new Error(page.error.message);
    ids.push(...page.value.items.map(({ id }) => id));
    cursor = page.value.nextCursor;
  } while (cursor !== null);
  const stride = Math.max(1, Math.floor(ids.length / count));
  const milliseconds: number[] = [];
  for (let index = 0; index < ids.length && milliseconds.length < count; index += stride) {
    const before = performance.now();
    const page = await app.inbox.handlers['messages.list']({ conversationId: ids[index] ?? '', limit: 50 });
    if (!page.ok || page.value.items.length === 0) throw new Error('An empty page');
    milliseconds.push(performance.now() - before);
  }
  return milliseconds;
}
