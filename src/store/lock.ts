/**
 * One process for one data folder. The lock file names the process that holds it; one whose process is gone is taken
 * over.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { failed, ok, type Result } from '../domain/result.ts';
import { codeOf, type Files, isMissing, type OpenFile } from './files.ts';

const retryMs = 20;
const writingAttempts = 50;

export type Lock = { release(): Promise<void> };

/** Takes the folder's lock, or says which process has it. */
export async function takeLock(files: Files, folder: string): Promise<Result<Lock, { readonly pid: number }>> {
  const path = join(folder, 'lock');
  const own = await describeProcess(process.pid);
  for (;;) {
    if (await tryToCreate(files, path, own)) return ok({ release: () => files.remove(path) });
    const holder = await readHolder(files, path);
    if (holder === undefined) continue;
    if (await isHeld(holder)) return failed({ pid: pidOf(holder) });
    await removeStale(files, path, own);
  }
}

/**
 * Of many that find the same stale lock only one at a time looks again and removes it: it could otherwise be the lock of
 * the one that was faster.
 */
async function removeStale(files: Files, path: string, own: string): Promise<void> {
  const guard = `${path}.takeover`;
  if (!(await tryToCreate(files, guard, own))) {
    const taker = await readHolder(files, guard);
    if (taker !== undefined && !(await isHeld(taker))) await files.remove(guard);
    else await pause(retryMs);
    return;
  }
  try {
    const holder = await readHolder(files, path);
    if (holder !== undefined && !(await isHeld(holder))) await files.remove(path);
  } finally {
    await files.remove(guard);
  }
}

async function tryToCreate(files: Files, path: string, content: string): Promise<boolean> {
  let file: OpenFile;
  try {
    file = await files.open(path, 'create');
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    await file.write(Buffer.from(content), 0);
    await file.datasync();
  } catch (error) {
    await files.remove(path);
    throw error;
  } finally {
    await file.close();
  }
  return true;
}

/** Who a lock file names; an empty one is being written at the moment, unless that lasts. */
async function readHolder(files: Files, path: string): Promise<string | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const holder = (await files.read(path)).toString('utf8');
      if (holder.endsWith('\n') || attempt === writingAttempts) return holder;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
    await pause(retryMs);
  }
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
