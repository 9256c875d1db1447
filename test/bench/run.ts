/**
 * `npm run bench`: measures, prints a table, writes `results/latest.json` and the table in the README. Bounded to ten
 * minutes. No test depends on it.
 * @module
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fillStore } from '../support/fill-store.ts';
import { measureReading } from './reading.ts';
import { copyOf, measureReceiver } from './receiver.ts';
import { markdownTable, type Row, rowsOf } from './table.ts';
import { measureWindow } from './window.ts';

const started = performance.now();
const say = (text: string): void => void process.stderr.write(`[${Math.round((performance.now() - started) / 1_000)} s] ${text}\n`);
const workFolder = await mkdtemp(join(tmpdir(), 'texttray-bench-'));

try {
  say('Filling a store with 1,000,000 messages and one with 1,000…');
  const large = join(workFolder, 'large');
  const small = join(workFolder, 'small');
  await fillStore(join(large, 'store'), { messages: 1_000_000, conversations: 2_000 });
  await fillStore(join(small, 'store'), { messages: 1_000, conversations: 200 });
  say('Starting and reading…');
  const reading = { large: await measureReading(large), small: await measureReading(small) };
  say('Receiving, taking turns with the peers…');
  const receiver = await measureReceiver(workFolder, await copyOf(small, join(workFolder, 'small-copy')), large);
  say('Opening a conversation of 50,000 messages in Chromium…');
  const window = await measureWindow(join(workFolder, 'window'));
  const rows = rowsOf({ reading, receiver, window });
  await publish(rows, { reading, receiver, window });
  say('Done.');
} finally {
  await rm(workFolder, { recursive: true, force: true });
}

async function publish(rows: readonly Row[], figures: object): Promise<void> {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
  const seconds = Math.round((performance.now() - started) / 1_000);
  const table = markdownTable(rows);
  process.stdout.write(`${table}\n\n${machine}; the run took ${seconds} s.\n`);
  const latest = { measuredAt: new Date().toISOString(), machine, seconds, rows, figures };
  await writeFile(new URL('results/latest.json', import.meta.url), `${JSON.stringify(latest, null, 2)}\n`);
  const readme = new URL('../../README.md', import.meta.url);
  const text = await readFile(readme, 'utf8');
  const section = `<!-- bench:start -->\n${table}\n\nMeasured by \`npm run bench\` on ${machine}.\n<!-- bench:end -->`;
  await writeFile(readme, text.replace(/<!-- bench:start -->[\s\S]*<!-- bench:end -->/, section));
}
