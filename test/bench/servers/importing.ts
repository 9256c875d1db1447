/**
 * The whole app, importing one file: how long looking and importing take, what stays in memory, how long the event loop
 * stood still. Arguments: data folder, file.
 * @module
 */
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import process from 'node:process';
import { startApp } from '../../../src/app/start-app.ts';
import type { Handlers } from '../../../src/contract/methods.ts';
import { eventually } from '../../support/eventually.ts';
import { memoryVault } from '../../support/memory-vault.ts';
import { silentLogger } from '../../support/silent-logger.ts';

export type ImportReport = { readonly startedMb: number };
export type ImportStep = { readonly seconds: number; readonly messages: number; readonly longestStallMs: number };
export type ImportMeasured = { readonly look: ImportStep; readonly store: ImportStep; readonly peakMb: number };

const [folder = '', path = ''] = process.argv.slice(2);
const started = await startApp({
  dataFolder: folder,
  receiverPort: 0,
  vault: memoryVault(),
  host: { kind: 'browser', platform: process.platform, version: '0', canStartAtLogin: false },
  logger: silentLogger,
});
if (!started.ok) throw new Error(started.error.message);
const { inbox, files, close } = started.value;
const { handlers } = inbox;
// A window that listens is told of everything, as in use.
inbox.subscribe(() => undefined);
const created = await handlers['lines.create']({
  provider: 'receivesms-ink',
  label: 'Mine',
  number: '+12025550100',
  credentials: { webhookSecret: 'secret' },
});
if (!created.ok) throw new Error(created.error.message);
const lineId = created.value.id;

const peakMb = (): number => process.resourceUsage().maxRSS / 1_024;
process.send?.({ startedMb: peakMb() } satisfies ImportReport);
process.on('message', () => {
  void measure().then((measured) => process.send?.(measured));
});

async function measure(): Promise<ImportMeasured> {
  const adopted = await files.adopt(path);
  if (!adopted.ok) throw new Error(adopted.error.message);
  const fileId = adopted.value.id;
  const look = await step(async () => {
    const report = await handlers['exchange.inspect']({ fileId, lineId });
    if (!report.ok) throw new Error(report.error.message);
    return report.value.messages;
  });
  const store = await step(async () => imported(await handlers['exchange.import']({ fileId, lineId })));
  const measured = { look, store, peakMb: peakMb() };
  void close();
  return measured;
}

async function step(work: () => Promise<number>): Promise<ImportStep> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const begun = performance.now();
  const messages = await work();
  const seconds = (performance.now() - begun) / 1_000;
  delay.disable();
  return { seconds, messages, longestStallMs: delay.max / 1e6 };
}

async function imported(begun: Awaited<ReturnType<Handlers['exchange.import']>>): Promise<number> {
  if (!begun.ok) throw new Error(begun.error.message);
  const { jobId } = begun.value;
  for (;;) {
    const outcome = await eventuallyOver(jobId);
    if (outcome !== undefined) return outcome;
  }
}

/** Asked at intervals of its own: `eventually` gives up after ten seconds. */
async function eventuallyOver(jobId: string): Promise<number | undefined> {
  const outcome = await eventually('the import is over', async () => handlers['exchange.outcome']({ jobId }));
  if (!outcome.ok) throw new Error(outcome.error.message);
  if (outcome.value.failure !== null) throw new Error(outcome.value.failure.message);
  if (outcome.value.import !== null) return outcome.value.import.imported;
  await new Promise((resolve) => setTimeout(resolve, 50));
  return undefined;
}
