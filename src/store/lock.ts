/**
 * One process for one data folder. The lock file names the process that holds it; one whose process is gone is taken
 * over.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, ok, type Result } from '../domain/result.ts';
import { codeOf, type Files, isMissing } from './files.ts';

export type Lock = { release(): Promise<void> };

export async function takeLock(files: Files, folder: string): Promise<Result<Lock, { readonly pid: number }>> {
  const path = join(folder, 'lock');
  const own = await describeProcess(process.pid);
  for (;;) {
    if (await tryToCreate(files, path, own)) return ok({ release: () => files.remove(path) });
    const holder = await readHolder(files, path);
    if (holder !== undefined && (await isHeld(holder))) return failed({ pid: pidOf(holder) });
    // Whoever moves the stale file away may try; a second one finds nothing to move and looks again.
    await moveAway(files, path, holder);
  }
}

async function tryToCreate(files: Files, path: string, content: string): Promise<boolean> {
  try {
    const file = await files.open(path, 'create');
    try {
      await file.write(Buffer.from(content), 0);
      await file.datasync();
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(files: Files, path: string): Promise<string | undefined> {
  try {
    return (await files.read(path)).toString('utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Moves a stale lock away, unless another process was faster and the lock is a new one. */
async function moveAway(files: Files, path: string, stale: string | undefined): Promise<void> {
  if (stale === undefined) return;
  const aside = `${path}.stale-${process.pid}`;
  try {
    await files.rename(path, aside);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  const moved = await readHolder(files, aside);
  if (moved !== stale && moved !== undefined && (await isHeld(moved))) await files.rename(aside, path);
  else await files.remove(aside);
}

/** A process id alone is given out again, after a restart even to the same program: its start time tells them apart. */
async function describeProcess(pid: number): Promise<string> {
  return `${pid} ${await startTimeOf(pid)}\n`;
}

async function isHeld(holder: string): Promise<boolean> {
  const pid = pidOf(holder);
  if (!isAlive(pid)) return false;
  const [, startedThen = ''] = holder.trim().split(' ');
  const startedNow = await startTimeOf(pid);
  return startedThen === startedNow;
}

function pidOf(holder: string): number {
  return Number.parseInt(holder, 10);
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Ticks since boot, where the system tells them (Linux); elsewhere the process id has to do. */
async function startTimeOf(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
