/**
 * `npm run bench`: measures, prints a table, writes `results/latest.json` and the table in the README. Bounded to ten
 * minutes; no test depends on it. `npm run bench -- receiver window` measures only those parts and writes nothing.
 * @module
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fillStore } from '../support/fill-store.ts';
import { realisticTexts } from '../support/realistic-texts.ts';
import { measureBusyWindow } from './busy-window.ts';
import { measureDeliveryWindow } from './delivery-window.ts';
import { measureDoctor } from './doctor.ts';
import { measureExchange } from './exchange.ts';
import { measureReading } from './reading.ts';
import { copyOf, measureReceiver } from './receiver.ts';
import { measureSearch } from './search.ts';
import { type Figures, markdownTable, rowsOf } from './table.ts';
import { measureTunnel } from './tunnel.ts';
import { measureWindow } from './window.ts';

const parts = ['search', 'reading', 'receiver', 'window', 'tunnel', 'exchange', 'doctor'] as const;
type Part = (typeof parts)[number];

/** A backup of a phone that takes pictures. */
const backupMb = 1_000;

const started = performance.now();
const wanted = process.argv.slice(2).filter((word): word is Part => parts.some((part) => part === word));
const wants = (...some: Part[]): boolean => wanted.length === 0 || some.some((part) => wanted.includes(part));
const workFolder = await mkdtemp(join(tmpdir(), 'texttray-bench-'));

try {
  const figures = await measure();
  const table = markdownTable(rowsOf(figures));
  process.stdout.write(`${table}\n\n${machine()}; the run took ${seconds()} s.\n`);
  if (wanted.length === 0) await publish(table, figures);
} finally {
  await rm(workFolder, { recursive: true, force: true });
}

async function measure(): Promise<Figures> {
  const large = join(workFolder, 'large');
  const small = join(workFolder, 'small');
  if (wants('search', 'reading', 'receiver')) {
    say('Filling a store with 1,000,000 messages and one with 1,000…');
    await fillStore(join(large, 'store'), { messages: 1_000_000, conversations: 2_000, textOf: realisticTexts() });
    await fillStore(join(small, 'store'), { messages: 1_000, conversations: 200 });
  }
  // First, because it builds the index: what comes after is measured as in an app that has been running.
  const search = wants('search', 'reading', 'receiver')
    ? await part('Building search indexes, and typing', async () => {
        const middle = join(workFolder, 'middle');
        await fillStore(join(middle, 'store'), { messages: 100_000, conversations: 2_000, textOf: realisticTexts() });
        return { middle: await measureSearch(middle, 100_000), large: await measureSearch(large, 1_000_000) };
      })
    : undefined;
  const reading = wants('reading')
    ? await part('Starting and reading', async () => ({ large: await measureReading(large), small: await measureReading(small) }))
    : undefined;
  const receiver = wants('receiver')
    ? await part('Receiving, taking turns with the peers', async () =>
        measureReceiver(workFolder, await copyOf(small, join(workFolder, 'small-copy')), large),
      )
    : undefined;
  const window = wants('window')
    ? {
        ...(await part('Opening a conversation of 50,000 messages in Chromium', () => measureWindow(join(workFolder, 'window')))),
        ...(await part('Switching and writing in a busy inbox', () => measureBusyWindow(join(workFolder, 'busy-window')))),
        ...(await part('Scrolling through 10,000 deliveries', () => measureDeliveryWindow(join(workFolder, 'delivery-window')))),
      }
    : undefined;
  const exchange = wants('exchange')
    ? await part(`Importing a backup of ${backupMb} MB`, () => measureExchange(workFolder, backupMb))
    : undefined;
  const doctor = wants('doctor') ? await part('Asking the doctor about signatures nothing explains', () => measureDoctor()) : undefined;
  const tunnel = wants('tunnel') ? await part('Going through an ssh tunnel', () => measureTunnel(workFolder)) : undefined;
  return {
    ...(search && { search }),
    ...(reading && { reading }),
    ...(receiver && { receiver }),
    ...(window && { window }),
    ...(exchange && { exchange }),
    ...(doctor && { doctor }),
    ...(tunnel && { tunnel }),
  };
}

function part<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  say(`${name}…`);
  return work();
}

async function publish(table: string, figures: Figures): Promise<void> {
  const latest = { measuredAt: new Date().toISOString(), machine: machine(), seconds: seconds(), rows: rowsOf(figures), figures };
  await mkdir(new URL('results/', import.meta.url), { recursive: true });
  await writeFile(new URL('results/latest.json', import.meta.url), `${JSON.stringify(latest, null, 2)}\n`);
  const readme = new URL('../../README.md', import.meta.url);
  const text = await readFile(readme, 'utf8');
  const section = `<!-- bench:start -->\n${table}\n\nMeasured by \`npm run bench\` on ${machine()}.\n<!-- bench:end -->`;
  await writeFile(
    readme,
    text.replace(/<!-- bench:start -->[\s\S]*<!-- bench:end -->/, () => section),
  );
}

function machine(): string {
  return `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}

function seconds(): number {
  return Math.round((performance.now() - started) / 1_000);
}

function say(text: string): void {
  process.stderr.write(`[${seconds()} s] ${text}\n`);
}
