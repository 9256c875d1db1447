/**
 * How long a start takes with much stored, how fast a page is read from disk, and what stays in memory.
 * @module
 */

import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { startChild } from './child.ts';
import { median } from './load.ts';
import type { Report } from './servers/texttray.ts';

const starts = 5;

export type ReadingFigures = {
  readonly startMs: number;
  readonly pageMs: number;
  readonly residentMb: number;
  /** Whether the system's own file cache was emptied before the pages were read. */
  readonly diskCold: boolean;
};

/** Medians over five starts of a folder; each start reads a hundred pages of conversations not read before. */
export async function measureReading(folder: string): Promise<ReadingFigures> {
  const startMs: number[] = [];
  const pageMs: number[] = [];
  const residentMb: number[] = [];
  let diskCold = true;
  for (let round = 0; round < starts; round += 1) {
    const child = await startChild<Report>('texttray.ts', [folder]);
    try {
      startMs.push(child.report.startMs);
      diskCold = (await emptyFileCache()) && diskCold;
      const { milliseconds } = await child.ask<{ milliseconds: number[] }>({ ask: 'pages' });
      pageMs.push(median(milliseconds));
      residentMb.push((await child.ask<{ residentMb: number }>({ ask: 'memory' })).residentMb);
    } finally {
      await child.stop();
    }
  }
  return { startMs: median(startMs), pageMs: median(pageMs), residentMb: median(residentMb), diskCold };
}

/** Linux, and only as root; elsewhere the pages come from a warm file cache, and the table says so. */
async function emptyFileCache(): Promise<boolean> {
  try {
    await promisify(execFile)('sync');
    await writeFile('/proc/sys/vm/drop_caches', '3');
    return true;
  } catch {
    return false;
  }
}
