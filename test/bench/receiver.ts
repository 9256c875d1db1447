/**
 * How fast a text is verified, stored and acknowledged, against peers in the same run. Rounds of all contestants take
 * turns, so that a slow moment of the machine meets all of them.
 * @module
 */
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Child, startChild } from './child.ts';
import { load, median, steadily } from './load.ts';
import type { Report } from './servers/texttray.ts';

const rounds = 9;
const singleRequests = 400;
const manyRequests = 3_200;
const manyClients = 16;
const recordingRounds = 40;
const recordingRequests = 100;

export type ReceiverFigures = {
  /** Median milliseconds of one client's request, by contestant. */
  readonly medianMs: Record<Contestant, number>;
  /** Acknowledged a second with 16 clients, by contestant. */
  readonly perSecond: Record<Contestant, number>;
  readonly longestStallMs: number;
  readonly steadySent: number;
  readonly recording: RecordingFigures;
};

/** Median milliseconds of one client's request, and the median of what they are to each other in each round. */
export type RecordingFigures = { readonly onMs: number; readonly offMs: number; readonly ratio: number };

type Contestant = 'bare' | 'append' | 'sqlite' | 'lowdb' | 'small' | 'large';
/** Stock lowdb writes everything each time: measured on a thousand messages, or the run would not end. */
const lowdbStored = 1_000;

/** `smallFolder` holds 1,000 messages, `largeFolder` 1,000,000; both are changed. */
export async function measureReceiver(workFolder: string, smallFolder: string, largeFolder: string): Promise<ReceiverFigures> {
  const folder = async (name: string): Promise<string> => {
    const path = join(workFolder, name);
    await mkdir(path, { recursive: true });
    return path;
  };
  const children: Record<Contestant, Child<{ url: string }>> = {
    bare: await startChild('bare.ts', []),
    append: await startChild('append.ts', [await folder('append')]),
    sqlite: await startChild('sqlite.ts', [await folder('sqlite'), '1000000']),
    lowdb: await startChild('lowdb.ts', [await folder('lowdb'), String(lowdbStored)]),
    small: await startChild<Report>('texttray.ts', [smallFolder]),
    large: await startChild<Report>('texttray.ts', [largeFolder]),
  };
  const contestants = Object.entries(children) as [Contestant, Child<{ url: string }>][];
  const single = new Map<Contestant, number[]>();
  const many = new Map<Contestant, number[]>();
  try {
    for (const [, child] of contestants) await load(child.report.url, { clients: 4, requests: 200 });
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, child] of rotated(contestants, round)) {
        const few = name === 'lowdb' ? 10 : 1;
        const one = await load(child.report.url, { clients: 1, requests: singleRequests / few });
        single.set(name, [...(single.get(name) ?? []), median(one.milliseconds)]);
        const crowd = await load(child.report.url, { clients: manyClients, requests: manyRequests / few });
        many.set(name, [...(many.get(name) ?? []), crowd.perSecond]);
      }
    }
    const recording = await measureRecording(children.small);
    await children.large.ask({ ask: 'watch-loop' });
    const { sent } = await steadily(children.large.report.url, { perSecond: 1_000, seconds: 30 });
    const { longestStallMs } = await children.large.ask<{ longestStallMs: number }>({ ask: 'loop' });
    return { medianMs: medians(single), perSecond: medians(many), longestStallMs, steadySent: sent, recording };
  } finally {
    for (const [, child] of contestants) await child.stop();
  }
}

/** The same app keeps deliveries and does not, in turns that begin with the one and the other. */
export async function measureRecording({ report, ask }: Child<{ url: string }>): Promise<RecordingFigures> {
  const medians: Record<'on' | 'off', number[]> = { on: [], off: [] };
  for (let round = 0; round < recordingRounds; round += 1) {
    for (const turn of rotated(['on', 'off'] as const, round)) {
      await ask({ ask: 'record', on: turn === 'on' });
      const { milliseconds } = await load(report.url, { clients: 1, requests: recordingRequests });
      medians[turn].push(median(milliseconds));
    }
  }
  await ask({ ask: 'record', on: true });
  const ratios = medians.on.map((milliseconds, round) => milliseconds / (medians.off[round] ?? Number.NaN));
  return { onMs: median(medians.on), offMs: median(medians.off), ratio: median(ratios) };
}

function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

function medians(figures: Map<Contestant, number[]>): Record<Contestant, number> {
  return Object.fromEntries([...figures].map(([name, values]) => [name, median(values)])) as Record<Contestant, number>;
}

/** A copy to be changed, so that one filled folder serves several measurements. */
export async function copyOf(source: string, target: string): Promise<string> {
  await cp(source, target, { recursive: true });
  return target;
}
